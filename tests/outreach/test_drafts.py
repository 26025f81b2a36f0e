"""A draft survives two tabs, is refused for whoever asked not to be contacted, and can be thrown away."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.drafts import discard_draft, save_draft
from askwell.outreach.actions.entries import met, schedule
from askwell.outreach.actions.errors import DoNotContactError, StaleEditError
from askwell.outreach.choices import Channel, MeetingBy, MessageKind
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.drafts import DraftText, text_of
from askwell.people.models import Person
from tests.factories.outreach import make_someone, make_waiting

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
TEXT = DraftText(
    kind=MessageKind.FIRST,
    channel=Channel.EMAIL,
    language="en",
    subject="A question",
    body="Dear Daniel,\n\nCould I ask you something?",
    address="daniel@harbour.example",
)


def test_the_first_save_begins_a_thread_in_state_drafting(workspace: Workspace) -> None:
    person = make_someone(workspace)
    draft = save_draft(workspace=workspace, person_id=person.pk, version=0, text=TEXT, now=NOW)
    assert (draft.state, draft.version, draft.thread.state, draft.number) == ("draft", 1, "drafting", None)
    assert text_of(draft) == TEXT


def test_each_save_counts_and_the_one_on_an_older_version_is_told_what_stands(workspace: Workspace) -> None:
    person = make_someone(workspace)
    save = {"workspace": workspace, "person_id": person.pk, "now": NOW}
    save_draft(**save, version=0, text=TEXT)
    newer = save_draft(**save, version=1, text=replace(TEXT, body="Mine"))
    assert newer.version == 2
    for stale in (0, 1):
        with pytest.raises(StaleEditError) as error:
            save_draft(**save, version=stale, text=replace(TEXT, body="From another tab"))
        assert error.value.current
        assert error.value.current.body == "Mine"
    assert [message.body for message in Message.objects.of(workspace)] == ["Mine"]


def test_one_form_that_saves_as_one_types_is_never_stale_to_itself(workspace: Workspace) -> None:
    person = make_someone(workspace)
    save = {"workspace": workspace, "person_id": person.pk, "now": NOW, "version": 0}
    save_draft(**save, text=replace(TEXT, body="D", editor="a"))
    save_draft(**save, text=replace(TEXT, body="De", editor="a"))
    with pytest.raises(StaleEditError):
        save_draft(**save, text=replace(TEXT, body="Other", editor="b"))
    assert Message.objects.of(workspace).get().body == "De"


def test_a_draft_that_was_sent_meanwhile_is_stale(workspace: Workspace) -> None:
    person = make_someone(workspace)
    save_draft(workspace=workspace, person_id=person.pk, version=0, text=TEXT, now=NOW)
    Message.objects.of(workspace).update(state="sent", number=1)
    with pytest.raises(StaleEditError) as error:
        save_draft(workspace=workspace, person_id=person.pk, version=1, text=TEXT, now=NOW)
    assert error.value.current is None


def test_what_is_kept_is_clean_and_bounded(workspace: Workspace) -> None:
    person = make_someone(workspace)
    text = replace(TEXT, body="a\x00b\r\nc" + "x" * 30_000, subject="A\nB")
    draft = save_draft(workspace=workspace, person_id=person.pk, version=0, text=text, now=NOW)
    assert draft.body.startswith("ab\nc")
    assert (len(draft.body), draft.subject) == (20_000, "A B")


def test_nobody_drafts_to_who_asked_not_to_be_contacted(workspace: Workspace) -> None:
    person = make_someone(workspace, do_not_contact_at=NOW)
    with pytest.raises(DoNotContactError):
        save_draft(workspace=workspace, person_id=person.pk, version=0, text=TEXT, now=NOW)
    assert not Message.objects.of(workspace).exists()


def test_thanks_after_a_meeting_go_on_the_closed_thread_and_a_first_message_begins_a_new_one(
    workspace: Workspace,
) -> None:
    thread = make_waiting(workspace, NOW)
    log = {"workspace": workspace, "thread_id": thread.pk, "by": MeetingBy.PHONE, "now": NOW}
    schedule(**log, meets_at=NOW)
    met(**log, at=NOW)
    save = {"workspace": workspace, "person_id": thread.person_id, "version": 0, "now": NOW}
    thanks = save_draft(**save, text=replace(TEXT, kind=MessageKind.THANKS))
    assert thanks.thread_id == thread.pk
    first = save_draft(**save, text=TEXT)
    assert first.thread_id != thread.pk


def test_a_discarded_draft_takes_an_empty_thread_with_it(workspace: Workspace, stranger: User) -> None:
    person = make_someone(workspace)
    draft = save_draft(workspace=workspace, person_id=person.pk, version=0, text=TEXT, now=NOW)
    assert stranger.workspace
    with pytest.raises(Message.DoesNotExist):
        discard_draft(workspace=stranger.workspace, message_id=draft.pk)
    assert discard_draft(workspace=workspace, message_id=draft.pk) == TEXT
    assert not Thread.objects.of(workspace).exists()


def test_a_stranger_cannot_write_to_somebody_elses_person(workspace: Workspace, stranger: User) -> None:
    person = make_someone(workspace)
    assert stranger.workspace
    with pytest.raises(Person.DoesNotExist):
        save_draft(workspace=stranger.workspace, person_id=person.pk, version=0, text=TEXT, now=NOW)
