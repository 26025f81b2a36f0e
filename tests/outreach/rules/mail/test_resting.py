"""How long a mailbox is left alone after what went wrong."""

from datetime import timedelta

import pytest

from askwell.outreach.rules.mail.resting import rest_after, rest_away


@pytest.mark.parametrize(("missed", "minutes"), [(0, 2), (1, 2), (2, 5), (3, 15), (4, 30), (5, 30), (1000, 30)])
def test_a_server_that_is_away_is_looked_for_ever_less_often_but_twice_an_hour(missed: int, minutes: int) -> None:
    assert rest_away(missed) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("refused", "minutes"), [(1, 21), (2, 21), (3, 61), (5, 61), (6, 360), (1000, 360)])
def test_a_refused_password_is_tried_three_times_an_hour_at_most(refused: int, minutes: int) -> None:
    assert rest_after(refused) == timedelta(minutes=minutes)
