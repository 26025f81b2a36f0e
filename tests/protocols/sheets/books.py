"""Workbooks as tests need them."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

PEOPLE = [["Name", "Email"], ["Ann Lee", "ann@post.example"]]
_KIND = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_NAMES = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book_of(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: str = "") -> bytes:
    book, out = openpyxl.Workbook(write_only=True), io.BytesIO()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def with_strings(data: bytes, items: bytes, row: bytes = b"") -> bytes:
    """The same workbook with these shared strings, which every cell may name, and with one row more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = members[sheet].replace(b"</sheetData>", row + b"</sheetData>")
    members["xl/sharedStrings.xml"] = b'<sst xmlns="' + _NAMES + b'">' + items + b"</sst>"
    part = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + _KIND + b'"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", part)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def bomb(strings: int) -> bytes:
    """A list of one person, and as many shared strings as wanted, of which no cell names any."""
    return with_strings(book_of({"People": PEOPLE}), b"".join(b"<si><t>abc%d</t></si>" % n for n in range(strings)))
