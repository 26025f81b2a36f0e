"""The drawings: doors in their states, and bars whose lengths come from data."""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# A double door, 40 × 62 units, its leaves meeting at x = 20.
_FRAME = '<path class="frame" d="M3 60V5a3 3 0 0 1 3-3h28a3 3 0 0 1 3 3v55z"/>'
_LEFT = '<path class="leaf" d="M6 6h14v54H6z"/>'
_RIGHT = '<path class="leaf" d="M20 6h14v54H20z"/>'
_RINGS = '<circle class="ring" cx="16.2" cy="34" r="1.9"/><circle class="ring" cx="23.8" cy="34" r="1.9"/>'
_LEFT_SWUNG = '<path class="leaf" d="M6 6l7 4.5V57l-7 3z"/>'
_RIGHT_SWUNG = '<path class="leaf" d="M34 6l-7 4.5V57l7 3z"/>'
_SWUNG_RINGS = '<circle class="ring" cx="10.6" cy="34" r="1.4"/><circle class="ring" cx="29.4" cy="34" r="1.4"/>'
_SHUT = f"{_FRAME}{_LEFT}{_RIGHT}{_RINGS}"
_AJAR = (
    f'{_FRAME}{_LEFT}<path class="leaf" d="M34 6l-10 3.5V58l10 2z"/>'
    '<circle class="ring" cx="16.2" cy="34" r="1.9"/><circle class="ring" cx="27" cy="34.5" r="1.7"/>'
)
_FLOOR = '<path class="floor" d="M13 60h14l6 7H7z"/>'
_OPEN = f'{_FLOOR}{_FRAME}<path class="light" d="M13 6h14v54H13z"/>{_LEFT_SWUNG}{_RIGHT_SWUNG}{_SWUNG_RINGS}'

# The same door small enough for a line of text: no seam finer than its strokes.
_KNOBS = '<circle class="knob" cx="14" cy="34" r="2.2"/><circle class="knob" cx="26" cy="34" r="2.2"/>'
_SMALL_LEFT_SWUNG = '<path class="leaf" d="M5 4l8 6v49l-8 1z"/>'
_SMALL_RIGHT_SWUNG = '<path class="leaf" d="M35 4l-8 6v49l8 1z"/>'
_SMALL_SHUT = f'{_FRAME}<path class="leaf" d="M5 4h30v55H5zM20 4v55"/>{_KNOBS}'
_SMALL_AJAR = f'{_FRAME}<path class="leaf" d="M5 4h13v55H5z"/>{_SMALL_RIGHT_SWUNG}'
_SMALL_OPEN = f'{_FRAME}<path class="light" d="M13 4h14v55H13z"/>{_SMALL_LEFT_SWUNG}{_SMALL_RIGHT_SWUNG}'
_SMALL = {"shut": _SMALL_SHUT, "knocked": _SMALL_SHUT, "ajar": _SMALL_AJAR, "open": _SMALL_OPEN}


def _door(state: str, drawing: str) -> str:
    return f'<svg class="{state}" viewBox="0 0 40 62" aria-hidden="true">{drawing}</svg>'


@lru_cache(maxsize=256)
def row(opened: int, ajar: int, total: int) -> SafeString:
    """`opened` doors stand open, then `ajar` ajar, the rest of `total` are shut."""
    shut = total - opened - ajar
    svg = _door("open", _OPEN) * opened + _door("next", _AJAR) * ajar + _door("shut", _SHUT) * shut
    return mark_safe(svg)  # noqa: S308  # constants only


@lru_cache(maxsize=64)
def doorlet(state: str, css: str = "") -> SafeString:
    """A door for a line of text. An unknown state raises KeyError."""
    return mark_safe(_door(f"doorlet {state} {escape(css)}".strip(), _SMALL[state]))  # noqa: S308  # constants, or escaped


def split(parts: tuple[tuple[str, int], ...], css: str) -> SafeString:
    """A bar of (kind, number) parts side by side, cut where they meet."""
    total = sum(number for _, number in parts) or 1
    rects, cuts, start = [], [], 0
    for kind, number in parts:
        rects.append(f'<rect class="c-{escape(kind)}" x="{start}" width="{number}" height="10"/>')
        start += number
        cuts.append(f"M{start} 0v10")
    return _svg_bar(css, total, "".join(rects) + f'<path class="cut" d="{"".join(cuts[:-1])}"/>')


@lru_cache(maxsize=1024)
def limits(count: int, good: int, long: int, over: int) -> SafeString:
    """A count over its three zones; the fill takes the colour of the zone that it ends in."""
    end = over + max(over - long, 1)
    zones = (("z-good", 0, long), ("z-long", long, over), ("z-over", over, end))
    ground = "".join(f'<rect class="{kind}" x="{a}" width="{b - a}" height="10"/>' for kind, a, b in zones)
    reached = "is-good" if count < long else "is-long" if count < over else "is-over"
    fill = f'<rect class="{reached}" width="{min(count, end)}" height="10"/>'
    return _svg_bar("", end, f'{ground}{fill}<path class="tick" d="M{good} 0v10M{long} 0v10M{over} 0v10"/>')


def _svg_bar(css: str, total: int, inside: str) -> SafeString:
    box = f'viewBox="0 0 {total} 10" preserveAspectRatio="none"'
    return mark_safe(f'<svg class="bar {css}" {box} aria-hidden="true">{inside}</svg>')  # noqa: S308  # numbers only
