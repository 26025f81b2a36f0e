"""A PDF's text as lines in reading order: columns one after the other, paragraphs whole. Scripts are not run."""

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader

from askwell.protocols.resumes.found import Remark, ResumeError
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.pdf_columns import Flow, in_columns
from askwell.protocols.resumes.pdf_paragraphs import paragraphs
from askwell.protocols.resumes.pdf_rows import Chunk, chunks_of
from askwell.protocols.resumes.pdf_text import fonts_of, page_pieces
from askwell.protocols.resumes.pdf_weights import heavier

MOST_PAGES = 20
_FEWEST_LETTERS = 20
_SAME_LINE = 3.0
"""Points."""
_NUMBER = r"(?:page|p\.|第)?\s*\d{1,2}\s*(?:页)?\s*(?:(?:of|de|sur|/|共)\s*\d{1,2}\s*页?)?"
_PAGE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_NUMBERED = re.compile(rf"(?P<after>\D*\w)[\W_]+{_NUMBER}|{_NUMBER}[\W_]+(?P<before>\w\D*)", re.IGNORECASE)


def pdf_lines(data: bytes) -> tuple[list[Line], list[Remark]]:
    """The lines of the first 20 pages. Raises ResumeError "encrypted", "damaged" or "no_text"."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no news to anybody
    try:
        pages, remarks = _pages(data)
    except (ResumeError, MemoryError):
        raise
    except Exception as error:  # the library meets damaged files with errors of every kind
        raise ResumeError("damaged") from error
    if sum(char.isalpha() for page in pages for chunk in page for char in chunk.text) < _FEWEST_LETTERS:
        raise ResumeError("no_text")
    return list(_lines(in_columns(pages))), remarks


def _pages(data: bytes) -> tuple[list[list[Chunk]], list[Remark]]:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise ResumeError("encrypted")
    count = len(reader.pages)
    remarks = [Remark.of("pages_not_read", f"{MOST_PAGES + 1}–{count}")] if count > MOST_PAGES else []
    pages: list[list[Chunk]] = []
    shown = [reader.pages[number] for number in range(min(count, MOST_PAGES))]
    fonts = [fonts_of(page) for page in shown]
    heavy = heavier(font for named in fonts for font in named.values())
    for number, page in enumerate(shown):
        pieces, turned = page_pieces(page, fonts[number], heavy)
        pages.append(_without_furniture(chunks_of(pieces, number + 1), pages[:1]))
        if "".join(turned).strip():
            remarks.append(Remark.of("text_turned", f"page {number + 1}", "".join(turned)))
    return pages, remarks


def _without_furniture(chunks: list[Chunk], first: list[list[Chunk]]) -> list[Chunk]:
    """Without numbers of pages, and what is repeated at the head of each page, beside its number too."""
    top = {chunk.text.strip() for page in first for chunk in page[:3]}
    edges = (*chunks[:3], *chunks[-2:]) if first else ()
    furniture = [chunk for chunk in edges if chunk.text.strip() in top or _is_running_head(chunk.text.strip(), top)]
    ends = [chunk for chunk in (*chunks[:3], *chunks[-3:]) if not _goes_on(chunk, chunks)]
    numbers = [chunk for chunk in ends if _PAGE_NUMBER.fullmatch(chunk.text.strip())]
    return [chunk for chunk in chunks if chunk not in furniture and chunk not in numbers]


def _goes_on(chunk: Chunk, chunks: list[Chunk]) -> bool:
    """Whether something stands at the right of it on its line."""
    return any(other.x0 > chunk.x0 and abs(other.y - chunk.y) < _SAME_LINE for other in chunks)


def _is_running_head(text: str, top: set[str]) -> bool:
    """Whether it is the beginning of something at the head of the first page, with the number of a page."""
    numbered = _NUMBERED.fullmatch(text)
    name = numbered["after"] or numbered["before"] if numbered else ""
    return bool(name) and any(title == name or title.startswith(f"{name} ") for title in top)


def _lines(flows: list[Flow]) -> Iterator[Line]:
    for flow in flows:
        yield from paragraphs(flow)
