"""The thread machine as tables: read these as its specification."""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.outreach.choices import Answer, MessageKind, Outcome, ThreadState
from askwell.outreach.rules.moves import MOVES
from askwell.outreach.rules.threads import (
    Absence,
    Event,
    ImpossibleMove,
    Standing,
    ThirdUnanswered,
    move,
    offers,
    state_of,
)

K, A, S, O = MessageKind, Answer, ThreadState, Outcome  # noqa: E741 - the tables below are read by these letters
START = datetime(2026, 11, 17, 18, 0, tzinfo=UTC)


def events(*steps: MessageKind | Answer | Event) -> list[Event]:
    """One entry a day; a bare answer is their message, everything else stands for itself."""
    return [_event(step, START + timedelta(days=day)) for day, step in enumerate(steps)]


def _event(step: MessageKind | Answer | Event, at: datetime) -> Event:
    if isinstance(step, Event):
        return step
    return Event(K.ANSWER, at, answer=step) if isinstance(step, Answer) else Event(step, at)


def at_call(answer: Answer) -> Event:
    return Event(K.CALL, START + timedelta(days=9), answer=answer)


def by_chance(answer: Answer | None = None) -> Event:
    return Event(K.CHANCE_MEETING, START + timedelta(days=9), answer=answer)


HISTORIES: list[tuple[str, tuple[MessageKind | Answer | Event, ...], ThreadState, Outcome | None, int]] = [
    # what happened                                                     state, outcome, unanswered
    ("nothing", (), S.DRAFTING, None, 0),
    ("a first message", (K.FIRST,), S.WAITING, None, 1),
    ("a call nobody picked up is a first message", (K.CALL,), S.WAITING, None, 1),
    ("a nudge", (K.FIRST, K.NUDGE), S.NUDGED, None, 2),
    ("a call is a nudge", (K.FIRST, K.CALL), S.NUDGED, None, 2),
    ("yes", (K.FIRST, A.ACCEPTS), S.ANSWERED, None, 0),
    ("yes after the nudge", (K.FIRST, K.NUDGE, A.ACCEPTS), S.ANSWERED, None, 0),
    ("a question back", (K.FIRST, A.ASKS), S.ANSWERED, None, 0),
    ("not now", (K.FIRST, A.DEFERS), S.ANSWERED, None, 0),
    ("no", (K.FIRST, A.DECLINES), S.ANSWERED, None, 0),
    ("passed on", (K.FIRST, A.REFERS), S.ANSWERED, None, 0),
    ("yes on the telephone, first contact", (at_call(A.ACCEPTS),), S.ANSWERED, None, 0),
    ("yes by chance, before the draft went out", (by_chance(A.ACCEPTS),), S.ANSWERED, None, 0),
    ("a chat by chance, before the draft went out", (by_chance(),), S.DRAFTING, None, 0),
    ("a chat by chance ends the silence", (K.FIRST, K.NUDGE, by_chance()), S.ANSWERED, None, 0),
    ("out of office", (K.FIRST, A.OUT_OF_OFFICE), S.WAITING, None, 1),
    ("out of office after the nudge", (K.FIRST, K.NUDGE, K.OUT_OF_OFFICE), S.NUDGED, None, 2),
    ("offered times", (K.FIRST, A.ACCEPTS, K.REPLY), S.WAITING, None, 1),
    ("offered times, nudged", (K.FIRST, A.ACCEPTS, K.REPLY, K.NUDGE), S.NUDGED, None, 2),
    ("not now, acknowledged", (K.FIRST, A.DEFERS, K.REPLY), S.ANSWERED, None, 0),
    ("not now, thanked", (K.FIRST, A.DEFERS, K.THANKS), S.ANSWERED, None, 0),
    ("written to again", (K.FIRST, A.DEFERS, K.REPLY, K.AGAIN), S.WAITING, None, 1),
    ("thanked for a no", (K.FIRST, A.DECLINES, K.THANKS), S.CLOSED, O.DECLINED, 0),
    ("thanked for a name", (K.FIRST, A.REFERS, K.THANKS), S.CLOSED, O.DECLINED, 0),
    ("thanked for a yes, times still owed", (K.FIRST, A.ACCEPTS, K.THANKS), S.ANSWERED, None, 0),
    ("a time agreed", (K.FIRST, A.ACCEPTS, K.SCHEDULED), S.SCHEDULED, None, 0),
    ("a yes with a time", (K.FIRST, K.SCHEDULED), S.SCHEDULED, None, 0),
    ("confirmed", (K.FIRST, K.SCHEDULED, K.REPLY, A.ACCEPTS), S.SCHEDULED, None, 0),
    ("moved to another time", (K.FIRST, K.SCHEDULED, K.SCHEDULED), S.SCHEDULED, None, 0),
    ("the time fell through", (K.FIRST, K.SCHEDULED, K.CANCELLED), S.ANSWERED, None, 0),
    ("not now after all", (K.FIRST, K.SCHEDULED, A.DEFERS), S.ANSWERED, None, 0),
    ("met", (K.FIRST, A.ACCEPTS, K.SCHEDULED, K.MET), S.CLOSED, O.MET, 0),
    ("met without a time agreed", (K.FIRST, A.ACCEPTS, K.MET), S.CLOSED, O.MET, 0),
    ("let rest", (K.FIRST, K.NUDGE, K.RESTED), S.CLOSED, O.SILENT, 2),
    ("let rest without a nudge", (K.FIRST, K.RESTED), S.CLOSED, O.SILENT, 1),
    ("let rest after a no, without thanks", (K.FIRST, A.DECLINES, K.RESTED), S.CLOSED, O.DECLINED, 0),
    ("their no after a name still ends it", (K.FIRST, A.REFERS, A.DECLINES, K.THANKS), S.CLOSED, O.DECLINED, 0),
    ("a note changes nothing", (K.FIRST, K.NOTE), S.WAITING, None, 1),
    # closed stays closed, but for a late answer and a chance meeting
    ("a late yes", (K.FIRST, K.NUDGE, K.RESTED, A.ACCEPTS), S.ANSWERED, None, 0),
    ("a late no", (K.FIRST, K.NUDGE, K.RESTED, A.DECLINES), S.ANSWERED, None, 0),
    ("met by chance after silence", (K.FIRST, K.RESTED, by_chance()), S.ANSWERED, None, 0),
    ("a change of mind", (K.FIRST, A.DECLINES, K.THANKS, A.ACCEPTS), S.ANSWERED, None, 0),
    ("no, said again", (K.FIRST, A.DECLINES, K.THANKS, A.DECLINES), S.CLOSED, O.DECLINED, 0),
    ("met by chance after a no", (K.FIRST, A.DECLINES, K.THANKS, by_chance()), S.ANSWERED, None, 0),
    ("letters after the meeting", (K.FIRST, A.ACCEPTS, K.MET, K.THANKS, A.ASKS, K.REPLY), S.CLOSED, O.MET, 0),
    # stop closes for good
    ("stop while drafting", (K.STOPPED,), S.CLOSED, O.STOPPED, 0),
    ("stop while waiting", (K.FIRST, A.STOP), S.CLOSED, O.STOPPED, 0),
    ("stop while scheduled", (K.FIRST, K.SCHEDULED, A.STOP), S.CLOSED, O.STOPPED, 0),
    ("stop after the meeting", (K.FIRST, A.ACCEPTS, K.MET, A.STOP), S.CLOSED, O.STOPPED, 0),
    ("stop on the telephone", (K.FIRST, at_call(A.STOP)), S.CLOSED, O.STOPPED, 0),
    ("a note after a stop", (K.FIRST, A.STOP, K.NOTE), S.CLOSED, O.STOPPED, 0),
]


@pytest.mark.parametrize(
    ("steps", "state", "outcome", "unanswered"), [row[1:] for row in HISTORIES], ids=[row[0] for row in HISTORIES]
)
def test_history_leads_to(
    steps: tuple[MessageKind | Answer | Event, ...], state: ThreadState, outcome: Outcome | None, unanswered: int
) -> None:
    standing = state_of(events(*steps))
    assert (standing.state, standing.outcome, standing.unanswered) == (state, outcome, unanswered)


REFUSED: list[tuple[str, tuple[MessageKind | Answer | Event, ...], MessageKind | Answer | Event]] = [
    ("a nudge before a first message", (), K.NUDGE),
    ("an out-of-office before a first message", (), K.OUT_OF_OFFICE),
    ("a meeting nobody agreed to", (), K.MET),
    ("letting a draft rest", (), K.RESTED),
    ("a second first message", (K.FIRST,), K.FIRST),
    ("a reply to nothing", (K.FIRST,), K.REPLY),
    ("thanks for nothing", (K.FIRST,), K.THANKS),
    ("a meeting without an answer", (K.FIRST,), K.MET),
    ("a reply to a no", (K.FIRST, A.DECLINES), K.REPLY),
    ("a call after a no", (K.FIRST, A.DECLINES), K.CALL),
    ("a time agreed after a no", (K.FIRST, A.DECLINES), K.SCHEDULED),
    ("again, when they did not ask for later", (K.FIRST, A.ACCEPTS), K.AGAIN),
    ("a nudge when it is the seeker's turn", (K.FIRST, A.ACCEPTS), K.NUDGE),
    ("a cancelled time that was not agreed", (K.FIRST, A.ACCEPTS), K.CANCELLED),
    ("silence before an agreed time", (K.FIRST, K.SCHEDULED), K.RESTED),
    ("a message to a closed thread", (K.FIRST, K.RESTED), K.FIRST),
    ("an answer that says nothing", (K.FIRST,), K.ANSWER),
    *[(f"{kind} after a stop", (K.FIRST, A.STOP), kind) for kind in (K.FIRST, K.REPLY, K.THANKS, K.CALL)],
    *[(f"{answer} after a stop", (K.FIRST, A.STOP), answer) for answer in (A.ACCEPTS, A.DEFERS)],
    ("a chance meeting after a stop", (K.FIRST, A.STOP), by_chance(A.ACCEPTS)),
]


@pytest.mark.parametrize(("before", "step"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_impossible(before: tuple[MessageKind | Answer | Event, ...], step: MessageKind | Answer | Event) -> None:
    *so_far, last = events(*before, step)
    standing = state_of(so_far)
    with pytest.raises(ImpossibleMove) as caught:
        move(standing, last)
    assert (caught.value.standing, caught.value.event) == (standing, last.trigger)
    assert type(caught.value) is ImpossibleMove


@pytest.mark.parametrize("kind", [K.FIRST, K.NUDGE, K.REPLY, K.AGAIN, K.CALL])
@pytest.mark.parametrize(
    "before",
    [(K.FIRST, K.NUDGE), (K.FIRST, K.CALL), (K.FIRST, A.ASKS, K.REPLY, K.NUDGE), (K.FIRST, K.NUDGE, K.RESTED)],
    ids=["nudged", "called", "nudged after a reply", "let rest"],
)
def test_a_third_unanswered_message_is_refused(before: tuple[MessageKind | Answer, ...], kind: MessageKind) -> None:
    with pytest.raises(ThirdUnanswered, match=f"^{kind} is not possible while (nudged|closed \\(silent\\))$"):
        state_of(events(*before, kind))


def test_a_call_they_picked_up_is_no_third_message() -> None:
    assert state_of(events(K.FIRST, K.NUDGE, at_call(A.ASKS))).state is S.ANSWERED


OFFERS = {
    "drafting": ((), [K.FIRST, K.CALL, A.ACCEPTS, A.ASKS, A.DEFERS, A.DECLINES, A.REFERS, K.CHANCE_MEETING]),
    "waiting": (
        (K.FIRST,),
        [K.NUDGE, K.CALL, A.ACCEPTS, A.ASKS, A.DEFERS, A.DECLINES, A.REFERS, K.CHANCE_MEETING]
        + [K.SCHEDULED, K.RESTED, A.OUT_OF_OFFICE],
    ),
    "nudged": (
        (K.FIRST, K.NUDGE),
        [A.ACCEPTS, A.ASKS, A.DEFERS, A.DECLINES, A.REFERS, K.CHANCE_MEETING, K.SCHEDULED, K.RESTED, A.OUT_OF_OFFICE],
    ),
    "declined": (
        (K.FIRST, A.DECLINES),
        [K.THANKS, A.ACCEPTS, A.ASKS, A.DEFERS, A.DECLINES, A.REFERS, K.RESTED] + [K.CHANCE_MEETING, A.OUT_OF_OFFICE],
    ),
    "stopped": ((K.FIRST, A.STOP), [A.OUT_OF_OFFICE]),
}


@pytest.mark.parametrize(("before", "offered"), OFFERS.values(), ids=OFFERS.keys())
def test_offers(before: tuple[MessageKind | Answer, ...], offered: list[MessageKind | Answer]) -> None:
    assert list(offers(state_of(events(*before)))) == [*offered, K.NOTE, A.STOP]


def test_every_state_can_be_stopped_and_noted() -> None:
    assert {row[A.STOP] for row in MOVES.values()} == {S.CLOSED}
    assert all(row[K.NOTE] is situation[0] for situation, row in MOVES.items())


def test_undo_is_the_replay_without_the_last() -> None:
    history = events(K.FIRST, A.ACCEPTS, K.SCHEDULED, K.MET)
    standing = Standing()
    for count, event in enumerate(history, start=1):
        assert state_of(history[: count - 1]) == standing
        standing = move(standing, event)
    assert state_of(history) == standing


def test_a_mistaken_stop_can_be_undone() -> None:
    history = events(K.FIRST, A.ACCEPTS, A.STOP)
    assert state_of(history[:-1]) == state_of(events(K.FIRST, A.ACCEPTS))


def test_standing_remembers_what_the_dates_need() -> None:
    day = [START + timedelta(days=n) for n in range(6)]
    standing = state_of(
        [
            Event(K.FIRST, day[0]),
            Event(K.OUT_OF_OFFICE, day[1], until=date(2026, 12, 1)),
            Event(K.NUDGE, day[2]),
            Event(K.ANSWER, day[3], answer=A.DEFERS, until=date(2027, 1, 12)),
            Event(K.REPLY, day[4]),
        ]
    )
    assert standing == Standing(
        state=S.ANSWERED,
        answer=A.DEFERS,
        first_asked_at=day[0],
        asked_at=day[2],
        first_heard_at=day[3],
        heard_at=day[3],
        wrote_at=day[4],
        absence=Absence(day[1], date(2026, 12, 1)),
        again_on=date(2027, 1, 12),
    )


def test_a_time_that_fell_through_leaves_the_yes_standing() -> None:
    standing = state_of(events(K.FIRST, A.ACCEPTS, K.SCHEDULED, A.REFERS, K.CANCELLED, K.THANKS))
    assert (standing.state, standing.answer) == (S.ANSWERED, A.ACCEPTS)


def test_an_answer_counts_only_where_one_can_be_given() -> None:
    assert Event(K.NUDGE, START, answer=A.ACCEPTS).trigger is K.NUDGE
    assert [Event(kind, START, answer=A.ACCEPTS).trigger for kind in (K.ANSWER, K.CALL, K.CHANCE_MEETING)] == [
        A.ACCEPTS
    ] * 3


def test_only_a_deferral_names_a_day_to_write_again() -> None:
    until = date(2027, 1, 12)
    accepted = state_of([*events(K.FIRST), Event(K.ANSWER, START, answer=A.ACCEPTS, until=until)])
    deferred = state_of([*events(K.FIRST), Event(K.ANSWER, START, answer=A.DEFERS, until=until)])
    assert (accepted.again_on, deferred.again_on) == (None, until)


def came_back(day: int) -> Event:
    return Event(K.NOTE, START + timedelta(days=day), came_back=True)


def test_a_question_that_reached_nobody_is_asked_once_more_and_counts_as_unasked() -> None:
    lost = state_of(events(K.FIRST, came_back(1)))
    assert (lost.state, lost.unanswered, lost.lost_at) == (S.WAITING, 0, START + timedelta(days=1))
    assert K.FIRST in offers(lost)
    assert K.NUDGE not in offers(lost)
    again = state_of(events(K.FIRST, came_back(1), K.FIRST))
    assert (again.state, again.unanswered, again.lost_at) == (S.WAITING, 1, None)
    assert again.first_asked_at == START + timedelta(days=2)
    assert K.NUDGE in offers(again)


def test_a_nudge_that_reached_nobody_is_no_second_silence() -> None:
    lost = state_of(events(K.FIRST, K.NUDGE, came_back(2)))
    assert (lost.state, lost.unanswered) == (S.NUDGED, 1)
    assert state_of(events(K.FIRST, K.NUDGE, came_back(2), K.NUDGE)).unanswered == 2


def test_told_twice_that_it_came_back_counts_once() -> None:
    assert state_of(events(K.FIRST, came_back(1), came_back(2))).unanswered == 0


@pytest.mark.parametrize("ends", [K.RESTED, K.JOINED, A.STOP, A.ACCEPTS, K.SCHEDULED], ids=str)
def test_what_ends_the_wait_ends_the_search_for_another_way(ends: MessageKind | Answer) -> None:
    assert state_of(events(K.FIRST, came_back(1), ends)).lost_at is None
