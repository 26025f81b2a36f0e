"""A document as JSON values, so that it can be kept as it was, and back."""

from dataclasses import asdict, fields
from typing import Any, TypeVar, cast

from askwell.protocols.papers import Layout, Letter, Template
from askwell.protocols.resumes import (
    Award,
    Certificate,
    Interest,
    Job,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

_ROWS: dict[str, Any] = {
    "links": Link,
    "work": Job,
    "volunteering": Job,
    "education": Study,
    "certificates": Certificate,
    "projects": Project,
    "skills": Skill,
    "languages": Spoken,
    "awards": Award,
    "publications": Publication,
    "interests": Interest,
    "references": Reference,
}
_LISTS = {"lines", "courses", "parts", "sender", "recipient", "paragraphs", "order"}
Row = TypeVar("Row")


def frozen(document: Resume | Letter | Layout) -> dict[str, Any]:
    """All it says, as JSON values."""
    kept: dict[str, Any] = _plain(asdict(document))
    return kept


def _plain(value: Any) -> Any:
    """JSON knows no tuples."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value


def thawed(kept: object) -> Resume | Letter:
    """The document that `frozen` wrote; of anything else, whatever makes sense."""
    told = kept if isinstance(kept, dict) else {}
    return _thawed(Letter, {"language": "", **told}) if "paragraphs" in told else _thawed(Resume, told)


def layout_of(kept: object) -> Layout:
    """The layout that `frozen` wrote; the usual one where that is none."""
    told = kept if isinstance(kept, dict) else {}
    usual = Layout()
    pages = told.get("pages")
    return Layout(
        template=Template(told["template"]) if told.get("template") in set(Template) else usual.template,
        paper="a4" if told.get("paper") == "a4" else "letter",
        pages=pages if isinstance(pages, int) and 1 <= pages <= 20 else usual.pages,
        volunteering_with_work=told.get("volunteering_with_work") is True,
    )


def _thawed(kind: type[Row], told: dict[str, Any]) -> Row:
    names = {field.name for field in fields(cast(Any, kind))}
    return kind(**{name: _value(name, value) for name, value in told.items() if name in names})


def _value(name: str, value: object) -> object:
    if name in _ROWS and name != "parts":
        rows = value if isinstance(value, list | tuple) else ()
        return tuple(
            _thawed(_ROWS[name], {"name": "", "title": "", "url": ""} | row) for row in rows if isinstance(row, dict)
        )
    if name in _LISTS:
        return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()
    return value if isinstance(value, str) else ""
