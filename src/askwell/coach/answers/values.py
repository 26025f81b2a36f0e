"""What the coach says about an answer in a job interview."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


class Star(StrEnum):
    """The parts of a story that answers."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


class Code(StrEnum):
    """What weakens an answer."""

    NO_EXAMPLE = "no_example"  # generalities or "I would", no event
    NO_RESULT = "no_result"  # an example without outcome
    TOO_SHORT = "too_short"  # under 25 words, in Chinese under 40 characters
    RAMBLING = "rambling"  # digressions bury the story
    WE_NOT_I = "we_not_i"  # the own part cannot be told
    OFF_QUESTION = "off_question"  # answers something else
    NEGATIVE_ABOUT_EMPLOYER = "negative_about_employer"  # runs down a boss or firm
    DISCLOSES_PROTECTED_INFO = "discloses_protected_info"  # age, family, health, religion, status
    UNKNOWN_LANGUAGE = "unknown_language"  # neither English, Chinese nor French: not judged


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `span` are offsets of the sentence that shows it, None when it is about the whole; `sure` is how
    likely it is, 1 for what was counted."""

    code: Code
    span: Span | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """`star`: the parts that are there, each with the sentence that shows it most. `band`: 1 (start again) to 4 (very
    good), 0 in a language that the coach does not know. `seconds`: how long it takes to say."""

    star: dict[Star, Span]
    findings: tuple[Finding, ...]
    band: int
    words: int
    seconds: int

    @property
    def missing(self) -> tuple[Star, ...]:
        """The parts that are not there, in their order."""
        return tuple(part for part in Star if part not in self.star)
