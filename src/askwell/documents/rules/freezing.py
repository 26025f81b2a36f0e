"""A document as JSON values, so that it can be kept as it was, and back. A resume is kept as JSON Resume."""

from dataclasses import asdict, fields
from typing import Any

from askwell.documents.rules.choosing import order_in, plain
from askwell.protocols.papers import SECTIONS, Layout, Letter, Template, order_of
from askwell.protocols.resumes import Resume, ResumeError, from_json_resume, to_json_resume

LETTER = "letter"
_JSON = {code: code for code in SECTIONS} | {"experience": "work", "volunteering": "volunteer"}
"""What JSON Resume calls the sections."""


def frozen(document: Resume | Letter) -> dict[str, Any]:
    """All it says, as JSON values."""
    return to_json_resume(document) if isinstance(document, Resume) else {LETTER: plain(asdict(document))}


def frozen_layout(layout: Layout) -> dict[str, Any]:
    """How it looks; the line that was being edited is not kept."""
    kept: dict[str, Any] = plain(asdict(layout))
    del kept["marked"]
    return kept


def json_resume(resume: Resume, layout: Layout) -> dict[str, Any]:
    """As JSON Resume, its sections in the order of the page."""
    told = to_json_resume(resume)
    order = [_JSON[code] for code in layout.order or order_of(layout.template)]
    last = [key for key in told if key not in order and key != "basics"]
    return {key: told[key] for key in ("basics", *order, *last) if key in told}


def thawed(kept: object) -> Resume | Letter:
    """The document that `frozen` wrote; an empty one where it is none."""
    if isinstance(kept, dict) and LETTER in kept:
        told = kept[LETTER]
        return _letter(told if isinstance(told, dict) else {})
    try:
        return from_json_resume(kept).resume
    except ResumeError:
        return Resume()


def layout_of(kept: object) -> Layout:
    """The layout that `frozen_layout` wrote; the usual one where that is none."""
    told = kept if isinstance(kept, dict) else {}
    usual, pages, turns = Layout(), told.get("pages"), told.get("mixed")
    return Layout(
        template=Template(told["template"]) if told.get("template") in list(Template) else usual.template,
        paper="a4" if told.get("paper") == "a4" else usual.paper,
        pages=pages if isinstance(pages, int) and 1 <= pages <= 20 else usual.pages,
        order=order_in(told.get("order")),
        volunteering_with_work=told.get("volunteering_with_work") is True,
        mixed=tuple(one is True for one in turns) if isinstance(turns, list | tuple) else (),
    )


def _letter(told: dict[str, Any]) -> Letter:
    blocks = ("sender", "recipient", "paragraphs")
    values = {field.name: _lines(told.get(field.name)) for field in fields(Letter) if field.name in blocks}
    texts = {field.name: _text(told.get(field.name)) for field in fields(Letter) if field.name not in blocks}
    return Letter(**{**values, **texts})  # type: ignore[arg-type]


def _lines(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
