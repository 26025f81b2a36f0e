"""What the coach says about one line of a story or resume."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a line can hold, in the order in which the wizard asks for what is missing."""

    ACTION = "action"  # an active verb says what the person did
    RESULT = "result"  # an outcome or recognition
    MEASURE = "measure"  # a quantity of scale or result
    TASK = "task"  # the need, problem or occasion, or whom it served


class Code(StrEnum):
    """What weakens a line."""

    DUTY_ONLY = "duty_only"  # a job's routine, nothing achieved
    PASSIVE = "passive"  # done by nobody
    VAGUE = "vague"  # one cannot tell what was done
    FIRST_PERSON = "first_person"  # I, my, 我, je
    BUZZWORDS = "buzzwords"
    TOO_LONG = "too_long"  # over 35 words, in Chinese over 70 characters
    UNKNOWN_LANGUAGE = "unknown_language"  # neither English, Chinese nor French: not judged


@dataclass(frozen=True, slots=True)
class Finding:
    """One weakness. `span` are offsets of the words that show it, None when it is about the whole line; `sure` is how
    likely it is, 1 for what was counted; `better` is the line without it, where one can be made."""

    code: Code
    span: tuple[int, int] | None = None
    sure: float = 1.0
    better: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a line holds, and what weakens it in the order of `Code`."""

    has_action: bool = False
    has_task_context: bool = False
    has_result: bool = False
    has_measure: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that are there."""
        there = {
            Part.ACTION: self.has_action,
            Part.RESULT: self.has_result,
            Part.MEASURE: self.has_measure,
            Part.TASK: self.has_task_context,
        }
        return frozenset(part for part, is_there in there.items() if is_there)
