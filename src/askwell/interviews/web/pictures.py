"""The pictures of the progress page: SVG in the page's own style; lengths are attributes, colours are classes.

Each picture is for the eye; the same numbers stand beside it in a table.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from askwell.interviews.queries.progress import Funnel, Progress, Week
from askwell.ui import moments
from askwell.ui.words import channel_word

WIDTH = 640
LEFT, RIGHT, TOP = 28, 16, 26
CLIMB = 190
BEYOND = timedelta(days=180)
FARTHEST = timedelta(days=730)
"""A wished day later than that is left out of the picture: it would press the coming months into a line."""
ROW, BAR = 46, 18
STAGES = ("asked", "answered", "agreed", "held", "opened")
EFFORT = 120


def forecast_picture(page: Progress, language: str) -> SafeString:
    """The doors so far as a climb, and from today on to the day the last one falls, with its 80 % interval."""
    start, end = _span(page)
    plot = _Plot(start, end, page.goal)
    parts = [
        _grid(plot, page, language),
        _path("climb", _steps(plot, page)),
        _fan(plot, page),
        _marks(plot, page, language),
    ]
    return _svg("chart", TOP + CLIMB + 30, parts)


class _Plot:
    """Where a day and a number of doors lie."""

    def __init__(self, start: date, end: date, goal: int) -> None:
        self.start, self.days, self.goal = start, max((end - start).days, 1), max(goal, 1)

    def x(self, day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - self.start).days / self.days, 1)

    def y(self, doors: float) -> float:
        return round(TOP + CLIMB * (1 - min(doors, self.goal) / self.goal), 1)


def _span(page: Progress) -> tuple[date, date]:
    """From a little before the first door to a little after the interval; half a year where there is no end."""
    wish = page.goal_on if page.goal_on and page.goal_on - page.today < FARTHEST else None
    known = [day for day in (page.forecast.high, page.forecast.expected, wish) if day]
    end = max([*known, page.today + timedelta(days=28)]) if page.forecast.high else page.today + BEYOND
    start = min([*page.opened_on, page.today]) - timedelta(days=7)
    return start, max(end, *known, page.today) + timedelta(days=7) if known else end


def _grid(plot: _Plot, page: Progress, language: str) -> SafeString:
    lines = format_html_join(
        "",
        '<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>',
        ((LEFT, WIDTH - RIGHT, plot.y(door), plot.y(door)) for door in _round_numbers(page.goal)),
    )
    numbers = format_html_join(
        "",
        '<text class="tick" x="{}" y="{}" text-anchor="end">{}</text>',
        ((LEFT - 6, plot.y(door) + 4, door) for door in _round_numbers(page.goal)),
    )
    months = format_html_join(
        "",
        '<text class="tick" x="{}" y="{}" text-anchor="middle">{}</text>',
        ((plot.x(day), TOP + CLIMB + 20, words) for day, words in _named(_months(plot), plot.start, language)),
    )
    return lines + numbers + months


def _round_numbers(goal: int) -> tuple[int, ...]:
    return (0, goal) if goal < 4 else (0, goal // 2, goal)


def _months(plot: _Plot) -> Iterable[date]:
    """First days of months, at most eight of them."""
    last = plot.start + timedelta(days=plot.days)
    first = plot.start.replace(day=1)
    days = [date(first.year + (first.month + n - 1) // 12, (first.month + n - 1) % 12 + 1, 1) for n in range(1, 30)]
    inside = [day for day in days if plot.start + timedelta(days=5) < day < last - timedelta(days=5)]
    every = max(1, -(-len(inside) // 8))
    return inside[::every]


def _named(days: Iterable[date], start: date, language: str) -> Iterable[tuple[date, str]]:
    """Each with its month in words; the first of another year says which."""
    year = start.year
    for day in days:
        yield day, moments.month(day, language, with_year=day.year != year)
        year = day.year


def _steps(plot: _Plot, page: Progress) -> str:
    """One step up on the day of each door."""
    path = [f"M{plot.x(plot.start)} {plot.y(0)}"]
    for number, day in enumerate(page.opened_on, 1):
        path += [f"H{plot.x(day)}", f"V{plot.y(number)}"]
    return "".join([*path, f"H{plot.x(page.today)}"])


def _fan(plot: _Plot, page: Progress) -> SafeString:
    """From where it stands to the earliest and the latest likely day."""
    if page.forecast.reached:
        return SafeString("")
    here = f"{plot.x(page.today)} {plot.y(page.done)}"
    low = f"{plot.x(page.forecast.low)} {TOP}" if page.forecast.low else f"{WIDTH - RIGHT} {TOP}"
    high = f"{plot.x(page.forecast.high)} {TOP}" if page.forecast.high else f"{WIDTH - RIGHT} {plot.y(page.done)}"
    fan = _path("fan", f"M{here}L{low}L{high}Z")
    if page.forecast.expected is None:
        return fan
    return fan + _path("likely", f"M{here}L{plot.x(page.forecast.expected)} {TOP}")


def _marks(plot: _Plot, page: Progress, language: str) -> SafeString:
    marks = [("today", page.today, _("Today"))]
    if page.forecast.expected and not page.forecast.reached:
        marks.append(
            ("goal", page.forecast.expected, moments.day(page.forecast.expected, page.today, language, "full"))
        )
    if page.goal_on and plot.start <= page.goal_on <= plot.start + timedelta(days=plot.days):
        marks.append(("wish", page.goal_on, _("Your date")))
    return format_html_join(
        "",
        '<line class="mark {}" x1="{}" x2="{}" y1="{}" y2="{}"/><text class="mark {}" x="{}" y="{}" '
        'text-anchor="{}">{}</text>',
        ((kind, x := plot.x(day), x, TOP, TOP + CLIMB, kind, *_beside(x), words) for kind, day, words in marks),
    )


def _beside(x: float) -> tuple[float, int, str]:
    """Where a mark's words stand: above it, and inside the picture."""
    if x > WIDTH - 90:
        return x, TOP - 10, "end"
    return (x, TOP - 10, "start") if x < LEFT + 60 else (x, TOP - 10, "middle")


def funnel_picture(funnel: Sequence[Funnel]) -> SafeString:
    """For each channel how many were asked, answered, agreed, were held and opened a door, inside one another."""
    most = max((one.asked for one in funnel), default=1)
    rows = format_html_join("", "{}", ((_row(number, one, most),) for number, one in enumerate(funnel)))
    return _svg("chart funnel", ROW * len(funnel) + 4, [rows])


def _row(number: int, one: Funnel, most: int) -> SafeString:
    top = ROW * number
    bars = format_html_join(
        "",
        '<rect class="{}" x="0" y="{}" width="{}" height="{}" rx="3"/>',
        (
            (stage, top + 22 + inset, round(WIDTH * count / most, 1), BAR - 2 * inset)
            for inset, (stage, count) in enumerate(zip(STAGES, one.stages, strict=True))
            if count
        ),
    )
    return format_html(
        '<text class="name" x="0" y="{0}">{1}</text><text class="tick" x="{2}" y="{0}" text-anchor="end">{3}</text>{4}',
        top + 15,
        channel_word(one.channel),
        WIDTH,
        _("%(opened)s of %(asked)s") % {"opened": one.opened, "asked": one.asked},
        bars,
    )


def effort_picture(weeks: Sequence[Week], language: str) -> SafeString:
    """Messages a week as columns, interviews held as dots above them."""
    most = max(4, *(week.sent for week in weeks))
    wide = (WIDTH - LEFT) / len(weeks)
    columns = format_html_join("", "{}", ((_column(n, week, most, wide, language),) for n, week in enumerate(weeks)))
    base = format_html('<line class="rule" x1="{}" x2="{}" y1="{}" y2="{}"/>', LEFT, WIDTH, EFFORT + 30, EFFORT + 30)
    return _svg("chart effort", EFFORT + 56, [base, columns])


def _column(number: int, week: Week, most: int, wide: float, language: str) -> SafeString:
    x = LEFT + wide * number
    height = round(EFFORT * week.sent / most, 1)
    left, top = round(x + wide * 0.18, 1), EFFORT + 30 - height
    dots = format_html_join(
        "",
        '<circle class="held" cx="{}" cy="{}" r="4"/>',
        ((round(x + wide / 2, 1), top - 9 - 10 * dot) for dot in range(min(week.held, 5))),
    )
    label = moments.short_date(week.monday, language) if number % 3 == 0 else ""
    return format_html(
        '<rect class="sent" x="{}" y="{}" width="{}" height="{}" rx="3"/>{}<text class="tick" x="{}" y="{}">{}</text>',
        left,
        top,
        round(wide * 0.64, 1),
        height,
        dots,
        left,
        EFFORT + 48,
        label,
    )


def _path(css: str, path: str) -> SafeString:
    return format_html('<path class="{}" d="{}"/>', css, path)


def _svg(css: str, height: int, parts: Iterable[SafeString]) -> SafeString:
    inside = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        '<svg class="{}" viewBox="0 0 {} {}" role="presentation" aria-hidden="true">{}</svg>',
        css,
        WIDTH,
        height,
        inside,
    )
