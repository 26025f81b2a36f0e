"""CSV that spreadsheets open and do not run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.csv_out import bare, neutral, write_csv


def test_the_bytes() -> None:
    assert write_csv(["Name", "名"], [['Ann, "A"', "周敏"]]) == (
        b"\xef\xbb\xbf" + 'Name,名\r\n"Ann, ""A""",周敏\r\n'.encode()
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n+", "＝", "＠"])
def test_what_begins_like_a_formula_gets_an_apostrophe(start: str) -> None:
    assert neutral(f"{start}1") == f"'{start}1"


@pytest.mark.parametrize("plain", ["", "Ann", "a=b", "1-2", "周敏", "'", "it's =1", "ann@post.example"])
def test_what_does_not_stays(plain: str) -> None:
    assert neutral(plain) == plain


@given(
    st.lists(
        st.lists(
            st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0")), min_size=2, max_size=2
        ),
        max_size=5,
    )
)
def test_every_row_comes_back(rows: list[list[str]]) -> None:
    text = write_csv(["a", "b"], rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [[neutral(cell) for cell in row] for row in rows]


@given(cell=st.text(st.sampled_from("'=+-@ \t\n\r＝a1"), max_size=6))
def test_what_was_made_harmless_comes_back_equal(cell: str) -> None:
    assert bare(neutral(cell)) == cell
    assert not neutral(cell).lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
