"""Whoever asks not to be contacted is never written to again, wherever it was said; a mistake can be taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions import entries, threads
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.errors import DoNotContactError
from askwell.outreach.choices import Answer, Channel, MessageKind
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries import due_follow_ups
from askwell.outreach.queries.drafts import DraftText
from askwell.people.actions.stopping import allow_contacting, stop_contacting
from askwell.people.models import Person, persons_in_use
from tests.factories.outreach import make_someone, make_waiting

SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)
LATER = SENT + timedelta(days=12)


def state_of(thread: Thread) -> tuple[str, str]:
    row = Thread.objects.of(thread.workspace).get(pk=thread.pk)
    return row.state, row.outcome


def nudge(thread: Thread) -> Message:
    text = DraftText(kind=MessageKind.NUDGE, channel=Channel.EMAIL, language="en", body="Just once more")
    return save_draft(workspace=thread.workspace, person_id=thread.person_id, version=0, text=text, now=LATER)


def test_set_on_the_person_it_closes_the_thread_and_discards_the_draft(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    nudge(thread)
    stop_contacting(workspace=workspace, person_id=thread.person_id, why="by phone", now=LATER)
    assert state_of(thread) == ("closed", "stopped")
    assert not Message.objects.of(workspace).filter(state="draft").exists()
    assert not FollowUp.objects.of(workspace).exists()
    with pytest.raises(DoNotContactError):
        nudge(thread)
    with pytest.raises(DoNotContactError):
        entries.log_call(workspace=workspace, thread_id=thread.pk, at=LATER, answer=None, now=LATER)


def test_taken_back_on_the_person_the_thread_goes_on(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    stop_contacting(workspace=workspace, person_id=thread.person_id, why="", now=LATER)
    allow_contacting(workspace=workspace, person_id=thread.person_id, now=LATER)
    assert state_of(thread) == ("waiting", "")
    assert set(FollowUp.objects.of(workspace).values_list("kind", flat=True)) == {"second_person", "nudge"}


def test_said_in_an_answer_it_holds_for_the_person_and_its_undo_too(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    answer = entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.STOP, channel=Channel.EMAIL, at=LATER,
        text="Please stop.", now=LATER,
    )  # fmt: skip
    person = Person.objects.of(workspace).get(pk=thread.person_id)
    assert (person.do_not_contact_at, person.do_not_contact_why) == (LATER, "Please stop.")
    assert state_of(thread) == ("closed", "stopped")
    assert Message.objects.of(workspace).count() == 2  # no second milestone
    threads.undo_entry(workspace=workspace, message_id=answer.pk, now=LATER)
    assert Person.objects.of(workspace).get(pk=thread.person_id).do_not_contact_at is None
    assert state_of(thread) == ("waiting", "")


def test_what_is_owed_after_a_meeting_is_not_asked_for_any_more(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.DECLINES, channel=Channel.EMAIL, at=LATER, now=LATER
    )
    assert [due.duty.kind.value for due in due_follow_ups(workspace, LATER)] == ["thank"]
    stop_contacting(workspace=workspace, person_id=thread.person_id, why="", now=LATER)
    assert due_follow_ups(workspace, LATER) == []


def test_people_with_a_thread_are_in_use(workspace: Workspace) -> None:
    used = make_waiting(workspace, SENT).person_id
    unused = make_someone(workspace, "Ana", "Silva").pk
    answers = persons_in_use.send(Person, workspace=workspace, person_ids=[used, unused])
    assert set().union(*(answer for _receiver, answer in answers)) == {used}
