"""When a feed is read again."""

from datetime import timedelta

import pytest

from askwell.opportunities.rules.feeds import wait_after


@pytest.mark.parametrize(("fails", "hours"), [(0, 6), (1, 1), (2, 2), (5, 16), (9, 168), (10_000, 168)])
def test_what_fails_is_tried_more_and_more_rarely(fails: int, hours: int) -> None:
    assert wait_after(fails) == timedelta(hours=hours)
