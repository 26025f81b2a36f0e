"""The life of a thread, one attempt to reach one person: what each entry on its timeline does to it.

A thread's state is never set by hand: it is the replay of its entries (`state_of`). Undo is therefore the
replay of all entries but the last, and an entry corrected afterwards is a replay of the corrected list.
Which moves there are is the table in `moves`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from askwell.outreach.choices import Answer, MessageKind, Outcome, ThreadState
from askwell.outreach.rules.moves import ANSWERS, EXPECTING, LOST, MOVES, Trigger

MOST_UNANSWERED = 2  # METHOD.md: a third unanswered message is refused
SILENT = (ThreadState.WAITING, ThreadState.NUDGED)
SPOKEN = (MessageKind.ANSWER, MessageKind.CALL, MessageKind.CHANCE_MEETING)  # can carry an answer


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a thread's timeline.

    `at` is when it happened (aware, UTC). `answer` goes with the kinds answer, call and chance_meeting.
    `until` is the day somebody out of office is back, or the day to write again when they defer; None
    when they named none. `meets_at` goes with scheduled (aware, UTC). `came_back`: a note that the last message reached
    nobody, for good. `in_writing`: their answer is what they had to say, not a word on whether to talk.
    """

    kind: MessageKind
    at: datetime
    answer: Answer | None = None
    until: date | None = None
    meets_at: datetime | None = None
    came_back: bool = False
    in_writing: bool = False

    @property
    def trigger(self) -> Trigger:
        """What the table is asked for: their answer where there is one, else the kind."""
        if self.kind is MessageKind.OUT_OF_OFFICE:
            return Answer.OUT_OF_OFFICE
        if self.kind is MessageKind.STOPPED:
            return Answer.STOP
        return self.answer if self.answer and self.kind in SPOKEN else self.kind


@dataclass(frozen=True, slots=True)
class Absence:
    """An out-of-office note: when it came, and the day they are back if it says so."""

    noted_at: datetime
    back_on: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything the rules need to know of a thread; the sum of its events.

    `answer` is the last one that stands; None before any, and after a chance meeting that brought none.
    `unanswered` counts messages in a row that expect an answer and have none. `asked_at` is the last of
    these, `first_asked_at` the first of all; `wrote_at` is the last message of any kind. `heard_at` is when
    they last answered, or met the seeker; `settled` is whether the seeker did what that called for.
    `again_on` is the date named with a deferral. `lost_at` is when it turned out that the last question reached
    nobody: it counts as unasked, and may be sent once more by another way. `in_writing`: the answer that stands is
    what they had to say.
    """

    state: ThreadState = ThreadState.DRAFTING
    outcome: Outcome | None = None
    answer: Answer | None = None
    unanswered: int = 0
    first_asked_at: datetime | None = None
    asked_at: datetime | None = None
    first_heard_at: datetime | None = None
    heard_at: datetime | None = None
    settled: bool = True
    wrote_at: datetime | None = None
    absence: Absence | None = None
    again_on: date | None = None
    meets_at: datetime | None = None
    lost_at: datetime | None = None
    in_writing: bool = False


class ImpossibleMove(Exception):
    """The event cannot happen in this state; `standing` and `event` (the trigger) say which."""

    def __init__(self, standing: Standing, event: Trigger) -> None:
        self.standing, self.event = standing, event
        super().__init__(f"{event.value} is not possible while {_describe(standing)}")


class ThirdUnanswered(ImpossibleMove):
    """Two messages are unanswered: no third one goes out until they answer (METHOD.md, 3B7)."""


def offers(standing: Standing) -> tuple[Trigger, ...]:
    """The events possible now, the likeliest first: what a page has buttons for. Joining follows a merge."""
    return tuple(trigger for trigger in _row_of(standing) if trigger is not MessageKind.JOINED)


def move(standing: Standing, event: Event) -> Standing:
    """The standing after `event`.

    Raises ThirdUnanswered for a message after two unanswered ones, ImpossibleMove for anything else the
    table does not allow.
    """
    trigger = event.trigger
    state = _row_of(standing).get(trigger)
    if state is None:
        raise _refusal(standing, trigger)
    if trigger in EXPECTING and state in SILENT:
        return _asked(standing, event, state)
    if trigger is Answer.STOP:
        return _heard(standing, event, state, answer=Answer.STOP, outcome=Outcome.STOPPED, settled=True)
    if trigger in ANSWERS and (standing.state, state) != (ThreadState.CLOSED, ThreadState.CLOSED):
        again_on = event.until if trigger is Answer.DEFERS else None
        return _heard(standing, event, state, answer=Answer(trigger), again_on=again_on)
    return _other(standing, event, state)


def state_of(events: Iterable[Event]) -> Standing:
    """Replay `events` in the order given, from a thread with nothing sent.

    The state before the last event is `state_of(events[:-1])`. Raises as `move` does when the list is not
    a possible history, which an undo in its middle can make it.
    """
    standing = Standing()
    for event in events:
        standing = move(standing, event)
    return standing


def _other(standing: Standing, event: Event, state: ThreadState) -> Standing:
    """Moves that are neither a question to them nor an answer from them."""
    match event.trigger:
        case Answer.OUT_OF_OFFICE:
            return replace(standing, absence=Absence(event.at, event.until))
        case MessageKind.SCHEDULED:
            agreed = _heard(standing, event, state, answer=Answer.ACCEPTS, settled=True)
            return replace(agreed, meets_at=event.meets_at, wrote_at=event.at)
        case MessageKind.CANCELLED:
            return _heard(standing, event, state, answer=Answer.ACCEPTS)
        case MessageKind.MET:
            return _heard(standing, event, state, answer=Answer.ACCEPTS, outcome=Outcome.MET)
        case MessageKind.JOINED:
            return replace(_ended(standing, Outcome.JOINED), settled=True, meets_at=None)
        case MessageKind.RESTED:
            return _ended(standing, _ending(standing))
        case MessageKind.CHANCE_MEETING if state is not standing.state:
            return _heard(standing, event, state, answer=None)
        case MessageKind.REPLY | MessageKind.THANKS | MessageKind.CALL:
            return _wrote(standing, event, state)
        case MessageKind.NOTE if event.came_back and standing.lost_at is None and state in SILENT:
            return replace(standing, unanswered=standing.unanswered - 1, lost_at=event.at)
    return standing


def _wrote(standing: Standing, event: Event, state: ThreadState) -> Standing:
    """A message that asks for nothing: whether it settles what was owed depends on what that was."""
    thanked = event.trigger is MessageKind.THANKS and state is ThreadState.CLOSED
    acknowledged = standing.answer is Answer.DEFERS or standing.state is ThreadState.SCHEDULED
    ended = state is ThreadState.CLOSED and standing.outcome is None
    return replace(
        standing,
        state=state,
        outcome=Outcome.DECLINED if ended else standing.outcome,
        settled=standing.settled or thanked or acknowledged,
        wrote_at=event.at,
    )


def _asked(standing: Standing, event: Event, state: ThreadState) -> Standing:
    return replace(
        standing,
        state=state,
        unanswered=standing.unanswered + 1,
        first_asked_at=_first_asked(standing) or event.at,
        asked_at=event.at,
        settled=True,
        wrote_at=event.at,
        again_on=None,
        lost_at=None,
    )


def _first_asked(standing: Standing) -> datetime | None:
    """Since when they are asked; a first question that reached nobody is none."""
    nobody = standing.lost_at and standing.unanswered == 0 and standing.first_heard_at is None
    return None if nobody else standing.first_asked_at


def _heard(
    standing: Standing,
    event: Event,
    state: ThreadState,
    *,
    answer: Answer | None,
    outcome: Outcome | None = None,
    settled: bool = False,
    again_on: date | None = None,
) -> Standing:
    return replace(
        standing,
        state=state,
        outcome=outcome,
        answer=answer,
        unanswered=0,
        first_heard_at=standing.first_heard_at or event.at,
        heard_at=event.at,
        settled=settled,
        again_on=again_on,
        meets_at=standing.meets_at if state is ThreadState.SCHEDULED else None,
        lost_at=None,
        in_writing=event.in_writing,
    )


def _ended(standing: Standing, outcome: Outcome) -> Standing:
    return replace(standing, state=ThreadState.CLOSED, outcome=outcome, again_on=None, lost_at=None)


def _ending(standing: Standing) -> Outcome:
    said_no = standing.state is ThreadState.ANSWERED and standing.answer in (Answer.DECLINES, Answer.REFERS)
    return Outcome.DECLINED if said_no else Outcome.SILENT


def _refusal(standing: Standing, trigger: Trigger) -> ImpossibleMove:
    third = trigger in EXPECTING and standing.unanswered >= MOST_UNANSWERED
    return (ThirdUnanswered if third else ImpossibleMove)(standing, trigger)


def _row_of(standing: Standing) -> Mapping[Trigger, ThreadState]:
    if standing.lost_at:
        return LOST[standing.state]
    detail = standing.outcome if standing.state is ThreadState.CLOSED else standing.answer
    return MOVES.get((standing.state, detail)) or MOVES[standing.state, None]


def _describe(standing: Standing) -> str:
    return f"{standing.state.value} ({standing.outcome.value})" if standing.outcome else standing.state.value
