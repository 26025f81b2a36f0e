"""Which duties an interview brings, and when (METHOD.md, grade B, unless said otherwise).

1. *Prepare*: from three days before (our choice, C) until the evening before, while the brief has gaps.
2. *Write down*: from the end of the agreed time, within a day: was it held, and what came of it? Until the
   closing card is filled in.
3. *Write to whom they named*: within three business days (our choice, C) of the naming.
4. *Ask for names*: in the next business week when nobody was named.
5. *Progress note*: to the one who introduced you, about two weeks later.

Thanks (within 24 hours) and confirming (24 to 48 hours before) are the thread's own duties: `outreach.rules`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from askwell.interviews.choices import InterviewState
from askwell.outreach.choices import FollowUpKind, FollowUpReason
from askwell.outreach.rules.followups import FollowUp, Recipient

PREPARE_FROM, PREPARE_UNTIL = timedelta(days=3), timedelta(hours=12)
WRITE_DOWN_WITHIN = timedelta(hours=24)
WRITE_TO_NAMED_WITHIN = 3
PROGRESS_AFTER, PROGRESS_WITHIN = timedelta(days=14), 3
OWN = frozenset(
    {
        FollowUpKind.PREPARE,
        FollowUpKind.WRITE_DOWN,
        FollowUpKind.WRITE_TO_NAMED,
        FollowUpKind.ASK_FOR_NAMES,
        FollowUpKind.PROGRESS_NOTE,
    }
)
HELD = frozenset({InterviewState.HELD, InterviewState.THANKED, InterviewState.COMPLETE})


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody led to, or who led here; `wrote_at` is when the seeker last wrote to them, if ever."""

    person: UUID
    recipient: Recipient
    wrote_at: datetime | None = None
    named_at: datetime | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What the duties depend on. `recipient` is the insider, `wrote_at` the last message to them."""

    state: InterviewState
    person: UUID
    recipient: Recipient
    starts_at: datetime | None
    minutes: int
    is_ready: bool
    is_finished: bool
    held_at: datetime | None = None
    wrote_at: datetime | None = None
    named: tuple[Other, ...] = ()
    has_names: bool = False
    introducers: tuple[Other, ...] = ()


class Owed(NamedTuple):
    """A duty, whom it concerns, and whose days count."""

    duty: FollowUp
    person: UUID
    recipient: Recipient


def duties(case: Case) -> tuple[Owed, ...]:
    """The duties of one interview, those still to come included."""
    if case.state is InterviewState.CONFIRMED and case.starts_at:
        return (*_prepare(case, case.starts_at), _write_down(case, case.starts_at))
    if case.state not in HELD or case.held_at is None:
        return ()
    unwritten = () if case.is_finished else (_write_down(case, None),)
    return (*unwritten, *_named(case), *_ask_for_names(case, case.held_at), *_progress(case, case.held_at))


def _prepare(case: Case, starts_at: datetime) -> Iterable[Owed]:
    if case.is_ready:
        return ()
    opens, due = starts_at - PREPARE_FROM, starts_at - PREPARE_UNTIL
    return (_owed(case, FollowUpKind.PREPARE, FollowUpReason.GAPS_IN_BRIEF, starts_at, opens, due, starts_at),)


def _write_down(case: Case, starts_at: datetime | None) -> Owed:
    """From the end of the agreed time, or of the held one; what was held without a time opens at once."""
    begun = starts_at or case.starts_at or case.held_at
    assert begun, "an interview that was agreed or held has a time"
    ended = begun + timedelta(minutes=case.minutes)
    reason = FollowUpReason.HELD if case.state in HELD else FollowUpReason.TIME_PASSED
    about = case.held_at if case.state in HELD and case.held_at else begun
    opens = about if case.state in HELD else ended
    return _owed(case, FollowUpKind.WRITE_DOWN, reason, about, opens, ended + WRITE_DOWN_WITHIN, begun)


def _owed(
    case: Case,
    kind: FollowUpKind,
    reason: FollowUpReason,
    about: datetime,
    opens: date | datetime,
    due: date | datetime,
    meets_at: datetime,
) -> Owed:
    return Owed(FollowUp(kind, about, opens, due, reason, {"meets_at": meets_at}), case.person, case.recipient)


def _named(case: Case) -> Iterable[Owed]:
    for other in case.named:
        if other.named_at is None or other.wrote_at is not None:
            continue
        due = other.recipient.later(other.recipient.day(other.named_at), WRITE_TO_NAMED_WITHIN)
        facts = {"by": other.name, "answered_at": other.named_at}
        kind, reason = FollowUpKind.WRITE_TO_NAMED, FollowUpReason.NAMED
        duty = FollowUp(kind, other.named_at, other.named_at, due, reason, facts)
        yield Owed(duty, other.person, other.recipient)


def _ask_for_names(case: Case, held_at: datetime) -> Iterable[Owed]:
    if case.has_names or not case.is_finished:
        return ()
    monday = _next_monday(case.recipient.day(held_at))
    opens, due = case.recipient.later(monday, 0), case.recipient.later(monday + timedelta(days=4), 0)
    if case.wrote_at and case.recipient.day(case.wrote_at) >= opens:
        return ()
    return (_owed(case, FollowUpKind.ASK_FOR_NAMES, FollowUpReason.NOBODY_NAMED, held_at, opens, due, held_at),)


def _next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())


def _progress(case: Case, held_at: datetime) -> Iterable[Owed]:
    for other in case.introducers:
        if other.wrote_at and other.wrote_at > held_at:
            continue
        opens = other.recipient.later(other.recipient.day(held_at + PROGRESS_AFTER), 0)
        due = other.recipient.later(opens, PROGRESS_WITHIN)
        facts = {"met": other.name, "answered_at": held_at}
        duty = FollowUp(FollowUpKind.PROGRESS_NOTE, held_at, opens, due, FollowUpReason.INTRODUCED_YOU, facts)
        yield Owed(duty, other.person, other.recipient)
