"""Whom one practises with, and what they say."""

from dataclasses import dataclass
from enum import StrEnum


class Mood(StrEnum):
    FRIENDLY = "friendly"
    HURRIED = "hurried"
    SHY = "shy"
    SCEPTICAL = "sceptical"


@dataclass(frozen=True, slots=True)
class Trade:
    """An occupation that somebody can be practised with for. `titles` is how it is called, by language."""

    code: str
    family: str
    titles: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """An invented insider. `language` is the one that they speak: en, fr or zh-Hans. `minutes` is how long they
    have; `past` one sentence on where they come from; `seed` makes the same talk come out the same."""

    trade: str
    language: str
    mood: Mood
    minutes: int
    seed: int
    name: str
    title: str
    organisation: str
    city: str
    years: int
    past: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the insider says next; `text` is empty once they have left.

    `heard` is what the seeker was understood to ask for: an aspect of the work (`day`, `pay` …) or what one does in a
    talk (`go_on`, `job`, `names`, `close` …), empty for nothing that was understood. `hook` are the words of `text`
    that are worth asking about; `cooler` that the seeker lost some goodwill just now; `named` whom they should talk to
    next; `ending` that the talk is over. `help` names a concern of `coach.safety` that the page answers in its own
    words.
    """

    text: str
    heard: str = ""
    hook: str = ""
    cooler: bool = False
    named: str = ""
    ending: bool = False
    help: str = ""
