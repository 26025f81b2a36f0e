"""The pictures of practice: SVG in the page's own style. The same numbers stand beside each in a table."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from askwell.practice.queries.home import Past
from askwell.practice.rules.record import SHARE, Record
from askwell.ui import moments

FIRST, STEP = 40, 65
"""Where the first rehearsal stands, and how far apart they are."""
TOP, ZERO, FLOOR = 28, 130, 236
"""Of the upper part: where 80 and 0 per cent lie; of the lower one: its ground."""
PIECE, MOST = 12, 6
"""How high a follow-up question is drawn, and how many at most."""
FRAME = '<svg class="chart trend" viewBox="0 0 340 258" aria-hidden="true">{}</svg>'


def trend_picture(trend: Sequence[Past]) -> SafeString:
    """Talk share as a line and follow-ups as small doors, of two rehearsals or more; else nothing."""
    records = [one.record for one in trend if one.record]
    if len(records) < 2:
        return SafeString("")
    return format_html(FRAME, _shares(records) + _follow_ups(records) + _days(trend))


def _x(number: int) -> int:
    return FIRST + STEP * number


def _y(share: int) -> float:
    return round(ZERO - (ZERO - TOP) * min(share, 80) / 80, 1)


def _shares(records: Sequence[Record]) -> SafeString:
    title = format_html('<text class="name" x="0" y="11">{}</text>', _("You talked, % of the time"))
    goal = format_html('<rect class="room" x="22" y="{}" width="300" height="{}"/>', _y(SHARE), ZERO - _y(SHARE))
    word = format_html('<text x="26" y="{}">{}</text>', ZERO - 6, _("goal: %(limit)s or less") % {"limit": SHARE})
    rules = format_html_join(
        "",
        '<line class="rule" x1="22" x2="322" y1="{0}" y2="{0}"/><text x="16" y="{1}" text-anchor="end">{2}</text>',
        ((_y(share), _y(share) + 4, share) for share in (0, SHARE, 2 * SHARE)),
    )
    path = " ".join(f"{_x(number)},{_y(one.share)}" for number, one in enumerate(records))
    line = format_html('<polyline class="line" points="{}"/>', path)
    dots = format_html_join(
        "",
        '<circle class="dot{}" cx="{}" cy="{}" r="4"/>',
        ((" last" if one is records[-1] else "", _x(number), _y(one.share)) for number, one in enumerate(records)),
    )
    ends = format_html_join(
        "",
        '<text class="said" x="{}" y="{}" text-anchor="middle">{}</text>',
        ((_x(number), _y(records[number].share) - 9, records[number].share) for number in (0, len(records) - 1)),
    )
    return title + goal + word + rules + line + dots + ends


def _follow_ups(records: Sequence[Record]) -> SafeString:
    title = format_html('<text class="name" x="0" y="156">{}</text>', _("Follow-up questions"))
    ground = format_html('<line class="rule" x1="22" x2="322" y1="{0}" y2="{0}"/>', FLOOR)
    pieces = format_html_join(
        "",
        '<rect class="piece" x="{}" y="{}" width="12" height="9" rx="1.5"/>',
        (
            (_x(number) - 6, FLOOR - PIECE * (piece + 1))
            for number, one in enumerate(records)
            for piece in range(min(len(one.follow_ups), MOST))
        ),
    )
    none = ((_x(number), FLOOR - 6) for number, one in enumerate(records) if not one.follow_ups)
    return title + ground + pieces + format_html_join("", '<text x="{}" y="{}" text-anchor="middle">0</text>', none)


def _days(trend: Sequence[Past]) -> SafeString:
    language = get_language() or "en"
    days = (moments.short_date(timezone.localtime(one.began_at).date(), language) for one in trend)
    rows = ((_x(number), FLOOR + 18, day) for number, day in enumerate(days))
    return format_html_join("", '<text x="{}" y="{}" text-anchor="middle">{}</text>', rows)
