"""Files that want to harm whoever opens them, and files that are none: refused with a reason, or read within bounds."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from askwell.protocols.resumes import MOST_BYTES, Reader, ResumeError
from askwell.protocols.resumes.kinds import read_any

RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def code_of(reader: Reader, data: bytes, filename: str = "") -> str:
    with pytest.raises(ResumeError) as refused:
        reader.read(data, filename)
    return refused.value.code


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """The zip with some of its parts replaced or added; `__` stands for a slash and `_dot_` for a dot."""
    named = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, named.pop(info.filename, old.read(info)))
        for name, part in named.items():
            new.writestr(name, part)
    return out.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def pdf(*texts: str, pages: int = 1) -> PdfWriter:
    """A PDF that shows each text on a line of its own, on each page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    stream = DecodedStreamObject()
    shown = "".join(f"BT /F1 11 Tf 72 {720 - 16 * n} Td ({text}) Tj ET\n" for n, text in enumerate(texts))
    stream.set_data(shown.encode("latin-1"))
    kept = writer._add_object(stream)
    for _ in range(pages):
        page = writer.add_blank_page(612, 792)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = kept
    return writer


def saved(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


LINES = ("Ana Teal", "Dyer", "ana@teal.example", "Work experience", "Dyer, Teal Mill, Mar 2020 - Present")


def test_what_is_no_resume_is_told_by_its_bytes(reader: Reader) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    files = {
        b"": "empty", b"\0\0 \n": "empty", b"\x89PNG\r\n": "picture", b"Dear Sir": "unknown_kind", ole: "old_word",
        ole + "EncryptedPackage".encode("utf-16-le"): "encrypted", b"PK\x03\x04 and no more": "damaged",
        b"%PDF-1.7 and no more": "damaged", b"<html>": "unknown_kind", b'{"a": 1}': "not_a_resume",
    }  # fmt: skip
    assert {data: code_of(reader, data) for data in files} == files


def test_entities_in_a_word_document_are_refused(reader: Reader) -> None:
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = word("Ana Teal")
    for name in ("word/document.xml", "word/styles.xml", "[Content_Types].xml"):
        xml = part_of(data, name).replace(b"?>", b"?>" + laughs, 1)
        assert code_of(reader, changed(data, **{name.replace("/", "__").replace(".", "_dot_"): xml})) == "unsafe"


def test_entities_behind_a_long_comment_are_refused_too(reader: Reader) -> None:
    data = word("Ana Teal", "LAUGH")
    for blanks, code in ((5_000, "unsafe"), (100_000, "damaged")):
        laughs = b"<!--" + b" " * blanks + b'--><!DOCTYPE l [<!ENTITY a "' + b"ha" * 1000 + b'">]>'
        xml = part_of(data, "word/document.xml").replace(b"?>", b"?>" + laughs, 1).replace(b"LAUGH", b"&a;" * 1000)
        assert code_of(reader, changed(data, word__document_dot_xml=xml)) == code


def test_relationships_to_the_outside_are_not_followed(reader: Reader) -> None:
    data = word("Ana Teal", "Dyer", "ana@teal.example")
    outside = (
        f'<Relationship Id="rId99" Type="{RELS}/attachedTemplate" TargetMode="External"'
        ' Target="http://127.0.0.1:9/template.dotm"/></Relationships>'
    )
    rels = part_of(data, "word/_rels/document.xml.rels").replace(b"</Relationships>", outside.encode())
    read = reader.read(changed(data, word___rels__document_dot_xml_dot_rels=rels))
    assert (read.resume.name, read.resume.headline, read.resume.email) == ("Ana Teal", "Dyer", "ana@teal.example")


def test_macros_are_left_alone(reader: Reader) -> None:
    data = word("Ana Teal", "ana@teal.example")
    types = part_of(data, "[Content_Types].xml").replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert types != part_of(data, "[Content_Types].xml")
    with_macros = changed(data, **{"[Content_Types]_dot_xml": types}, word__vbaProject_dot_bin=b"\xcc\x61" * 100)
    assert reader.read(with_macros).resume.name == "Ana Teal"


def test_a_zip_bomb_is_refused(reader: Reader) -> None:
    zeros = b"\0" * (60 << 20)
    bomb = changed(
        word("Ana"),
        word__media__a_dot_png=zeros,
        word__media__b_dot_png=zeros,
        word__media__c_dot_png=zeros,
        word__media__d_dot_png=zeros,
    )
    assert len(bomb) < 1 << 20
    assert code_of(reader, bomb) == "too_large"


def test_a_zip_of_very_many_files_is_refused(reader: Reader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(6000):
            archive.writestr(f"{number}.csv", "")
    assert code_of(reader, out.getvalue()) == "too_large"


def test_a_zip_of_something_else_is_refused(reader: Reader) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("holiday.jpg", b"\xff\xd8\xff")
    assert code_of(reader, out.getvalue()) == "no_resume_in_zip"


def test_a_word_document_that_says_nothing_has_no_text(reader: Reader) -> None:
    assert code_of(reader, word("", " ")) == "no_text"


def test_very_many_paragraphs_are_cut_and_named(reader: Reader) -> None:
    data = word("Ana Teal")
    body = part_of(data, "word/document.xml")
    more = body.replace(b"<w:sectPr", b"<w:p><w:r><w:t>Blue</w:t></w:r></w:p>" * 6000 + b"<w:sectPr", 1)
    read = reader.read(changed(data, word__document_dot_xml=more))
    assert [(remark.code, remark.text) for remark in read.remarks] == [("list_cut", "6001")]


def test_a_pdf_is_read(reader: Reader) -> None:
    read = reader.read(saved(pdf(*LINES)))
    (job,) = read.resume.work
    assert (read.kind, read.resume.name, read.resume.email) == ("pdf", "Ana Teal", "ana@teal.example")
    assert (job.title, job.organisation, job.start, job.end) == ("Dyer", "Teal Mill", "2020-03", "")


def test_scripts_in_a_pdf_are_not_run(reader: Reader) -> None:
    writer = pdf(*LINES)
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    assert reader.read(saved(writer)).resume.name == "Ana Teal"


def test_a_pdf_with_a_password_is_refused_and_one_that_only_forbids_printing_is_read(reader: Reader) -> None:
    codes = []
    for password in ("secret", ""):
        writer = pdf(*LINES)
        writer.encrypt(password, "owner", algorithm="AES-256")
        data = saved(writer)
        codes.append(code_of(reader, data) if password else reader.read(data).resume.name)
    assert codes == ["encrypted", "Ana Teal"]


def test_of_5000_pages_20_are_read_and_the_rest_is_named(reader: Reader) -> None:
    read = reader.read(saved(pdf(*LINES, pages=5000)))
    assert [(remark.code, remark.where) for remark in read.remarks] == [("pages_not_read", "21–5000")]
    assert read.resume.name == "Ana Teal"


def test_a_pdf_of_pictures_has_no_text(reader: Reader) -> None:
    assert code_of(reader, saved(pdf())) == "no_text"


def test_a_pdf_whose_table_of_objects_is_broken_is_read(reader: Reader) -> None:
    data = saved(pdf(*LINES))
    start = data.rindex(b"startxref")
    assert reader.read(data[:start] + b"startxref\n7\n%%EOF").resume.name == "Ana Teal"
    assert code_of(reader, data[: data.rindex(b"xref\n", 0, start)]) == "damaged"


def test_a_page_that_shows_itself_ends(reader: Reader) -> None:
    writer = pdf(*LINES)
    page = writer.pages[0]
    form = DecodedStreamObject()
    form.set_data(b"/Again Do")
    form[NameObject("/Subtype")] = NameObject("/Form")
    again = writer._add_object(form)
    forms = DictionaryObject({NameObject("/Again"): again})
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    page["/Resources"][NameObject("/XObject")] = forms  # type: ignore[index]
    stream = DecodedStreamObject()
    stream.set_data(PdfReader(io.BytesIO(saved(writer))).pages[0].get_contents().get_data() + b"/Again Do")  # type: ignore[union-attr]
    page[NameObject("/Contents")] = writer._add_object(stream)
    assert reader.read(saved(writer)).resume.name == "Ana Teal"


def test_a_stream_that_unpacks_to_too_much_harms_nobody(reader: Reader) -> None:
    writer = pdf(*LINES)
    stream = DecodedStreamObject()
    stream.set_data(b" " * (100 << 20))
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    assert code_of(reader, saved(writer)) in ("damaged", "too_much_memory", "too_slow", "crashed", "no_text")
    assert reader.read(saved(pdf(*LINES))).resume.name == "Ana Teal"


def test_too_many_bytes_are_refused_before_anything_is_started() -> None:
    with Reader() as idle:
        assert code_of(idle, b'{"basics": {}}' + b" " * MOST_BYTES) == "too_many_bytes"
        assert idle._child is None


def test_json_of_fifteen_megabytes_is_read_within_the_bounds(reader: Reader) -> None:
    lines = ["Dyed " + "blue " * 20] * 140_000
    read = reader.read(json.dumps({"work": [{"name": "Teal", "highlights": lines}]}).encode())
    assert len(read.resume.work[0].lines) == 1000
    assert [remark.code for remark in read.remarks] == ["list_cut"]


def test_a_child_out_of_time_is_replaced() -> None:
    with Reader(seconds=0.02) as hasty:
        assert code_of(hasty, saved(pdf(*LINES))) == "too_slow"
        hasty._seconds = 30
        assert hasty.read(saved(pdf(*LINES))).resume.name == "Ana Teal"


def test_the_child_has_no_network() -> None:
    code = (
        "import sys, io, socket; from askwell.protocols import child\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b''))\n"
        "child.serve(1 << 31, lambda data, how: ({}, b''))\n"
        "try: socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except PermissionError as error: sys.stderr.write(f'refused {error}')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "refused socket.getaddrinfo"


def test_a_web_process_loads_nothing_that_opens_files() -> None:
    heavy = ("pypdf", "docx", "lxml", "PIL")
    code = f"import sys, askwell.protocols.resumes; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


PDF, WORD = saved(pdf(*LINES)), word(*LINES)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from([PDF, WORD]), st.integers(0, 1 << 20), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(data: bytes, place: int, new: bytes) -> None:
    place %= len(data)
    try:
        read_any(data[:place] + new + data[place + len(new) :])
    except ResumeError as error:
        assert error.code  # noqa: PT017 - any of the named codes


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        read_any(start + data)
    except ResumeError as error:
        assert error.code  # noqa: PT017 - any of the named codes
