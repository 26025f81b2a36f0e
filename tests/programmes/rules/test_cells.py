import pytest

from askwell.programmes.choices import RowFault
from askwell.programmes.rules.cells import Problems, talks_of


@pytest.mark.parametrize(
    ("cell", "talks"),
    [
        ("2", 2), (" 2.0 ", 2), ("2 talks a month", 2), ("2x", 2), ("3/month", 3), ("up to 3", 3), ("two", 2),
        ("Twice", 2), ("deux", 2), ("deux fois par mois", 2), ("两次", 2), ("每月两次", 2), ("一个月两次", 2),
        ("1-2", 1), ("2 or 3", 2), ("1 à 2", 1), ("", None), (" ", None),
    ],
)  # fmt: skip
def test_a_number_of_talks_as_people_write_it(cell: str, talks: int | None) -> None:
    problems: Problems = []

    assert talks_of(cell, problems) == talks
    assert problems == []


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("0", RowFault.NO_CAPACITY), ("none", RowFault.NO_CAPACITY), ("aucun", RowFault.NO_CAPACITY),
        ("零", RowFault.NO_CAPACITY), ("-1", RowFault.NEGATIVE_CAPACITY), ("−2", RowFault.NEGATIVE_CAPACITY),
        ("often", RowFault.NO_NUMBER), ("32", RowFault.NO_NUMBER), ("2.5", RowFault.NO_NUMBER),
        ("十二", RowFault.NO_NUMBER), ("25:00", RowFault.NO_NUMBER), ("1 2 3", RowFault.NO_NUMBER),
    ],
)  # fmt: skip
def test_what_is_no_number_of_talks_is_named(cell: str, fault: RowFault) -> None:
    problems: Problems = []
    talks_of(cell, problems)

    assert problems == [(fault, cell)]
