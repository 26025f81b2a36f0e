"""The meetings of a calendar, and how somebody answers."""

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from askwell.lib.times import zone as zone_called
from askwell.protocols.calendar.clocks import Clocks, Stamp
from askwell.protocols.calendar.lines import Line, Part, clean, scan
from askwell.protocols.calendar.model import Answer, Event, Method, Party, Reading, UnreadableCalendar

MOST_EVENTS = 1_000
MOST_DATES = 500
_STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
_STATUS_CODE = re.compile(r"\d+(?:\.\d+){1,2}")
_MAILTO = re.compile(r"mailto:\s*<?\s*([^\s<>?,;\"]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>\"]{1,64}@[^\s@<>\"]{1,190}")
_SHORT, _LONG = 300, 10_000  # characters of a summary or name, of a description


def read_calendar(data: bytes, *, zone: str, charset: str = "", method: str = "") -> Reading:
    """What an iCalendar file says. `zone`: the reader's own, for times without one; `charset` and `method`: what
    a mail's Content-Type says, believed where the file says nothing. Raises `UnreadableCalendar`, and
    `lib.times.UnknownZone` for `zone`."""
    own = zone_called(zone)
    whole = scan(data, charset)
    events = tuple(_events(whole, own))
    return as_reading(_method(whole, method), events)


def as_reading(method: Method, events: tuple[Event, ...], sender: str = "") -> Reading:
    """With who answers, when this is an answer: of several attendees the mail's sender, else the first who says
    anything; the sender when none is named."""
    if method not in (Method.REPLY, Method.COUNTER) or not events:
        return Reading(method, events, sender=sender)
    parties = events[0].attendees
    own = [party for party in parties if party.email == sender]
    speaking = own or [party for party in parties if party.answer is not Answer.NONE] or list(parties)
    if not speaking:
        return Reading(method, events, sender, None, sender)
    return Reading(method, events, speaking[0].email, speaking[0].answer, sender)


def event_parts(whole: Part) -> Iterator[tuple[Part, Part]]:
    """Every VEVENT with the calendar it is in, one whose calendar was cut off included."""
    for calendar in whole.parts:
        if calendar.name == "VEVENT":
            yield calendar, whole
        else:
            yield from ((part, calendar) for part in calendar.walk("VEVENT"))


def _events(whole: Part, own: tzinfo) -> Iterator[Event]:
    clocks: dict[int, Clocks] = {}
    for number, (part, calendar) in enumerate(event_parts(whole)):
        if number >= MOST_EVENTS:
            raise UnreadableCalendar("too_many")
        key = id(calendar)
        clocks[key] = clocks.get(key) or Clocks(calendar, own)
        yield read_event(part, clocks[key])


def read_event(part: Part, clocks: Clocks) -> Event:
    """A VEVENT. What is missing or means nothing stays at its default."""
    start = clocks.stamp(part.first("DTSTART"))
    recurrence = part.first("RECURRENCE-ID")
    replaced = clocks.stamp(recurrence)
    organizer, rule = part.first("ORGANIZER"), part.first("RRULE")
    status = part.text("STATUS").upper()
    return Event(
        uid=part.text("UID")[: _SHORT * 2],
        sequence=_number(part.text("SEQUENCE")),
        stamp=_moment(clocks.stamp(part.first("DTSTAMP"))),
        recurrence_id=replaced.when if replaced else None,
        start=start.when if start else None,
        end=clocks.end(part, start) if start else None,
        all_day=start is not None and not isinstance(start.when, datetime),
        zone=start.zone if start else None,
        sure=start.sure if start else True,
        summary=part.text("SUMMARY")[:_SHORT],
        status=status if status in _STATUSES else "",
        organizer=_party(organizer) if organizer else None,
        attendees=tuple({one.email: one for line in part.every("ATTENDEE") if (one := _party(line))}.values()),
        rrule=clean(rule.value)[:_SHORT] if rule else "",
        exdates=_dates(part, "EXDATE", clocks),
        rdates=_dates(part, "RDATE", clocks),
        location=part.text("LOCATION")[:_SHORT],
        description=part.text("DESCRIPTION")[:_LONG],
        url=part.text("URL")[: _SHORT * 4],
        comment=part.text("COMMENT")[:_LONG],
        free=_is_free(part),
        following=recurrence is not None and recurrence.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
        request_status=status_code(part.text("REQUEST-STATUS")),
    )


def status_code(text: str) -> str:
    """The number before the words of a REQUEST-STATUS (RFC 5545, 3.8.8.3)."""
    found = _STATUS_CODE.match(text.strip())
    return found[0] if found else ""


def _method(whole: Part, told: str) -> Method:
    """In the calendar, else wherever it went by mistake, else as the mail says."""
    inside = [calendar.text("METHOD") for calendar in whole.parts]
    misplaced = [part.text("METHOD") for part, _ in event_parts(whole)]
    for word in (*inside, *misplaced, whole.text("METHOD"), told):
        if (name := word.strip().upper()) and name in Method.__members__:
            return Method(name)
    return Method.NONE


def _party(line: Line) -> Party | None:
    """None for one without an address."""
    parameters = line.parameters
    found = _MAILTO.search(line.value)
    email = next(filter(None, map(_address, (found[1] if found else "", parameters.get("EMAIL", ""), line.value))), "")
    if not email:
        return None
    answer = parameters.get("PARTSTAT", "").upper()
    return Party(
        email=email,
        name=parameters.get("CN", "")[:_SHORT],
        answer=Answer(answer) if answer in set(Answer) else Answer.NONE,
        rsvp=parameters.get("RSVP", "").upper() == "TRUE",
        role=parameters.get("ROLE", "").upper()[:_SHORT],
        agent=parameters.get("SCHEDULE-AGENT", "").upper()[:_SHORT],
        force=parameters.get("SCHEDULE-FORCE-SEND", "").upper()[:_SHORT],
    )


def _address(text: str) -> str:
    return text.lower() if _ADDRESS.fullmatch(text) else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _moment(stamp: Stamp | None) -> datetime | None:
    return stamp.when if stamp and isinstance(stamp.when, datetime) else None


def _dates(part: Part, name: str, clocks: Clocks) -> tuple[date, ...]:
    """Days or moments in order, each once; of a period its start."""
    found: set[date] = set()
    for line in part.every(name):
        zone = {"TZID": line.parameters["TZID"]} if "TZID" in line.parameters else {}
        for value in line.value.split(",")[: MOST_DATES - len(found)]:
            if stamp := clocks.stamp(Line(value.partition("/")[0], zone)):
                found.add(stamp.when)
    return tuple(sorted(found, key=lambda when: (isinstance(when, datetime), when)))


def _is_free(part: Part) -> bool:
    """Whether the time stays free: so Outlook says besides TRANSP."""
    told = part.text("TRANSP").upper() == "TRANSPARENT"
    return told or part.text("X-MICROSOFT-CDO-BUSYSTATUS").upper() == "FREE"
