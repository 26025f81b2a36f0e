"""What python-docx has no words for: links, lines below a paragraph, languages and East Asian fonts."""

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def element(tag: str, **attributes: str) -> Any:
    """An element of Word's own namespace with attributes of it."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def link(paragraph: Paragraph, text: str, url: str) -> None:
    """A run that leads to an address."""
    around = element("hyperlink")
    around.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = Run(OxmlElement("w:r"), paragraph)
    run.text = text
    around.append(run._r)
    paragraph._p.append(around)


def line_below(style: Any, colour: str) -> None:
    """A hairline below every paragraph of a style."""
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="4", space="2", color=colour))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc")


def fonts(style: Any, latin: str, asian: str) -> None:
    """The fonts of a style for every script; no theme decides."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("rFonts", ascii=latin, hAnsi=latin, eastAsia=asian, cs=latin))


def plain(style: Any) -> None:
    """A style without the lines and the wide letters that python-docx's own document has."""
    for part, tags in ((style.element.pPr, ("w:pBdr",)), (style.element.rPr, ("w:spacing", "w:kern"))):
        for old in [] if part is None else [old for tag in tags for old in part.findall(qn(tag))]:
            part.remove(old)


def languages(style: Any, latin: str, asian: str) -> None:
    """The languages that spelling is checked in."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val=latin, eastAsia=asian, bidi="ar-SA"))


def right_to_left(document: Document) -> None:
    """Every paragraph from right to left."""
    for paragraph in document.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        after = (
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:outlineLvl",
        )
        properties.insert_element_before(element("bidi"), *after)
