"""How things stood on the day of a decision: written down then, read again later beside how they stand now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Then:
    """An option as it stood, with what it was called; `option`: its id, empty in what was written without."""

    option: str
    title: str
    total: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wish with its share of the whole, in percent."""

    words: str
    percent: int


@dataclass(frozen=True, slots=True)
class Stood:
    """Options, the best first, wishes in their order, and how many insiders had spoken."""

    options: tuple[Then, ...]
    wishes: tuple[Wanted, ...]
    insiders: int


def written(stood: Stood) -> dict[str, Any]:
    """As JSON; it names nobody."""
    return {
        "options": [[one.option, one.title, one.total, one.low, one.high] for one in stood.options],
        "wishes": [[one.words, one.percent] for one in stood.wishes],
        "insiders": stood.insiders,
    }


def read(kept: object) -> Stood:
    """What `written` wrote. It may have come in with a backup and be anything: what does not fit is left out."""
    told: Mapping[str, Any] = kept if isinstance(kept, dict) else {}
    insiders = told.get("insiders")
    return Stood(
        options=tuple(_then(row) for row in _rows(told.get("options"), {4, 5}, 3)),
        wishes=tuple(Wanted(row[0], int(row[1])) for row in _rows(told.get("wishes"), {2}, 1)),
        insiders=insiders if isinstance(insiders, int) else 0,
    )


def _then(row: Sequence[Any]) -> Then:
    *names, total, low, high = row
    return Then("" if len(names) == 1 else names[0], names[-1], float(total), float(low), float(high))


def _rows(kept: object, lengths: set[int], numbers: int) -> list[Sequence[Any]]:
    """Those of the right length that end in so many numbers, with words before."""
    rows = kept if isinstance(kept, list) else []
    return [row for row in rows if isinstance(row, list) and len(row) in lengths and _is_row(row, numbers)]


def _is_row(row: Sequence[Any], numbers: int) -> bool:
    words, counts = row[:-numbers], row[-numbers:]
    return all(isinstance(one, str) for one in words) and all(
        isinstance(one, int | float) and 0 <= one <= 100 for one in counts
    )
