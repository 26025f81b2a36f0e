"""Which entries of a resume are in the story already, perhaps in somewhat other words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from uuid import UUID

from askwell.lib.text import HAN, fold
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.dates import in_years

_FAMILIES = (
    {ChapterKind.WORK, ChapterKind.VOLUNTEERING},
    {ChapterKind.EDUCATION, ChapterKind.COURSE, ChapterKind.CERTIFICATE},
)
"""Kinds that one and the same thing may be filed under."""
_NAMED = {ChapterKind.CERTIFICATE, ChapterKind.COURSE, ChapterKind.PROJECT, ChapterKind.AWARD, ChapterKind.PUBLICATION}
"""Kinds that are told apart by their names rather than by where and when they were."""
_FORMS = {"inc", "ltd", "llc", "corp", "corporation", "co", "company", "limited", "gmbh", "sa", "ltee", "the"}
_apart = re.compile(r"[\W_]+")
_form_zh = re.compile("(?:股份)?(?:有限)?公司$")
_FOR_EVER = 9999.0


class Line(Protocol):
    """An accomplishment as `queries.telling` has it."""

    @property
    def text(self) -> str: ...


class Part(Protocol):
    """A chapter as `queries.telling` has it."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and the chapter that it is already (`part`); `more` are the numbers of its lines that the chapter
    does not have."""

    entry: Entry
    part: Part | None = None
    more: tuple[int, ...] = ()


def compare(entries: Iterable[Entry], parts: Sequence[Part]) -> tuple[Found, ...]:
    """Each entry beside the story. A chapter answers for one entry only, the first that it fits."""
    left = list(parts)
    found = []
    for entry in entries:
        part = next((one for one in left if is_same(entry, one)), None)
        if part:
            left.remove(part)
        found.append(Found(entry, part, _more(entry, part) if part else ()))
    return tuple(found)


def is_same(entry: Entry, part: Part) -> bool:
    """The same organisation at overlapping times, or the same name."""
    if not _one_family(entry.kind, part.kind):
        return False
    titled, housed = is_alike(entry.title, part.title), is_alike(entry.organisation, part.organisation)
    one_without = not (entry.organisation and part.organisation)
    if entry.kind in _NAMED or part.kind in _NAMED:
        return titled and (housed or one_without)
    shared = _shared(entry, part)
    if titled:
        return (housed or one_without) and shared is not False
    return housed and bool(shared)


def is_alike(one: str, other: str) -> bool:
    """The same name, or one of them with a few words more: Maple Basket, Maple Basket Market Ltd."""
    first, second = sorted((_key(one), _key(other)), key=len)
    if not first or first == second:
        return bool(first)
    if re.search(f"[{HAN}]", first):
        return len(first) >= 4 and first in second
    return " " in first and f" {first} " in f" {second} "


def told(text: str) -> str:
    """A line as it is compared: without marks, case and accents."""
    return " ".join(_apart.split(fold(text))).strip()


def _one_family(kind: str, other: str) -> bool:
    return kind == other or any(kind in family and other in family for family in _FAMILIES)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    words = [word for word in told(name).split() if word not in _FORMS]
    return _form_zh.sub("", " ".join(words))


def _shared(entry: Entry, part: Part) -> bool | None:
    """Whether both lie at least half the shorter one's time together; None where one has no dates."""
    first, second = _span(entry.start, entry.end), _span(part.start, part.end)
    if first is None or second is None:
        return None
    together = min(first[1], second[1]) - max(first[0], second[0])
    shorter = min(first[1] - first[0], second[1] - second[0])
    return together > 0 and 2 * together >= shorter


def _span(start: str, end: str) -> tuple[float, float] | None:
    if not (start or end):
        return None
    begins = in_years(start) if start else in_years(end)
    return begins, in_years(end, last=True) if end else _FOR_EVER


def _more(entry: Entry, part: Part) -> tuple[int, ...]:
    there = {told(line.text) for line in part.lines}
    return tuple(n for n, line in enumerate(entry.lines) if told(line) not in there)
