"""What a step costs in time, as far as its days are known."""

from datetime import date

import pytest

from askwell.growth.rules.paying import Span, hours_of, weeks_of

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("span", "weeks", "hours"),
    [
        (Span(), None, None),
        (Span(FIRST, LAST), 12, None),
        (Span(FIRST, LAST, 3.5), 12, 42.0),
        (Span(FIRST, LAST, 3, 40), 12, 40),
        (Span(FIRST, None, 3), None, None),
        (Span(None, None, None, 40), None, 40),
        (Span(FIRST, FIRST, 8), 1, 8),
        (Span(LAST, FIRST, 8), None, None),
        (Span(FIRST, LAST, 0), 12, 0),
    ],
)
def test_weeks_and_hours(span: Span, weeks: int | None, hours: float | None) -> None:
    assert (weeks_of(span), hours_of(span)) == (weeks, hours)
