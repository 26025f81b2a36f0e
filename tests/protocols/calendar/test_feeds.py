"""Duties and meetings as calendar entries, read back by the library and looked at as text."""

from datetime import UTC, date, datetime, timedelta, timezone

from icalendar import Calendar

from askwell.protocols.calendar import Duty, write_calendar, write_feed

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


def entries(*duties: Duty) -> list[dict[str, object]]:
    calendar = Calendar.from_ical(write_calendar(duties, name="Askwell 求职", now=NOW))
    assert calendar["X-WR-CALNAME"] == "Askwell 求职"
    return [
        {"kind": part.name, **{key: getattr(value, "dt", value) for key, value in part.items()}}
        for part in calendar.subcomponents
    ]


def test_a_duty_of_a_day() -> None:
    assert entries(Duty("u1", "Follow up with Min Zhou, Cedar", date(2026, 12, 1), note="line one\nline two")) == [
        {
            "kind": "VTODO",
            "UID": "u1",
            "DTSTAMP": NOW,
            "SUMMARY": "Follow up with Min Zhou, Cedar",
            "DUE": date(2026, 12, 1),
            "STATUS": "NEEDS-ACTION",
            "DESCRIPTION": "line one\nline two",
        }
    ]


def test_a_duty_done() -> None:
    (entry,) = entries(Duty("u1", "Thank Min", datetime(2026, 12, 1, 17, tzinfo=UTC), done=NOW))
    assert (entry["DUE"], entry["STATUS"], entry["COMPLETED"]) == (
        datetime(2026, 12, 1, 17, tzinfo=UTC),
        "COMPLETED",
        NOW,
    )


def test_a_meeting_ends_after_its_minutes() -> None:
    start = datetime(2026, 12, 1, 17, tzinfo=UTC)
    (entry,) = entries(Duty("u1", "Talk", start, minutes=20, link="https://meet.example/a"))
    assert (entry["kind"], entry["DTSTART"], entry["DTEND"]) == (
        "VEVENT",
        start,
        datetime(2026, 12, 1, 17, 20, tzinfo=UTC),
    )
    assert entry["URL"] == "https://meet.example/a"
    assert "STATUS" not in entry


def test_whole_days_end_on_the_next() -> None:
    (entry,) = entries(Duty("u1", "Fair", date(2026, 12, 1), minutes=600))
    assert (entry["DTSTART"], entry["DTEND"]) == (date(2026, 12, 1), date(2026, 12, 2))


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    start = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=-8)))
    (entry,) = entries(Duty("u1", "Talk", start, minutes=20))
    assert entry["DTSTART"] == datetime(2026, 12, 1, 17, tzinfo=UTC)
    assert b"DTSTART:20261201T170000Z" in write_calendar([Duty("u1", "Talk", start, minutes=20)], name="x", now=NOW)


def test_lines_end_and_fold_as_the_standard_says() -> None:
    data = write_calendar([Duty("u1", "周敏" * 60, date(2026, 12, 1))], name="x", now=NOW)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_meeting_that_was_moved_replaces_the_one_in_the_calendar() -> None:
    start = datetime(2026, 12, 1, 17, tzinfo=UTC)
    data = write_calendar(
        [Duty("u1", "Talk", start, 20, place="4th, Vancouver", moved=2)], name="x", now=NOW, method="PUBLISH"
    )
    calendar = Calendar.from_ical(data)
    (entry,) = calendar.walk("VEVENT")
    assert (calendar["METHOD"], entry["SEQUENCE"], entry["LOCATION"]) == ("PUBLISH", 2, "4th, Vancouver")


def test_a_feed_says_how_often_to_look_again() -> None:
    data = write_feed([], name="Askwell", now=NOW, refresh=timedelta(hours=1))
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in data
    assert b"X-PUBLISHED-TTL:PT1H\r\n" in data
    assert b"METHOD:PUBLISH\r\n" in data


def test_a_feed_shows_duties_where_calendars_show_no_duties() -> None:
    calendar = Calendar.from_ical(
        write_feed(
            [
                Duty("d1", "Thank Min", date(2026, 12, 1)),
                Duty("d2", "Confirm", datetime(2026, 12, 1, 17, tzinfo=UTC)),
                Duty("d3", "Done", date(2026, 12, 1), done=NOW),
                Duty("t1", "Talk", datetime(2026, 12, 2, 17, tzinfo=UTC), minutes=20, alarms=(timedelta(hours=1),)),
            ],
            name="Askwell",
            now=NOW,
            refresh=timedelta(hours=1),
        )
    )
    entries = [(str(one["UID"]), one.start, one.end, one.get("TRANSP")) for one in calendar.walk("VEVENT")]
    assert entries == [
        ("d1", date(2026, 12, 1), date(2026, 12, 2), "TRANSPARENT"),
        ("d2", datetime(2026, 12, 1, 17, tzinfo=UTC), datetime(2026, 12, 1, 17, 15, tzinfo=UTC), "TRANSPARENT"),
        ("t1", datetime(2026, 12, 2, 17, tzinfo=UTC), datetime(2026, 12, 2, 17, 20, tzinfo=UTC), None),
    ]
    assert len(calendar.walk("VTODO")) == 0


def test_a_reminder_before_a_talk() -> None:
    start = datetime(2026, 12, 1, 17, tzinfo=UTC)
    data = write_feed(
        [Duty("t1", "Talk", start, 20, alarms=(timedelta(days=1), timedelta(hours=1)))],
        name="x",
        now=NOW,
        refresh=timedelta(hours=1),
    )
    alarms = Calendar.from_ical(data).walk("VALARM")
    assert [(str(one["ACTION"]), one["TRIGGER"].dt) for one in alarms] == [
        ("DISPLAY", -timedelta(days=1)),
        ("DISPLAY", -timedelta(hours=1)),
    ]


def test_nothing_that_somebody_writes_becomes_a_line_of_its_own() -> None:
    evil = "a\r\nBEGIN:VALARM\x85\u2028X:1"
    data = write_calendar(
        [Duty(evil, evil, NOW, 20, evil, f"https://x.example/{evil}", place=evil, alarms=(timedelta(hours=1),))],
        name=evil,
        now=NOW,
    )
    calendar = Calendar.from_ical(data)
    assert len(calendar.walk("VALARM")) == 1
    assert data.count(b"\r\nBEGIN:") == 2
    assert b"URL" not in data
