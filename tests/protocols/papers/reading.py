"""What others read in our documents, and what they ought to."""

import io
import re
import subprocess
from collections.abc import Iterable, Iterator

import docx
import pypdf

from askwell.protocols.papers.laid import Laid, LaidLetter


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_pdftotext(data: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def by_python_docx(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def said(laid: Laid | LaidLetter) -> Iterator[str]:
    """Every text of a document in the order in which it is read."""
    if isinstance(laid, LaidLetter):
        yield from (line for block in laid.blocks for line in block.lines)
        return
    yield from filter(None, (laid.name, laid.native_name, laid.headline))
    yield from (piece.text for piece in laid.reach)
    for section in laid.sections:
        yield from filter(None, [section.heading])
        for entry in section.entries:
            first = laid.when_first and section.shape == "entries"
            head = (entry.first, entry.when, entry.second) if first else (entry.first, entry.second, entry.when)
            yield from filter(None, (*head, entry.text, *entry.lines))


def not_in_order(texts: Iterable[str], found: str) -> list[str]:
    """The texts that do not follow in what was found, each after the one before it."""
    found, place, missed = flat(found), 0, []
    for text in texts:
        at = found.find(flat(text), place)
        if at < 0:
            missed.append(text)
        else:
            place = at + len(flat(text))
    return missed


def flat(text: str) -> str:
    """As one line; beside Chinese letters a space says nothing."""
    line = re.sub(r"\s+", " ", text)
    return re.sub(r" (?=[\u2e80-\uffef])|(?<=[\u2e80-\uffef]) ", "", line)
