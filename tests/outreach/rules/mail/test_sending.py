"""Any life that an outgoing mail can have: workers die, servers refuse, hang or lose the answer, and the seeker calls
it back. It is never sent twice, never lost, and never sent after a confirmed cancel."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from askwell.outreach.choices import DispatchState
from askwell.outreach.rules.mail import sending
from askwell.outreach.rules.mail.sending import LEASE, MOST_TRIES, STALE, NotNowError, Way
from askwell.protocols.mail.servers import Trouble

START = datetime(2026, 11, 25, 18, tzinfo=UTC)
WAITING = Way(DispatchState.WAITING, START)
SECOND = timedelta(seconds=1)
OVER = (DispatchState.SENT, DispatchState.FAILED, DispatchState.CANCELLED)


@dataclass
class Worker:
    """What one worker knows: the way as it last stored it, and whether it gave the last byte."""

    way: Way | None = None
    gave_last: bool = False


class Outbox(RuleBasedStateMachine):
    """`self.way` is the row; storing compares. The server counts what it took; it keeps it in Sent if `keeps`."""

    @initialize(keeps=st.booleans())
    def begin(self, keeps: bool) -> None:
        self.begin_anew(keeps)

    def begin_anew(self, keeps: bool) -> None:
        self.now, self.way, self.keeps = START, WAITING, keeps
        self.workers = [Worker(), Worker(), Worker()]
        self.taken, self.cancelled = 0, False

    def store(self, before: Way, after: Way) -> bool:
        if self.way != before:
            return False
        self.way = after
        return True

    def step(self, worker: Worker, after: Way) -> bool:
        assert worker.way
        done = self.store(worker.way, after)
        worker.way = after if done else None
        return done

    @rule(minutes=st.sampled_from([1, 11, 61, 500]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(one=st.integers(0, 2), answer=st.sampled_from(["taken", "lost", "later", "never", "dies", "breaks"]))
    def work(self, one: int, answer: str) -> None:
        """One worker goes a step further; `answer` is what it meets, where it meets something."""
        worker = self.workers[one]
        if worker.way is None:
            self._claim(worker)
        elif answer == "breaks" and not worker.gave_last:
            self._fails(worker, Trouble.NO_ANSWER)
        elif worker.way.handed_at is None:
            self.step(worker, sending.hand(worker.way, now=self.now))  # who does not stand any more gives nothing
        elif not worker.gave_last:
            self._give_last_byte(worker, answer)

    def _claim(self, worker: Worker) -> None:
        if self.way.state is DispatchState.WAITING:
            self.now = max(self.now, self.way.due_at)
            after = sending.claim(self.way, now=self.now)
            self.store(self.way, after)
            worker.way, worker.gave_last = (after if after.state is DispatchState.SENDING else None), False

    def _give_last_byte(self, worker: Worker, answer: str) -> None:
        if answer == "later":
            return self._fails(worker, Trouble.REFUSED_NOW)
        if answer == "never":
            return self._fails(worker, Trouble.REFUSED, permanent=True)
        worker.gave_last = True
        self.taken += 1
        if answer == "taken" and worker.way:
            self.step(worker, sending.take(worker.way, now=self.now))
            worker.way = None
        if answer == "lost":
            self._fails(worker, Trouble.LOST_AFTER_DATA)
        return None

    def _fails(self, worker: Worker, trouble: Trouble, *, permanent: bool = False) -> None:
        if worker.way:
            self.step(worker, sending.fail(worker.way, trouble, permanent=permanent, now=self.now))
        worker.way = None

    @rule(one=st.integers(0, 2))
    def dies(self, one: int) -> None:
        self.workers[one] = Worker()

    @rule()
    def sweep(self) -> None:
        """As the outbox does: the dead first, then those whose answer is open."""
        if sending.is_dead(self.way, now=self.now) and self.way.handed_at is None:
            self.way = sending.revive(self.way, now=self.now)
        elif sending.is_to_look_for(self.way, now=self.now):
            # a claim that may still give the last byte is not decided on: its connection has timed out by then
            if any(one.way == self.way and not one.gave_last for one in self.workers):
                return
            found = self.keeps and self.taken > 0
            self.way = sending.look(self.way, found=found, keeps_all=self.keeps, now=self.now)

    @precondition(lambda self: self.way.state in OVER and not any(worker.way for worker in self.workers))
    @rule(keeps=st.booleans())
    def another_mail(self, keeps: bool) -> None:
        self.begin_anew(keeps)

    @rule(number=st.integers(0, 3))
    def cancel(self, number: int) -> None:
        if number:
            return
        try:
            after = sending.cancel(self.way)
        except NotNowError:
            return
        self.way, self.cancelled = after, True

    @precondition(lambda self: self.way.state is DispatchState.UNSURE)
    @rule()
    def the_seeker_decides(self) -> None:
        """They ask the other, and say what is true."""
        self.way = sending.decide(self.way, sent=self.taken > 0, now=self.now)

    @invariant()
    def never_twice(self) -> None:
        assert self.taken <= 1

    @invariant()
    def never_after_a_confirmed_cancel(self) -> None:
        assert not (self.cancelled and self.taken)

    @invariant()
    def never_lost(self) -> None:
        """What is over says what is true, and what is not over goes on by itself or asks the seeker."""
        if self.way.state is DispatchState.SENT:
            assert self.taken == 1
        if self.way.state in (DispatchState.FAILED, DispatchState.CANCELLED, DispatchState.WAITING):
            assert self.taken == 0
        if self.way.state is DispatchState.UNSURE:
            assert not self.keeps


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(max_examples=200, stateful_step_count=50, deadline=None)


def test_greylisting_is_tried_again_after_half_an_hour_then_ever_later_and_given_up_after_four_days() -> None:
    way, waits, now = WAITING, [], START
    while way.state is DispatchState.WAITING:
        now = way.due_at
        handed = sending.hand(sending.claim(way, now=now), now=now)
        way = sending.fail(handed, Trouble.REFUSED_NOW, permanent=False, now=now)
        waits.append((way.due_at - now) / timedelta(hours=1))
    assert waits[:6] == [0.5, 1, 2, 4, 8, 8]
    assert (way.state, way.trouble, way.tries) == (DispatchState.FAILED, Trouble.GAVE_UP, MOST_TRIES)
    assert (now - START) == timedelta(hours=95.5)


@pytest.mark.parametrize("trouble", [Trouble.REFUSED, Trouble.TOO_BIG])
def test_a_refusal_for_good_is_not_tried_again(trouble: Trouble) -> None:
    handed = sending.hand(sending.claim(WAITING, now=START), now=START)
    way = sending.fail(handed, trouble, permanent=True, now=START)
    assert (way.state, way.trouble, way.handed_at) == (DispatchState.FAILED, trouble, None)


def test_a_refused_password_leaves_the_mail_waiting() -> None:
    way = sending.put_off(WAITING, Trouble.LOGIN_REFUSED, now=START)
    assert (way.state, way.due_at) == (DispatchState.WAITING, START + timedelta(minutes=30))


def test_what_nobody_tried_for_four_days_does_not_leave_unasked() -> None:
    on_time = sending.claim(WAITING, now=START + STALE)
    late = sending.claim(WAITING, now=START + STALE + SECOND)
    assert (on_time.state, late.state) == (DispatchState.SENDING, DispatchState.FAILED)


def test_a_claim_counts_as_dead_only_after_its_lease() -> None:
    way = sending.claim(WAITING, now=START)
    assert not sending.is_dead(way, now=START + LEASE)
    assert sending.is_dead(way, now=START + LEASE + SECOND)
    with pytest.raises(NotNowError):
        sending.revive(way, now=START + LEASE)


def test_a_mail_that_kills_its_workers_is_given_up() -> None:
    way, now, deaths = WAITING, START, 0
    while way.state is DispatchState.WAITING:
        way = sending.claim(way, now=now)
        now, deaths = now + LEASE + SECOND, deaths + 1
        way = sending.revive(way, now=now)
    assert (deaths, way.trouble) == (MOST_TRIES, Trouble.GAVE_UP)


def test_a_sent_folder_decides_only_at_a_second_look_a_while_later() -> None:
    """However long ago it seems that the mail was handed over: the clock may have jumped since."""
    handed = sending.hand(sending.claim(WAITING, now=START), now=START)
    lost = sending.fail(handed, Trouble.LOST_AFTER_DATA, permanent=False, now=START)
    first = START + timedelta(days=30)
    assert sending.is_to_look_for(lost, now=START)
    assert sending.look(lost, found=True, keeps_all=False, now=START).state is DispatchState.SENT
    looked = sending.look(lost, found=False, keeps_all=True, now=first)
    assert (looked.state, looked.trouble) == (DispatchState.SENDING, Trouble.LOST_AFTER_DATA)
    assert sending.look(looked, found=False, keeps_all=True, now=first + LEASE) == looked
    late = first + LEASE + SECOND
    assert sending.look(looked, found=False, keeps_all=True, now=late).state is DispatchState.WAITING
    assert sending.look(looked, found=False, keeps_all=False, now=late).state is DispatchState.UNSURE
