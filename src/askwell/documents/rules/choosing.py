"""What a resume tells of the story, as it is kept: what is ticked, in which order, and what is worded anew."""

from dataclasses import asdict, dataclass
from typing import Any

from askwell.lib.text import clean, clean_block

LONGEST_LINE, LONGEST_SUMMARY = 1000, 3000
"""Characters."""
MOST = 400
"""Entries of one list that are read."""
REACH = ("phone", "email", "place", "links", "native_name")
"""Of the top of a page, what can be left out."""


@dataclass(frozen=True, slots=True)
class Picked:
    """Something of the story, by its id. `text` is how it reads here where it was worded anew (None: as in the story),
    `told` what the story said then."""

    id: str
    on: bool = True
    text: str | None = None
    told: str = ""
    lines: tuple["Picked", ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """All of it, each list in the order of the page. `beside`: unpaid work stands beside paid, the newest first."""

    headline: str | None = None
    summary: str | None = None
    left_out: tuple[str, ...] = ()
    parts: tuple[Picked, ...] = ()
    skills: tuple[Picked, ...] = ()
    languages: tuple[Picked, ...] = ()
    references: tuple[Picked, ...] = ()
    beside: bool = True

    @property
    def is_begun(self) -> bool:
        """Whether anything was chosen yet; what the story holds more is new then."""
        return bool(self.parts or self.skills or self.languages or self.references)


LISTS = ("parts", "skills", "languages", "references")


def choice_of(kept: object) -> Choice:
    """What `written` wrote; of anything else, whatever makes sense."""
    told = kept if isinstance(kept, dict) else {}
    lists = {name: _picked(told.get(name)) for name in LISTS}
    out = told.get("left_out")
    return Choice(
        headline=_text(told.get("headline"), 200),
        summary=_block(told.get("summary")),
        left_out=tuple(name for name in REACH if isinstance(out, list) and name in out),
        beside=told.get("beside") is not False,
        **lists,
    )


def written(choice: Choice) -> dict[str, Any]:
    """As JSON values."""
    kept: dict[str, Any] = plain(asdict(choice))
    return kept


def plain(value: Any) -> Any:
    """JSON knows no tuples."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def _picked(kept: object, deep: bool = True) -> tuple[Picked, ...]:
    rows = kept[:MOST] if isinstance(kept, list | tuple) else ()
    found = (_one(row, deep) for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str))
    return tuple({one.id: one for one in found}.values())


def _one(row: dict[str, Any], deep: bool) -> Picked:
    return Picked(
        row["id"][:40],
        row.get("on") is not False,
        _text(row.get("text"), LONGEST_LINE),
        _text(row.get("told"), LONGEST_LINE) or "",
        _picked(row.get("lines"), deep=False) if deep else (),
    )


def _text(kept: object, limit: int) -> str | None:
    return clean(kept, limit=limit) if isinstance(kept, str) else None


def _block(kept: object) -> str | None:
    return clean_block(kept, limit=LONGEST_SUMMARY) if isinstance(kept, str) else None
