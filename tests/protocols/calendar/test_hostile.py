"""Calendars that somebody made to do harm, or that broke on the way."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.calendar import Method, UnreadableCalendar, read, read_calendar
from tests.protocols.calendar.samples import PACIFIC, calendar, event

HOME = "America/Vancouver"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no_calendar"),
        (b"\xff\xfe\x00", "no_calendar"),
        (b"Hello", "no_calendar"),
        (b"BEGIN:VCALENDAR\r\n" * 5_000, "too_nested"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VALARM\r\nEND:VALARM\r\n" * 60_001, "too_many"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 10_000, "too_many"),
        (b"BEGIN:VCALENDAR\r\n" + b" " * 10_000_000, "too_large"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableCalendar) as caught:
        read_calendar(data, zone=HOME)
    assert caught.value.reason == reason


SOUND = calendar(
    PACIFIC,
    event("DTSTART;TZID=Our Own Time:20270415T170000", "RRULE:FREQ=DAILY", "EXDATE:20270416T000000Z"),
    event("ATTENDEE;CN=周敏;PARTSTAT=ACCEPTED:mailto:min@example.org", "DURATION:PT1H", uid="other"),
    method="REPLY",
)


@given(
    st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=4), st.integers(0, 40)), max_size=8)
    | st.just([])
)
def test_mangled_bytes_end_in_a_value_or_a_named_error(changes: list[tuple[int, bytes, int]]) -> None:
    data = bytearray(SOUND)
    for place, put, gone in changes:
        data[place : place + gone] = put
    try:
        reading = read(bytes(data), zone=HOME)
    except UnreadableCalendar:
        return
    for one in reading.events:
        assert one.start is None or one.end is not None
        assert one.all_day == (one.start is not None and not isinstance(one.start, datetime))
        if isinstance(one.start, datetime):
            assert one.start.tzinfo is UTC


@given(st.binary(max_size=300), st.sampled_from([b"", b"BEGIN:VCALENDAR\n", b"Content-Type: text/calendar\n\n"]))
def test_any_bytes_end_in_a_value_or_a_named_error(data: bytes, head: bytes) -> None:
    with suppress(UnreadableCalendar):
        assert read(head + data, zone=HOME).method in set(Method)


_VALUES = st.text('0123456789TZ-+:;,=PDWHMS"\\ VALUEBYFRQNTID', max_size=30)
_NAMES = st.sampled_from(
    ["DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "EXDATE", "RDATE", "RRULE", "SEQUENCE", "UID", "ORGANIZER"]
)


@given(st.lists(st.tuples(_NAMES, st.sampled_from([":", ";TZID=Our Own Time:", ";VALUE=DATE:", ";"]), _VALUES)))
def test_values_of_every_shape_end_in_a_value_or_a_named_error(lines: list[tuple[str, str, str]]) -> None:
    written = ("BEGIN:VEVENT", *map("".join, lines), "END:VEVENT")
    assert len(read_calendar(calendar(PACIFIC, written), zone=HOME).events) == 1


def test_a_bomb_of_zones_ends() -> None:
    """Clocks that change by a hundred rules each, looked up in every year there is."""
    rules = ("BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
             "RRULE:FREQ=YEARLY;COUNT=999999", "END:STANDARD")  # fmt: skip
    zones = ("BEGIN:VTIMEZONE", "TZID:z", *rules * 500, "END:VTIMEZONE")
    events = (event(f"DTSTART;TZID=z:{year}0415T170000") for year in range(1900, 2200))
    found = read_calendar(calendar(zones, *events), zone=HOME).events
    assert len(found) == 300
