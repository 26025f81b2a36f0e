"""The shape of one language's sentences, and how a sentence is chosen.

A sentence stands in *levels*: the first level with a sentence whose {slots} are all known is used, and
`variant` chooses within it. The last level has no slots, so there is always one, and none with a gap.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from askwell.outreach.choices import Channel
from askwell.people.choices import TieKind

Levels = Sequence[Sequence[str]]
Slots = Mapping[str, str]

_slot = re.compile(r"\{(\w+)\}")


def choose(levels: Levels, slots: Slots, variant: int) -> str:
    """The sentence of the first level that can be said, filled in; empty when there is none."""
    for level in levels:
        sayable = [phrase for phrase in level if all(slots.get(name) for name in _slot.findall(phrase))]
        if sayable:
            return sayable[variant % len(sayable)].format_map(slots)
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The sentences that differ between a familiar and a polite address."""

    greetings: Mapping[Channel, Levels]
    asks: Levels
    about: Levels  # what the ask is about
    about_after_role: Levels  # the same when the sentence before has named the role
    about_inside: Levels  # for a move inside the own company
    inside_note: Levels  # added to another reason, for such a move
    second: Levels  # asks whom else, without a question mark
    way_out: Mapping[Channel, Levels]
    closing: Levels
    nudges: Levels
    nudge_asks: Levels
    nudge_outs: Levels
    voicemail: Levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's sentences. Slots are named in `compose.slots_of`."""

    polite: Register
    familiar: Register
    familiar_when_close: bool  # also former colleagues, colleagues and neighbours who are close
    reasons: Mapping[TieKind, Levels]
    inside: Levels  # why them, when both work at the same place
    professor: Mapping[Channel, Levels]  # greetings
    hello: Levels  # how a voicemail begins
    hello_professor: Levels
    subjects: Mapping[TieKind, Levels]
    any_subject: Levels
    nudge_subject: str
    write: Mapping[Channel, str]
    ways: Mapping[Channel, str]
    joint: str  # between sentences
    page: str  # an e-mail: greeting, body, closing
    matter: Levels  # what to call what is asked about
    told: Callable[[str], str]  # "tell me …" for an about
    number: Callable[[int], str]
    at: Callable[[str], str]  # "at the fair"
    said_of_them: Callable[[str, int], str]  # a free phrase about them, as a sentence
    said_of_self: Callable[[str], str]
    said_news: Callable[[str], str]
    field: Callable[[str], str]  # a topic without its article
    job: Callable[[str], str]  # a topic that names a job, as it follows "to become"
    of_job: Callable[[str], str]  # the same as it follows "the work"
    familiarly: Callable[[str], str]  # the whole text, for a familiar address
    finished: Callable[[str], str]  # the whole text, with the language's typography
