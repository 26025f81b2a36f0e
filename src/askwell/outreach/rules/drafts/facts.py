"""What a draft is made from, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from askwell.outreach.choices import Channel
from askwell.people.choices import Strength, TieKind

ALWAYS_FAMILIAR = frozenset({TieKind.FAMILY, TieKind.FRIEND, TieKind.CLASSMATE})
"""Ties one says 你 and tu to."""


class Kind(StrEnum):
    """What the message is for."""

    FIRST = "first"
    SECOND_PERSON = "second_person"  # a first message to somebody else where a colleague is silent
    NUDGE = "nudge"  # the one follow-up


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFacts:
    """Everything a message may say. Only channel and language are needed; what is empty is not said.

    `language` is en, fr or zh-Hans (any case); `native` the name in Chinese characters. Names of people,
    schools and organisations are said as they are written, except that Chinese characters are left out of an
    English or French message. Free words (event, topic, programme, `did`, `about_me`, `news`) in another
    language than the message's are left out; a field in Latin letters is said in Chinese only as an acronym.

    `did` is what they did, free words from the seeker's notes: best a clause that begins with the reader
    ("you moved from retail into planning", "您两年前从零售转到计划", "vous avez quitté le commerce") or with
    a thing of theirs ("your talk on oysters"); other words are quoted as something about them.
    `about_me` is the seeker's one clause, with its subject ("I bought packaging for six years") or to follow
    "I", 我 or "j'" ("bought packaging for six years").
    `topic` is the occupation or field asked about. `news` is what happened since the first message, for a
    nudge ("I read your article"). `reach` and `reach_employer` say to whom
    a first message asks to be introduced. `earlier_subject` is the first message's subject, answered by a nudge's.
    `own_company` says that the seeker works at the same organisation and looks for a move inside.
    `variant` chooses among wordings: use another number for a colleague. `minutes` is 5 to 60.
    """

    channel: Channel
    language: str
    kind: Kind = Kind.FIRST
    tie: TieKind = TieKind.NONE
    strength: Strength = Strength.SLIGHT
    given: str = ""
    family: str = ""
    native: str = ""
    organisation: str = ""
    title: str = ""
    introducer: str = ""
    reach: str = ""
    reach_employer: str = ""
    event: str = ""
    school: str = ""
    programme: str = ""
    did: str = ""
    sender: str = ""
    about_me: str = ""
    topic: str = ""
    news: str = ""
    earlier_subject: str = ""
    minutes: int = 15
    own_company: bool = False
    variant: int = 0


def with_texts(facts: DraftFacts, texts: Mapping[str, Any]) -> DraftFacts:
    """The facts with these texts, by field name, in place of theirs."""
    return replace(facts, **texts)


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to copy, send or say.

    `subject` is empty where the channel has none. `voicemail` is what to say when nobody answers the
    phone, empty elsewhere.
    """

    subject: str
    body: str
    language: str
    channel: Channel
    voicemail: str = ""
