"""What goes into the question coach and what comes out."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    WARN = "warn"  # worth a second look
    STOP = "stop"  # should not be asked like this


class Code(StrEnum):
    """What was found. A question can have several flaws."""

    CLOSED = "closed"  # yes, no or one of the offered choices answers it
    ASKS_FOR_JOB = "asks_for_job"  # a job, a referral, hiring plans, or to pass on a resume
    PUBLIC_FACT = "public_fact"  # the answer is on a public site
    DOUBLE = "double"  # two questions that want separate answers
    LEADING = "leading"  # presupposes or pushes its answer
    TOO_PERSONAL = "too_personal"  # pay, age, family, immigration status, religion, health of this person
    VAGUE = "vague"  # so broad that one cannot know where to start
    UNKNOWN_LANGUAGE = "unknown_language"  # neither English, Chinese nor French: not judged


@dataclass(frozen=True, slots=True)
class Question:
    """One question as typed. `language` is en, zh-Hans or fr; guessed from the text when empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw. `span` are offsets in the text of the words that show it, None when it is about the whole."""

    code: Code
    severity: Severity
    span: tuple[int, int] | None = None
