"""Word: what was laid out, as a document with real structure and without anything of this machine in it."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from askwell.protocols.papers import word_xml
from askwell.protocols.papers.laid import Entry, Laid, LaidLetter, Role, Section
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.laying_letters import lay_letter
from askwell.protocols.papers.layout import Layout, Template
from askwell.protocols.papers.letter import Letter
from askwell.protocols.papers.word_styles import blank, packed
from askwell.protocols.papers.words import CHINESE, words_of
from askwell.protocols.resumes import Resume


def docx(content: Resume | Letter, layout: Layout) -> bytes:
    """The document as DOCX; the same content gives the same bytes."""
    laid = lay_letter(content) if isinstance(content, Letter) else lay(content, layout)
    document = blank(laid, layout)
    if isinstance(laid, LaidLetter):
        _write_letter(document, laid)
    else:
        _write_resume(document, laid, plain=layout.template is Template.PLAIN)
    if laid.right_to_left:
        word_xml.right_to_left(document)
    return packed(document)


def _write_resume(document: Document, laid: Laid, plain: bool) -> None:
    if laid.name:
        document.add_paragraph(" ".join(part for part in (laid.name, laid.native_name) if part), "Title")
    if laid.headline:
        document.add_paragraph(laid.headline, "Subtitle")
    if laid.reach:
        _reach(document.add_paragraph(), laid)
    for section in laid.sections:
        if section.heading:
            document.add_paragraph(section.heading, "Heading 1")
        for entry in section.entries:
            _write_entry(document, entry, section, laid, plain)


def _reach(paragraph: Paragraph, laid: Laid) -> None:
    for place, piece in enumerate(laid.reach):
        if place:
            paragraph.add_run(" · ")
        if piece.url:
            word_xml.link(paragraph, piece.text, piece.url)
        else:
            paragraph.add_run(piece.text)


def _write_entry(document: Document, entry: Entry, section: Section, laid: Laid, plain: bool) -> None:
    if section.shape == "entries":
        _head(document, entry, laid, plain)
    elif entry.first or entry.second:
        _line(document.add_paragraph(), entry, section, laid)
    if entry.text:
        document.add_paragraph(entry.text)
    for line in entry.lines:
        document.add_paragraph(line, "List Bullet")


def _head(document: Document, entry: Entry, laid: Laid, plain: bool) -> None:
    """What, where and when, in the order in which they are read: dates stand at the end of a line, except where
    screening software may read."""
    first = [entry.first] if laid.when_first or plain else [entry.first, entry.second]
    head = document.add_paragraph(" ".join(part for part in first[:1] if part), "Heading 2")
    for part in filter(None, first[1:]):
        head.add_run(f"\u3000{part}").bold = False
    if entry.when and not plain:
        head.add_run(f"\t{entry.when}").bold = False
    below = [entry.second] if laid.when_first or plain else []
    for part in filter(None, [*below, entry.when if plain else ""]):
        at = document.add_paragraph(part)
        at.paragraph_format.keep_with_next = bool(entry.text or entry.lines)
        at.paragraph_format.space_after = Pt(1)


def _line(paragraph: Paragraph, entry: Entry, section: Section, laid: Laid) -> None:
    words = words_of(laid.language)
    if entry.first:
        paragraph.add_run(entry.first).bold = True
    if entry.second:
        between = words.colon if section.shape == "rows" else words.comma
        paragraph.add_run(f"{between if entry.first else ''}{entry.second}")
    if entry.when:
        paragraph.add_run(f"\t{entry.when}")


_CHINESE_RIGHT: tuple[Role, ...] = ("name", "date")


def _write_letter(document: Document, laid: LaidLetter) -> None:
    chinese = laid.language == CHINESE
    for block in laid.blocks:
        for line in block.lines:
            paragraph = document.add_paragraph(line)
            paragraph.paragraph_format.space_after = Pt(8 if block.role == "body" else 0)
            if block.role == "subject":
                paragraph.runs[0].bold = True
            if chinese and block.role == "body":
                paragraph.paragraph_format.first_line_indent = Pt(21)
            if chinese and block.role in _CHINESE_RIGHT:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_after = Pt(10)
