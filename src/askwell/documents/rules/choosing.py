"""What a resume tells of the story, as it is kept: what is ticked, in which order, and what is worded anew."""

from dataclasses import asdict, dataclass
from typing import Any

from askwell.lib.text import clean, clean_block
from askwell.protocols.papers import SECTIONS

LONGEST_LINE, LONGEST_SUMMARY = 1000, 3000
"""Characters."""
MOST = 400
"""Entries of one list that are read."""
REACH = ("phone", "email", "place", "links", "native_name")
"""Of the top of a page, what can be left out."""


@dataclass(frozen=True, slots=True)
class Worded:
    """How something reads here in one language (as the story spells it); `told` is what the story said then."""

    language: str
    text: str
    told: str = ""


Words = tuple[Worded, ...]
"""What was worded anew, once a language; where nothing is, it reads as in the story."""


def words_in(words: Words, language: str) -> Worded | None:
    return next((one for one in words if one.language == language), None)


def word_anew(words: Words, language: str, text: str | None, told: str = "") -> Words:
    """With these words in this language; None: as the story has it. Those of other languages stay."""
    others = tuple(one for one in words if one.language != language)
    return others if text is None else (*others, Worded(language, text, told))


@dataclass(frozen=True, slots=True)
class Picked:
    """Something of the story, by its id, and what was worded anew of it."""

    id: str
    on: bool = True
    words: Words = ()
    lines: tuple["Picked", ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """All of it, each list in the order of the page. `beside`: unpaid work stands beside paid, the newest first unless
    it was moved `by_hand`. `order` has the sections as they were moved; (): as the template has them."""

    headline: Words = ()
    summary: Words = ()
    left_out: tuple[str, ...] = ()
    parts: tuple[Picked, ...] = ()
    skills: tuple[Picked, ...] = ()
    languages: tuple[Picked, ...] = ()
    references: tuple[Picked, ...] = ()
    beside: bool = True
    by_hand: bool = False
    order: tuple[str, ...] = ()

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
        headline=_words(told.get("headline"), LONGEST_LINE),
        summary=_words(told.get("summary"), LONGEST_SUMMARY),
        left_out=tuple(name for name in REACH if isinstance(out, list) and name in out),
        beside=told.get("beside") is not False,
        by_hand=told.get("by_hand") is True,
        order=order_in(told.get("order")),
        **lists,
    )


def order_in(kept: object) -> tuple[str, ...]:
    """Codes of sections, each once; what is none is left out."""
    codes = kept if isinstance(kept, list | tuple) else ()
    return tuple(dict.fromkeys(code for code in codes if code in SECTIONS))


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
        _words(row.get("words"), LONGEST_LINE),
        _picked(row.get("lines"), deep=False) if deep else (),
    )


def _words(kept: object, limit: int) -> Words:
    rows = kept if isinstance(kept, list | tuple) else ()
    found = (_worded(row, limit) for row in rows if isinstance(row, dict))
    return tuple({one.language: one for one in found if one.language}.values())


def _worded(row: dict[str, Any], limit: int) -> Worded:
    language, text, told = (row.get(name) for name in ("language", "text", "told"))
    return Worded(_line(language, 10), _block(text, limit), _block(told, limit))


def _line(kept: object, limit: int) -> str:
    return clean(kept, limit=limit) if isinstance(kept, str) else ""


def _block(kept: object, limit: int) -> str:
    return clean_block(kept, limit=limit) if isinstance(kept, str) else ""
