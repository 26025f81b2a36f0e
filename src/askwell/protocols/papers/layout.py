"""What a writer of the page may choose, and what is said of the page that came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Template(StrEnum):
    """A look of our own. `CLASSIC` has a serif name and coloured heads; `PLAIN` one column without decoration, for
    screening software; `CHINESE` follows a 中文简历, employer before role; `FRENCH` a curriculum vitæ of Québec;
    `ACADEMIC` has publications and teaching, and may be long."""

    CLASSIC = "classic"
    PLAIN = "plain"
    CHINESE = "chinese"
    FRENCH = "french"
    ACADEMIC = "academic"


SECTIONS = (
    "summary",
    "experience",
    "volunteering",
    "teaching",
    "education",
    "certificates",
    "projects",
    "publications",
    "awards",
    "skills",
    "languages",
    "interests",
    "references",
)
_ORDERS = {
    Template.CHINESE: (
        "education experience volunteering teaching projects publications awards certificates skills languages "
        "summary interests references"
    ),
    Template.FRENCH: (
        "summary skills languages experience volunteering teaching education certificates projects publications "
        "awards interests references"
    ),
    Template.ACADEMIC: (
        "summary education experience publications teaching projects awards volunteering certificates skills "
        "languages interests references"
    ),
}


def order_of(template: Template) -> tuple[str, ...]:
    """The codes of all sections, as they stand on a page of this template unless somebody orders them."""
    return tuple(_ORDERS[template].split()) if template in _ORDERS else SECTIONS


def whole_order(template: Template, order: Sequence[str]) -> tuple[str, ...]:
    """An order with the sections that it does not name, each after the one that it follows on a page of the
    template."""
    whole, before = list(order), ""
    for code in order_of(template):
        if code not in whole:
            whole.insert(whole.index(before) + 1 if before else 0, code)
        before = code
    return tuple(whole)


def recency(start: str, end: str) -> str:
    """To sort by: what goes on comes last, after what ended last; what has no date first."""
    return end or ("9999" if start else "")


def templates_for(language: str) -> tuple[Template, ...]:
    """The templates that suit a document in this language, the likeliest first."""
    if language.startswith("zh"):
        return (Template.CHINESE, Template.CLASSIC, Template.PLAIN, Template.ACADEMIC)
    if language.startswith("fr"):
        return (Template.FRENCH, Template.CLASSIC, Template.PLAIN, Template.ACADEMIC)
    return (Template.CLASSIC, Template.PLAIN, Template.ACADEMIC)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is laid out. `pages` is the most it may take: size and space are tightened in small steps, down
    to what can still be read, until it does. `order` has the codes of the sections to print (`order_of` knows them
    all); a section that is not named is left out, and () means all in the template's own order.
    `volunteering_with_work` puts unpaid work beside paid: as `mixed` has it (of each job whether it is unpaid), then
    the latest first. `marked` is the text of the line being
    edited: it is highlighted in pictures, never in a PDF."""

    template: Template = Template.CLASSIC
    paper: Literal["letter", "a4"] = "letter"
    pages: int = 1
    order: tuple[str, ...] = ()
    volunteering_with_work: bool = False
    mixed: tuple[bool, ...] = ()
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF. `fill` is the share of the last page that is used. `overflow` says that it takes more pages than allowed
    even at the smallest size. `missing_glyphs` are letters that no font of ours can show; a box stands for each."""

    data: bytes
    pages: int
    fill: float
    overflow: bool
    missing_glyphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pictured:
    """The pages as SVG, each a picture of its own; the rest as of `Printed`."""

    svgs: tuple[str, ...]
    pages: int
    fill: float
    overflow: bool
    missing_glyphs: tuple[str, ...]
