"""The calendar part of a mail that invites, changes, calls off or answers (RFC 5546, 6047)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, vCalAddress, vRecur, vText
from icalendar import Event as Component

from askwell.protocols.calendar.lines import clean, one_line
from askwell.protocols.calendar.model import Answer, Event, Method, Party

PRODUCER = "-//Askwell//Askwell//EN"
_ADDRESS = re.compile(r"[^\s@<>\"\\,;:()]{1,64}@[^\s@<>\"\\,;:()]{1,190}")
_WEB = re.compile(r"https?://[^\s\"<>\\]{1,1000}")
_LASTING = timedelta(days=731)  # how long after a meeting its clock rules are told


class NotWritable(ValueError):
    """The event lacks its UID or its start, or somebody's address is none."""


def content_type(method: Method) -> str:
    """The Content-Type of what `write_invitation` gives: programs that look only here must find the method."""
    return f"text/calendar; charset=utf-8; method={method}"


def write_invitation(*events: Event, method: Method, now: datetime) -> bytes:
    """One meeting as a calendar to be mailed; several events are the meeting and its exceptions. `now` (aware) is
    the stamp. Times stand in the event's zone where it has a name, with its rules around that time, else in UTC.

    For REQUEST everyone who is not the organizer is asked to answer; for REPLY and COUNTER the event has only
    the one attendee who speaks (`answered`, `countered`). Raises `NotWritable`.
    """
    calendar = new_calendar(method)
    zones: dict[str, tuple[tzinfo, date, date]] = {}
    for event in events:
        for name, zone, day in _zones(event):
            _, first, last = zones.get(name, (zone, day, day))
            zones[name] = zone, min(first, day), max(last, day)
    for name, (zone, first, last) in zones.items():
        begin, end = date(first.year - 1, 1, 1), last + _LASTING
        calendar.add_component(Timezone.from_tzinfo(zone, name, begin, end))
    for event in events:
        calendar.add_component(_component(event, method, now))
    return bytes(calendar.to_ical())


def new_calendar(method: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", str(method))
    return calendar


def is_link(text: str) -> bool:
    """Whether this can stand as a URL, which nothing escapes."""
    return bool(_WEB.fullmatch(text))


def moved(event: Event, *, start: date, end: date) -> Event:
    """The same meeting at another time: the SEQUENCE goes up, and everybody is asked again."""
    own = event.organizer.email if event.organizer else ""
    asked = tuple(one if one.email == own else replace(one, answer=Answer.NONE) for one in event.attendees)
    return replace(event, sequence=event.sequence + 1, start=start, end=end, attendees=asked, comment="")


def called_off(event: Event, *, comment: str = "") -> Event:
    """The same meeting, off; for CANCEL."""
    return replace(event, sequence=event.sequence + 1, status="CANCELLED", comment=comment)


def answered(event: Event, *, me: Party, answer: Answer, comment: str = "") -> Event:
    """What `me` answers to an event; for REPLY. The SEQUENCE stays that of what is answered."""
    own = replace(me, answer=answer, rsvp=False)
    alone = replace(event, attendees=(own,), status="", comment=comment, description="")
    return replace(alone, rrule="", exdates=(), rdates=())


def countered(event: Event, *, me: Party, start: date, end: date, comment: str = "") -> Event:
    """Another time that `me` asks for; for COUNTER."""
    answer = answered(event, me=me, answer=Answer.TENTATIVE, comment=comment)
    return replace(answer, start=start, end=end)


def _zones(event: Event) -> Iterator[tuple[str, tzinfo, date]]:
    if (name := zone_name(event.zone)) and event.zone:
        for when in (event.start, event.end, event.recurrence_id):
            if isinstance(when, datetime):
                yield name, event.zone, when.astimezone(event.zone).date()


def zone_name(zone: tzinfo | None) -> str:
    """The IANA name, empty for UTC and zones without one."""
    return zone.key if isinstance(zone, ZoneInfo) and zone.key not in ("UTC", "Etc/UTC") else ""


def _component(event: Event, method: Method, now: datetime) -> Component:
    if not event.uid or (event.start is None and method is not Method.CANCEL):
        raise NotWritable
    part = Component()
    part.add("uid", clean(event.uid))
    part.add("dtstamp", now.astimezone(UTC))
    part.add("sequence", event.sequence)
    for name, when in (("dtstart", event.start), ("dtend", event.end), ("recurrence-id", event.recurrence_id)):
        if when is not None and not (name == "dtend" and when == event.start):
            part.add(name, _written(when, event.zone))
    _add_recurrence(part, event)
    for name, text in (("summary", event.summary), ("location", event.location), ("comment", event.comment)):
        if text:
            part.add(name, clean(text))
    if event.description:
        part.add("description", clean(event.description))
    if is_link(event.url):
        part.add("url", event.url)
    status = {Method.CANCEL: "CANCELLED", Method.REQUEST: event.status or "CONFIRMED"}.get(method, event.status)
    if status:
        part.add("status", status)
    if method not in (Method.REPLY, Method.COUNTER):
        part.add("transp", "TRANSPARENT" if event.free else "OPAQUE")
    _add_people(part, event, method)
    return part


def _add_recurrence(part: Component, event: Event) -> None:
    if event.rrule:
        try:
            rule = vRecur.from_ical(event.rrule)
        except ValueError:
            raise NotWritable from None
        if "FREQ" not in rule:
            raise NotWritable
        part.add("rrule", rule)
    for name, dates in (("exdate", event.exdates), ("rdate", event.rdates)):
        if dates:
            part.add(name, [_written(when, event.zone) for when in dates])


def _add_people(part: Component, event: Event, method: Method) -> None:
    if event.organizer:
        part["organizer"] = _address(event.organizer)
    own = event.organizer.email if event.organizer else ""
    for one in event.attendees:
        address = _address(one)
        address.params["CUTYPE"] = vText("INDIVIDUAL")
        address.params["ROLE"] = vText("OPT-PARTICIPANT" if one.role == "OPT-PARTICIPANT" else "REQ-PARTICIPANT")
        address.params["PARTSTAT"] = vText(one.answer)
        if method is Method.REQUEST and one.email != own and one.answer is Answer.NONE:
            address.params["RSVP"] = vText("TRUE")
        part.add("attendee", address, encode=False)


def _address(party: Party) -> vCalAddress:
    """A name cannot leave its parameter: it has no quotation marks and no line ends."""
    if not _ADDRESS.fullmatch(party.email):
        raise NotWritable
    address = vCalAddress(f"mailto:{party.email}")
    if name := one_line(party.name).replace('"', "'"):
        address.params["CN"] = vText(name)
    return address


def _written(when: date, zone: tzinfo | None) -> date:
    """In its zone, but in UTC for a time that the clocks there show twice and that is the second one."""
    if not isinstance(when, datetime):
        return when
    local = when.astimezone(zone if zone_name(zone) else UTC)
    return when.astimezone(UTC) if local.fold else local
