"""Calendars as programs write them, and as nobody should."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.times import zone
from askwell.protocols.calendar import Answer, Event, Method, Party, read, read_calendar
from tests.protocols.calendar.samples import HEAD, PACIFIC, calendar, event

HOME = "America/Vancouver"


def only(*lines: str, before: tuple[str, ...] = ()) -> Event:
    (found,) = read_calendar(calendar(before, event(*lines)), zone=HOME).events
    return found


def test_everything_that_an_invitation_says() -> None:
    data = calendar(
        event(
            "SEQUENCE:2",
            "STATUS:TENTATIVE",
            "ORGANIZER;CN=Lei Lyu:MAILTO:Lei.Lyu@Example.org",
            'ATTENDEE;CN="Zhou, Min";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:min@example.org',
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "EXDATE:20270429T170000Z,20270422T170000Z",
            "LOCATION:4th Avenue\\, Vancouver",
            "DESCRIPTION:line one\\nline two\\; end",
            "URL:https://meet.example/a",
            "COMMENT:See you",
            "TRANSP:TRANSPARENT",
        ),
        method="request",
    )
    assert read_calendar(data, zone=HOME).method is Method.REQUEST
    assert read_calendar(data, zone=HOME).events == (
        Event(
            uid="m1@example.org",
            sequence=2,
            stamp=datetime(2026, 11, 18, 8, tzinfo=UTC),
            start=datetime(2027, 4, 15, 17, tzinfo=UTC),
            end=datetime(2027, 4, 15, 17, 30, tzinfo=UTC),
            zone=UTC,
            summary="Talk",
            status="TENTATIVE",
            organizer=Party("lei.lyu@example.org", "Lei Lyu"),
            attendees=(Party("min@example.org", "Zhou, Min", Answer.ACCEPTED, rsvp=True, role="REQ-PARTICIPANT"),),
            rrule="FREQ=WEEKLY;COUNT=4",
            exdates=(datetime(2027, 4, 22, 17, tzinfo=UTC), datetime(2027, 4, 29, 17, tzinfo=UTC)),
            location="4th Avenue, Vancouver",
            description="line one\nline two; end",
            url="https://meet.example/a",
            comment="See you",
            free=True,
        ),
    )


@pytest.mark.parametrize(
    ("line", "utc"),
    [
        ("DTSTART:20270415T170000Z", datetime(2027, 4, 15, 17)),
        ("DTSTART:20270415T170000", datetime(2027, 4, 16, 0)),
        ("DTSTART;TZID=America/Toronto:20270415T170000", datetime(2027, 4, 15, 21)),
        ("DTSTART;TZID=Pacific Standard Time:20270415T170000", datetime(2027, 4, 16, 0)),
        ('DTSTART;TZID="China Standard Time":20270415T170000', datetime(2027, 4, 15, 9)),
        ("DTSTART;TZID=Asia/Beijing:20270415T170000", datetime(2027, 4, 15, 9)),
        ("DTSTART;TZID=/example.org/Tzfile/America/Toronto:20270415T170000", datetime(2027, 4, 15, 21)),
        ("DTSTART;TZID=GMT+0800:20270415T170000", datetime(2027, 4, 15, 9)),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20270415T170000", datetime(2027, 4, 15, 17)),
        ('DTSTART;TZID="(UTC-08:00) Pacific Time (US & Canada)":20270415T170000', datetime(2027, 4, 16, 0)),
        ("DTSTART:2027-04-15T17:00:00Z", datetime(2027, 4, 15, 17)),
        ("DTSTART;VALUE=DATE-TIME:20270415T1700Z", datetime(2027, 4, 15, 17)),
    ],
)  # fmt: skip
def test_a_time_in_whatever_zone_it_is_told(line: str, utc: datetime) -> None:
    found = only(line)
    assert (found.start, found.sure) == (utc.replace(tzinfo=UTC), True)


def test_floating_times_are_in_the_calendars_zone_before_the_readers() -> None:
    assert only("DTSTART:20270415T090000", before=("X-WR-TIMEZONE:Asia/Shanghai",)).start == datetime(
        2027, 4, 15, 1, tzinfo=UTC
    )
    assert only("DTSTART:20270415T090000", before=("X-WR-TIMEZONE:Middle-earth",)).start == datetime(
        2027, 4, 15, 16, tzinfo=UTC
    )


@pytest.mark.parametrize("name", ["Middle-earth", "(UTC-06:00) Somewhere"])
def test_a_zone_that_means_nothing_or_hides_summer_time_is_not_sure(name: str) -> None:
    assert not only(f'DTSTART;TZID="{name}":20270415T170000').sure


@pytest.mark.parametrize(
    ("wall", "hour"),
    [("20270313T120000", 20), ("20270315T120000", 19), ("20271106T120000", 19), ("20271108T120000", 20)],
)
def test_a_zone_that_only_the_calendar_knows_changes_its_clocks(wall: str, hour: int) -> None:
    found = only(f"DTSTART;TZID=Our Own Time:{wall}", before=PACIFIC)
    assert isinstance(found.start, datetime)
    assert (found.start.hour, found.sure) == (hour, True)


def test_a_definition_whose_rule_ended_keeps_its_last_clock() -> None:
    spring = [line.replace("BYMONTH=3", "BYMONTH=3;UNTIL=20100328T000000Z") for line in PACIFIC]
    ended = tuple(line.replace("BYMONTH=11", "BYMONTH=11;UNTIL=20101107T100000Z") for line in spring)
    found = only("DTSTART;TZID=Our Own Time:20270715T120000", before=ended)
    assert found.start == datetime(2027, 7, 15, 20, tzinfo=UTC)


def test_a_name_that_we_know_counts_more_than_an_old_definition() -> None:
    wrong = tuple(line.replace("Our Own Time", "America/Vancouver").replace("-0700", "-0300") for line in PACIFIC)
    assert only("DTSTART;TZID=America/Vancouver:20270715T120000", before=wrong).start == datetime(
        2027, 7, 15, 19, tzinfo=UTC
    )


def test_days() -> None:
    found = only("DTSTART;VALUE=DATE:20270520", "DTEND;VALUE=DATE:20270522")
    assert (found.start, found.end, found.all_day, found.zone) == (date(2027, 5, 20), date(2027, 5, 22), True, None)
    found = only("DTSTART:20270520", "DTEND:20270520")
    assert (found.start, found.end) == (date(2027, 5, 20), date(2027, 5, 21))


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("PT1H30M", datetime(2027, 3, 14, 11, 30)),
        ("P1D", datetime(2027, 3, 15, 9)),
        ("P1DT1H", datetime(2027, 3, 15, 10)),
        ("-PT1H", datetime(2027, 3, 14, 10)),
        ("P", datetime(2027, 3, 14, 10)),
        ("PT99999999999H", datetime(2027, 3, 14, 10)),
    ],
)
def test_a_length_instead_of_an_end(length: str, end: datetime) -> None:
    """A day is a day on the wall's clock, an hour shorter when the clocks go forward."""
    data = calendar(event("DTSTART;TZID=America/Toronto:20270313T090000", f"DURATION:{length}"))
    data = data.replace(b"DTEND:20270415T173000Z\r\n", b"")
    (found,) = read_calendar(data, zone=HOME).events
    toronto = zone("America/Toronto")
    expected = datetime(2027, 3, 13, 9, tzinfo=toronto) + (end - datetime(2027, 3, 14, 10))
    if length.startswith("P1D"):
        expected = end.replace(tzinfo=toronto) - timedelta(days=1)
    assert found.end == expected.astimezone(UTC)


def test_an_occurrence_moved() -> None:
    found = only("RECURRENCE-ID;TZID=America/Toronto;RANGE=THISANDFUTURE:20270420T180000")
    assert (found.recurrence_id, found.following) == (datetime(2027, 4, 20, 22, tzinfo=UTC), True)


def test_the_method_wherever_it_went() -> None:
    plain = calendar(event())
    assert read_calendar(plain, zone=HOME).method is Method.NONE
    assert read_calendar(plain, zone=HOME, method="reply").method is Method.REPLY
    assert read_calendar(calendar(event(), method="CANCEL"), zone=HOME, method="REQUEST").method is Method.CANCEL
    assert read_calendar(calendar(event("METHOD:COUNTER")), zone=HOME, method="REQUEST").method is Method.COUNTER
    assert read_calendar(calendar(event(), method="DANCE"), zone=HOME, method="REQUEST").method is Method.REQUEST


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding(encoding: str) -> None:
    data = calendar(event("SUMMARY:信息访谈：会计行业")).decode().encode(encoding)
    (found,) = read(data, zone=HOME).events
    assert found.summary == "信息访谈：会计行业"


def test_a_character_folded_in_two() -> None:
    data = calendar(event("SUMMARY:周敏"))
    cut = data.index("敏".encode()) + 1
    (found,) = read_calendar(data[:cut] + b"\r\n " + data[cut:], zone=HOME).events
    assert found.summary == "周敏"


def test_bad_lines_do_not_cost_the_good_ones() -> None:
    found = only(
        "RRULE;FREQ=DAILY",
        "nonsense",
        "DTSTAMP:yesterday",
        "SEQUENCE:many",
        "STATUS:FINE",
        "ORGANIZER;CN=Smith: Jane:mailto:jane@example.org",
        'ATTENDEE;CN="broken:mailto:min@example.org',
        "ATTENDEE:urn:uuid:1234",
        "ATTENDEE;EMAIL=ana@example.org;PARTSTAT=X-LATER:/principals/ana/",
    )
    assert (found.summary, found.rrule, found.stamp, found.sequence, found.status) == ("Talk", "", None, 0, "")
    assert found.organizer
    assert found.organizer.email == "jane@example.org"
    assert [(one.email, one.answer) for one in found.attendees] == [
        ("min@example.org", Answer.NONE),
        ("ana@example.org", Answer.NONE),
    ]


def test_control_characters_never_come_through() -> None:
    found = only("SUMMARY:a\x00\x1b[31mb\x7f\u2028c", 'ORGANIZER;CN="x^ny":mailto:a@example.org', "UID:u\x01")
    assert (found.summary, found.uid) == ("a[31mbc", "u")
    assert found.organizer
    assert found.organizer.name == "x\ny"


def test_a_calendar_cut_off_or_without_its_frame() -> None:
    lines = event()
    assert len(read_calendar("\n".join([*HEAD, *lines[:-1]]).encode(), zone=HOME).events) == 1
    assert len(read_calendar("\r".join(lines).encode(), zone=HOME).events) == 1


def test_a_rule_is_not_expanded_by_reading_it() -> None:
    assert only("RRULE:FREQ=SECONDLY;COUNT=999999999").rrule == "FREQ=SECONDLY;COUNT=999999999"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_a_defined_zone_and_the_known_one_show_the_same(moment: datetime) -> None:
    """The rules that Windows writes for the Pacific coast have held in California since 2007."""
    wall = moment.replace(microsecond=0, year=max(moment.year, 2008))
    found = only(f"DTSTART;TZID=Our Own Time:{wall:%Y%m%dT%H%M%S}", before=PACIFIC)
    angeles = ZoneInfo("America/Los_Angeles")
    gap = wall.replace(tzinfo=angeles).astimezone(UTC).astimezone(angeles).replace(tzinfo=None) != wall
    fold = wall.replace(tzinfo=angeles).utcoffset() != wall.replace(tzinfo=angeles, fold=1).utcoffset()
    if not gap and not fold:
        assert found.start == wall.replace(tzinfo=angeles).astimezone(UTC)
        assert isinstance(found.start, datetime)
        assert found.zone
        assert found.start.astimezone(found.zone).replace(tzinfo=None) == wall


def test_a_fixed_distance_is_a_zone() -> None:
    assert only("DTSTART;TZID=UTC+05:30:20270415T170000").zone == timezone(timedelta(hours=5, minutes=30))
