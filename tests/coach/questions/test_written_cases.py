"""Questions written for these tests and labelled by hand before the rules were run on them.

Rules were mended afterwards, so for them these are a net against falling back, not a measure of unseen questions. The
weights never saw them.
"""

from pathlib import Path

import pytest

from askwell.coach.questions import Question, check
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import plain
from askwell.coach.questions.ruled import by_rules

LINES = (Path(__file__).parents[2] / "data" / "coach" / "questions.txt").read_text("utf-8").splitlines()
CASES = [tuple(line.split(" | ", 2)) for line in LINES if not line.startswith("#")]


def flaws(text: str, language: str) -> set[str]:
    return {code.value for code in by_rules(plain(text), settled(language, text))}


@pytest.mark.parametrize(("labels", "language", "text"), CASES)
def test_flaws(labels: str, language: str, text: str) -> None:
    assert flaws(text, language) == set(labels.split(",")) - {"-"}


@pytest.mark.parametrize(("labels", "language", "text"), CASES)
def test_the_language_is_guessed(labels: str, language: str, text: str) -> None:
    assert flaws(text, "") == set(labels.split(",")) - {"-"}


def test_what_was_learned_agrees_with_nine_in_ten() -> None:
    judged = [
        {finding.code.value for finding in check(Question(text, language))} == set(labels.split(",")) - {"-"}
        for labels, language, text in CASES
    ]
    assert sum(judged) >= 0.9 * len(CASES)
