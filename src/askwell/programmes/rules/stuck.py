"""Who does not get on, and why: from what the programme itself has, and from what a seeker agreed to share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.programmes.choices import Barrier, Lack, ParticipantState, Stuck, Unmet

WAIT_DAYS = 14
"""Without a match for so long, somebody is stuck."""
JOIN_DAYS = 7
LETTER_DAYS = 14
"""Without having joined for so long after the letter that asks them to, somebody is stuck."""
FEEDBACK_DAYS = 7
IN_A_ROW = 2
"""Sessions missed one after the other."""
ORDER = {code: place for place, code in enumerate(Stuck)}


@dataclass(frozen=True, slots=True)
class Limits:
    """The programme's own: days for an insider's answer, and talks missed before a caseworker is asked."""

    answer_days: int
    most_missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of one seeker. `free_since`: active, and without a talk under way or held, since then. `asked_at`:
    the oldest talk asked for without an answer; `written_at`: when the letter left that asks them to join, of somebody
    who has not, and `is_ready` whether a talk waits for that; `held_at`: the oldest talk held that they have not spoken
    of. `overdue`: their own duties past their day, where they share that."""

    state: ParticipantState
    came_at: datetime
    free_since: datetime | None = None
    why: Unmet | None = None
    against: Barrier | None = None
    lacks: tuple[Lack, ...] = ()
    asked_at: datetime | None = None
    written_at: datetime | None = None
    is_ready: bool = False
    held_at: datetime | None = None
    missed_talks: int = 0
    missed_talk_at: datetime | None = None
    sessions_in_a_row: int = 0
    missed_session_at: datetime | None = None
    overdue: int = 0
    overdue_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, since when, and how many of it. `why` and `against` say more of somebody whom the last round left out,
    `lacks` what is missing."""

    code: Stuck
    since: datetime
    number: int = 0
    why: Unmet | None = None
    against: Barrier | None = None
    lacks: tuple[Lack, ...] = ()


def reasons(facts: Facts, limits: Limits, now: datetime) -> tuple[Reason, ...]:
    """Every reason, the most pressing first."""
    found = _reasons(facts, limits, now) if facts.state == ParticipantState.ACTIVE else _not_in_yet(facts, now)
    return tuple(sorted(found, key=urgency))


def urgency(reason: Reason) -> tuple[int, datetime]:
    """To sort by: what presses most comes first, of the same what has lasted longest."""
    return ORDER[reason.code], reason.since


def _not_in_yet(facts: Facts, now: datetime) -> Iterator[Reason]:
    invited = facts.state == ParticipantState.INVITED
    if invited and _old(facts.came_at, JOIN_DAYS, now):
        yield Reason(Stuck.NOT_JOINED, facts.came_at)


def _reasons(facts: Facts, limits: Limits, now: datetime) -> Iterator[Reason]:
    if facts.missed_talk_at and facts.missed_talks >= limits.most_missed:
        yield Reason(Stuck.MISSED_TALKS, facts.missed_talk_at, facts.missed_talks)
    if facts.missed_session_at and facts.sessions_in_a_row >= IN_A_ROW:
        yield Reason(Stuck.MISSED_SESSIONS, facts.missed_session_at, facts.sessions_in_a_row)
    yield from _unmatched(facts, now)
    if _old(facts.asked_at, limits.answer_days, now) and facts.asked_at:
        yield Reason(Stuck.NO_ANSWER, facts.asked_at)
    if _old(facts.written_at, LETTER_DAYS, now) and facts.written_at:
        yield Reason(Stuck.WAITS_TO_JOIN if facts.is_ready else Stuck.NOT_JOINED, facts.written_at)
    if _old(facts.held_at, FEEDBACK_DAYS, now) and facts.held_at:
        yield Reason(Stuck.NO_FEEDBACK, facts.held_at)
    if facts.overdue and facts.overdue_since:
        yield Reason(Stuck.OVERDUE, facts.overdue_since, facts.overdue)


def _unmatched(facts: Facts, now: datetime) -> Iterator[Reason]:
    """Who lacks what matching needs is told so at once, and nothing else about not being matched."""
    if facts.lacks and facts.free_since:
        yield Reason(Stuck.UNFIT, facts.free_since, lacks=facts.lacks)
    elif _old(facts.free_since, WAIT_DAYS, now) and facts.free_since:
        yield Reason(Stuck.NO_MATCH, facts.free_since, why=facts.why, against=facts.against)


def _old(since: datetime | None, days: int, now: datetime) -> bool:
    return since is not None and now - since >= timedelta(days=days)
