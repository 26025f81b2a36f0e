"""Whom one practises with, and what they say."""

from dataclasses import dataclass
from enum import StrEnum


class Mood(StrEnum):
    FRIENDLY = "friendly"
    HURRIED = "hurried"
    SHY = "shy"
    SCEPTICAL = "sceptical"


TIARA = {
    "trends": "change technology outlook problem_now",
    "insights": "path first_weeks day hardest best surprise mistakes language_at_work pay hours team clients workplace "
    "why_stay stress",
    "advice": "advice entry looked_for abroad transfer skills regret success next_step",
    "resources": "training tools reading groups",
    "assignments": "project junior_tasks",
}
"""The aspects of the work by the five kinds of things that one asks about (Dalton)."""

KINDS = {aspect: kind for kind, aspects in TIARA.items() for aspect in aspects.split()}


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
