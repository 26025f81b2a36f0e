"""When somebody has no time, by the calendar they publish."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.calendar import Busy, UnreadableCalendar, read_busy
from tests.protocols.calendar.samples import calendar, event

HOME = "America/Vancouver"
MONDAY = datetime(2027, 4, 12, tzinfo=UTC)


def busy(*parts: str | tuple[str, ...], days: int = 7, me: frozenset[str] = frozenset()) -> Busy:
    return read_busy(calendar(*parts), start=MONDAY, end=MONDAY + timedelta(days=days), zone=HOME, me=me)


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 4, day, hour, minute, tzinfo=UTC)


TALK = (on(15, 17), on(15, 17, 30))


def test_an_event_takes_its_time() -> None:
    assert busy(event()) == Busy((TALK,))


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:Rui@example.org",
        "DTSTART:20270501T170000Z",
    ],
)
def test_what_takes_no_time(line: str) -> None:
    assert busy(event(line), me=frozenset({"rui@example.org"})) == Busy(())


def test_somebody_elses_no_leaves_the_owner_busy() -> None:
    line = "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org"
    assert busy(event(line), me=frozenset({"rui@example.org"})) == Busy((TALK,))


def test_times_that_touch_are_one() -> None:
    found = busy(event(uid="a"), event("DTSTART:20270415T173000Z", "DTEND:20270415T180000Z", uid="b"))
    assert found == Busy(((on(15, 17), on(15, 18)),))


def test_whole_days_are_the_owners() -> None:
    assert busy(event("DTSTART;VALUE=DATE:20270415", "DTEND;VALUE=DATE:20270416")) == Busy(((on(15, 7), on(16, 7)),))
    late = read_busy(calendar(event("DTSTART;VALUE=DATE:20270419")), start=MONDAY, end=on(18, 20), zone="Asia/Shanghai")
    assert late == Busy(((on(18, 16), on(18, 20)),))


def test_what_began_before_and_goes_on_after() -> None:
    assert busy(event("DTSTART:20270401T000000Z", "DTEND:20270501T000000Z")) == Busy(((MONDAY, on(19, 0)),))


def test_a_series_with_a_time_moved_a_time_off_and_a_time_taken_out() -> None:
    series = event(
        "DTSTART;TZID=America/Toronto:20270105T090000",
        "DTEND;TZID=America/Toronto:20270105T093000",
        "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "EXDATE;TZID=America/Toronto:20270412T090000",
    )
    moved = event("RECURRENCE-ID:20270413T130000Z", "DTSTART:20270413T200000Z", "DTEND:20270413T201500Z")
    off = event("RECURRENCE-ID:20270414T130000Z", "DTSTART:20270414T130000Z", "STATUS:CANCELLED")
    assert busy(series, moved, off) == Busy(
        (
            (on(13, 20), on(13, 20, 15)),
            (on(15, 13), on(15, 13, 30)),
            (on(16, 13), on(16, 13, 30)),
        )
    )


def test_published_times() -> None:
    lines = (
        "BEGIN:VFREEBUSY",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270415T170000Z/PT30M,20270416T170000Z/20270416T180000Z",
        "FREEBUSY;FBTYPE=FREE:20270417T170000Z/PT30M",
        "FREEBUSY:nonsense",
        "END:VFREEBUSY",
    )
    assert busy(lines) == Busy((TALK, (on(16, 17), on(16, 18))), unread=1)


def test_what_is_not_understood_is_counted_and_its_first_time_kept() -> None:
    assert busy(event("RRULE:FREQ=SECONDLY")) == Busy((TALK,), unread=1)
    assert busy(event("DTSTART:soon")) == Busy((), unread=1)
    for endless in ("DTEND:99991231T235959Z", "DTEND;VALUE=DATE:20270416"):
        assert busy(event(endless)) == Busy((), unread=1)
    assert busy(event("DTEND:20270415T170000Z")) == Busy(())  # a moment only
    assert busy(event("DTSTART;TZID=Middle-earth:20270415T100000")) == Busy((TALK,), unread=1)


def test_a_bomb_of_series_ends() -> None:
    lines = event("DTSTART:19000101T000000Z", "DTEND:19000101T000100Z", "RRULE:FREQ=DAILY;COUNT=999999")
    found = busy(*[lines] * 200)
    assert found.unread > 150
    with pytest.raises(UnreadableCalendar, match="too_many"):
        busy(*[event("DTSTART:20200101T000000Z", "DTEND:20200101T000100Z", "RRULE:FREQ=DAILY")] * 200, days=400)


def test_a_window_has_an_end() -> None:
    forever = event("DTSTART:19990101T000000Z", "DTEND:30000101T000000Z", "DURATION:P99999D")
    ((start, end),) = busy(forever, days=100_000).times
    assert end - start == timedelta(days=400)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 50)), max_size=20))
def test_times_are_in_order_and_apart_and_cover_every_event(spans: list[tuple[int, int]]) -> None:
    written = [(MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=start + length)) for start, length in spans]
    found = busy(*(event(f"DTSTART:{a:%Y%m%dT%H%M%SZ}", f"DTEND:{b:%Y%m%dT%H%M%SZ}") for a, b in written)).times
    assert all(one[1] < other[0] for one, other in zip(found, found[1:], strict=False))
    for hour in range(24 * 7):
        middle = MONDAY + timedelta(hours=hour, minutes=30)
        assert any(a <= middle < b for a, b in written) == any(a <= middle < b for a, b in found)
