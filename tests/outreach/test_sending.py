"""A message is recorded as sent unless something stands against it; whatever is refused changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.entries import let_rest
from askwell.outreach.actions.errors import (
    AsksForJobError,
    DoNotContactError,
    EmptyMessageError,
    GuardError,
    StaleEditError,
)
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import Channel, FindingCode, MessageKind
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.people.models import Person
from tests.factories.outreach import make_someone, make_waiting, send

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
TEXT = DraftText(
    kind=MessageKind.FIRST,
    channel=Channel.EMAIL,
    language="en",
    body="Dear Daniel,\n\nYour talk on berths stayed with me. Could I ask you about it for 15 minutes?",
)


def record(person: Person, text: DraftText = TEXT, now: datetime = NOW, **more: object) -> Message:
    values = {"version": 0, "zone": "America/Vancouver", **more}
    return record_sent(workspace=person.workspace, person_id=person.pk, text=text, now=now, **values)  # type: ignore[arg-type]


def test_it_goes_on_the_timeline_and_brings_its_follow_ups(workspace: Workspace) -> None:
    message = record(make_someone(workspace))
    assert (message.state, message.number, message.happened_at, message.facts) == ("sent", 1, NOW, {})
    assert message.thread.state == "drafting"  # as it was read; the row moved on
    assert Thread.objects.of(workspace).get().state == "waiting"
    assert set(FollowUp.objects.of(workspace).values_list("kind", flat=True)) == {"second_person", "nudge"}


def nothing_written(workspace: Workspace) -> bool:
    return not Thread.objects.of(workspace).exists() and not Message.objects.of(workspace).exists()


def test_nothing_goes_to_who_asked_not_to_be_contacted(workspace: Workspace) -> None:
    with pytest.raises(DoNotContactError):
        record(make_someone(workspace, do_not_contact_at=NOW))
    assert nothing_written(workspace)


def test_an_empty_message_is_no_message(workspace: Workspace) -> None:
    with pytest.raises(EmptyMessageError):
        record(make_someone(workspace), replace(TEXT, body=" \n "))
    assert nothing_written(workspace)


def test_asking_for_a_job_needs_an_explicit_override(workspace: Workspace) -> None:
    person = make_someone(workspace)
    asking = replace(TEXT, body="Dear Daniel,\n\nDo you have a job for me? Please hire me.")
    with pytest.raises(AsksForJobError):
        record(person, asking)
    assert nothing_written(workspace)
    assert record(person, asking, asks_for_job_anyway=True).state == "sent"


def test_colleagues_do_not_get_nearly_the_same_words_within_a_week(workspace: Workspace) -> None:
    record(make_someone(workspace))
    colleague = make_someone(workspace, "Ana", "Silva")
    same = replace(TEXT, body=TEXT.body.replace("Daniel", "Ana"))
    with pytest.raises(GuardError) as error:
        record(colleague, same, NOW + timedelta(days=3), despite=list(FindingCode))
    assert [finding.code for finding in error.value.findings] == ["near_identical"]
    assert error.value.is_final
    assert record(colleague, same, NOW + timedelta(days=8)).state == "sent"


def test_elsewhere_the_same_words_are_fine(workspace: Workspace) -> None:
    record(make_someone(workspace))
    other = make_someone(workspace, "Ana", "Silva", employer="Tidewater Foods")
    assert record(other, NOW + timedelta(days=1) and TEXT).state == "sent"


def test_a_third_person_at_one_employer_on_one_day_is_a_warning_that_can_be_overridden(workspace: Workspace) -> None:
    texts = ("Your talk stayed with me.", "Lin Hua says you know the night shift best.", "We both left retail.")
    people = [make_someone(workspace, given, "Lee") for given in ("Ann", "Bea", "Cam")]
    bodies = [replace(TEXT, body=f"{words} Could I ask you for 15 minutes?") for words in texts]
    for person, body in zip(people[:2], bodies[:2], strict=True):
        record(person, body)
    with pytest.raises(GuardError) as error:
        record(people[2], bodies[2])
    assert [finding.code for finding in error.value.findings] == ["burst_employer"]
    assert not error.value.is_final
    with pytest.raises(GuardError):
        record(people[2], bodies[2], despite=[FindingCode.BURST_ALL])
    assert record(people[2], bodies[2], despite=[FindingCode.BURST_EMPLOYER]).state == "sent"


def test_a_third_unanswered_message_is_refused_even_on_a_new_thread(workspace: Workspace) -> None:
    thread = make_waiting(workspace, NOW - timedelta(days=30))
    send(thread.person, NOW - timedelta(days=20), MessageKind.NUDGE)
    with pytest.raises(GuardError) as error:
        record(thread.person, replace(TEXT, kind=MessageKind.NUDGE))
    assert [finding.code for finding in error.value.findings] == ["third_unanswered"]
    let_rest(workspace=workspace, thread_id=thread.pk, now=NOW - timedelta(days=5))
    with pytest.raises(GuardError) as error:
        record(thread.person, now=NOW)
    assert [finding.code for finding in error.value.findings] == ["third_unanswered"]
    assert Thread.objects.of(workspace).count() == 1


def test_after_three_months_of_rest_a_new_start_is_allowed(workspace: Workspace) -> None:
    thread = make_waiting(workspace, NOW - timedelta(days=130))
    send(thread.person, NOW - timedelta(days=120), MessageKind.NUDGE)
    let_rest(workspace=workspace, thread_id=thread.pk, now=NOW - timedelta(days=100))
    assert record(thread.person).thread_id != thread.pk


def test_a_draft_changed_elsewhere_is_not_sent(workspace: Workspace) -> None:
    person = make_someone(workspace)
    with pytest.raises(StaleEditError):
        record(person, version=3)
    assert nothing_written(workspace)


def test_a_day_of_messages_is_the_seekers_day(workspace: Workspace) -> None:
    """Half past eleven at night and half past midnight in Vancouver are one day in UTC, but two for the seeker."""
    texts = ("Your talk stayed with me.", "Lin Hua says you know the night shift best.", "We both left retail.")
    night = datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
    for given, words, at in zip(("Ann", "Bea", "Cam"), texts, (night, night, night + timedelta(hours=1)), strict=True):
        person = make_someone(workspace, given, "Lee")
        assert record(person, replace(TEXT, body=f"{words} Could I ask you for 15 minutes?"), at).state == "sent"
