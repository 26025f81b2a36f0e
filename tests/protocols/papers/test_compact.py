"""PDFs made smaller, without a change of what is in them."""

import io
import re

import pypdf
import typst

from askwell.protocols.papers.compact import compact

SOURCE = b'#set document(title: "T")\n= Head\n#for n in range(40) [- line #n #link("https://a.example")[here]]\n'


def written() -> bytes:
    made = typst.compile(SOURCE, format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


def test_the_same_pages_text_tags_and_links_are_in_fewer_bytes() -> None:
    before, after = written(), compact(written())
    assert len(after) < 0.6 * len(before)
    old, new = (pypdf.PdfReader(io.BytesIO(data), strict=True) for data in (before, after))
    assert [page.extract_text() for page in new.pages] == [page.extract_text() for page in old.pages]
    assert new.metadata == old.metadata
    for number in range(1, old.trailer["/Size"]):
        assert shown(new, number) == shown(old, number)


def shown(reader: pypdf.PdfReader, number: int) -> str:
    """An object as text, without the place in memory of the reader that its references name."""
    return re.sub(r"IndirectObject\((\d+), 0, \d+\)", r"\1", repr(reader.get_object(number)))


def test_what_was_not_written_by_typst_comes_back_as_it_was() -> None:
    for data in (b"", b"%PDF-1.7\n", compact(written()), written().replace(b"xref\n0 ", b"xref\n1 ")):
        assert compact(data) == data
