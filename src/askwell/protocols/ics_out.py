"""Dated duties and meetings as iCalendar (RFC 5545), for the calendar that the seeker already uses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do or to attend. `when`: a day, or an aware moment. `minutes` makes it an event of that
    length, or of whole days when `when` is a day; None a to-do. `done`: when it was done, aware. `place`: an
    address, a link or a number. `moved`: how often it was given another time (RFC 5545's SEQUENCE), so that a
    calendar which holds it already takes the new one."""

    uid: str
    title: str
    when: date | datetime
    minutes: int | None = None
    note: str = ""
    link: str = ""
    done: datetime | None = None
    place: str = ""
    moved: int = 0


def write_calendar(duties: Iterable[Duty], *, name: str, now: datetime, method: str = "") -> bytes:
    """One calendar of VTODO and VEVENT entries; `name` is shown by calendars that subscribe, `now` (aware)
    is the stamp of every entry. Moments are written in UTC, so that no reader's zone rules matter. `method`
    (PUBLISH) tells a calendar what to do with it (RFC 5546); empty for a mere archive."""
    calendar = Calendar()
    calendar.add("prodid", "-//Askwell//Askwell//EN")
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    calendar.add("x-wr-calname", name)
    for duty in duties:
        calendar.add_component(_entry(duty, now))
    return bytes(calendar.to_ical())


def _entry(duty: Duty, now: datetime) -> Event | Todo:
    entry = Todo() if duty.minutes is None else Event()
    entry.add("uid", duty.uid)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("summary", duty.title)
    if duty.minutes is None:
        entry.add("due", _written(duty.when))
        entry.add("status", "COMPLETED" if duty.done else "NEEDS-ACTION")
        if duty.done:
            entry.add("completed", duty.done.astimezone(UTC))
    else:
        entry.add("dtstart", _written(duty.when))
        entry.add("dtend", _written(_end(duty.when, duty.minutes)))
    if duty.note:
        entry.add("description", duty.note)
    if duty.link:
        entry.add("url", duty.link)
    if duty.place:
        entry.add("location", duty.place)
    if duty.moved:
        entry.add("sequence", duty.moved)
    return entry


def _written(when: date | datetime) -> date | datetime:
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _end(start: date | datetime, minutes: int) -> date | datetime:
    """Meetings end after their minutes; whole days at the end of the last day."""
    if isinstance(start, datetime):
        return start + timedelta(minutes=minutes)
    return start + timedelta(days=max(1, -(-minutes // (24 * 60))))
