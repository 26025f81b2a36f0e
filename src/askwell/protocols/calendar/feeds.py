"""Dated duties and meetings as iCalendar (RFC 5545), for the calendar that the seeker already uses."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Event, Todo, vDuration

from askwell.protocols.calendar.lines import clean, one_line
from askwell.protocols.calendar.writing import is_link, new_calendar

_TODO_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to do or to attend. `when`: a day, or an aware moment. `minutes` makes it an event of that
    length, or of whole days when `when` is a day; None a to-do. `done`: when it was done, aware. `place`: an
    address, a link or a number. `moved`: how often it was given another time (RFC 5545's SEQUENCE), so that a
    calendar which holds it already takes the new one. `alarms`: how long before the calendar reminds of it.
    `free`: the time stays free for others."""

    uid: str
    title: str
    when: date | datetime
    minutes: int | None = None
    note: str = ""
    link: str = ""
    done: datetime | None = None
    place: str = ""
    moved: int = 0
    alarms: tuple[timedelta, ...] = ()
    free: bool = False


def write_calendar(
    duties: Iterable[Duty], *, name: str, now: datetime, method: str = "", refresh: timedelta | None = None
) -> bytes:
    """One calendar of VTODO and VEVENT entries; `name` is shown by calendars that subscribe, `now` (aware)
    is the stamp of every entry. Moments are written in UTC, so that no reader's zone rules matter. `method`
    (PUBLISH) tells a calendar what to do with it (RFC 5546); empty for a mere archive. `refresh`: how often a
    calendar that subscribes should look again (RFC 7986, 5.7)."""
    calendar = new_calendar(method)
    calendar.add("x-wr-calname", one_line(name))
    if refresh is not None:
        calendar.add("name", one_line(name))
        calendar.add("refresh-interval", vDuration(refresh), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(refresh))
    for duty in duties:
        calendar.add_component(_entry(duty, now))
    return bytes(calendar.to_ical())


def write_feed(duties: Iterable[Duty], *, name: str, now: datetime, refresh: timedelta) -> bytes:
    """A calendar to subscribe to. What is to do on a day is an event of that day that keeps no time, what is to do
    at a moment one of a quarter of an hour: Google and Outlook leave VTODO out of calendars they subscribe to.
    What is done is left out."""
    shown = (_as_event(duty) for duty in duties if duty.done is None)
    return write_calendar(shown, name=name, now=now, method="PUBLISH", refresh=refresh)


def _as_event(duty: Duty) -> Duty:
    return duty if duty.minutes is not None else replace(duty, minutes=_TODO_MINUTES, free=True)


def _entry(duty: Duty, now: datetime) -> Event | Todo:
    entry = Todo() if duty.minutes is None else Event()
    entry.add("uid", clean(duty.uid))
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("summary", clean(duty.title))
    if duty.minutes is None:
        entry.add("due", _written(duty.when))
        entry.add("status", "COMPLETED" if duty.done else "NEEDS-ACTION")
        if duty.done:
            entry.add("completed", duty.done.astimezone(UTC))
    else:
        entry.add("dtstart", _written(duty.when))
        entry.add("dtend", _written(_end(duty.when, duty.minutes)))
    if duty.note:
        entry.add("description", clean(duty.note))
    if is_link(duty.link):
        entry.add("url", duty.link)
    if duty.place:
        entry.add("location", clean(duty.place))
    if duty.moved:
        entry.add("sequence", duty.moved)
    if duty.free:
        entry.add("transp", "TRANSPARENT")
    for before in duty.alarms:
        entry.add_component(_alarm(duty, before))
    return entry


def _alarm(duty: Duty, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(duty.title))
    alarm.add("trigger", -before)
    return alarm


def _written(when: date | datetime) -> date | datetime:
    return when.astimezone(UTC) if isinstance(when, datetime) else when


def _end(start: date | datetime, minutes: int) -> date | datetime:
    """Meetings end after their minutes; whole days at the end of the last day."""
    if isinstance(start, datetime):
        return start + timedelta(minutes=minutes)
    return start + timedelta(days=max(1, -(-minutes // (24 * 60))))
