"""The picture of a programme's talks: from asked for to what came of them. Its numbers stand beside it in a table."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from askwell.programmes.choices import Measure
from askwell.programmes.rules.showing import Shown
from askwell.programmes.web.words.numbers import MEASURES, number_words

WIDTH, ROW, BAR, LEAST = 640, 46, 18, 4
CLASSES = ("asked", "answered", "agreed", "held", "opened")


def funnel_picture(stages: Sequence[tuple[Measure, Shown]]) -> SafeString:
    """A bar a stage; where the number is hidden, only the line where it would be."""
    most = max((shown.value for _measure, shown in stages if shown.value), default=0)
    rows = ((_row(place, measure, shown, most),) for place, (measure, shown) in enumerate(stages))
    return format_html(
        '<svg class="chart funnel" viewBox="0 0 {} {}" role="presentation" aria-hidden="true">{}</svg>',
        WIDTH,
        ROW * len(stages) + 4,
        format_html_join("", "{}", rows),
    )


def _row(place: int, measure: Measure, shown: Shown, most: int) -> SafeString:
    top = ROW * place
    width = max(LEAST, round(WIDTH * shown.value / most)) if shown.value and most else 0
    bar = format_html(
        '<rect class="{}" x="0" y="{}" width="{}" height="{}" rx="3"/>', CLASSES[place], top + 22, width, BAR
    )
    line = format_html('<line class="rule" x1="0" x2="{}" y1="{}" y2="{}"/>', WIDTH, top + 31, top + 31)
    return format_html(
        '<text class="name" x="0" y="{0}">{1}</text><text class="tick" x="{2}" y="{0}" text-anchor="end">{3}</text>{4}',
        top + 15,
        MEASURES[measure],
        WIDTH,
        number_words(shown),
        bar if width else line,
    )
