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

TAB = "\t"


def docx(content: Resume | Letter, layout: Layout) -> bytes:
    """The document as DOCX; the same content gives the same bytes."""
    laid = lay_letter(content) if isinstance(content, Letter) else lay(content, layout)
    document = blank(laid, layout)
    if isinstance(laid, LaidLetter):
        _write_letter(document, laid)
    else:
        _write_resume(document, laid, layout.template)
    if laid.right_to_left:
        word_xml.right_to_left(document)
    return packed(document)


def _write_resume(document: Document, laid: Laid, template: Template) -> None:
    head = [document.add_paragraph(text, style) for text, style in _names(laid) if text]
    if laid.reach:
        head.append(_reach(document.add_paragraph(), laid))
        head[-1].paragraph_format.space_after = Pt(8)
    if template in (Template.FRENCH, Template.ACADEMIC):
        for paragraph in head:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for section in laid.sections:
        if section.heading:
            document.add_paragraph(section.heading, "Heading 1")
        for entry in section.entries:
            _write_entry(document, entry, section, laid, plain=template is Template.PLAIN)


def _names(laid: Laid) -> tuple[tuple[str, str], ...]:
    name = " ".join(part for part in (laid.name, laid.native_name) if part)
    return ((name, "Title"), (laid.headline, "Subtitle"))


def _reach(paragraph: Paragraph, laid: Laid) -> Paragraph:
    for place, piece in enumerate(laid.reach):
        if place:
            paragraph.add_run(" · ")
        if piece.url:
            word_xml.link(paragraph, piece.text, piece.url)
        else:
            paragraph.add_run(piece.text)
    return paragraph


def _write_entry(document: Document, entry: Entry, section: Section, laid: Laid, plain: bool) -> None:
    if section.shape == "entries":
        _head(document, entry, laid, plain)
    elif entry.first or entry.second:
        _line(document.add_paragraph(), entry, section, laid, plain)
    if entry.text:
        document.add_paragraph(entry.text)
    for line in entry.lines:
        if section.shape == "text":
            document.add_paragraph().add_run(line).italic = True
        else:
            document.add_paragraph(line, "List Bullet")


def _head(document: Document, entry: Entry, laid: Laid, plain: bool) -> None:
    """What, where and when, in the order in which they are read: dates stand at the end of a line, except where
    screening software may read."""
    one_line = not laid.when_first and not plain
    if entry.first or entry.when:
        head = document.add_paragraph(entry.first, "Heading 2")
        if one_line and entry.second:
            head.add_run(f"\u3000{entry.second}").bold = False
        if entry.when and not plain:
            head.add_run(f"\t{entry.when}").bold = False
    for part in () if one_line else (entry.second, entry.when if plain else ""):
        if part:
            below = document.add_paragraph(part).paragraph_format
            below.keep_with_next, below.space_after = bool(entry.text or entry.lines), Pt(1)


def _line(paragraph: Paragraph, entry: Entry, section: Section, laid: Laid, plain: bool) -> None:
    words = words_of(laid.language)
    between = words.colon if section.shape == "rows" else words.comma
    if entry.first:
        paragraph.add_run(entry.first).bold = True
    if entry.second:
        paragraph.add_run(f"{between if entry.first else ''}{entry.second}")
    if entry.when:
        paragraph.add_run(f"{words.comma if plain else TAB}{entry.when}")


def _write_letter(document: Document, laid: LaidLetter) -> None:
    for block in laid.blocks:
        for place, line in enumerate(block.lines):
            named = block.role == "sender" and place == 0 and line == laid.name
            paragraph = document.add_paragraph(line, "Title" if named else None)
            paragraph.paragraph_format.space_after = Pt(8 if block.role == "body" else 0)
            if laid.language == CHINESE:
                _as_chinese(paragraph, block.role, first=place == 0)
            elif block.role == "subject":
                paragraph.runs[0].bold = True
        paragraph.paragraph_format.space_after = Pt(28 if block.role == "closing" else 10)


def _as_chinese(paragraph: Paragraph, role: Role, first: bool) -> None:
    """The subject as a title, two letters of space before each paragraph and the closing, who and when at the end."""
    if role == "subject":
        paragraph.alignment, paragraph.runs[0].bold = WD_ALIGN_PARAGRAPH.CENTER, True
    if role == "body" or (role == "closing" and first):
        paragraph.paragraph_format.first_line_indent = Pt(21)
    if role in ("name", "date"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
