"""Any life a thread can have: what must hold after every step."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from askwell.outreach.choices import Answer, FollowUpKind, MessageKind, Outcome, ThreadState
from askwell.outreach.rules.followups import FollowUp, Recipient, as_moments, follow_ups
from askwell.outreach.rules.moves import ANSWERS, EXPECTING, Trigger
from askwell.outreach.rules.threads import Event, ImpossibleMove, Standing, move, offers, state_of

RECIPIENT = Recipient(region="CA-BC", zone="America/Vancouver", keeps_lunar_new_year=True)
THEIR_TURN = {ThreadState.WAITING, ThreadState.NUDGED}


def as_event(trigger: Trigger, at: datetime, day: date | None) -> Event:
    """The entry that a trigger stands for; `day` is the return or the later date, when they name one."""
    if isinstance(trigger, Answer):
        return Event(MessageKind.ANSWER, at, answer=trigger, until=day)
    return Event(trigger, at, meets_at=at + timedelta(days=4))


class Thread(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.now = datetime(2026, 1, 5, 17, 0, tzinfo=UTC)
        self.events: list[Event] = []
        self.before = self.standing = Standing()

    @rule(hours=st.integers(1, 24 * 20))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(data=st.data(), named=st.none() | st.integers(-3, 40))
    def something_possible_happens(self, data: st.DataObject, named: int | None) -> None:
        trigger = data.draw(st.sampled_from(offers(self.standing)))
        day = None if named is None else self.now.date() + timedelta(days=named)
        self._record(as_event(trigger, self.now, day))

    @rule(kind=st.sampled_from(list(MessageKind)), answer=st.none() | st.sampled_from(list(Answer)))
    def anything_is_tried(self, kind: MessageKind, answer: Answer | None) -> None:
        event = Event(kind, self.now, answer=answer)
        joins = kind is MessageKind.JOINED and self.standing.state is not ThreadState.CLOSED  # follows a merge
        if joins or event.trigger in offers(self.standing):
            self._record(event)
            return
        with pytest.raises(ImpossibleMove) as refused:
            move(self.standing, event)
        assert (refused.value.standing, refused.value.event) == (self.standing, event.trigger)

    @rule()
    def undo(self) -> None:
        if self.events:
            self.events.pop()
            self.before = self.standing = state_of(self.events)

    def _record(self, event: Event) -> None:
        self.before, self.standing = self.standing, move(self.standing, event)
        self.events.append(event)

    @invariant()
    def replay_gives_the_same(self) -> None:
        assert state_of(self.events) == self.standing

    @invariant()
    def never_three_unanswered(self) -> None:
        assert self.standing.unanswered <= 2

    @invariant()
    def never_two_duties_of_one_kind(self) -> None:
        kinds = Counter(one.kind for one in self._duties())
        assert [kind for kind, count in kinds.items() if count > 1] == []

    @invariant()
    def no_thread_is_forgotten(self) -> None:
        if self.standing.state in THEIR_TURN | {ThreadState.ANSWERED}:
            assert self._duties()

    @invariant()
    def nothing_is_owed_once_closed_but_thanks_for_a_meeting(self) -> None:
        if self.standing.state is ThreadState.CLOSED:
            allowed = {FollowUpKind.THANK} if self.standing.outcome is Outcome.MET else set()
            assert {one.kind for one in self._duties()} <= allowed

    @invariant()
    def only_they_or_chance_reopen(self) -> None:
        if self.before.state is ThreadState.CLOSED is not self.standing.state:
            assert self.before.outcome in (Outcome.SILENT, Outcome.DECLINED)
            assert self.events[-1].trigger in (*ANSWERS, MessageKind.CHANCE_MEETING)

    @invariant()
    def a_stop_is_for_good(self) -> None:
        if any(event.trigger is Answer.STOP for event in self.events):
            assert self.standing.outcome is Outcome.STOPPED
            assert not EXPECTING & set(offers(self.standing))

    @invariant()
    def an_outcome_is_had_by_closed_threads_only(self) -> None:
        assert (self.standing.outcome is None) == (self.standing.state is not ThreadState.CLOSED)

    @invariant()
    def every_duty_opens_before_it_is_due(self) -> None:
        moments = [as_moments(one, RECIPIENT) for one in self._duties()]
        assert all(opens < due for opens, due in moments)

    def _duties(self) -> list[FollowUp]:
        return list(follow_ups(self.standing, RECIPIENT, now=self.now, second_person=True))


Thread.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestThread = Thread.TestCase
