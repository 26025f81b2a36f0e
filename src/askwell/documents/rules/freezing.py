"""A document as JSON values, so that it can be kept as it was, and back. A resume is kept as JSON Resume."""

from dataclasses import asdict, fields
from typing import Any

from askwell.documents.rules.choosing import plain
from askwell.protocols.papers import Layout, Letter, Template
from askwell.protocols.resumes import Resume, ResumeError, from_json_resume, to_json_resume

LETTER = "letter"


def frozen(document: Resume | Letter) -> dict[str, Any]:
    """All it says, as JSON values."""
    return to_json_resume(document) if isinstance(document, Resume) else {LETTER: plain(asdict(document))}


def frozen_layout(layout: Layout) -> dict[str, Any]:
    """How it looks; the line that was being edited is not kept."""
    kept: dict[str, Any] = plain(asdict(layout))
    del kept["marked"]
    return kept


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
    usual, pages = Layout(), told.get("pages")
    return Layout(
        template=Template(told["template"]) if told.get("template") in list(Template) else usual.template,
        paper="a4" if told.get("paper") == "a4" else usual.paper,
        pages=pages if isinstance(pages, int) and 1 <= pages <= 20 else usual.pages,
        volunteering_with_work=told.get("volunteering_with_work") is True,
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
