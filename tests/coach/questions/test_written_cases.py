"""Questions written for these tests and labelled by hand before the rules were run on them.

Rules were mended afterwards, so these are a net against falling back, not a measure of unseen questions.
"""

from pathlib import Path

import pytest

from askwell.coach.questions import Question, check

LINES = (Path(__file__).parents[2] / "data" / "coach" / "questions.txt").read_text("utf-8").splitlines()
CASES = [tuple(line.split(" | ", 2)) for line in LINES if not line.startswith("#")]


def flaws(text: str, language: str) -> set[str]:
    return {finding.code.value for finding in check(Question(text, language))}


@pytest.mark.parametrize(("labels", "language", "text"), CASES)
def test_flaws(labels: str, language: str, text: str) -> None:
    assert flaws(text, language) == set(labels.split(",")) - {"-"}


@pytest.mark.parametrize(("labels", "language", "text"), CASES)
def test_the_language_is_guessed(labels: str, language: str, text: str) -> None:
    assert flaws(text, "") == set(labels.split(",")) - {"-"}
