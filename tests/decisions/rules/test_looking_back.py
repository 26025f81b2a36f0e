"""What is kept of a day, and what is read of it when it came in from elsewhere."""

import pytest

from askwell.decisions.rules.looking_back import Stood, Then, Wanted, read, written

STOOD = Stood((Then("a-1", "Planner", 6.75, 6.0, 7.5),), (Wanted("Pay", 60),), 4)


def test_what_is_written_is_read_again() -> None:
    assert read(written(STOOD)) == STOOD


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        "x",
        {},
        {"options": "x", "wishes": 3, "insiders": "many"},
        {"options": [["a", 1], ["a", 1, 2, 3, 4], ["a", "b", "c", 1, 2], 7]},
    ],
)
def test_what_does_not_fit_is_left_out(kept: object) -> None:
    assert read(kept) == Stood((), (), 0)


def test_what_fits_is_kept_beside_what_does_not() -> None:
    kept = {"options": [["k", "a", 1, 0, 2], ["l", "b", 1, 0, 1e99]], "wishes": [["Pay", 60], [3, 40]], "insiders": 2}

    assert read(kept) == Stood((Then("k", "a", 1, 0, 2),), (Wanted("Pay", 60),), 2)


def test_what_was_written_without_ids_is_read_by_its_titles() -> None:
    assert read({"options": [["Planner", 6.75, 6, 7.5]]}).options == (Then("", "Planner", 6.75, 6, 7.5),)
