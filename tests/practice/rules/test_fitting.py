"""Which drill trains what went wrong."""

import pytest

from askwell.coach.drills import Kind
from askwell.coach.job_interviews import Kind as Asked
from askwell.practice.choices import Lesson
from askwell.practice.rules.fitting import for_answer, for_flaw, for_lesson


@pytest.mark.parametrize(
    ("what", "drill"),
    [
        (Lesson.MISSED, Kind.WHAT_NEXT),
        (Lesson.CLOSED, Kind.OPENING_UP),
        (Lesson.CLOSING, Kind.CLOSING),
        (Lesson.OPENING, Kind.FIRST_SECONDS),
        (Lesson.RANGE, ""),
    ],
)
def test_a_lesson_has_its_drill_or_none(what: Lesson, drill: str) -> None:
    assert for_lesson(what) == drill


@pytest.mark.parametrize(
    ("code", "drill"), [("closed", Kind.OPENING_UP), ("double", Kind.OPENING_UP), ("too_personal", ""), ("none", "")]
)
def test_so_has_a_flaw(code: str, drill: str) -> None:
    assert for_flaw(code) == drill


@pytest.mark.parametrize(
    ("kind", "change", "drill"),
    [
        (Asked.OPENING, "", Kind.INTRODUCTION_60),
        (Asked.OPENING, "long", Kind.INTRODUCTION_30),
        (Asked.BEHAVIOURAL, "rambling", Kind.INTRODUCTION_30),
        (Asked.BEHAVIOURAL, "result", ""),
        (Asked.CLOSING, "", Kind.OPENING_UP),
        (Asked.OPENING, "negative_about_employer", ""),
        (Asked.CLOSING, "unknown_language", ""),
    ],
)
def test_so_has_an_answer(kind: Asked, change: str, drill: str) -> None:
    assert for_answer(kind, change) == drill
