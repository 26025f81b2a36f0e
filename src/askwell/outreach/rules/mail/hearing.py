"""What a mail says: read out of its bytes into what is kept of it. No HTML comes out of here, only text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from askwell.coach.replies import Intent, Reply, read_reply
from askwell.coach.replies import Reading as Meaning
from askwell.coach.replies.machines import greets_many
from askwell.coach.replies.stopping import offers_to_leave
from askwell.coach.replies.when import READER
from askwell.lib.text import clean
from askwell.outreach.choices import LetterKind
from askwell.outreach.rules.mail.letters import is_answer
from askwell.protocols.calendar import Reading as Meeting
from askwell.protocols.calendar import UnreadableCalendar, read
from askwell.protocols.calendar.subjects import answer_in
from askwell.protocols.mail.bounces import Bounce, may_be_bounce, read_bounce
from askwell.protocols.mail.letters import Letter, UnreadableLetter, letter_of
from askwell.protocols.mail.letters.parts import Part, opened
from askwell.protocols.mail.newest import newest

LONGEST_TEXT = 20_000
LONGEST_WHOLE = 100_000
"""Characters of a letter that are kept: of what they wrote now, and with all that they quoted."""
FURTHEST = timedelta(days=400)
"""Nobody is away for longer: a day named beyond is left out."""
MOST_RECEIVERS = 4
"""A mail to more is to nobody in particular."""
NOT_TO_US = 0.6
"""How sure it is that a round letter answers nothing."""
LATE, EARLY = timedelta(days=7), timedelta(minutes=10)
"""How far a mail's own date may lie before and after its arrival to be believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads: the seeker's `name` and `zone`; `from_zone` is the writer's, whose days their words mean."""

    name: str = ""
    zone: str = "UTC"
    from_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A mail as it is kept. `reading` is plain JSON, see `described`; `is_plain` whether the words say it so plainly
    that it may be acted on unasked. `written_at` is UTC."""

    kind: LetterKind
    sender: str
    sender_name: str
    subject: str
    text: str
    whole: str
    written_at: datetime
    reading: Mapping[str, object]
    is_plain: bool = False
    bounce: Bounce | None = None
    calendar: Meeting | None = None


def hear(data: bytes, *, arrived_at: datetime, reader: Reader, own: bool = False, answers: bool = True) -> Heard:
    """What these bytes say; `own`: the seeker wrote them; `answers`: they name a mail of the conversation. Raises
    UnreadableLetter."""
    if not data.strip():
        raise UnreadableLetter("empty")
    whole = opened(data)
    if not whole.headers.fields:
        raise UnreadableLetter("no_headers")
    letter = letter_of(whole)
    bounce = read_bounce(data) if not own and may_be_bounce(whole.headers) else None
    if bounce:
        return _heard(letter, LetterKind.BOUNCE, arrived_at, {}, bounce=bounce)
    if own:
        return _heard(
            letter,
            LetterKind.OWN,
            arrived_at,
            {"to": [clean(each.email, limit=320).lower() for each in letter.to[:20]]},
        )
    meeting = _calendar(data, letter, reader.zone)
    if meeting:
        return _heard(letter, LetterKind.CALENDAR, arrived_at, _of_meeting(meeting, arrived_at), calendar=meeting)
    return _reply(whole, letter, arrived_at, reader, answers=answers)


def _reply(whole: Part, letter: Letter, arrived_at: datetime, reader: Reader, *, answers: bool) -> Heard:
    sender = letter.sender
    said = newest(letter.text, sender.name if sender else "").text
    reply = Reply(
        text=said,
        received=_written_at(letter, arrived_at).astimezone(reader.from_zone),
        subject=letter.subject,
        sender=sender.name if sender else "",
        address=sender.email if sender else "",
        recipient=reader.name,
        headers=dict(whole.headers.fields),
    )
    meaning = read_reply(reply)
    if not answers and not is_answer(letter.subject) and _is_for_many(whole, letter, said):
        meaning = Meaning(Intent.OTHER, NOT_TO_US)
    kind = LetterKind.AUTO_REPLY if meaning.intent is Intent.AUTO_REPLY else LetterKind.REPLY
    reading = described(meaning, said, arrived_at.date(), reader=reader.zone)
    return _heard(letter, kind, arrived_at, reading, is_plain=meaning.sure)


def _is_for_many(whole: Part, letter: Letter, said: str) -> bool:
    """Whether it is a round letter: by whom it greets, how many it went to, or what its end offers to everybody."""
    went_to = len(letter.to) + len(whole.headers.addresses("cc"))
    return greets_many(said) or went_to > MOST_RECEIVERS or offers_to_leave(letter.text)


def described(meaning: Meaning, text: str, today: date, *, reader: str) -> dict[str, object]:
    """A meaning as it is stored: `intent`, `times` (wall clock of the writer: 2026-02-17T16:00, or a day alone) and
    where they say it of any, whose clock each is on (`zones`; `reader` is the seeker's; "?" one that nobody knows),
    `until`, `person` (name, email, role), `channel`, and `words` that decided it. What is not said is left out."""
    zones = [reader if start.zone == READER else start.zone for start in meaning.times[:6]]
    near = meaning.until and today <= meaning.until <= today + FURTHEST
    facts: dict[str, object] = {
        "intent": meaning.intent.value,
        "times": [start.isoformat() for start in meaning.times[:6]],
        "zones": zones if any(zones) else [],
        "withdraws": meaning.withdraws,
        "until": meaning.until.isoformat() if meaning.until and near else "",
        "channel": meaning.channel.value if meaning.channel else "",
        "words": [clean(text[start:end], limit=120) for start, end in meaning.why[:3]],
    }
    if meaning.person:
        one = meaning.person
        facts["person"] = {
            "name": clean(one.name, limit=100), "email": clean(one.email, limit=254), "role": clean(one.role, limit=100)
        }  # fmt: skip
    return {name: value for name, value in facts.items() if value}


def _of_meeting(meeting: Meeting, arrived_at: datetime) -> dict[str, object]:
    """What a calendar's mail says: its `method`, the `partstat` it answers with, and when (`moments`, UTC)."""
    moments = [event.start for event in meeting.events[:3] if isinstance(event.start, datetime)]
    return {
        "method": meeting.method.value,
        "partstat": meeting.answer.value if meeting.answer else "",
        "moments": [moment.isoformat() for moment in moments if moment > arrived_at],
    }


def _calendar(data: bytes, letter: Letter, zone: str) -> Meeting | None:
    """What a mail says of meetings; None where it says nothing, or nothing that can be read."""
    if letter.calendar is None and answer_in(letter.subject) is None:
        return None
    try:
        reading = read(data, zone=zone)
    except UnreadableCalendar:
        return None
    return reading if reading.events or reading.answer else None


def _written_at(letter: Letter, arrived_at: datetime) -> datetime:
    """Its Date as far as that can be true, else when it arrived."""
    said = letter.date
    return said if said and arrived_at - LATE <= said <= arrived_at + EARLY else arrived_at.astimezone(UTC)


def _heard(
    letter: Letter,
    kind: LetterKind,
    arrived_at: datetime,
    reading: Mapping[str, object],
    *,
    is_plain: bool = False,
    bounce: Bounce | None = None,
    calendar: Meeting | None = None,
) -> Heard:
    sender = letter.sender
    name = clean(sender.name, limit=200) if sender else ""
    return Heard(
        kind=kind,
        sender=clean(sender.email, limit=320).lower() if sender else "",
        sender_name=name,
        subject=clean(letter.subject, limit=300),
        text=newest(letter.text, name).reply[:LONGEST_TEXT],
        whole=letter.text[:LONGEST_WHOLE],
        written_at=_written_at(letter, arrived_at),
        reading=reading,
        is_plain=is_plain,
        bounce=bounce,
        calendar=calendar,
    )
