"""Why somebody has no talk, in words that say first what they did not tell."""

import pytest

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.reasons import Against, UnmetReason
from askwell.programmes.web.words.reasons import unmet_lines

ALONE = UnmetReason("s", Unmet.NOBODY_ALLOWED, 0, {Barrier.LANGUAGE: Against(3, 3)}, ())


@pytest.mark.parametrize(
    ("spoken", "has_hours", "said"),
    [
        (["uk"], True, ["Nobody speaks Ukrainian."]),
        ([], True, ["They told no language that they speak."]),
        (["uk"], False, ["They told no free hours."]),
        ([], False, ["They told no language that they speak.", "They told no free hours."]),
    ],
)
def test_what_was_not_told_comes_first(spoken: list[str], has_hours: bool, said: list[str]) -> None:
    assert unmet_lines(ALONE, 3, spoken, has_hours=has_hours) == said


def test_a_place_more_would_help() -> None:
    full = UnmetReason("s", Unmet.ALL_FULL, 2, {}, ())

    assert unmet_lines(full, 3, ["en"], has_hours=True) == ["The 2 insiders who could meet them have no place left."]
