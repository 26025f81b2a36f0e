"""A flawed question put right: in its own words where they can stay, else by another question about the work."""

import pytest

from askwell.coach.questions import Code, Question, better, check


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Is it hard to get along with the crew?", "How hard is it to get along with the crew?"),
        ("en", "Can newcomers join the union?", "How can newcomers join the union?"),
        (
            "en",
            "Which project taught you most? And how did you get into welding?",
            "Which project taught you most?",
        ),
        (
            "en",
            "How do you calm a nervous patient and what would you learn first in my place?",
            "How do you calm a nervous patient?",
        ),
        ("zh-Hans", "最难的是哪一步？您是怎么入行的？", "最难的是哪一步？"),
        (
            "fr",
            "Un apprenti touche-t-il aux tuyaux la première année?",
            "Dans quelle mesure un apprenti touche-t-il aux tuyaux la première année?",
        ),
    ],
)
def test_own_words_stay_where_they_can(language: str, text: str, expected: str) -> None:
    assert better(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Are you hiring at the moment?"),
        ("en", "How much do you earn?"),
        ("zh-Hans", "能帮我内推吗？"),
        ("fr", "Quel âge avez-vous?"),
        ("en", "Don't you think the schools are useless?"),
        ("fr", "Parlez-moi de la vie."),
    ],
)
def test_what_must_not_be_asked_gives_way_to_a_question_without_flaws(language: str, text: str) -> None:
    assert check(Question(text, language)) != ()
    instead = better(text, language)
    assert instead
    assert check(Question(instead, language)) == ()


def test_pay_of_this_person_becomes_the_range_of_the_field() -> None:
    assert better("How much do you earn a year?", "en") == (
        "What pay range can somebody who is starting in this field expect?"
    )


@pytest.mark.parametrize("text", ["", "What was the hardest part of your first winter on the site?", "Как дела?"])
def test_what_has_no_flaw_or_cannot_be_judged_is_left_alone(text: str) -> None:
    assert better(text) is None


def test_a_language_that_is_not_known_is_said_and_not_judged() -> None:
    for text in ("Вы сейчас нанимаете людей?", "今の仕事はどうやって見つけましたか？", "هل لديكم وظائف شاغرة؟"):
        assert [finding.code for finding in check(Question(text))] == [Code.UNKNOWN_LANGUAGE]
