"""Age and children are found in words and figures; those of customers, and years of work, are not."""

import pytest

from askwell.coach.answers import Code, judge
from askwell.coach.answers.protected import disclosed


@pytest.mark.parametrize(
    ("language", "answer", "told"),
    [
        ("zh-Hans", "我三十五岁，有两个孩子，所以想换工作。", "我三十五岁"),
        ("fr", "J'ai trente-huit ans et trois enfants, alors je suis partie.", "J'ai trente-huit ans"),
        ("en", "I'm forty-two and I pick things up fast.", "I'm forty-two"),
        ("en", "I have two kids, so evenings are hard.", "I have two kids"),
    ],
)
def test_what_need_not_be_told_is_found_in_words(language: str, answer: str, told: str) -> None:
    [finding] = [one for one in judge("Why?", answer, language).findings if one.code is Code.DISCLOSES_PROTECTED_INFO]
    assert finding.span is not None
    assert answer[slice(*finding.span)] == told


@pytest.mark.parametrize(
    "answer",
    [
        "I taught a class of thirty, and I have two deadlines.",
        "J'ai vingt ans d'expérience dans ce métier.",
        "J'ai trois clients par jour.",
        "我有三个项目，带过一个二十岁的学徒。",
    ],
)
def test_years_of_work_and_other_people_are_not(answer: str) -> None:
    assert disclosed(answer) is None
