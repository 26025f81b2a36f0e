"""A Word document without text: its page, its styles and what it says of itself."""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Length, Pt, RGBColor

from askwell.protocols.papers import word_xml
from askwell.protocols.papers.laid import Laid, LaidLetter
from askwell.protocols.papers.layout import Layout, Template
from askwell.protocols.papers.words import CHINESE

_SIZES = {"letter": (Inches(8.5), Inches(11)), "a4": (Inches(8.27), Inches(11.69))}
_SIDE = Inches(0.9)
_TAGS = {"en": "en-CA", "fr": "fr-CA", "zh": "en-CA"}
_THEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Look:
    """The fonts and the colour of a template in Word, of fonts that Word brings along."""

    text: str = "Calibri"
    heads: str = "Calibri"
    accent: str = "20242C"
    line: str = ""


_LOOKS = {
    Template.CLASSIC: Look(heads="Georgia", accent="B4460F", line="D9CFBF"),
    Template.PLAIN: Look(),
    Template.CHINESE: Look(accent="1F4E5F", line="1F4E5F"),
    Template.FRENCH: Look(accent="23406B", line="23406B"),
    Template.ACADEMIC: Look(text="Cambria", heads="Cambria", line="20242C"),
}
_ASIAN = "Microsoft YaHei"


def blank(laid: Laid | LaidLetter, layout: Layout) -> Document:
    """A document of this language and paper, styled as its template is."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _SIZES[layout.paper]
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = Inches(0.8)
    _style(document, _LOOKS[layout.template], laid.language == CHINESE)
    word_xml.languages(document.styles["Normal"], _TAGS[laid.language], "zh-CN")
    properties = document.core_properties
    properties.author, properties.title, properties.comments = laid.name[:255], laid.title[:255], ""
    properties.language = "zh-CN" if laid.language == CHINESE else _TAGS[laid.language]
    properties.last_modified_by = ""
    properties.created = properties.modified = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    return document


def _style(document: Document, look: Look, chinese: bool) -> None:
    _paragraph(document, "Normal", look.text, 10.5, after=3, line=1.25 if chinese else 1.08)
    _paragraph(document, "Title", look.heads, 22, bold=True, after=2)
    _paragraph(document, "Subtitle", look.text, 11, bold=True, after=2)
    _paragraph(document, "Heading 1", look.heads, 12.5, bold=True, before=11, after=4, colour=look.accent)
    _paragraph(document, "Heading 2", look.text, 10.5, bold=True, before=6, after=0)
    _paragraph(document, "List Bullet", look.text, 10.5, after=1.5)
    bullets = document.styles["List Bullet"].paragraph_format
    bullets.left_indent, bullets.first_line_indent = Pt(12), Pt(-12)
    if look.line:
        word_xml.line_below(document.styles["Heading 1"], look.line)
    room = document.sections[0].page_width or Length(0)
    document.styles["Heading 2"].paragraph_format.tab_stops.add_tab_stop(
        Length(room - 2 * _SIDE), WD_TAB_ALIGNMENT.RIGHT
    )
    document.styles["Normal"].paragraph_format.tab_stops.add_tab_stop(Length(room - 2 * _SIDE), WD_TAB_ALIGNMENT.RIGHT)


def _paragraph(
    document: Document,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.08,
    colour: str = "20242C",
) -> None:
    style = document.styles[name]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    word_xml.plain(style)
    word_xml.fonts(style, font, _ASIAN)
    format_ = style.paragraph_format
    format_.space_before, format_.space_after, format_.line_spacing = Pt(before), Pt(after), line
    format_.widow_control = True
    format_.keep_with_next = name.startswith("Heading") or None


def packed(document: Document) -> bytes:
    """The file; the same document gives the same bytes, whenever it is written."""
    written, packed_ = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed_, "w", zipfile.ZIP_DEFLATED) as out:
        for part in parts.infolist():
            out.writestr(zipfile.ZipInfo(part.filename, _THEN), parts.read(part), zipfile.ZIP_DEFLATED)
    return packed_.getvalue()
