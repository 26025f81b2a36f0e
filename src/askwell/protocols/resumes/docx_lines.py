"""A Word document's text as lines. Nothing outside of the file is followed, macros are left alone."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from askwell.protocols.resumes.bullets import BULLET, without_bullet
from askwell.protocols.resumes.found import Remark, ResumeError
from askwell.protocols.resumes.page.headings import section_named
from askwell.protocols.resumes.page.lines import Line, Span

MOST_LINES = 5_000
_OTHER_KINDS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_LISTS = ("list", "liste", "列表", "bullet", "puce", "项目符号")
_HEADINGS = ("heading", "titre ", "标题", "section", "überschrift")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = {qn("w:txbxContent"), qn("w:del"), qn("w:moveFrom"), _FALLBACK}
_BREAKS = {qn("w:br"), qn("w:cr")}
_LITTLE = 2
_WIDE_GAP = 5.0


def docx_lines(data: bytes) -> tuple[list[Line], list[Remark]]:
    """The lines in the order of the page, those of headers first; text boxes stand after their paragraph. Raises
    ResumeError "damaged" or "no_text"."""
    for kind in _OTHER_KINDS:
        PartFactory.part_type_for[kind] = DocumentPart
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
        document = part.document
        lines = list(_Walker(document).lines())
    except MemoryError:
        raise
    except Exception as error:  # the library meets damaged files with errors of every kind
        raise ResumeError("damaged") from error
    if not lines:
        raise ResumeError("no_text")
    cut = [Remark.of("list_cut", "", str(len(lines)))] if len(lines) > MOST_LINES else []
    return lines[:MOST_LINES], cut


class _Walker:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._styled = cache(self._style_says)
        self._styles = {style.style_id: style for style in document.styles}
        default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        self._default = default.style_id if default is not None else ""

    def lines(self) -> Iterator[Line]:
        for section in self._document.sections:
            for header in (section.first_page_header, section.header):
                if not header.is_linked_to_previous:
                    yield from self._block(header._element)
        yield from self._block(self._document.element.body)
        for section in self._document.sections:
            if not section.footer.is_linked_to_previous:
                yield from self._block(section.footer._element)

    def _block(self, element: Any) -> Iterator[Line]:
        gap = False
        for child in element:
            if child.tag == qn("w:p"):
                found = list(self._paragraph(child, gap))
                gap = not found
                yield from found
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag == qn("w:sdt"):
                for content in child.iterchildren(qn("w:sdtContent")):
                    yield from self._block(content)

    def _paragraph(self, element: Any, gap: bool) -> Iterator[Line]:
        paragraph = Paragraph(element, self._document._body)
        style = self._styles.get(_named_style(element, "w:pPr/w:pStyle") or self._default)
        name = (style.name if style is not None else "") or ""
        heading = name.lower().startswith(_HEADINGS) or bool(element.xpath("./w:pPr/w:outlineLvl[@w:val < 9]"))
        listed = self._is_listed(element, name)
        gap = gap or bool(
            paragraph.paragraph_format.space_before and paragraph.paragraph_format.space_before.pt > _WIDE_GAP
        )
        for spans in _broken(list(self._spans(element, paragraph))):
            text = "".join(span.text for span in spans)
            if not text.strip():
                continue
            bullet = listed or bool(BULLET.match(text))
            yield Line(_bare(spans) if bullet and BULLET.match(text) else spans, heading, bullet, gap)
            gap = False
        for box in _boxes(element):
            yield from self._block(box)

    def _is_listed(self, element: Any, name: str) -> bool:
        numbered = element.xpath("./w:pPr/w:numPr/w:numId[@w:val != 0]")
        return bool(numbered) or any(word in name.lower() for word in _LISTS)

    def _spans(self, element: Any, paragraph: Paragraph) -> Iterator[Span]:
        for run in _runs(element):
            shown = Run(run, paragraph)
            text = "".join(_texts(run))
            if text:
                bold, italic, size = self._look(shown, paragraph)
                yield Span(text, bold, italic, size)

    def _look(self, run: Run, paragraph: Paragraph) -> tuple[bool, bool, float]:
        own_style = _named_style(run._element, "w:rPr/w:rStyle")
        style = _named_style(paragraph._element, "w:pPr/w:pStyle") or self._default
        said = [self._styled(one) for one in (own_style, style)]
        bold = next((one for one in (run.bold, *(look[0] for look in said)) if one is not None), False)
        italic = next((one for one in (run.italic, *(look[1] for look in said)) if one is not None), False)
        own = run.font.size.pt if run.font.size else None
        return bold, italic, next((one for one in (own, *(look[2] for look in said)) if one), 11.0)

    def _style_says(self, style_id: str) -> tuple[bool | None, bool | None, float | None]:
        bold = italic = size = None
        style = self._styles.get(style_id)
        for _ in range(20):
            if style is None or not hasattr(style, "font"):
                break
            bold = style.font.bold if bold is None else bold
            italic = style.font.italic if italic is None else italic
            size = size or (style.font.size.pt if style.font.size else None)
            style = style.base_style
        return bold, italic, size

    def _table(self, table: Any) -> Iterator[Line]:
        for row in table.iterchildren(qn("w:tr")):
            cells = [lines for cell in row.iterchildren(qn("w:tc")) if (lines := list(self._block(cell)))]
            yield from _row(cells)


def _named_style(element: Any, path: str) -> str:
    """The id of the style that a paragraph or a run names."""
    found = element.find("/".join(map(qn, path.split("/"))))
    return str(found.get(qn("w:val"), "")) if found is not None else ""


def _row(cells: list[list[Line]]) -> Iterator[Line]:
    """The lines of a row's cells: side by side where all but one are short, else one cell after the other."""
    long = [cell for cell in cells if len(cell) > _LITTLE]
    sections = any(line.heading or section_named(line.text) for cell in cells for line in cell)
    if len(long) > 1 or (sections and any(len(cell) > 1 for cell in cells)):
        for before, cell in zip([[], *cells], cells, strict=False):
            labelled = len(before) == 1 and bool(section_named(before[0].text))
            yield replace(cell[0], fresh=not labelled)
            yield from cell[1:]
        return
    for beside in zip_longest(*cells):
        lines = [line for line in beside if line is not None]
        yield lines[0] if len(lines) == 1 else _joined(lines)


def _joined(lines: list[Line]) -> Line:
    spans: list[Span] = []
    for line in lines:
        spans += [Span("\t"), *line.spans] if spans else line.spans
    return Line(spans, lines[0].heading, lines[0].bullet, any(line.gap for line in lines))


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag not in _APART:
            yield from _runs(child)


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:tab"), qn("w:ptab")):
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"


def _boxes(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _broken(spans: list[Span]) -> Iterator[list[Span]]:
    """The spans of each line, where breaks end lines within a paragraph."""
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(Span(first, span.bold, span.italic, span.size))
        for text in others:
            yield line
            line = [Span(text, span.bold, span.italic, span.size)]
    yield line


def _bare(spans: list[Span]) -> list[Span]:
    """Without the mark of an item, which may be a span of its own."""
    text = "".join(span.text for span in spans)
    cut = len(text) - len(without_bullet(text))
    bare: list[Span] = []
    for span in spans:
        dropped = min(cut, len(span.text))
        cut -= dropped
        if span.text[dropped:]:
            bare.append(Span(span.text[dropped:], span.bold, span.italic, span.size))
    return bare
