"""Invitations and answers as they come by mail (RFC 6047), and answers that only the subject tells."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from askwell.protocols.calendar.lines import decoded
from askwell.protocols.calendar.model import Answer, Event, Method, Reading, UnreadableCalendar
from askwell.protocols.calendar.reading import as_reading, read_calendar
from askwell.protocols.calendar.subjects import answer_in

MOST_BYTES = 15_000_000
MOST_PARTS = 100
DEEPEST = 20
MOST_LINES = 600_000
MOST_WORK = 6_000_000  # lines times containers: the parser hands every line through all that it is in
LONGEST = 5_000  # characters of a header

_BEGIN = re.compile(rb"(?:\xef\xbb\xbf|\s)*BEGIN:V", re.IGNORECASE)
_CONTAINER = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_IN_ANGLES = re.compile(r"<\s*([^\s<>@]{1,64}@[^\s<>@]{1,190}?)\s*>")
_BARE = re.compile(r"[^\s<>@,;:\"()]{1,64}@[^\s<>@,;:\"()]{1,190}")
_NAMES = (".ics", ".ical", ".icalendar", ".ifb")
_FORMATS = ("text/calendar", "application/ics", "application/calendar", "text/x-vcalendar")


def read(data: bytes, *, zone: str) -> Reading:
    """What an .ics file or a whole mail (.eml) says of meetings. `zone`: the reader's own, for times without one.

    A calendar that a mail holds twice counts once. A mail that is no answer and holds no calendar gives a
    `Reading` without events. Raises `UnreadableCalendar`, and `lib.times.UnknownZone` for `zone`.
    """
    if _BEGIN.match(data) or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return read_calendar(data, zone=zone)
    if len(data) > MOST_BYTES:
        raise UnreadableCalendar("too_large")
    lines, containers = data.count(b"\n"), len(_CONTAINER.findall(data))
    if lines > MOST_LINES or data.count(b"\n--") > MOST_LINES // 20:
        raise UnreadableCalendar("too_large")
    if containers > MOST_PARTS or containers * lines > MOST_WORK:
        raise UnreadableCalendar("too_nested")
    try:
        message = message_from_bytes(data)
    except (RecursionError, UnicodeError, ValueError, HeaderParseError):
        raise UnreadableCalendar("unreadable_mail") from None
    return read_mail(message, zone=zone)


def read_mail(message: Message, *, zone: str) -> Reading:
    """Like `read`, for a mail that is parsed already (with the default policy, `compat32`)."""
    sender = address_in(header(message, "from"))
    readings, refusal = [], None
    for part in sorted(_calendars(message), key=_is_attachment):
        try:
            readings.append(_read_part(part, zone))
        except UnreadableCalendar as error:
            refusal = refusal or error
    if readings:
        method = next((one.method for one in readings if one.method), Method.NONE)
        reading = replace(as_reading(method, _once(readings), sender), sent=sent_at(header(message, "date")))
        return _with_subject(reading, header(message, "subject"))
    if refusal:
        raise refusal
    answer = answer_in(header(message, "subject"))
    return Reading(Method.NONE, (), sender if answer else "", answer, sender, sent_at(header(message, "date")))


def header(message: Message, name: str) -> str:
    """A header (its name in lower case) in plain words, whatever bytes it is made of."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")[:LONGEST]
    if not raw.isascii():  # bytes beyond ASCII come as lone surrogates
        raw = decoded(raw.encode("utf-8", "surrogateescape"))
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return ""
    words = (decoded(one, charset or "") if isinstance(one, bytes) else one for one, charset in pieces)
    return " ".join("".join(words).split())


def address_in(text: str) -> str:
    """The last address of a From header, in lower case. Not `email.utils.parseaddr`, which a few hundred brackets
    bring down."""
    found = _IN_ANGLES.findall(text) or _BARE.findall(text)
    return str(found[-1]).lower() if found else ""


def sent_at(text: str) -> datetime | None:
    """A Date header in UTC; None when it is none. One without zone is taken for UTC."""
    try:
        moment = parsedate_to_datetime(text[:100])
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _calendars(message: Message) -> Iterator[Message]:
    """Parts that are calendars by type, name or first words; not those of a mail that is only attached."""
    waiting = [(message, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop(0)
        seen += 1
        if seen > MOST_PARTS or depth > DEEPEST:
            raise UnreadableCalendar("too_nested")
        if _is_monstrous(part) or part.get_content_maintype() == "message":
            continue
        if part.is_multipart():
            waiting += [(one, depth + 1) for one in part.get_payload() if isinstance(one, Message)]
        elif part.get_content_type() in _FORMATS or _name(part).endswith(_NAMES) or _looks_like_one(part):
            yield part


def _is_monstrous(part: Message) -> bool:
    """Whether its headers are so long that taking them apart takes seconds."""
    return any(len(value) > LONGEST for key, value in part.raw_items() if key.lower().startswith("content-"))


def _name(part: Message) -> str:
    try:
        return (part.get_filename() or "").strip().lower()
    except (ValueError, LookupError, TypeError):
        return ""


def _looks_like_one(part: Message) -> bool:
    payload = part.get_payload()
    return isinstance(payload, str) and payload.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def _is_attachment(part: Message) -> bool:
    return part.get_content_type() != "text/calendar"


def _read_part(part: Message, zone: str) -> Reading:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return read_calendar(data, zone=zone, charset=_parameter(part, "charset"), method=_parameter(part, "method"))


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except (ValueError, LookupError, TypeError):
        return ""
    return value if isinstance(value, str) else str(value[2]) if value else ""


def _once(readings: list[Reading]) -> tuple[Event, ...]:
    """The events of all parts, the first of each."""
    found: dict[object, Event] = {}
    for reading in readings:
        for event in reading.events:
            found.setdefault((event.uid, event.recurrence_id), event)
    return tuple(found.values())


def _with_subject(reading: Reading, subject: str) -> Reading:
    """A reply that names no attendee's answer may still tell it in its title."""
    if reading.method is not Method.REPLY or reading.answer not in (None, Answer.NONE):
        return reading
    told = answer_in(subject) or next(filter(None, (answer_in(event.summary) for event in reading.events)), None)
    return replace(reading, answer=told or reading.answer)
