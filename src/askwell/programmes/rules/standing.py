"""How a match stands, from what the seeker's own thread tells of the talk; and when an answer is waited for no more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.interviews.choices import InterviewState
from askwell.outreach.choices import Answer, Outcome, ThreadState
from askwell.programmes.choices import MatchState

OPEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED)
"""A talk that is still to come, or may be."""
TAKES_PLACE = (MatchState.ASKED, MatchState.AGREED, MatchState.HELD)
SENT = (*OPEN, MatchState.HELD, MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED)
NOES = (Answer.DECLINES, Answer.DEFERS, Answer.REFERS)
OVER = (MatchState.HELD, MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED)
LAST_DAYS = 3
TALKED = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Told:
    """All that a programme reads of a thread. `meets_at`: the time that is agreed; `held_at`: when they met."""

    state: ThreadState
    outcome: Outcome | None = None
    answer: Answer | None = None
    interview: InterviewState | None = None
    meets_at: datetime | None = None
    held_at: datetime | None = None


def stands(told: Told, *, was: MatchState, starts_at: datetime | None) -> MatchState:
    """The match's state. What it `was` stays where the thread says nothing of it: not begun, or joined with another;
    let rest after the programme closed it; or a time that one side, or the programme, said was held or missed."""
    if told.state is ThreadState.CLOSED:
        return _closed(told.outcome, was)
    if told.state is ThreadState.SCHEDULED:
        settled = was in (MatchState.HELD, MatchState.MISSED) and told.meets_at == starts_at
        return was if settled else MatchState.AGREED
    if told.state is ThreadState.ANSWERED:
        return _answered(told)
    return was if told.state is ThreadState.DRAFTING else MatchState.ASKED


def _closed(outcome: Outcome | None, was: MatchState) -> MatchState:
    if outcome is Outcome.MET:
        return MatchState.HELD
    if outcome in (Outcome.DECLINED, Outcome.STOPPED):
        return MatchState.DECLINED
    return was if outcome is Outcome.JOINED or was in OVER else MatchState.CANCELLED


def _answered(told: Told) -> MatchState:
    if told.answer in NOES:
        return MatchState.DECLINED
    fell_through = {InterviewState.MISSED: MatchState.MISSED, InterviewState.CANCELLED: MatchState.CANCELLED}
    return fell_through.get(told.interview, MatchState.ASKED) if told.interview else MatchState.ASKED


def remind_at(asked_at: datetime, answer_days: int) -> datetime:
    """When an insider who has not answered is reminded, once: three days before the end, or half way there."""
    return asked_at + timedelta(days=max(answer_days - LAST_DAYS, answer_days / 2))


def release_at(asked_at: datetime, answer_days: int) -> datetime:
    """From when somebody else is asked."""
    return asked_at + timedelta(days=answer_days)


def is_past(starts_at: datetime | None, now: datetime) -> bool:
    """Whether the agreed time is over, so that one may say how it went."""
    return starts_at is not None and now >= starts_at
