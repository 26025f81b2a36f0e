"""Invitations and answers as we mail them, looked at as text, read by the library, and read back."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from askwell.lib.times import zone
from askwell.protocols.calendar import (
    Answer,
    Event,
    Method,
    NotWritable,
    Party,
    Reading,
    answered,
    called_off,
    content_type,
    countered,
    moved,
    read_calendar,
    settle,
    write_invitation,
)

NOW = datetime(2026, 11, 25, 18, 0, 7, tzinfo=UTC)
START = datetime(2026, 12, 1, 18, tzinfo=UTC)
SEEKER, INSIDER = Party("rui@example.org", "Rui Chen"), Party("min@example.org", "Zhou, Min; 周敏")
TALK = Event(
    "t1@example.org",
    start=START,
    end=START + timedelta(minutes=20),
    zone=zone("America/Toronto"),
    summary="Talk, with Rui; 20 minutes",
    organizer=SEEKER,
    attendees=(INSIDER,),
    location="4th Avenue",
    description="Three questions:\n1. …",
    url="https://meet.example/a",
)


def text(*events: Event, method: Method = Method.REQUEST) -> str:
    return write_invitation(*events, method=method, now=NOW).decode().replace("\r\n ", "")


def back(*events: Event, method: Method = Method.REQUEST) -> Reading:
    return read_calendar(write_invitation(*events, method=method, now=NOW), zone="America/Vancouver")


def test_an_invitation_word_for_word() -> None:
    lines = text(TALK).split("\r\n")
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Askwell//Askwell//EN", "METHOD:REQUEST"]
    assert lines[lines.index("BEGIN:VEVENT") :] == [
        "BEGIN:VEVENT",
        "SUMMARY:Talk\\, with Rui\\; 20 minutes",
        "DTSTART;TZID=America/Toronto:20261201T130000",
        "DTEND;TZID=America/Toronto:20261201T132000",
        "DTSTAMP:20261125T180007Z",
        "UID:t1@example.org",
        "SEQUENCE:0",
        'ATTENDEE;CN="Zhou, Min; 周敏";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;'
        "ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:min@example.org",
        "DESCRIPTION:Three questions:\\n1. …",
        "LOCATION:4th Avenue",
        "ORGANIZER;CN=\"Rui Chen\":mailto:rui@example.org",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "URL:https://meet.example/a",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]  # fmt: skip
    assert content_type(Method.REQUEST) == "text/calendar; charset=utf-8; method=REQUEST"


def test_what_we_write_is_read_back_as_it_was() -> None:
    expected = replace(
        TALK,
        stamp=NOW,
        status="CONFIRMED",
        attendees=(replace(INSIDER, rsvp=True, role="REQ-PARTICIPANT"),),
        zone=zone("America/Toronto"),
    )
    assert back(TALK) == Reading(Method.REQUEST, (expected,))


@pytest.mark.parametrize("name", ["America/Toronto", "America/Vancouver", "Asia/Shanghai", "Australia/Sydney"])
def test_the_clock_rules_around_the_time_go_along(name: str) -> None:
    """Read as if the zone's name meant nothing, so that only the rules tell."""
    event = replace(TALK, zone=zone(name))
    data = write_invitation(event, method=Method.REQUEST, now=NOW)
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert len(data) < 2_500
    (found,) = read_calendar(data.replace(name.encode(), b"Nowhere"), zone="UTC").events
    assert (found.start, found.end, found.sure) == (TALK.start, TALK.end, True)


@given(
    st.sampled_from(["America/Toronto", "America/Vancouver", "Asia/Shanghai", "Australia/Lord_Howe", "Europe/Dublin"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
    st.integers(1, 3_000),
)
@example("America/Toronto", datetime(2026, 11, 1, 5, 30), 20)
@example("America/Toronto", datetime(2026, 11, 1, 6, 30), 20)
def test_every_moment_comes_back(name: str, moment: datetime, minutes: int) -> None:
    """Those too that the clocks show twice."""
    start = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    end = start + timedelta(minutes=minutes)
    (found,) = back(replace(TALK, start=start, end=end, zone=zone(name))).events
    assert (found.start, found.end) == (start, end)


def test_another_reader_finds_the_same() -> None:
    event = vobject.readOne(write_invitation(TALK, method=Method.REQUEST, now=NOW).decode()).vevent
    assert event.dtstart.value == START
    assert event.dtend.value == START + timedelta(minutes=20)
    assert (event.summary.value, event.attendee.value) == (TALK.summary, "mailto:min@example.org")
    assert event.attendee.params["CN"] == [INSIDER.name]


def test_the_library_finds_no_zone_missing() -> None:
    calendar = Calendar.from_ical(write_invitation(TALK, method=Method.REQUEST, now=NOW))
    assert calendar.get_missing_tzids() == set()
    assert calendar.events[0].start == START


@pytest.mark.parametrize("other", [None, UTC, ZoneInfo("UTC")])
def test_without_a_named_zone_times_are_in_utc(other: ZoneInfo | None) -> None:
    written = text(replace(TALK, zone=other))
    assert "DTSTART:20261201T180000Z" in written
    assert "VTIMEZONE" not in written


def test_lines_end_and_fold_as_the_standard_says() -> None:
    data = write_invitation(
        replace(TALK, summary="周敏" * 60, attendees=(replace(INSIDER, name="名" * 90),)),
        method=Method.REQUEST,
        now=NOW,
    )
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_moved_meeting_asks_again_with_a_higher_sequence() -> None:
    agreed = replace(
        TALK, attendees=(replace(INSIDER, answer=Answer.ACCEPTED), replace(SEEKER, answer=Answer.ACCEPTED))
    )
    later = moved(agreed, start=START + timedelta(days=1), end=START + timedelta(days=1, minutes=20))
    written = text(later)
    assert "SEQUENCE:1" in written
    assert "DTSTART;TZID=America/Toronto:20261202T130000" in written
    assert [(one.email, one.answer, one.rsvp) for one in back(later).events[0].attendees] == [
        ("min@example.org", Answer.NONE, True),
        ("rui@example.org", Answer.ACCEPTED, False),
    ]


def test_a_meeting_called_off() -> None:
    off = back(called_off(TALK, comment="I fell ill"), method=Method.CANCEL)
    (event,) = off.events
    assert (off.method, event.sequence, event.status, event.comment) == (Method.CANCEL, 1, "CANCELLED", "I fell ill")
    assert event.attendees[0].rsvp is False


@pytest.mark.parametrize("answer", [Answer.ACCEPTED, Answer.DECLINED, Answer.TENTATIVE])
def test_an_answer_names_only_who_answers(answer: Answer) -> None:
    asked = replace(TALK, sequence=3, attendees=(INSIDER, Party("ana@example.org")), status="CONFIRMED")
    reading = back(answered(asked, me=INSIDER, answer=answer, comment="Gladly"), method=Method.REPLY)
    (event,) = reading.events
    assert (reading.attendee, reading.answer, event.sequence, event.comment) == (INSIDER.email, answer, 3, "Gladly")
    assert ([one.email for one in event.attendees], event.organizer, event.status, event.description) == (
        [INSIDER.email],
        SEEKER,
        "",
        "",
    )


def test_another_time_asked_for() -> None:
    later = START + timedelta(hours=2)
    counter = countered(TALK, me=INSIDER, start=later, end=later + timedelta(minutes=20))
    reading = back(counter, method=Method.COUNTER)
    assert (reading.method, reading.answer, reading.events[0].start) == (Method.COUNTER, Answer.TENTATIVE, later)


def test_what_we_write_makes_a_meetings_life() -> None:
    invitation, yes = back(TALK), back(answered(TALK, me=INSIDER, answer=Answer.ACCEPTED), method=Method.REPLY)
    later = moved(TALK, start=START + timedelta(days=1), end=START + timedelta(days=1, minutes=20))
    for readings, answer in (([yes, invitation], Answer.ACCEPTED), ([yes, back(later), invitation], Answer.NONE)):
        meeting = settle(TALK.uid, readings)
        assert meeting
        assert meeting.whole
        assert meeting.whole.answer_of(INSIDER.email) is answer


def test_days_and_a_series() -> None:
    fair = replace(TALK, start=date(2026, 12, 1), end=date(2026, 12, 3), all_day=True, zone=None)
    written = text(fair)
    assert "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203" in written
    week = timedelta(weeks=1)
    series = replace(TALK, rrule="FREQ=WEEKLY;COUNT=4", exdates=(START + week,))
    other = replace(TALK, recurrence_id=START + 2 * week, start=START + 2 * week + timedelta(hours=1), end=None)
    events = back(series, other).events
    assert (events[0].rrule, events[0].exdates) == ("FREQ=WEEKLY;COUNT=4", (START + week,))
    assert events[1].recurrence_id == START + 2 * week


@pytest.mark.parametrize(
    "event",
    [
        replace(TALK, uid=""),
        replace(TALK, start=None),
        replace(TALK, organizer=Party("rui@example.org\r\nX-EVIL:1")),
        replace(TALK, attendees=(Party("min"),)),
        replace(TALK, rrule="nonsense"),
    ],
)
def test_what_cannot_be_written_is_refused(event: Event) -> None:
    with pytest.raises(NotWritable):
        write_invitation(event, method=Method.REQUEST, now=NOW)


OURS = {"ATTENDEE", "COMMENT", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "ORGANIZER", "SEQUENCE"}
OURS |= {"STATUS", "SUMMARY", "TRANSP", "UID", "URL"}


def test_a_name_is_written_so_that_every_program_shows_it() -> None:
    """Not as RFC 6868 encodes quotation marks and line ends, which Outlook shows as they stand."""
    written = text(replace(TALK, organizer=replace(SEEKER, name='Rui "R^n"\r\nChen')))
    assert "ORGANIZER;CN=\"Rui 'R^n' Chen\":mailto:rui@example.org" in written.replace("^^", "^")


_EVIL = st.text(st.sampled_from("\r\n\x0b\x0c\x1c\x85\u2028\0\t\":;,\\=^'n周BEGIN:VALARMATTENDEE "), max_size=40)


@given(_EVIL, _EVIL, _EVIL, _EVIL, _EVIL, _EVIL)
def test_nothing_that_somebody_writes_becomes_a_line_of_its_own(
    name: str, summary: str, place: str, note: str, link: str, uid: str
) -> None:
    event = replace(
        TALK,
        uid=f"u{uid}",
        summary=summary,
        location=place,
        description=note,
        comment=note,
        url=f"https://{link}",
        organizer=replace(SEEKER, name=name),
        attendees=(replace(INSIDER, name=name),),
    )
    lines = text(event).split("\r\n")
    assert all("\n" not in line and "\r" not in line for line in lines)
    names = [line.replace(";", ":").split(":")[0] for line in lines[lines.index("BEGIN:VEVENT") :]]
    ours = (
        "ATTENDEE COMMENT DESCRIPTION DTEND DTSTAMP DTSTART LOCATION ORGANIZER SEQUENCE STATUS SUMMARY TRANSP UID URL"
    )
    assert set(names) - {"BEGIN", "END", ""} <= {*ours.split(" ")}
    assert [name for name, count in Counter(names).items() if count > 1] == ["END"]
    (found,) = back(event).events
    assert found.organizer
    assert [one.email for one in found.attendees] == [INSIDER.email]
    assert found.attendees[0].name == found.organizer.name
