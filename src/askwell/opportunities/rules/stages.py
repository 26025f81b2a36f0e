"""Which moves of an application are allowed, which days they may have, and what falls due while one rests.

The waits are our own choice, in calendar days; no study is behind them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum

from askwell.opportunities.choices import GATHERINGS, Kind, Stage

S = Stage
MOVES: dict[Stage, tuple[Stage, ...]] = {
    S.INTERESTED: (S.ASKED, S.APPLIED, S.JOB_INTERVIEW, S.OFFER, S.DECLINED),
    S.ASKED: (S.APPLIED, S.JOB_INTERVIEW, S.OFFER, S.DECLINED, S.SILENT),
    S.APPLIED: (S.JOB_INTERVIEW, S.OFFER, S.DECLINED, S.SILENT),
    S.JOB_INTERVIEW: (S.OFFER, S.DECLINED, S.SILENT),
    S.OFFER: (S.ACCEPTED, S.DECLINED),
    S.ACCEPTED: (S.DECLINED,),
    S.DECLINED: (S.INTERESTED, S.APPLIED),
    S.SILENT: (S.APPLIED, S.JOB_INTERVIEW, S.OFFER, S.DECLINED),
}
"""Stage → where an application may go from there, the usual next one first. A stage that the seeker made lies
within one of these and follows its moves."""

GATHERING_MOVES: dict[Stage, tuple[Stage, ...]] = MOVES | {
    S.INTERESTED: (S.APPLIED, S.ACCEPTED, S.DECLINED, S.ASKED),
    S.ASKED: (S.APPLIED, S.ACCEPTED, S.DECLINED),
    S.APPLIED: (S.ACCEPTED, S.DECLINED),
    S.SILENT: (S.APPLIED, S.ACCEPTED, S.DECLINED),
}
"""The same for a course or an event: applied is signed up, accepted is been there, and nobody offers anything."""

OPEN = (S.INTERESTED, S.ASKED, S.APPLIED, S.JOB_INTERVIEW, S.OFFER)
BEFORE = OPEN[:2]
GOING = OPEN[:3]
"""Where an event or a course stands until it takes place."""
REMINDED = (timedelta(0), timedelta(days=1))
"""So long before it takes place it is reminded of."""
ENDED = (S.ACCEPTED, S.DECLINED, S.SILENT)
CLOSES_SOON = 7
"""Days before the last day to apply."""


WAY = (S.INTERESTED, S.ASKED, S.APPLIED, S.JOB_INTERVIEW, S.OFFER, S.ACCEPTED)


class ImpossibleMoveError(Exception):
    """An application cannot go from `stage` to `to`."""

    def __init__(self, stage: Stage, to: Stage) -> None:
        self.stage, self.to = stage, to
        super().__init__(f"{stage} → {to}")


class ImpossibleDayError(Exception):
    """A step cannot have this day: it lies ahead, or out of the order of the steps."""


class Due(StrEnum):
    """What a resting application asks for."""

    CLOSING = "closing"
    CLOSED = "closed"
    ASK = "ask"
    APPLY = "apply"
    FOLLOW_UP = "follow_up"
    THANK = "thank"
    HOW_IT_STANDS = "how_it_stands"
    ANSWER = "answer"
    TAKES_PLACE = "takes_place"


@dataclass(frozen=True, slots=True)
class Resting:
    """An application as far as what is due depends on it."""

    stage: Stage
    since: date
    kind: Kind = Kind.JOB
    closes: date | None = None
    put_off_to: date | None = None
    begins: date | None = None


WAITS: dict[Stage, tuple[tuple[int, Due], ...]] = {
    S.INTERESTED: ((7, Due.ASK),),
    S.ASKED: ((5, Due.APPLY),),
    S.APPLIED: ((14, Due.FOLLOW_UP),),
    S.JOB_INTERVIEW: ((7, Due.HOW_IT_STANDS), (1, Due.THANK)),
    S.OFFER: ((2, Due.ANSWER),),
}
"""Stage → after how many days without a step what is due, the longest wait first."""


def moves_of(kind: Kind) -> dict[Stage, tuple[Stage, ...]]:
    """Stage → where one of this kind may go from there, the usual next one first."""
    return GATHERING_MOVES if kind in GATHERINGS else MOVES


def check_move(stage: Stage, to: Stage, *, kind: Kind = Kind.JOB, is_own: bool = False) -> None:
    """Raises ImpossibleMoveError. `is_own`: a stage of the seeker's is on either side, so the built-in one may stay."""
    if to in moves_of(kind)[stage] or (is_own and to == stage):
        return
    raise ImpossibleMoveError(stage, to)


def how_far(stages: Iterable[Stage]) -> int:
    """How far an application came by these steps, whatever became of it then."""
    return max((WAY.index(stage) for stage in stages if stage in WAY), default=0)


def check_days(days: Sequence[date], today: date) -> None:
    """The days of an application's steps, in their order. Raises ImpossibleDayError."""
    if any(day > today for day in days) or list(days) != sorted(days):
        raise ImpossibleDayError


def begins_on(start: str, zone: tzinfo) -> date | None:
    """The day, there, on which an event or a course begins that is written as a moment or a day (ISO 8601)."""
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        return None
    return (moment.astimezone(zone) if moment.tzinfo and len(start) > 10 else moment).date()


def due_of(one: Resting, today: date) -> Due | None:
    """What is due today; None while it may rest. What takes place or closes soon comes before everything else."""
    if one.put_off_to and one.put_off_to > today:
        return None
    if one.kind in GATHERINGS and one.stage in GOING and one.begins and one.begins - today in REMINDED:
        return Due.TAKES_PLACE
    if one.stage in BEFORE and one.closes and one.closes - today <= timedelta(days=CLOSES_SOON):
        return Due.CLOSING if one.closes >= today else Due.CLOSED
    if one.kind is Kind.EVENT or (one.kind is Kind.COURSE and one.stage not in BEFORE):
        return None
    rested = (today - one.since).days
    return next((due for days, due in WAITS.get(one.stage, ()) if rested >= days), None)
