"""Letters that wait for the same time leave some minutes apart, within the good hours."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.times import good_hour
from askwell.outreach.rules.mail.spreading import APART, LATE, anew, apart, is_overdue

TORONTO = {"zone": "America/Toronto", "region": "CA-ON"}
NINE = datetime(2026, 12, 1, 14, tzinfo=UTC)  # a Tuesday, 9:00 in Toronto


def all_put_at(at: datetime, count: int) -> list[datetime]:
    taken: list[datetime] = []
    for _ in range(count):
        taken.append(apart(at, taken, **TORONTO))
    return taken


def test_alone_it_leaves_when_the_seeker_said() -> None:
    assert apart(NINE, [NINE - APART, NINE + APART], **TORONTO) == NINE


def test_ten_at_nine_leave_within_the_next_half_hour() -> None:
    assert all_put_at(NINE, 10) == [NINE + APART * number for number in range(10)]


def test_the_next_free_moment_may_lie_between_two_that_wait() -> None:
    taken = [NINE + timedelta(minutes=1), NINE + timedelta(minutes=10)]
    assert apart(NINE, taken, **TORONTO) == NINE + timedelta(minutes=4)


def test_what_does_not_fit_before_the_day_ends_leaves_the_next_business_day() -> None:
    friday = datetime(2026, 12, 4, 21, 28, tzinfo=UTC)  # 16:28
    monday = datetime(2026, 12, 7, 13, 30, tzinfo=UTC)  # 8:30
    assert all_put_at(friday, 3) == [friday, monday, monday + APART]


def test_who_wants_night_gets_night() -> None:
    night = datetime(2026, 12, 1, 8, tzinfo=UTC)  # 3:00
    assert all_put_at(night, 2) == [night, night + APART]


def test_overdue_is_what_the_seeker_put_for_later_and_nobody_was_there_to_send() -> None:
    pressed, minute, day = NINE - timedelta(hours=12), timedelta(minutes=1), timedelta(days=1)
    assert not is_overdue(NINE, asked_at=pressed, now=NINE + LATE)
    assert is_overdue(NINE, asked_at=pressed, now=NINE + LATE + minute)
    assert not is_overdue(NINE, asked_at=NINE - timedelta(seconds=10), now=NINE + day)  # was to leave at once
    assert not is_overdue(NINE, asked_at=pressed, now=NINE + 4 * day + minute)  # too old: it fails, and says so


def woken(now: datetime, put_at: list[datetime]) -> list[datetime]:
    taken: list[datetime] = []
    for due_at in put_at:
        taken.append(anew(due_at, now, taken, **TORONTO))
    return taken


def test_woken_by_day_the_overdue_leave_from_now_on_apart() -> None:
    ten = NINE + timedelta(hours=1)
    assert woken(ten, [NINE, NINE + APART, NINE + 2 * APART]) == [ten, ten + APART, ten + 2 * APART]


def test_woken_in_the_evening_they_wait_for_the_readers_morning() -> None:
    evening = NINE + timedelta(hours=11)  # 20:00
    morning = datetime(2026, 12, 2, 13, 30, tzinfo=UTC)  # 8:30
    assert woken(evening, [NINE, NINE + APART]) == [morning, morning + APART]


def test_who_wanted_night_still_leaves_when_woken_by_night() -> None:
    night, evening = datetime(2026, 12, 1, 8, tzinfo=UTC), NINE + timedelta(hours=11)
    assert woken(evening, [night, night]) == [evening, evening + APART]


moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: NINE + timedelta(minutes=minutes))


@given(moments, st.lists(moments, max_size=40))
def test_whatever_waits_it_is_apart_never_earlier_and_as_welcome(at: datetime, taken: list[datetime]) -> None:
    found = apart(at, taken, **TORONTO)
    assert found >= at
    assert all(abs(found - other) >= APART for other in taken)
    if good_hour(at, "America/Toronto", region="CA-ON") == at:
        assert good_hour(found, "America/Toronto", region="CA-ON") == found
