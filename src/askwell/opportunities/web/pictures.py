"""The picture of what opened doors: SVG in the page's own style. The same numbers stand beside it in a table."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from askwell.opportunities.rules.doors import Comparison, Way
from askwell.opportunities.web.words import codes

WIDTH, LEFT, RIGHT, ROW, TOP = 640, 150, 20, 44, 8
FIFTHS = range(0, 101, 20)


def ranges_picture(compared: Comparison) -> SafeString:
    """For each source with applications, the range in which its share of job interviews lies, and the share itself;
    empty where there is none."""
    ways = [way for way in compared.ways if way.applied]
    if not ways:
        return SafeString("")
    height = TOP + ROW * len(ways) + 22
    rows = format_html_join("", "{}", ((_row(way, number),) for number, way in enumerate(ways)))
    label = _("Job interviews of applications, by how the opening was found")
    return format_html(
        '<svg class="chart ranges" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>', WIDTH, height, label,
        _grid(len(ways)), rows,
    )  # fmt: skip


def _grid(rows: int) -> SafeString:
    bottom = TOP + ROW * rows
    lines = (
        (_x(share / 100), TOP, _x(share / 100), bottom, _x(share / 100), bottom + 16, f"{share} %") for share in FIFTHS
    )
    return format_html_join(
        "",
        '<line class="grid" x1="{}" y1="{}" x2="{}" y2="{}"/><text x="{}" y="{}" text-anchor="middle">{}</text>',
        lines,
    )


def _row(way: Way, number: int) -> SafeString:
    y = TOP + ROW * number + ROW / 2
    low, high = way.rate.bounds
    dot = format_html('<circle cx="{}" cy="{}" r="6"/>', _x(way.rate.share or 0), y)
    return format_html(
        '<text class="name" x="{}" y="{}" text-anchor="end">{}</text>'
        '<rect class="{}" x="{}" y="{}" width="{}" height="12" rx="6"/>{}',
        LEFT - 12, y + 4, codes.of(codes.SOURCES, way.source), "few" if way.is_few else "range", _x(low), y - 6,
        round(max(_x(high) - _x(low), 2), 1), dot,
    )  # fmt: skip


def _x(share: float) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)
