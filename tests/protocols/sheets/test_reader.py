"""Workbooks are opened in a child process: what one costs or breaks ends with it, and is told by a code."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from askwell.protocols.contacts import UnreadableFile, inspect, read, workbooks
from askwell.protocols.contacts.plain import read_table
from askwell.protocols.sheets import serving
from askwell.protocols.sheets.model import SheetsError
from askwell.protocols.sheets.opening import Book
from askwell.protocols.sheets.reader import Reader
from askwell.protocols.sheets.serving import Desk
from tests.protocols.sheets.books import PEOPLE, bomb, book_of, with_strings

WAYS: list[Callable[[bytes], object]] = [partial(inspect, filename="a.xlsx"), partial(read_table, most=10)]
ALUMNI = Path(__file__).parents[2] / "data" / "contacts" / "alumni" / "alumni.xlsx"


class Kept(Reader):
    """Remembers the children that it started."""

    children: list["subprocess.Popen[bytes]"] = []

    def _running(self) -> "subprocess.Popen[bytes]":
        child = super()._running()
        self.children.append(child)
        return child


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[list["subprocess.Popen[bytes]"]]:
    monkeypatch.setattr(workbooks, "Reader", Kept)
    Kept.children.clear()
    yield Kept.children
    Kept.children.clear()


def refused(way: Callable[[bytes], object], data: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        way(data)
    return error.value.code


def test_visible_sheets_give_all_their_rows() -> None:
    many = [["Name"], *([f"Ann {n}"] for n in range(4500))]
    data = book_of({"People": PEOPLE, "Hidden": PEOPLE, "Many": [*many[:2], [], *many[2:]]}, hidden="Hidden")

    with Reader() as reader:
        names = reader.open(data)
        found = [list(reader.rows(place)) for place in range(len(names))]

    assert names == ["People", "Many"]
    assert found == [PEOPLE, [*many[:2], [], *many[2:]]]


def test_two_sheets_may_be_read_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_ROWS", 2)
    desk = Desk()
    desk.answer(book_of({"A": [["a"], ["b"], ["c"]], "B": [["d"], ["e"], ["f"]]}), "")

    told = [desk.answer(b"", how)[0] for how in ("0 0", "1 0", "0 2", "1 2")]

    assert [(one["rows"], one["then"]) for one in told] == [
        ([["a"], ["b"]], "more"), ([["d"], ["e"]], "more"), ([["c"]], ""), ([["f"]], ""),
    ]  # fmt: skip


def test_a_bomb_of_shared_strings_ends_with_the_childs_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "Reader", lambda seconds: Reader(memory=170 << 20, seconds=600))

    assert refused(WAYS[0], bomb(700_000)) == "too_large"
    assert all(way(book_of({"People": PEOPLE})) for way in WAYS)


@pytest.mark.parametrize("way", WAYS, ids=["address book", "list"])
def test_what_takes_longer_than_the_child_has_is_too_slow(
    way: Callable[[bytes], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "Reader", lambda seconds: Reader(seconds=seconds / 10_000))

    assert refused(way, book_of({"People": PEOPLE})) == "too_slow"


def test_all_answers_share_one_time() -> None:
    with Reader(seconds=60) as reader:
        reader.open(book_of({"People": PEOPLE}))
        left = reader._seconds
        assert list(reader.rows(0)) == PEOPLE
        assert reader._seconds < left < 60
        reader._seconds = 0
        with pytest.raises(SheetsError) as error:
            list(reader.rows(0))
    assert error.value.code == "too_slow"


def test_a_long_text_that_many_cells_share_is_too_large() -> None:
    row = b"<row>" + b'<c t="s"><v>0</v></c>' * 200 + b"</row>"
    data = with_strings(book_of({"People": PEOPLE}), b"<si><t>" + b"x" * 50_000 + b"</t></si>", row)

    rows = Book(data).rows(0)

    assert list(islice(rows, 2)) == PEOPLE
    with pytest.raises(SheetsError) as error:
        next(rows)
    assert error.value.code == "too_large"


def test_a_child_that_was_shown_no_workbook_says_so() -> None:
    with Reader() as reader, pytest.raises(SheetsError) as error:
        list(reader.rows(0))
    assert error.value.code == "crashed"


def test_a_child_that_ended_is_a_damaged_file(children: list["subprocess.Popen[bytes]"]) -> None:
    data = book_of({"People": [["Name", "Email"], *(["Ann", f"a{n}@post.example"] for n in range(4000))]})
    with workbooks.sheets(data) as sheets:
        rows = sheets[0][1]()
        next(rows)
        children[-1].kill()
        with pytest.raises(UnreadableFile) as error:
            list(rows)
    assert (error.value.code, error.value.detail) == ("damaged", {"sheet": "People", "row": 2001})


def test_a_reader_that_stops_early_leaves_nothing_running(children: list["subprocess.Popen[bytes]"]) -> None:
    data = ALUMNI.read_bytes()
    layout = inspect(data, "alumni.xlsx")

    assert len(list(islice(read(data, layout), 2))) == 2
    assert children
    assert all(child.poll() is not None for child in children)


def test_records_after_the_first_are_those_that_all_have() -> None:
    data = ALUMNI.read_bytes()
    layout = inspect(data, "alumni.xlsx")
    whole = [row for row in read(data, layout) if row.number]

    assert [row for row in read(data, layout, after=20) if row.number] == whole[20:]


def test_who_reads_a_workbook_loads_nothing_that_opens_it() -> None:
    code = (
        "import sys; from pathlib import Path; from askwell.protocols.contacts import inspect, read\n"
        f"data = Path({str(ALUMNI)!r}).read_bytes(); list(read(data, inspect(data, 'a.xlsx')))\n"
        "print([name for name in ('openpyxl', 'lxml', 'numpy', 'PIL') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
