"""Occupations by any title, as people type them."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.occupations.rules.finding import Index
from askwell.occupations.rules.laying import Entry, lay, packed, unpacked
from askwell.occupations.rules.words import words_of

TITLES = [
    (1, "Registered nurse"), (1, "Infirmière autorisée"), (1, "护士"), (2, "Licensed practical nurse"),
    (3, "Software developer"), (3, "Computer programmer"), (3, "程序员"), (4, "Accountant"), (4, "会计师"),
    (5, "Human resources adviser"), (6, "Électricien"), (6, "电工"), (7, "Infirmier auxiliaire"),
]  # fmt: skip
LAID = lay(Entry(n, UUID(int=number), words_of(text)) for n, (number, text) in enumerate(TITLES))
INDEX = Index(LAID)


def first(typed: str) -> int:
    return INDEX.find(typed, 3)[0].occupation.int


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("registered nurses", 1), ("infirmier autorise", 1), ("護士", 1), ("RN", 1), ("R.N.", 1),
        ("nurse practical", 2),
        ("sofware develper", 3), ("programming", 3), ("程序", 3), ("accountent", 4), ("会计", 4), ("HR", 5),
        ("électricienne", 6), ("electric", 6), ("infirmières auxiliaires", 7),
    ],
)  # fmt: skip
def test_it_is_the_first(typed: str, right: int) -> None:
    assert first(typed) == right


def test_the_title_that_fits_is_told() -> None:
    assert TITLES[INDEX.find("护士", 1)[0].title] == (1, "护士")


@pytest.mark.parametrize("typed", ["", " ", "of the", "zzzzqx", "!!!"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert INDEX.find(typed, 3) == []


def test_an_empty_index_finds_nothing() -> None:
    assert Index(lay([])).find("nurse", 3) == []
    assert Index(unpacked(packed(lay([])))).find("nurse", 3) == []


def test_it_is_the_same_after_it_was_kept() -> None:
    again = Index(unpacked(packed(LAID)))

    assert [again.find(text, 9) for _number, text in TITLES] == [INDEX.find(text, 9) for _number, text in TITLES]


@given(st.text(max_size=60))
def test_whatever_is_typed_each_occupation_comes_once(typed: str) -> None:
    found = [one.occupation for one in INDEX.find(typed, 20)]

    assert len(found) == len(set(found))
