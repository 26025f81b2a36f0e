"""Values of a JSON that may hold anything anywhere: taken where they fit, told of where they do not."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.protocols.resumes.dates import is_current, parse_date
from askwell.protocols.resumes.found import Remark

MOST_ITEMS = 1000
"""Of one list."""
_LONGEST_LINE, _LONGEST_BLOCK = 2_000, 20_000
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ].*", re.DOTALL)
T = TypeVar("T")


class Notes:
    """The remarks on one file, in order; at most a few hundred."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []

    def add(self, code: str, where: str, value: object = "") -> None:
        if len(self.remarks) < MOST_ITEMS:
            self.remarks.append(Remark.of(code, where, shown(value)))


def shown(value: object) -> str:
    """A value as somebody can read it."""
    if isinstance(value, str):
        return clean(value[:1000])
    try:
        return json.dumps(value, ensure_ascii=False)[:1000]
    except RecursionError:
        return "…"


class Item:
    """One object: its fields are taken by name, and `rest` remarks on those that nobody took."""

    def __init__(self, value: dict[str, Any], where: str, notes: Notes) -> None:
        self._left, self._where, self._notes = dict(value), where, notes

    def text(self, *names: str) -> str:
        """The first of the fields that says something, on one line."""
        return self._first(names, lambda value, where: self._text(value, where, clean, _LONGEST_LINE))

    def block(self, *names: str) -> str:
        """The same with its line breaks."""
        return self._first(names, lambda value, where: self._text(value, where, clean_block, _LONGEST_BLOCK))

    def date(self, *names: str) -> str:
        return self._first(names, self._date)

    def link(self, *names: str) -> str:
        return self._first(names, self._link)

    def email(self, *names: str) -> str:
        return self._first(names, self._email)

    def texts(self, *names: str) -> tuple[str, ...]:
        """The first of the fields that is a list of texts, or one text."""
        for name in names:
            if name in self._left:
                found = [self._text(value, at, clean, _LONGEST_LINE) for value, at in self._values(name)]
                return tuple(filter(None, found))
        return ()

    def items(self, name: str) -> "Iterable[Item | str]":
        """The objects of a list; a text stands for an object of which only the name is said."""
        for value, where in self._values(name):
            if isinstance(value, dict):
                yield Item(value, where, self._notes)
            elif text := self._text(value, where, clean, _LONGEST_LINE):
                yield text

    def item(self, name: str) -> "Item":
        """The object of a field, an empty one where it is none."""
        value = self._left.pop(name, None)
        if value is not None and not isinstance(value, dict):
            self._notes.add("wrong_type", self._at(name), value)
        return Item(value if isinstance(value, dict) else {}, self._at(name), self._notes)

    def has(self, name: str) -> bool:
        return name in self._left

    def again(self, name: str, value: str) -> None:
        """Put back what was taken and has no place after all."""
        self._left[name] = value

    def skip(self, *names: str) -> None:
        """Fields that say nothing about the person."""
        for name in names:
            self._left.pop(name, None)

    def rest(self) -> None:
        """Remark on what is left over and not empty."""
        for name, value in self._left.items():
            if value not in (None, "", [], {}):
                self._notes.add("unknown_field", self._at(name), value)

    def _first(self, names: Iterable[str], take: Callable[[Any, str], str]) -> str:
        for name in names:
            if name in self._left and (found := take(self._left.pop(name), self._at(name))):
                return found
        return ""

    def _at(self, name: str) -> str:
        return clean(f"{self._where}.{name}".removeprefix("."), limit=200)

    def _values(self, name: str) -> Iterable[tuple[Any, str]]:
        value = self._left.pop(name, None)
        values = value if isinstance(value, list) else [] if value is None else [value]
        if len(values) > MOST_ITEMS:
            self._notes.add("list_cut", self._at(name), f"{len(values)}")
        listed = isinstance(value, list)
        for place, one in enumerate(values[:MOST_ITEMS]):
            yield one, f"{self._at(name)}[{place}]" if listed else self._at(name)

    def _text(self, value: Any, where: str, tidy: Callable[[str], str], most: int) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            self._notes.add("wrong_type", where, value)
            return ""
        text = tidy(value if isinstance(value, str) else "" if value is None else str(value))
        if len(text) > most:
            self._notes.add("text_cut", where, f"{len(text)}")
        return tidy(text[:most])

    def _date(self, value: Any, where: str) -> str:
        text = self._text(value, where, clean, _LONGEST_LINE)
        if not text or is_current(text):
            return ""
        date = parse_date(_TIME.sub(r"\1", text))
        if not date:
            self._notes.add("date_unreadable", where, text)
        return date

    def _link(self, value: Any, where: str) -> str:
        text = self._text(value, where, clean, _LONGEST_LINE)
        link = normalise_link(text) if text else ""
        if link is None:
            self._notes.add("address_unreadable", where, text)
        return link or ""

    def _email(self, value: Any, where: str) -> str:
        text = self._text(value, where, clean, _LONGEST_LINE)
        email = normalise_email(text) if text else ""
        if email is None:
            self._notes.add("address_unreadable", where, text)
        return email or ""
