"""What one asks next: does it take up the hook? Measured on every exercise's own good and weak questions."""

import pytest

from askwell.coach.drills import LANGUAGES, Following, Next, items, judge_next

EXERCISES = [one for one in items().values() if isinstance(one, Next)]


def of(language: str) -> list[Next]:
    return [one for one in EXERCISES if one.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_good_questions_are_accepted(language: str) -> None:
    said = [judge_next(one, text) for one in of(language) for text in one.good]
    assert sum(one.is_good for one in said) / len(said) >= 0.78
    assert sum(one.follows is not Following.NO for one in said) / len(said) >= 0.9


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What do you like about Toronto?"),
        ("en", "How did you get into this work?"),
        ("zh-Hans", "您周末喜欢做什么？"),
        ("zh-Hans", "您是怎么入行的？"),
        ("fr", "Comment êtes-vous arrivé dans ce métier ?"),
    ],
)
def test_what_might_be_asked_of_anybody_is_not_done_well(language: str, text: str) -> None:
    """Of 42 exercises, a few may really hold it out."""
    assert sum(judge_next(one, text).is_good for one in of(language)) <= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_question_of_another_exercise_is_seldom_good_here(language: str) -> None:
    mine = of(language)
    asked = [(one, mine[(place + 21) % len(mine)].good[place % 2]) for place, one in enumerate(mine)]
    assert sum(judge_next(one, text).is_good for one, text in asked) / len(asked) <= 0.12


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_that_ignore_the_hook_are_not(language: str) -> None:
    said = [judge_next(one, text) for one in of(language) for text in one.weak]
    assert sum(not one.is_good for one in said) / len(said) >= 0.9
    assert sum(one.follows is Following.YES for one in said) / len(said) <= 0.1


@pytest.mark.parametrize("text", ["", "   ", "🙂", "\u202e", "x" * 5000, "What?" * 500])
def test_odd_input_is_judged_all_the_same(text: str) -> None:
    assert not judge_next(EXERCISES[0], text).is_good


def test_two_questions_at_once_and_a_question_for_a_job_are_not_good() -> None:
    nurse = items()["next-en-001"]
    assert isinstance(nurse, Next)
    double = judge_next(nurse, "What was the trick she showed you? And how many beds does your ward have?")
    job = judge_next(nurse, "Could the older nurse give me a job on your ward?")
    assert (double.is_good, job.is_good) == (False, False)


def test_a_remark_is_no_question() -> None:
    nurse = items()["next-en-001"]
    assert isinstance(nurse, Next)
    assert not judge_next(nurse, "I like the trick that the older nurse showed you.").asks


@pytest.mark.parametrize(
    ("exercise", "text", "is_good"),
    [
        ("next-en-001", "What was that trick?", True),
        ("next-en-001", "What is your salary?", False),
        ("next-en-001", "Do you like it?", False),
        ("next-zh-Hans-001", "什么站法？", True),
        ("next-zh-Hans-001", "护士长是怎么教你的？", True),
        ("next-zh-Hans-001", "你们医院有多少床位？", False),
    ],
)
def test_short_questions_in_ones_own_words(exercise: str, text: str, is_good: bool) -> None:
    one = items()[exercise]
    assert isinstance(one, Next)
    assert judge_next(one, text).is_good is is_good
