"""Files that are damaged, disguised or meant to do harm: a reason's code, or the records that are sound."""

import io
import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.protocols.child import Answer
from askwell.protocols.contacts import Aside, ContactRecord, UnreadableFile, inspect, read, workbooks, write_aside_csv
from askwell.protocols.sheets.reader import Reader
from askwell.protocols.sheets.serving import Desk

FILES = Path(__file__).parents[2] / "data" / "contacts"
BOOKS = [path.read_bytes() for path in sorted(FILES.rglob("*.*"))]


class Near(Reader):
    """Reads workbooks in this process: a child each would take minutes, and would end with what nobody foresaw."""

    def ask(self, data: bytes, *, how: str = "") -> Answer:
        if data:
            self._desk = Desk()
        return self._desk.answer(data, how)


def spent() -> float:
    """Seconds of work so far, those of ended children among them."""
    return sum(os.times()[:4])


def code_of(data: bytes, filename: str = "a.csv") -> str:
    with pytest.raises(UnreadableFile) as refused:
        inspect(data, filename)
    return refused.value.code


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def workbook(rows: list[tuple[object, ...]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def repacked(data: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    members[name] = members[name].replace(*change)
    return zipped(members)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\0\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "picture"),
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"{\\rtf1\\ansi Ann}", "document"),
        (zipped({"word/document.xml": b"<w/>"}), "document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "other_spreadsheet"),
        (b"\x1f\x8b\x08\0", "archive"),
        (bytes(range(1, 32)) * 40, "binary"),
        (b"<!DOCTYPE html><table><tr><td>Ann</td></tr></table>", "web_page"),
        (b"Dear Ann,\n\nthank you for your letter, which I read with joy.\nBo\n", "not_a_table"),
        (b'{"people": [{"x": 1}]}', "not_a_table"),
        (b"Name,Company,Email\n", "no_records"),
        (zipped({"a.txt": b"hello"}), "no_contacts_in_zip"),
        (zipped({"a.csv": b"colour,size\nred,5\n", "b.csv": b""}), "no_contacts_in_zip"),
        (b"PK\x03\x04 this is no zip at all", "damaged"),
        (workbook([("colour", "size"), ("red", 5)]), "not_a_table"),
        (workbook([]), "not_a_table"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_address_book_is_refused_with_the_reason(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_zip_bomb_is_refused_unopened() -> None:
    bomb = zipped({f"{n}.csv": b"\0" * (50 << 20) for n in range(9)})
    assert len(bomb) < 1 << 20
    started = time.process_time()
    assert code_of(bomb, "bomb.zip") == "too_large"
    assert time.process_time() - started < 0.5


def test_a_zip_of_endless_lists_is_not_unpacked() -> None:
    assert code_of(zipped({f"{n}.csv": b"Name,Email\n" * (5 << 20) for n in range(2)}), "lists.zip") == "too_large"


def test_an_encrypted_zip_says_so() -> None:
    data = bytearray(zipped({"Connections.csv": b"First Name,Last Name\nAnn,Lee\n"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_an_entity_bomb_in_a_workbook_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    data = repacked(
        workbook([("Name", "Email"), ("Ann", "a@post.example")]), "xl/worksheets/sheet1.xml", (b"<worksheet", bomb)
    )
    assert code_of(data, "a.xlsx") == "unsafe"


@pytest.mark.parametrize("part", [3, 5, 9])
def test_a_truncated_workbook_is_damaged(part: int) -> None:
    data = workbook([("Name", "Email")] + [(f"Ann {n}", f"a{n}@post.example") for n in range(500)])
    assert code_of(data[: len(data) * part // 10], "a.xlsx") == "damaged"


def test_a_workbook_broken_inside_is_damaged() -> None:
    data = repacked(
        workbook([("Name", "Email"), ("Ann", "a@post.example")]), "xl/worksheets/sheet1.xml", (b"</row>", b"</ro")
    )
    assert code_of(data, "a.xlsx") == "damaged"


def test_a_workbook_with_one_cell_at_the_end_of_the_world_is_read_quickly() -> None:
    book = workbook([("Name", "Email"), ("Ann Lee", "a@post.example"), ("Bo Fox", "b@post.example")])
    far = repacked(book, "xl/worksheets/sheet1.xml", (b'r="3"', b'r="1048576"'))
    started = spent()
    layout = inspect(far, "a.xlsx")
    assert [(row.number, row.line) for row in read(far, layout)] == [(1, 2), (2, 1048576)]
    assert spent() - started < 16


def test_a_note_of_two_megabytes_keeps_its_beginning_and_costs_nothing_else() -> None:
    note = "tea " * 500_000
    data = f"Name,Note\nAnn Lee,{note}\nBo Fox,short\n".encode()
    first, second = read(data, inspect(data, "a.csv"))
    assert isinstance(first, ContactRecord)
    assert isinstance(second, ContactRecord)
    assert (len(first.note), first.doubts) == (19_999, ("note_trimmed",))
    assert (second.note, second.doubts) == ("short", ())


def test_two_megabytes_on_a_card() -> None:
    data = b"BEGIN:VCARD\nFN:Ann Lee\nNOTE:" + b"x" * (2 << 20) + b"\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Fox\nEND:VCARD\n"
    first, second = read(data, inspect(data, "a.vcf"))
    assert isinstance(first, ContactRecord)
    assert isinstance(second, ContactRecord)
    assert (len(first.note), first.doubts, len(first.raw[0]) < 101_000) == (20_000, ("note_trimmed",), True)
    assert second.name.family == "Fox"


def test_a_formula_set_aside_cannot_run() -> None:
    data = b"Name,Company\n,=HYPERLINK(1)\n"
    (row,) = read(data, inspect(data, "a.csv"))
    assert isinstance(row, Aside)
    text = write_aside_csv([row], words={"not_a_person": "No person"}.__getitem__).decode("utf-8-sig")
    assert text == "line,sheet,reason,,\r\n2,,No person,,'=HYPERLINK(1)\r\n"


def test_a_formula_in_a_name_is_only_text() -> None:
    data = b"Name,Email\n\"=cmd|'/C calc'!A0\",ann@post.example\n"
    (row,) = read(data, inspect(data, "a.csv"))
    assert isinstance(row, ContactRecord)
    assert row.emails == ("ann@post.example",)


@pytest.mark.parametrize(
    "line",
    [b'x"y,"z\n', b'"\n', b'"a""b\n', b'a,"b\n', b'"a,b,c",""",d\n', b"," * 200 + b"\n"],
)
def test_endless_bad_quotation_is_read_in_linear_time(line: bytes) -> None:
    data = b"Name,Company\n" + line * 20_000
    started = time.process_time()
    try:
        layout = inspect(data, "a.csv")
        for _ in read(data, layout):
            pass
    except UnreadableFile:
        pass
    assert time.process_time() - started < 10


def test_a_hundred_thousand_columns() -> None:
    data = b"Name" + b",x" * 100_000 + b"\nAnn Lee" + b",y" * 100_000 + b"\n"
    rows = list(read(data, inspect(data, "a.csv")))
    assert len(rows) == 1


def test_thirty_megabytes_are_recognised_quickly() -> None:
    data = b"Name,Email,Company\n" + b"Ann Lee,ann@post.example,Cedar Foods Limited Partnership\n" * 540_000
    started = time.process_time()
    layout = inspect(data, "a.csv")
    assert layout.rows == 540_000
    assert time.process_time() - started < 12


def consume(data: bytes, filename: str) -> None:
    """Whatever the bytes: a refusal, or rows of the two kinds, numbered in order."""
    try:
        layout = inspect(data, filename)
    except UnreadableFile:
        return
    numbers = []
    for row in read(data, layout):
        assert isinstance(row, ContactRecord | Aside)
        numbers.append(row.number)
    records = [number for number in numbers if number]
    assert records == list(range(1, layout.rows + 1))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(
        [
            b"",
            b"Name,Email\n",
            b"First Name;Last Name;Phone\n",
            b"BEGIN:VCARD\n",
            b"PK\x03\x04",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            "姓名,公司\n".encode("gb18030"),
        ]
    ),
    st.binary(max_size=300),
)
@example(
    b"BEGIN:VCARD\n", b'N;X="\nFN;ENCODING=BASE64:a\nTEL:\\\nADR:\\;;\nN;CHARSET=hex;ENCODING=QUOTED-PRINTABLE:=FF'
)
@example(b"Name,Email\n", b'"\r"\r,\x85\n"')
def test_any_bytes_give_a_refusal_or_records(head: bytes, tail: bytes) -> None:
    consume(head + tail, "a.csv")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_address_book_gives_a_refusal_or_records(data: st.DataObject) -> None:
    book = data.draw(st.sampled_from(BOOKS))[: data.draw(st.sampled_from([3000, 30_000]))]
    at = data.draw(st.integers(0, len(book)))
    cut = data.draw(st.integers(0, 40))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbooks, "Reader", Near)
        consume(book[:at] + data.draw(st.binary(max_size=20)) + book[at + cut :], "a.csv")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_workbook_gives_a_refusal_or_records(data: st.DataObject) -> None:
    whole = next(book for book in BOOKS if book.startswith(b"PK"))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = data.draw(st.sampled_from(sorted(members)))
    at = data.draw(st.integers(0, len(members[name])))
    members[name] = (
        members[name][:at] + data.draw(st.binary(max_size=9)) + members[name][at + data.draw(st.integers(0, 30)) :]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbooks, "Reader", Near)
        consume(zipped(members), "a.xlsx")


BOMBS = {
    "ten thousand lines of photo": "PHOTO;ENCODING=b:\n" + " /9j/4AAQSkZJRgABAQAAAQABAAD\n" * 10_000,
    "a photo that is not folded": "PHOTO;ENCODING=BASE64:\n" + "/9j/4AAQSkZJRgABAQAAAQABAAD\n" * 10_000,
    "two hundred thousand properties": "".join(f"EMAIL:a{n}@post.example\n" for n in range(200_000)),
    "two hundred thousand names": "FN:Ann\nN:Lee;Ann;;;\nX-A:b\n" * 70_000,
    "two hundred thousand notes": "NOTE:a\nNICKNAME:b\nCATEGORIES:c,d\n" * 70_000,
    "an endless folded line": "NOTE:a\n" + " b\n" * 500_000,
    "an endless soft break": "NOTE;ENCODING=QUOTED-PRINTABLE:a\n" + "=20=\n" * 500_000,
    "endless parameters": "TEL" + ";TYPE=work" * 300_000 + ":604 555 0111\n",
    "quotation marks never closed": 'TEL;X="' + 'a;"' * 300_000 + "\n",
    "cards within cards": "AGENT:\nBEGIN:VCARD\n" * 30_000,
    "escapes without end": "ORG:" + "\\\\;" * 500_000 + "\n",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_of_a_card_costs_seconds_and_no_other_card(bomb: str) -> None:
    before, behind = (f"BEGIN:VCARD\nFN:{name}\nEND:VCARD\n" for name in ("Bo Fox", "Cy Diaz"))
    data = f"{before}BEGIN:VCARD\n{bomb}END:VCARD\n{behind}".encode()
    tracemalloc.start()
    began = time.process_time()
    rows = list(read(data, inspect(data, "a.vcf")))
    spent, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    names = [row.name.family for row in rows if isinstance(row, ContactRecord)]
    assert (names[0], names[-1]) == ("Fox", "Diaz")
    assert spent < 20  # under tracemalloc, on a busy machine; a square of the size would take minutes
    assert peak < 40 * len(data) + 20_000_000
