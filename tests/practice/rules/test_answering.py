"""What is said of an answer in a mock job interview."""

import pytest

from askwell.coach.answers import Code, Star
from askwell.coach.job_interviews import Kind
from askwell.practice.rules.answering import LONG, report_of, verdict

ASKED = "Tell me about a time you solved a problem at work."
STORY = (
    "Last winter our warehouse kept losing pallets between two shifts. I had to find out where they went. I walked the "
    "line with both teams, drew every handover on one sheet and moved the scanner to the door. Within a month the "
    "missing pallets went from twelve a week to one."
)
NO_END = "Last winter our warehouse kept losing pallets between two shifts. My boss asked me to find out where they went. I walked the line with both teams and drew every handover on one sheet."  # noqa: E501 - one answer
GENERAL = "I am a very good problem solver. I always stay calm and I think that communication is the most important thing in every team and every situation at work."  # noqa: E501 - one answer


def test_a_whole_story_is_ready_and_nothing_is_to_change() -> None:
    said = verdict(Kind.BEHAVIOURAL, ASKED, STORY, "en")
    assert (set(said.star), said.missing, said.band, said.change) == (set(Star), (), 4, "")
    assert "twelve a week to one" in said.star[Star.RESULT]


def test_the_missing_end_is_the_one_thing_to_change() -> None:
    said = verdict(Kind.BEHAVIOURAL, ASKED, NO_END, "en")
    assert Star.RESULT in said.missing
    assert (said.change, said.band < 4) == (Star.RESULT, True)


def test_generalities_are_no_example() -> None:
    said = verdict(Kind.BEHAVIOURAL, ASKED, GENERAL, "en")
    assert (said.change, said.band) == (Code.NO_EXAMPLE, 1)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.BEHAVIOURAL])
def test_only_a_question_about_what_one_did_wants_a_story(kind: Kind) -> None:
    said = verdict(kind, "What do you do?", GENERAL, "en")
    assert (said.star, said.band, said.missing, said.change) == ({}, 0, (), "")


def test_an_answer_of_many_minutes_is_too_long() -> None:
    assert verdict(Kind.OPENING, "Tell me about yourself.", GENERAL * 12, "en").change == LONG


@pytest.mark.parametrize("text", ["x", "🙂", "\u202eabc", "你好 hello", "x" * 6000, "。" * 300])
def test_odd_answers_are_judged_all_the_same(text: str) -> None:
    said = verdict(Kind.BEHAVIOURAL, ASKED, text, "en")
    assert said.band == 1
    assert said.change


def test_the_report_counts_parts_over_the_stories_and_the_lesson_is_what_came_most() -> None:
    answers = [(kind, verdict(kind, ASKED, text, "en")) for kind, text in (
        (Kind.BEHAVIOURAL, STORY), (Kind.BEHAVIOURAL, NO_END), (Kind.BEHAVIOURAL, NO_END), (Kind.OPENING, STORY),
    )]  # fmt: skip
    report = report_of(answers)
    assert (report.answered, report.stories) == (4, 3)
    assert dict(report.parts)[Star.RESULT] == 1
    assert (report.lesson, Star.RESULT in report.always, Star.ACTION in report.always) == (Star.RESULT, False, True)


def test_the_report_on_nothing_is_empty() -> None:
    report = report_of([])
    assert (report.answered, report.stories, report.lesson, report.always) == (0, 0, "", ())


@pytest.mark.parametrize("kind", list(Kind))
def test_an_answer_in_a_language_that_is_not_known_is_said_to_be_one_and_counts_for_no_story(kind: Kind) -> None:
    said = verdict(kind, "Why?", "Trabajé en el almacén y organicé a todo el equipo porque no había sistema.", "en")
    assert (said.change, said.band, said.wants_story) == (Code.UNKNOWN_LANGUAGE, 0, False)
    report = report_of([(kind, said)])
    assert (report.stories, report.lesson) == (0, Code.UNKNOWN_LANGUAGE)
