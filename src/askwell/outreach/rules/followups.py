"""Which duties a thread brings, and when: 3B7 and what surrounds it (METHOD.md, grade B, Dalton).

Days are the recipient's: a message belongs to the calendar day it was in their zone, and business days are
those of their region, without the Lunar New Year where they keep it. The day of the message does not count.

Silence is counted from the last message that expects an answer:

1. After 3 business days: a second person at that employer, once, as long as this one never answered.
2. After 7: one nudge. 7 more after the nudge: let it rest.
3. An out-of-office note moves these dates: the message counts as written on the first business day they are
   back. A note without a date is taken for an absence of 5 business days from the note (our choice, C).
   An absence that ends before the message was sent moves nothing.

What they answered is dealt with within 24 hours, as a booster's answer must be; a kind no and a name passed
on are thanked for in the same time. "Not now" is acknowledged, then written to again on the day they named,
or on the next business day; without a day, after 20 business days (our choice, C).

A message that came back for good was never asked: no silence is counted, it goes out again by another way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from askwell.lib.days import add_business_days, business_days_between
from askwell.lib.times import at_local, local_day
from askwell.outreach.choices import (
    Answer,
    FollowUpKind,
    FollowUpReason,
    Outcome,
    Responder,
    ThreadState,
)
from askwell.outreach.rules.threads import Absence, Standing

SECOND_PERSON_AFTER = 3
NUDGE_AFTER = 7
REST_AFTER_NUDGE = 7
BOOSTER_WITHIN = 3
UNDATED_ABSENCE = 5
UNDATED_DEFERRAL = 20
GREETING_AFTER = 2
GREETING_UNTIL = 15
A_DAY = timedelta(hours=24)
OWN = frozenset(
    {
        FollowUpKind.SECOND_PERSON,
        FollowUpKind.NUDGE,
        FollowUpKind.REPLY_WITHIN_A_DAY,
        FollowUpKind.WRITE_AGAIN,
        FollowUpKind.THANK,
        FollowUpKind.CONFIRM,
        FollowUpKind.LET_REST,
        FollowUpKind.ANOTHER_WAY,
    }
)
"""The kinds that `follow_ups` makes; an interview makes the others, an event GREET."""
CONFIRM_FROM, CONFIRM_UNTIL = timedelta(hours=48), timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whose days count: a region of `lib.days`, an IANA time zone, whether they keep the Lunar New Year."""

    region: str
    zone: str
    keeps_lunar_new_year: bool = False

    def day(self, moment: datetime) -> date:
        return local_day(moment, self.zone)

    def later(self, day: date, business_days: int) -> date:
        return add_business_days(day, business_days, region=self.region, lunar_new_year=self.keeps_lunar_new_year)

    def between(self, start: date, end: date) -> int:
        return business_days_between(start, end, region=self.region, lunar_new_year=self.keeps_lunar_new_year)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A duty: `due` is a day of the recipient's, or a moment (UTC) where hours count.

    It can be done from `opens` on (the same type as `due`). `about` is the moment that brought it: their
    answer, the message that has none, or the agreed time. `facts` are listed at FollowUpReason.
    """

    kind: FollowUpKind
    about: datetime
    opens: date | datetime
    due: date | datetime
    reason: FollowUpReason
    facts: Mapping[str, object] = field(default_factory=dict)


def greeting(event_id: str, event: str, met_on: date, recipient: Recipient, *, now: datetime) -> FollowUp | None:
    """Two lines after a networking event, due two business days after its day; None for an event of more than
    three weeks ago (our choice, C): then it is no greeting any more."""
    if recipient.between(met_on, recipient.day(now)) > GREETING_UNTIL:
        return None
    about = at_local(met_on, 0, 0, recipient.zone)
    facts = {"event_id": event_id, "event": event, "met_on": met_on}
    due = recipient.later(met_on, GREETING_AFTER)
    return FollowUp(FollowUpKind.GREET, about, met_on, due, FollowUpReason.MET_AT_EVENT, facts)


@dataclass(frozen=True, slots=True)
class SilencePlan:
    """What happens when a message stays unanswered: both are days of the recipient's."""

    second_person_on: date
    nudge_on: date


def silence_plan(sent_at: datetime, recipient: Recipient, absence: Absence | None = None) -> SilencePlan:
    """For a first message sent at `sent_at` (aware): the dates to show before it goes out."""
    start = _counts_from(sent_at, absence, recipient)
    return SilencePlan(recipient.later(start, SECOND_PERSON_AFTER), recipient.later(start, NUDGE_AFTER))


def follow_ups(
    standing: Standing, recipient: Recipient, *, now: datetime, second_person: bool = False
) -> tuple[FollowUp, ...]:
    """The duties this thread brings, those still to come included, at most one of each kind.

    `second_person` says that a second person is wanted: the target is an employer, and nobody else there
    was written to since. `now` (aware) gives the silence so far in the facts. A thread that is waiting,
    nudged or answered always has at least one duty, so none is forgotten.
    """
    case = _Case(standing, recipient, now)
    if standing.lost_at:
        return (case.another_way(standing.lost_at),)
    match standing.state:
        case ThreadState.WAITING:
            return (*case.second_person(wanted=second_person), case.nudge())
        case ThreadState.NUDGED:
            return (*case.second_person(wanted=second_person), case.let_rest())
        case ThreadState.ANSWERED:
            return (*case.due_now(), *case.write_again())
        case ThreadState.SCHEDULED:
            return (*case.due_now(), *case.confirm())
        case ThreadState.CLOSED if standing.outcome is Outcome.MET:
            return case.due_now()
    return ()


def as_moments(follow_up: FollowUp, recipient: Recipient) -> tuple[datetime, datetime]:
    """When it opens and when it is due, in UTC: a day opens at midnight where the recipient is, and is due
    at the next."""
    opens, due = follow_up.opens, follow_up.due
    if not isinstance(opens, datetime):
        opens = at_local(opens, 0, 0, recipient.zone)
    if not isinstance(due, datetime):
        due = at_local(due + timedelta(days=1), 0, 0, recipient.zone)
    return opens, due


def is_open(follow_up: FollowUp, recipient: Recipient, *, now: datetime) -> bool:
    """Whether it can be done at `now`: its day has come where the recipient is, or its hour has."""
    return now >= as_moments(follow_up, recipient)[0]


def is_overdue(follow_up: FollowUp, recipient: Recipient, *, now: datetime) -> bool:
    """Whether its moment, or the whole of its day where the recipient is, has passed."""
    return now > as_moments(follow_up, recipient)[1]


def responder(standing: Standing, recipient: Recipient, *, now: datetime) -> Responder | None:
    """Booster, obligate or curmudgeon by how long the first answer took; None while that is open.

    Counted in business days from the first message, an absence not counted. Never means let rest in
    silence, or silent for 7 business days after the nudge. None also for who was never asked.
    """
    case = _Case(standing, recipient, now)
    if standing.first_asked_at is None:
        return None
    if standing.first_heard_at is None:
        return Responder.CURMUDGEON if case.is_given_up() else None
    start = _counts_from(standing.first_asked_at, standing.absence, recipient)
    took = recipient.between(start, recipient.day(standing.first_heard_at))
    return Responder.BOOSTER if took <= BOOSTER_WITHIN else Responder.OBLIGATE


@dataclass(frozen=True, slots=True)
class _Case:
    """One thread looked at from one moment."""

    standing: Standing
    recipient: Recipient
    now: datetime

    def second_person(self, *, wanted: bool) -> tuple[FollowUp, ...]:
        if not wanted or self.standing.first_heard_at:
            return ()
        asked_at = self.standing.first_asked_at
        return (self._silent(FollowUpKind.SECOND_PERSON, asked_at, SECOND_PERSON_AFTER),)

    def nudge(self) -> FollowUp:
        return self._silent(FollowUpKind.NUDGE, self.standing.asked_at, NUDGE_AFTER)

    def another_way(self, came_back_at: datetime) -> FollowUp:
        """What reached nobody starts no clock of silence: within a day it goes out by another way."""
        until, facts = came_back_at + A_DAY, {"answered_at": came_back_at}
        return FollowUp(FollowUpKind.ANOTHER_WAY, came_back_at, came_back_at, until, FollowUpReason.CAME_BACK, facts)

    def let_rest(self) -> FollowUp:
        return self._silent(FollowUpKind.LET_REST, self.standing.asked_at, REST_AFTER_NUDGE)

    def is_given_up(self) -> bool:
        if self.standing.state is ThreadState.NUDGED and not self.standing.lost_at:
            return is_open(self.let_rest(), self.recipient, now=self.now)
        return self.standing.outcome is Outcome.SILENT

    def _silent(self, kind: FollowUpKind, asked_at: datetime | None, business_days: int) -> FollowUp:
        assert asked_at, "whoever waits has asked"
        start = _counts_from(asked_at, self.standing.absence, self.recipient)
        so_far = self.recipient.between(start, self.recipient.day(self.now))
        due = self.recipient.later(start, business_days)
        reason = FollowUpReason.SILENT_FOR_DAYS
        if kind is FollowUpKind.LET_REST:
            reason = FollowUpReason.SILENT_AFTER_NUDGE
        moved = start != self.recipient.day(asked_at)
        facts = {"business_days": max(so_far, 0), "since": start, "moved": moved}
        return FollowUp(kind, asked_at, due, due, reason, facts)

    def due_now(self) -> tuple[FollowUp, ...]:
        """What is owed within a day of hearing from them, while it is owed."""
        heard_at = self.standing.heard_at
        if self.standing.settled or heard_at is None or self._is_just_looking_forward():
            return ()
        kind, reason = self._owed()
        facts = {"answer": self.standing.answer, "answered_at": heard_at, "in_writing": self.standing.in_writing}
        return (FollowUp(kind, heard_at, heard_at, heard_at + A_DAY, reason, facts),)

    def _is_just_looking_forward(self) -> bool:
        """A "see you then" after the time was agreed needs no reply."""
        return self.standing.state is ThreadState.SCHEDULED and self.standing.answer is Answer.ACCEPTS

    def _owed(self) -> tuple[FollowUpKind, FollowUpReason]:
        if self.standing.state is ThreadState.CLOSED:
            return FollowUpKind.THANK, FollowUpReason.MET
        if self.standing.answer is Answer.DECLINES:
            return FollowUpKind.THANK, FollowUpReason.DECLINED
        if self.standing.answer is Answer.REFERS:
            return FollowUpKind.THANK, FollowUpReason.REFERRED
        if self.standing.answer is None:
            return FollowUpKind.REPLY_WITHIN_A_DAY, FollowUpReason.MET_BY_CHANCE
        booster = responder(self.standing, self.recipient, now=self.now) is Responder.BOOSTER
        reason = FollowUpReason.BOOSTER_ANSWERED if booster else FollowUpReason.ANSWERED
        return FollowUpKind.REPLY_WITHIN_A_DAY, reason

    def write_again(self) -> tuple[FollowUp, ...]:
        heard_at, named = self.standing.heard_at, self.standing.again_on
        if self.standing.answer is not Answer.DEFERS or heard_at is None:
            return ()
        due = self.recipient.later(self.recipient.day(heard_at), UNDATED_DEFERRAL)
        if named:
            due = self.recipient.later(named, 0)
        facts = {"named": named}
        return (FollowUp(FollowUpKind.WRITE_AGAIN, heard_at, due, due, FollowUpReason.DEFERRED, facts),)

    def confirm(self) -> tuple[FollowUp, ...]:
        """24 to 48 hours before, unless something was sent, or the time agreed, within these 48 hours."""
        meets_at, wrote_at = self.standing.meets_at, self.standing.wrote_at
        if meets_at is None or wrote_at is None or self.now >= meets_at:
            return ()
        opens, due = meets_at - CONFIRM_FROM, meets_at - CONFIRM_UNTIL
        if wrote_at >= opens:
            return ()
        facts = {"meets_at": meets_at}
        return (FollowUp(FollowUpKind.CONFIRM, meets_at, opens, due, FollowUpReason.TIME_AGREED, facts),)


def _counts_from(asked_at: datetime, absence: Absence | None, recipient: Recipient) -> date:
    """The day from which silence counts: that of the message, or that of their return."""
    asked_on = recipient.day(asked_at)
    if absence is None:
        return asked_on
    back_on = absence.back_on or recipient.later(recipient.day(absence.noted_at), UNDATED_ABSENCE)
    return asked_on if back_on <= asked_on else recipient.later(back_on, 0)
