"""Which drill trains what went wrong."""

from askwell.coach.answers import Code as Problem
from askwell.coach.drills import Kind
from askwell.coach.job_interviews import Kind as Asked
from askwell.coach.questions import Code as Flaw
from askwell.practice.choices import Lesson
from askwell.practice.rules.answering import LONG

LESSONS = {
    Lesson.MISSED: Kind.WHAT_NEXT,
    Lesson.TALKED: Kind.WHAT_NEXT,
    Lesson.CLOSED: Kind.OPENING_UP,
    Lesson.DOUBLE: Kind.OPENING_UP,
    Lesson.CLOSING: Kind.CLOSING,
    Lesson.OPENING: Kind.FIRST_SECONDS,
}
FLAWS = {Flaw.CLOSED: Kind.OPENING_UP, Flaw.DOUBLE: Kind.OPENING_UP}
ASKED = {Asked.OPENING: Kind.INTRODUCTION_60, Asked.CLOSING: Kind.OPENING_UP}
TOO_MUCH = frozenset([LONG, Problem.RAMBLING])
UNTRAINED = frozenset([Problem.NEGATIVE_ABOUT_EMPLOYER, Problem.DISCLOSES_PROTECTED_INFO, Problem.UNKNOWN_LANGUAGE])


def for_lesson(what: Lesson) -> str:
    """For something to change in a talk; empty where no drill trains it, as below."""
    return LESSONS.get(what, "")


def for_flaw(code: str) -> str:
    """For what is wrong with a question."""
    return FLAWS[Flaw(code)] if code in FLAWS else ""


def for_answer(kind: Asked, change: str = "") -> str:
    """For a question of this kind in a job interview, or what to change in the answer to it."""
    if change in UNTRAINED:
        return ""
    return Kind.INTRODUCTION_30 if change in TOO_MUCH else ASKED.get(kind, "")
