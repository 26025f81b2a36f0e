"""The two pictures of a decision as numbers that a template draws: ranges in a row, and lines over a weight."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from django.utils.translation import gettext as _

from askwell.decisions.queries.values import Board
from askwell.decisions.rules.tipping import Line, Tip, lines
from askwell.decisions.rules.weighing import Standing, in_percent
from askwell.decisions.web.words import figures, standing
from askwell.decisions.web.words.fitting import breadth, fitted

ROW, FOOT = 56, 28
"""Height of an option in the picture of ranges, and of the scale below."""
LEFT, WIDE = 3.0, 84.0
"""Where the scale begins and how wide it is, in percent."""
X0, X1, Y0, Y1 = 30, 262, 190, 10
"""The corners of the chart: its plot, beside which the names stand."""
APART, NAMED = 19, 5
"""Between two names beside the chart, and how many there may be."""
NAME, END_NAME = 44, 19
"""How wide a name may be, in Latin letters."""
BESIDE, LETTER = 5, 7.5
"""Between an upright line and its words, and how wide one of their letters is at most."""
HALF, NEARLY_HALF = Fraction(1, 2), Fraction(9, 20)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a scale."""

    at: str
    label: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """An option with its dot and its bar; places in percent, `y` from above. Without a number it has no dot."""

    name: str
    value: str
    span: str
    y: int
    low: str
    dot: str
    high: str
    label: str
    leads: bool
    is_told: bool


@dataclass(frozen=True, slots=True)
class Ranges:
    """Where the options stand."""

    height: int
    foot: int
    base: int
    ticks: tuple[Tick, ...]
    rows: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An option's line over a weight; `css` tells the leader (a), the one that would lead (b) and the others (c)."""

    css: str
    points: str
    name: str
    name_y: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words beside an upright line stand; `is_before`: they end there."""

    x: str
    y: int
    is_before: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """What happens to the totals while one weight moves. Without a tip `tip_x` is empty."""

    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    lines: tuple[Drawn, ...]
    now_x: str
    now_words: str
    now_label: Label
    tip_x: str
    tip_y: str
    tip_words: str
    tip_label: Label | None
    wish: str
    names_some: bool


def ranges(board: Board) -> Ranges:
    """The best first."""
    least = floor(min(one.low for one in board.standings))
    most = max(ceil(max(one.high for one in board.standings)), least + 2)
    step = 1 if most - least <= 6 else 2
    rows = (_range(board, one, n, least, most) for n, one in enumerate(board.standings))
    height = ROW * len(board.standings) + FOOT
    ticks = (Tick(_across(value, least, most), str(value)) for value in range(least, most + 1, step))
    return Ranges(height, height - 6, height - FOOT + 4, tuple(ticks), tuple(rows))


def _range(board: Board, one: Standing, number: int, least: int, most: int) -> Range:
    return Range(
        name=fitted(board.option(one.option).title, NAME),
        value=figures.total(one.total),
        span=figures.span(one.low, one.high),
        y=number * ROW + 40,
        low=_across(one.low, least, most),
        dot=_across(one.total, least, most),
        high=_across(one.high, least, most),
        label=f"{_at(one.high, least, most) + 2.4:.1f}%",
        leads=_leads(board, one.option),
        is_told=board.is_told(one.option),
    )


def _at(value: float, least: int, most: int) -> float:
    return LEFT + WIDE * (value - least) / (most - least)


def _across(value: float, least: int, most: int) -> str:
    return f"{_at(value, least, most):.1f}%"


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where shares from 0 to `reach` and totals from `least` to `most` lie in the chart."""

    reach: Fraction
    least: int
    most: int

    def across(self, share: Fraction) -> float:
        return X0 + float(share / self.reach) * (X1 - X0)

    def up(self, value: Fraction | int) -> float:
        return Y0 - (float(value) - self.least) / (self.most - self.least) * (Y0 - Y1)

    def scales(self) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
        """Across in percent, and up in points."""
        shares = [self.reach * n / 5 for n in range(6)]
        values = range(self.least, self.most + 1, ceil((self.most - self.least) / 6))
        return (
            tuple(Tick(_place(self.across(share)), str(in_percent(share))) for share in shares),
            tuple(Tick(_place(self.up(value)), str(value), _place(self.up(value) + 4)) for value in values),
        )


def chart(board: Board, wish: int) -> Chart:
    """The totals over the weight of one wish, from 0 to half of the whole, or to all of it where that is needed."""
    now, tip = board.shares[wish], board.tips[wish]
    drawn = lines(board.table, wish)
    plot = _plot(drawn, max(now, tip.at if tip else now))
    across, up = plot.scales()
    crossing = max(line.at(tip.at) for line in drawn) if tip else None
    now_words, tip_words = _("now, %(share)s") % {"share": figures.percent(now)}, standing.tips_at(tip, now)
    now_label, tip_label = _labels((plot.across(now), now_words), (plot.across(tip.at), tip_words) if tip else None)
    return Chart(
        across=across,
        up=up,
        lines=_lines(board, drawn, tip, plot),
        now_x=_place(plot.across(now)),
        now_words=now_words,
        now_label=now_label,
        tip_x=_place(plot.across(tip.at)) if tip else "",
        tip_y=_place(plot.up(crossing)) if crossing is not None else "",
        tip_words=tip_words,
        tip_label=tip_label,
        wish=fitted(board.wishes[wish].words, END_NAME),
        names_some=len(board.options) > NAMED,
    )


Said = tuple[float, str]
"""Where an upright line is, and the words beside it."""


def _labels(now: Said, tip: Said | None) -> tuple[Label, Label | None]:
    """The words stand on the far sides of the two lines, where there is room; where they would meet, one above the
    other."""
    if tip is None:
        return _label(*now, before=now[0] > (X0 + X1) / 2), None
    beside_now, beside_tip = _label(*now, before=tip[0] >= now[0]), _label(*tip, before=tip[0] < now[0])
    (left, right), (low, high) = _reach(now[1], beside_now), _reach(tip[1], beside_tip)
    if left < high and low < right:
        beside_tip = Label(beside_tip.x, beside_tip.y - APART, beside_tip.is_before)
    return beside_now, beside_tip


def _label(x: float, words: str, *, before: bool) -> Label:
    """On the wanted side where the words fit, else on the other, else where there is more room, and within the plot."""
    long = breadth(words) * LETTER
    left, right = x - BESIDE - X0, X1 - x - BESIDE
    wanted, other = (left, right) if before else (right, left)
    is_before = before if wanted >= long else not before if other >= long else left > right
    place = max(x - BESIDE, X0 + long) if is_before else min(x + BESIDE, X1 - long)
    return Label(_place(place), Y0 - 6, is_before)


def _reach(words: str, label: Label) -> tuple[float, float]:
    """From where to where the words go."""
    long, x = breadth(words) * LETTER, float(label.x)
    return (x - long, x) if label.is_before else (x, x + long)


def _plot(drawn: Sequence[Line], farthest: Fraction) -> _Plot:
    reach = HALF if farthest <= NEARLY_HALF else Fraction(1)
    ends = [value for line in drawn for value in (line.at(Fraction()), line.at(reach))]
    least = floor(min(ends))
    return _Plot(reach, least, max(ceil(max(ends)), least + 2))


def _place(value: float) -> str:
    return f"{value:.1f}"


def _leads(board: Board, option: object) -> bool:
    return board.leader is not None and board.leader.option == option


def _lines(board: Board, drawn: Sequence[Line], tip: Tip | None, plot: _Plot) -> tuple[Drawn, ...]:
    """The leader and the one that would lead are drawn last, over the others; names keep apart beside their ends."""
    ends = [plot.up(line.at(plot.reach)) for line in drawn]
    named = _named(board, tip)
    places, found = dict(zip(named, _apart([ends[number] for number in named]), strict=True)), []
    for number, option in enumerate(board.options):
        css = "a" if _leads(board, option.id) else "b" if tip and tip.option == option.id else "c"
        points = f"{X0},{_place(plot.up(drawn[number].at_none))} {X1},{_place(ends[number])}"
        name = fitted(option.title, END_NAME) if number in places else ""
        found.append(Drawn(css, points, name, _place(places.get(number, ends[number]) + 4)))
    return tuple(sorted(found, key=lambda one: one.css, reverse=True))


def _named(board: Board, tip: Tip | None) -> list[int]:
    """The places of the options that get a name: the one that would lead and those in front, as many as can be read."""
    front = [one.option for one in board.standings]
    wanted = ([tip.option] if tip else []) + front
    some = set(list(dict.fromkeys(wanted))[:NAMED])
    return [number for number, option in enumerate(board.options) if option.id in some]


def _apart(ends: Sequence[float]) -> list[float]:
    """Places for names near those ends, none closer to another than can be read."""
    order = sorted(range(len(ends)), key=lambda number: (ends[number], number))
    places = list(ends)
    for before, number in pairwise(order):
        places[number] = max(places[number], places[before] + APART)
    lowest = float(Y0)
    for number in reversed(order):
        places[number] = min(places[number], lowest)
        lowest = places[number] - APART
    return places
