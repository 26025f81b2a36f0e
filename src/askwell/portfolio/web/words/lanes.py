"""The lanes in words: for those who cannot see them, and the labels that stand on them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.portfolio.rules.lanes import Bar, Lanes, Place
from askwell.portfolio.web.words.dates import ahead_word
from askwell.portfolio.web.words.kinds import LANES, kind_class


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lanes with everything that is written on them."""

    title: str
    names: list[tuple[str, int]]
    bars: list[dict[str, Any]]
    ticks: tuple[tuple[int, float], ...]
    grid: int
    height: int
    landed: float | None
    landed_word: str
    landed_before: bool
    said: str


def drawn(lanes: Lanes, landed: str) -> Drawing:
    names = [(str(LANES[track.lane]), track.y + 15) for track in lanes.tracks]
    came = ahead_word(landed) if lanes.landed is not None else ""
    spoken = [f"{LANES[track.lane]}: {', '.join(bar.whole for bar in track.bars)}" for track in lanes.tracks]
    return Drawing(
        title=ngettext("%(n)s year at a glance", "%(n)s years at a glance", lanes.years) % {"n": lanes.years},
        names=names,
        bars=[_bar(bar) for track in lanes.tracks for bar in track.bars],
        ticks=lanes.ticks,
        grid=lanes.bottom,
        height=lanes.bottom + 24,
        landed=lanes.landed,
        landed_word=came,
        landed_before=lanes.landed is not None and lanes.landed > 50,
        said=str(_("; ")).join([*spoken, *([came] if came else [])]),
    )


def _bar(bar: Bar) -> dict[str, Any]:
    across = {Place.INSIDE: bar.x + 0.9, Place.BEHIND: bar.end + 0.7, Place.BEFORE: bar.x - 0.7}
    return {
        "kind": kind_class(bar.kind), "label": bar.label, "whole": bar.whole, "x": bar.x, "y": bar.y,
        "width": bar.width, "place": bar.place, "text_x": round(across.get(bar.place, 0.0), 2), "text_y": bar.y + 15,
    }  # fmt: skip
