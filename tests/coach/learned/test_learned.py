"""The weights are those of the cases that lie there, small, and give each label a probability."""

from hashlib import sha256
from pathlib import Path

import pytest

from askwell.coach import learned
from askwell.coach.questions.judging import signs

ROOT = Path(__file__).parents[3]
STORED = sorted((ROOT / "src" / "askwell" / "coach" / "learned").glob("*.npz"))
NAMES = [file.stem for file in STORED]


@pytest.mark.parametrize("name", NAMES)
def test_weights_were_learned_from_the_cases_that_lie_there(name: str) -> None:
    files = [
        file for folder in learned.load(name).folders for file in sorted((ROOT / "cases" / folder).glob("*.jsonl"))
    ]
    digest = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    assert learned.load(name).digest == digest, f"run: python tools/train_coach.py {name}"


def test_all_weights_together_are_small() -> None:
    assert sum(file.stat().st_size for file in STORED) < 4_500_000


def probabilities(text: str) -> dict[str, float]:
    return learned.probabilities("questions", text, signs=signs(text, "en"))


def test_a_text_has_a_probability_for_each_label() -> None:
    likely = probabilities("Are you hiring at the moment?")
    assert tuple(likely) == learned.load("questions").labels
    assert all(0 <= value <= 1 for value in likely.values())
    assert {"closed", "asks_for_job"} <= learned.found("questions", likely)


def test_of_a_field_the_likeliest_value_is_given() -> None:
    likely = probabilities("How has the work changed since machines do the sorting?")
    assert learned.likeliest("topic", likely) == "trends"


def test_signs_that_the_set_was_not_trained_with_are_refused() -> None:
    with pytest.raises(ValueError, match="signs expected"):
        learned.probabilities("questions", "Why?", signs=(1.0,) * 99)
