"""Whatever is done in whatever order: a thread's row is the replay of its entries, and no duty is there twice."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.accounts.models import Workspace
from askwell.outreach.actions import duties, entries, threads
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import Answer, Channel, FindingCode, MeetingBy, MessageKind, MessageState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.history import entries_of, replay
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.stopping import allow_contacting, stop_contacting
from askwell.people.models import Person
from tests.factories.outreach import make_someone

START = datetime(2026, 11, 2, 18, tzinfo=UTC)
KINDS = (MessageKind.FIRST, MessageKind.NUDGE, MessageKind.REPLY, MessageKind.AGAIN, MessageKind.THANKS)
REFUSALS = (OutreachError, ImpossibleMove, Thread.DoesNotExist, Message.DoesNotExist, IndexError)


class Life:
    """One person, and everything a seeker could do next."""

    def __init__(self, person: Person) -> None:
        self.person, self.workspace, self.now = person, person.workspace, START

    def thread(self) -> dict[str, Any]:
        newest = Thread.objects.of(self.workspace).filter(person=self.person).order_by("-opened_at", "-id")[0]
        return {"workspace": self.workspace, "thread_id": newest.pk, "now": self.now}

    def text(self, kind: MessageKind) -> DraftText:
        return DraftText(kind=kind, channel=Channel.EMAIL, language="en", body=f"Could I ask you {self.now}?")

    def write(self, kind: MessageKind) -> None:
        save_draft(
            workspace=self.workspace,
            person_id=self.person.pk,
            version=self.version(),
            text=self.text(kind),
            now=self.now,
        )

    def send(self, kind: MessageKind) -> None:
        record_sent(
            workspace=self.workspace, person_id=self.person.pk, version=self.version(), text=self.text(kind),
            zone="America/Vancouver", despite=list(FindingCode), asks_for_job_anyway=True, now=self.now,
        )  # fmt: skip

    def version(self) -> int:
        draft = Message.objects.of(self.workspace).filter(state=MessageState.DRAFT).first()
        return draft.version if draft else 0

    def answer(self, answer: Answer) -> None:
        entries.log_answer(**self.thread(), answer=answer, channel=Channel.EMAIL, at=self.now, until=date(2027, 1, 4))

    def late(self, answer: Answer) -> None:
        at = self.now - timedelta(days=3)
        entries.log_answer(**self.thread(), answer=answer, channel=Channel.EMAIL, at=at)

    def away(self) -> None:
        entries.log_out_of_office(**self.thread(), at=self.now, until=self.now.date() + timedelta(days=4))

    def call(self, answer: Answer | None) -> None:
        entries.log_call(**self.thread(), at=self.now, answer=answer)

    def chance(self) -> None:
        entries.log_chance_meeting(**self.thread(), at=self.now, answer=None)

    def agree(self) -> None:
        entries.schedule(**self.thread(), meets_at=self.now + timedelta(days=5), by=MeetingBy.VIDEO)

    def cancel(self) -> None:
        entries.cancel(**self.thread())

    def met(self) -> None:
        entries.met(**self.thread(), at=self.now, by=MeetingBy.VIDEO)

    def rest(self) -> None:
        entries.let_rest(**self.thread())

    def undo(self) -> None:
        last = Message.objects.of(self.workspace).filter(number__isnull=False).order_by("thread_id", "number")
        threads.undo_entry(workspace=self.workspace, message_id=list(last)[-1].pk, now=self.now)

    def stop(self) -> None:
        stop_contacting(workspace=self.workspace, person_id=self.person.pk, why="", now=self.now)

    def allow(self) -> None:
        allow_contacting(workspace=self.workspace, person_id=self.person.pk, now=self.now)

    def dismiss(self) -> None:
        duty = FollowUp.objects.of(self.workspace).order_by("kind")[0]
        duties.dismiss(workspace=self.workspace, follow_up_id=duty.pk, now=self.now)

    def reopen(self) -> None:
        duty = FollowUp.objects.of(self.workspace).exclude(dismissed_at=None).order_by("kind")[0]
        duties.reopen(workspace=self.workspace, follow_up_id=duty.pk, now=self.now)


PLAIN = ("away", "chance", "agree", "cancel", "met", "rest", "undo", "undo", "stop", "allow", "dismiss", "reopen")
STEPS: st.SearchStrategy[Callable[[Life], None]] = st.one_of(
    st.sampled_from(KINDS).map(lambda kind: lambda life: life.send(kind)),
    st.sampled_from(KINDS).map(lambda kind: lambda life: life.write(kind)),
    st.sampled_from([one for one in Answer if one is not Answer.OUT_OF_OFFICE]).map(
        lambda answer: lambda life: life.answer(answer)
    ),
    st.sampled_from([Answer.ACCEPTS, Answer.DECLINES]).map(lambda answer: lambda life: life.late(answer)),
    st.sampled_from([None, Answer.ACCEPTS]).map(lambda answer: lambda life: life.call(answer)),
    st.sampled_from(PLAIN).map(lambda name: lambda life: getattr(life, name)()),
)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(STEPS, st.integers(0, 4)), min_size=1, max_size=12))
def test_rows_are_replays_and_duties_are_single(
    workspace: Workspace, steps: list[tuple[Callable[[Life], None], int]]
) -> None:
    Person.objects.of(workspace).delete()
    life = Life(make_someone(workspace))
    for step, days in steps:
        life.now += timedelta(days=days, minutes=1)
        try:
            step(life)
        except REFUSALS:
            continue
        holds(workspace)


def holds(workspace: Workspace) -> None:
    threads_now = list(Thread.objects.of(workspace))
    for thread in threads_now:
        replayed = replay(entries_of(thread))
        standing = replayed.standing
        assert (thread.state, thread.outcome, thread.answer) == (
            standing.state,
            standing.outcome or "",
            standing.answer or "",
        )
        assert (thread.meets_at, thread.asked_at) == (standing.meets_at, standing.first_asked_at)
        assert (thread.closed_at, thread.said_yes) == (replayed.closed_at, replayed.said_yes)
    open_duties = FollowUp.objects.of(workspace).filter(done_at=None, dismissed_at=None)
    kinds = Counter(open_duties.values_list("thread_id", "kind"))
    assert not kinds or max(kinds.values()) == 1
    assert sum(thread.state != "closed" for thread in threads_now) <= 1
    stopped = Person.objects.of(workspace).exclude(do_not_contact_at=None).exists()
    assert not (stopped and Message.objects.of(workspace).filter(state=MessageState.DRAFT).exists())
