"""A life drawn in lanes: where each bar lies, across in per cent of the width and down in pixels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor
from typing import Protocol
from unicodedata import east_asian_width

from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.dates import in_years

TOP, ROW, LANE, BAR = 26, 25, 36, 22
"""Pixels: above the first lane, from row to row, from lane to lane, a bar's height."""
MOST_ROWS = 4
"""Bars of one lane that lie beside each other in time are drawn one below the other, in so many rows at most."""
LEAST = 0.6
"""The width of the shortest bar."""
LETTER = 1.26
"""The width of a Chinese character on a wide screen; a Latin letter takes a good half of it."""


class Lane(StrEnum):
    EDUCATION = "education"
    WORK = "work"
    VOLUNTEERING = "volunteering"


LANES = {
    ChapterKind.EDUCATION: Lane.EDUCATION,
    ChapterKind.COURSE: Lane.EDUCATION,
    ChapterKind.CERTIFICATE: Lane.EDUCATION,
    ChapterKind.WORK: Lane.WORK,
    ChapterKind.PROJECT: Lane.WORK,
    ChapterKind.PAUSE: Lane.WORK,
    ChapterKind.VOLUNTEERING: Lane.VOLUNTEERING,
}
"""What is drawn; awards and publications are points that would say nothing."""


class Told(Protocol):
    """What is drawn of a chapter: `rules.telling.Part`."""

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


class Place(StrEnum):
    """Where a bar's label is: on it, behind it, before it, or nowhere since there is no room."""

    INSIDE = "in"
    BEHIND = "behind"
    BEFORE = "before"
    NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A chapter in its lane: `label` is what is written of its `whole` name, `row` counts from 0 in the lane, `x` and
    `width` are per cent, `y` pixels."""

    kind: str
    label: str
    whole: str
    row: int
    x: float
    width: float
    y: int = 0
    place: Place = Place.NOWHERE

    @property
    def end(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Track:
    """A lane that holds something, from `y` on."""

    lane: Lane
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The drawing: its lanes, the years below it, where the seeker landed, and how many years it goes."""

    years: int
    tracks: tuple[Track, ...]
    ticks: tuple[tuple[int, float], ...]
    bottom: int
    landed: float | None


def lanes(parts: Iterable[Told], *, landed: str, today: date) -> Lanes | None:
    """The drawing; None where nothing has a date."""
    now = in_years(today.isoformat(), last=True)
    dated = [part for part in parts if part.kind in LANES and (part.start or part.end)]
    if not dated:
        return None
    spans = [(part, *_span(part, now)) for part in dated]
    first = min(start for _part, start, _end in spans)
    last = max([now, *(end for _part, _start, end in spans)])

    def across(year: float) -> float:
        return round((year - first) / (last - first) * 100, 2)

    month = 100 / 12 / (last - first)
    tracks = tuple(_tracks([(part, across(start), across(end)) for part, start, end in spans], month))
    bottom = tracks[-1].y + max(bar.row for bar in tracks[-1].bars) * ROW + BAR + 8
    came = across(in_years(landed)) if landed and first <= in_years(landed) <= last else None
    return Lanes(max(round(last - first), 1), tracks, _ticks(first, last, across), bottom, came)


def _span(part: Told, now: float) -> tuple[float, float]:
    start = in_years(part.start or part.end)
    return start, max(start, in_years(part.end, last=True) if part.end else now)


def _ticks(first: float, last: float, across: "Across") -> tuple[tuple[int, float], ...]:
    step = next((step for step in (1, 2, 5) if last - first <= step * 6), 10)
    years = range(floor(first / step) * step, ceil(last) + 1, step)
    return tuple((year, x) for year in years if 1 <= (x := across(year)) <= 97)


class Across(Protocol):
    def __call__(self, year: float, /) -> float: ...


def _tracks(spans: Sequence[tuple[Told, float, float]], month: float) -> Iterator[Track]:
    y = TOP
    for lane in Lane:
        mine = sorted((span for span in spans if LANES[ChapterKind(span[0].kind)] is lane), key=lambda span: span[1:])
        if mine:
            bars = _rows(mine, y, month)
            yield Track(lane, y, tuple(_labelled(bars)))
            y += max(bar.row for bar in bars) * ROW + LANE


def _rows(spans: Sequence[tuple[Told, float, float]], y: int, month: float) -> list[Bar]:
    """Each bar in the first row where nothing lies yet, give or take the month in which one ended and the next began;
    beyond MOST_ROWS over what ends first."""
    ends: list[float] = []
    bars = []
    for part, start, end in spans:
        row = next((row for row, until in enumerate(ends) if until <= start + month + 0.05), len(ends))
        row = row if row < MOST_ROWS else ends.index(min(ends))
        width = max(end - start, LEAST)
        ends[row : row + 1] = [start + width]
        bars.append(
            Bar(part.kind, _label(part), _label(part), row, min(start, 100 - width), round(width, 2), y + row * ROW)
        )
    return bars


def _labelled(bars: Sequence[Bar]) -> Iterator[Bar]:
    for number, bar in enumerate(bars):
        row = [each for each in bars if each.row == bar.row]
        after = min((each.x for each in bars[number + 1 :] if each.row == bar.row), default=100.0)
        before = max((each.end for each in row if each.x < bar.x), default=0.0)
        yield _placed(bar, after - bar.end, bar.x - before)


def _placed(bar: Bar, behind: float, before: float) -> Bar:
    """With its label where there is room: on it, behind or before it, else as much of it as stands on the bar."""
    needed = _width(bar.label)
    rooms = ((Place.INSIDE, bar.width), (Place.BEHIND, behind), (Place.BEFORE, before))
    for place, room in rooms:
        if needed <= room:
            return replace(bar, place=place)
    words = bar.label.split()
    for count in range(len(words) - 1, 1, -1):
        cut = " ".join(words[:count]) + "…"
        if _width(cut) <= bar.width:
            return replace(bar, label=cut, place=Place.INSIDE)
    return bar


def _width(label: str) -> float:
    return sum(LETTER if east_asian_width(char) in "WF" else 0.58 * LETTER for char in label) + 2 * 0.9


def _label(part: Told) -> str:
    """By which one thinks of it: what was studied or paused for, else where."""
    by_title = LANES[ChapterKind(part.kind)] is Lane.EDUCATION or part.kind == ChapterKind.PAUSE
    return (part.title or part.organisation) if by_title else (part.organisation or part.title)
