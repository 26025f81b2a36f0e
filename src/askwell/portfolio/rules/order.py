"""In which order a story is told."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Something with dates as text; see `protocols.resumes.model`."""

    start: str
    end: str


Some = TypeVar("Some", bound=Dated)


def newest_first(parts: Iterable[Some]) -> list[Some]:
    """What goes on first, then what ended last, what began last, and what has no date."""
    return sorted(parts, key=lambda part: (bool(part.start or part.end), _until(part), part.start), reverse=True)


def _until(part: Dated) -> str:
    return part.end or ("9999" if part.start else "")
