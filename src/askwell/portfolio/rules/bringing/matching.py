"""Which entries of a resume are in the story already, perhaps in somewhat other words."""

import re
from collections.abc import Sequence
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
    """An accomplishment as `queries.telling` has it: `language` is the one it is told in."""

    @property
    def id(self) -> UUID: ...
    @property
    def language(self) -> str: ...
    @property
    def text(self) -> str: ...


class Part(Protocol):
    """A chapter as `queries.telling` has it: `language` is the one it is told in."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...


def is_same(entry: Entry, part: Part) -> bool:
    """The same organisation at overlapping times, or the same name."""
    if not one_family(entry.kind, part.kind):
        return False
    titled, housed = is_alike(entry.title, part.title), is_alike(entry.organisation, part.organisation)
    one_without = not (entry.organisation and part.organisation)
    if entry.kind in _NAMED or part.kind in _NAMED:
        return titled and (housed or one_without)
    shared = _shared(entry, part)
    if titled:
        return (housed or one_without) and shared is not False
    return housed and bool(shared)


def one_family(kind: str, other: str) -> bool:
    """Whether one thing may be filed under both kinds."""
    return kind == other or any(kind in family and other in family for family in _FAMILIES)


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
