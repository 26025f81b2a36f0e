import io
import zipfile

import openpyxl
import pytest

from askwell.protocols.contacts.model import UnreadableFile
from askwell.protocols.contacts.plain import read_table

ROWS = [["姓名", "邮箱"], ["林薇", "lin@harbour.example"]]


def workbook(rows: list[list[str]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_in_any_encoding_and_with_any_delimiter(encoding: str, delimiter: str) -> None:
    data = "\r\n".join(delimiter.join(row) for row in ROWS).encode(encoding)

    assert [row.cells for row in read_table(data, most=10)] == ROWS


def test_a_workbook_and_its_blank_lines() -> None:
    found = read_table(workbook([ROWS[0], [], ROWS[1]]), most=10)

    assert [(row.line, row.cells) for row in found] == [(1, ROWS[0]), (3, ROWS[1])]


def test_one_more_than_wanted_says_that_there_are_more() -> None:
    data = "\n".join(["name,email", *(f"P {n},p{n}@x.example" for n in range(50))]).encode()

    assert len(read_table(data, most=10)) == 11


def test_cells_are_cut() -> None:
    assert len(read_table(b"name,note\nA," + b"x" * 100_000, most=5)[1].cells[1]) == 4000


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"%PDF-1.7 ...", "pdf"), (b"\x89PNG\r\n\x1a\n0000", "picture")]
)
def test_what_is_no_table_is_named(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_table(data, most=10)

    assert refused.value.code == code


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (61 << 20))

    with pytest.raises(UnreadableFile) as refused:
        read_table(out.getvalue(), most=10)

    assert refused.value.code == "too_large"
