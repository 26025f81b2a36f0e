"""The seeker presses send, calls back, decides; nothing talks to a server here."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.outreach.actions.drafts import discard_draft, save_draft
from askwell.outreach.actions.entries import let_rest, log_answer
from askwell.outreach.actions.errors import (
    AsksForJobError,
    DemoError,
    DoNotContactError,
    DraftInTheWayError,
    EmptyMessageError,
    GapsLeftError,
    GuardError,
    HasLeftError,
    LockedDraftError,
    NoMailboxError,
    NoSubjectError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.outbox import cancel_dispatch, decide_unsure, hasten, queue_mail
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import Answer, Channel, DispatchState, MessageKind, Purpose
from askwell.outreach.models import Dispatch, Mailbox, Message, Thread
from askwell.outreach.rules.mail.sending import UNDO, NotNowError
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.stopping import stop_contacting
from tests.factories.outbox import make_mailbox, make_reader, queue, text_for
from tests.factories.outreach import make_someone, send

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


@pytest.fixture
def space(workspace: Workspace) -> Workspace:
    make_mailbox(workspace, "mei@seeker.example", NOW)
    return workspace


def nothing_written(workspace: Workspace) -> bool:
    tables = (Thread, Message, Dispatch)
    return not any(table.objects.of(workspace).exists() for table in tables)


def test_a_letter_waits_ten_seconds_and_its_conversation_does_not_move(space: Workspace) -> None:
    dispatch = queue(make_reader(space, 1), NOW)
    assert (dispatch.state, dispatch.due_at, dispatch.to) == ("waiting", NOW + UNDO, "reader1@harbour.example")
    assert (dispatch.to_name, dispatch.subject) == ("Daniel1 Wong", "A question about berths")
    assert dispatch.mail_id == f"{dispatch.pk}.askwell@seeker.example"
    assert Thread.objects.of(space).get().state == "drafting"
    assert Message.objects.of(space).get().state == "draft"


def test_it_leaves_later_when_the_seeker_says_so(space: Workspace) -> None:
    assert queue(make_reader(space), NOW, at=NOW + timedelta(hours=15)).due_at == NOW + timedelta(hours=15)


def test_letters_put_at_one_time_leave_some_minutes_apart(space: Workspace) -> None:
    at = NOW + timedelta(hours=1)  # 11:00 in Vancouver
    due = [queue(make_reader(space), NOW, at=at).due_at for _ in range(3)]
    assert due == [at, at + timedelta(minutes=3), at + timedelta(minutes=6)]
    assert queue(make_reader(space), NOW).due_at == NOW + UNDO  # what is sent now waits for nobody


def test_letters_of_another_mailbox_are_not_waited_for(space: Workspace) -> None:
    at = NOW + timedelta(hours=1)
    queue(make_reader(space), NOW, at=at)
    Mailbox.objects.of(space).update(is_usual=False)
    make_mailbox(space, "mei@other.example", NOW)
    assert queue(make_reader(space), NOW, at=at).due_at == at


def test_what_is_moved_to_the_next_day_counts_for_that_day(space: Workspace) -> None:
    """Ten letters wait for Monday; one that finds no room before Friday's last welcome minute is the eleventh."""
    friday, monday = datetime(2026, 11, 27, 23, 29, tzinfo=UTC), datetime(2026, 11, 30, 17, tzinfo=UTC)  # 16:29, 10:00
    for _ in range(10):
        queue(make_reader(space), NOW, at=monday)
    queue(make_reader(space), NOW, at=friday)
    with pytest.raises(GuardError):
        queue(make_reader(space), NOW, at=friday)


def test_without_a_mailbox_nothing_is_written(workspace: Workspace) -> None:
    with pytest.raises(NoMailboxError):
        queue(make_reader(workspace), NOW)
    assert nothing_written(workspace)


@pytest.mark.parametrize("address", ["", "other@harbour.example", "reader7@harbour.example, x@y.example", "reader7"])
def test_it_goes_to_no_address_but_theirs(space: Workspace, address: str) -> None:
    person = make_reader(space, 7)
    with pytest.raises(UnknownAddressError):
        queue(person, NOW, text_for(person, address=address))
    assert nothing_written(space)


def test_the_guards_are_those_of_any_message(space: Workspace) -> None:
    person = make_reader(space, 7)
    with pytest.raises(EmptyMessageError):
        queue(person, NOW, text_for(person, " \n"))
    with pytest.raises(AsksForJobError):
        queue(person, NOW, text_for(person, "Dear Daniel,\n\nDo you have a job for me? Please hire me."))
    stopped = make_reader(space, do_not_contact_at=NOW)
    with pytest.raises(DoNotContactError):
        queue(stopped, NOW)
    assert nothing_written(space)


def test_a_nudge_leaves_before_its_day_only_when_the_seeker_insists(space: Workspace) -> None:
    thread = send(make_reader(space), NOW).thread
    nudge = text_for(thread.person, kind=MessageKind.NUDGE)
    soon, in_time = NOW + timedelta(minutes=2), NOW + timedelta(days=9)
    with pytest.raises(GuardError) as refused:
        queue(thread.person, soon, nudge)
    [finding] = refused.value.findings
    assert (finding.code, str(finding.facts["on"]), refused.value.is_final) == ("too_soon", "2026-12-04", False)
    assert queue(thread.person, soon, nudge, despite=["too_soon"]).state == "waiting"
    other = send(make_reader(space), NOW).thread
    assert queue(other.person, in_time, text_for(other.person, kind=MessageKind.NUDGE)).state == "waiting"


@pytest.mark.parametrize(
    ("body", "subject"), [("Dear {first name}, Ana told me of you.", "Berths"), ("May I ask?", "[Name] told me")]
)
def test_a_gap_is_filled_in_first(space: Workspace, body: str, subject: str) -> None:
    person = make_reader(space)
    text = text_for(person, body, subject=subject)
    with pytest.raises(GapsLeftError) as refused:
        queue(person, NOW, text)
    assert refused.value.gaps == ("{first name}" if "{" in body else "[Name]",)
    assert nothing_written(space)
    assert queue(person, NOW, text, gaps_anyway=True).state == "waiting"


def test_a_mail_that_begins_has_a_subject(space: Workspace) -> None:
    person = make_reader(space)
    with pytest.raises(NoSubjectError):
        queue(person, NOW, text_for(person, subject=" "))
    assert nothing_written(space)


def test_in_a_demo_nothing_leaves(space: Workspace) -> None:
    space.is_demo = True
    space.save()
    with pytest.raises(DemoError):
        queue(make_reader(space), NOW)
    with pytest.raises(DemoError):
        invite(space, None)
    assert nothing_written(space)


def test_a_message_that_does_not_follow_is_refused_when_send_is_pressed(space: Workspace) -> None:
    thread = send(make_reader(space), NOW - timedelta(days=9)).thread
    declines = {"answer": Answer.DECLINES, "channel": Channel.EMAIL, "at": NOW - timedelta(days=8)}
    log_answer(workspace=space, thread_id=thread.pk, now=NOW, **declines)
    with pytest.raises(ImpossibleMove):
        queue(thread.person, NOW, text_for(thread.person, kind=MessageKind.NUDGE))
    assert not Dispatch.objects.of(space).exists()


def test_what_waits_to_leave_counts_for_the_guard_as_sent(space: Workspace) -> None:
    queue(make_someone(space, email="daniel@harbour.example"), NOW)
    first = Message.objects.of(space).get()
    colleague = make_someone(space, "Ana", "Silva", email="ana@harbour.example")
    with pytest.raises(GuardError) as refused:
        queue(colleague, NOW, text_for(colleague, first.body.replace("Daniel", "Ana")))
    assert [finding.code for finding in refused.value.findings] == ["near_identical"]


def test_a_days_pace_counts_what_leaves_later_on_that_day(space: Workspace) -> None:
    for number in range(1, 11):
        queue(make_reader(space, number), NOW, at=NOW + timedelta(hours=4))
    with pytest.raises(GuardError) as refused:
        queue(make_reader(space), NOW)
    assert [finding.code for finding in refused.value.findings] == ["burst_all"]
    assert queue(make_reader(space), NOW, at=NOW + timedelta(hours=24)).state == "waiting"


def test_a_days_pace_counts_the_seekers_own_day(space: Workspace) -> None:
    """Ten wait for a quarter of an hour after midnight in Vancouver; one that leaves before it is of the day before.
    In Toronto both are of one day."""
    before, after = datetime(2026, 11, 26, 6, 45, tzinfo=UTC), datetime(2026, 11, 26, 7, 15, tzinfo=UTC)
    for _ in range(10):
        queue(make_reader(space), NOW, at=after)
    assert queue(make_reader(space), NOW, at=before).state == "waiting"
    with pytest.raises(GuardError):
        queue(make_reader(space), NOW, at=after)
    with pytest.raises(GuardError):
        queue(make_reader(space), NOW, at=before, zone="America/Toronto")


def test_nobody_writes_on_a_draft_that_waits_to_leave(space: Workspace) -> None:
    person = make_reader(space)
    draft = queue(person, NOW).message
    assert draft
    with pytest.raises(LockedDraftError):
        save_draft(workspace=space, person_id=person.pk, version=draft.version, text=text_for(person), now=NOW)
    with pytest.raises(LockedDraftError):
        discard_draft(workspace=space, message_id=draft.pk)
    with pytest.raises(LockedDraftError):
        queue(person, NOW, version=draft.version)


def test_an_undo_of_an_older_entry_does_not_take_it_away(space: Workspace) -> None:
    first = send(make_reader(space), NOW - timedelta(days=9))
    dispatch = queue(first.thread.person, NOW, text_for(first.thread.person, kind=MessageKind.NUDGE))
    with pytest.raises(DraftInTheWayError):
        undo_entry(workspace=space, message_id=first.pk, now=NOW)
    assert Dispatch.objects.of(space).get() == dispatch


def test_called_back_it_is_a_draft_again(space: Workspace) -> None:
    person = make_reader(space)
    dispatch = queue(person, NOW)
    draft = dispatch.message
    assert draft
    assert cancel_dispatch(workspace=space, dispatch_id=dispatch.pk).state == "cancelled"
    again = queue(person, NOW, version=draft.version)
    assert (again.state, again.mail_id != dispatch.mail_id) == ("waiting", True)


def test_it_cannot_be_called_back_twice(space: Workspace) -> None:
    dispatch = queue(make_reader(space), NOW)
    cancel_dispatch(workspace=space, dispatch_id=dispatch.pk)
    with pytest.raises(NotNowError):
        cancel_dispatch(workspace=space, dispatch_id=dispatch.pk)


def put(dispatch: Dispatch, state: DispatchState, **columns: object) -> Dispatch:
    Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk).update(state=state, **columns)
    dispatch.refresh_from_db()
    return dispatch


def test_a_stop_calls_back_what_waits(space: Workspace) -> None:
    person = make_reader(space)
    dispatch = queue(person, NOW)
    stop_contacting(workspace=space, person_id=person.pk, why="", now=NOW)
    dispatch.refresh_from_db()
    assert (dispatch.state, Message.objects.of(space).filter(state="draft").count()) == ("cancelled", 0)


def test_a_stop_leaves_what_may_have_been_sent(space: Workspace) -> None:
    person = make_reader(space)
    dispatch = put(queue(person, NOW), DispatchState.SENDING, began_at=NOW, handed_at=NOW)
    stop_contacting(workspace=space, person_id=person.pk, why="", now=NOW + UNDO)
    put(dispatch, DispatchState.UNSURE)
    decide_unsure(workspace=space, dispatch_id=dispatch.pk, sent=True, now=NOW + timedelta(hours=1))
    kinds = Message.objects.of(space).order_by("happened_at").values_list("kind", "state")
    assert list(kinds) == [("first", "sent"), ("stopped", "noted")]
    assert Thread.objects.of(space).get().outcome == "stopped"


def test_to_let_it_rest_calls_back_what_waits(space: Workspace) -> None:
    thread = send(make_reader(space), NOW - timedelta(days=9)).thread
    dispatch = queue(thread.person, NOW, text_for(thread.person, kind=MessageKind.NUDGE))
    let_rest(workspace=space, thread_id=thread.pk, now=NOW)
    dispatch.refresh_from_db()
    assert dispatch.state == "cancelled"


def test_the_seeker_says_that_it_was_sent(space: Workspace) -> None:
    dispatch = put(queue(make_reader(space), NOW), DispatchState.UNSURE, handed_at=NOW + UNDO)
    decide_unsure(workspace=space, dispatch_id=dispatch.pk, sent=True, now=NOW + timedelta(days=1))
    entry = Message.objects.of(space).get()
    assert (entry.state, entry.happened_at, entry.mail_id) == ("sent", NOW + UNDO, dispatch.mail_id)
    assert Thread.objects.of(space).get().state == "waiting"


def test_that_the_seeker_said_it_was_sent_can_be_taken_back(space: Workspace) -> None:
    lost = {"handed_at": NOW + UNDO, "trouble": "lost_after_data"}
    dispatch = put(queue(make_reader(space), NOW), DispatchState.UNSURE, **lost)
    decide_unsure(workspace=space, dispatch_id=dispatch.pk, sent=True, now=NOW + timedelta(days=1))
    entry = Message.objects.of(space).get()
    undo_entry(workspace=space, message_id=entry.pk, now=NOW + timedelta(days=1))
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.message_id) == ("unsure", entry.pk)
    assert Message.objects.of(space).get().state == "draft"
    put(dispatch, DispatchState.SENT, trouble="")
    Message.objects.of(space).update(state="sent", number=1)
    with pytest.raises(HasLeftError):
        undo_entry(workspace=space, message_id=entry.pk, now=NOW + timedelta(days=1))


def test_the_seeker_says_that_it_was_not(space: Workspace) -> None:
    dispatch = put(queue(make_reader(space), NOW), DispatchState.UNSURE, handed_at=NOW + UNDO)
    later = NOW + timedelta(days=1)
    again = decide_unsure(workspace=space, dispatch_id=dispatch.pk, sent=False, now=later)
    assert (again.state, again.due_at, again.mail_id) == ("waiting", later + UNDO, dispatch.mail_id)
    assert Thread.objects.of(space).get().state == "drafting"


def test_only_one_that_may_have_been_sent_is_decided(space: Workspace) -> None:
    dispatch = queue(make_reader(space), NOW)
    with pytest.raises(NotNowError):
        decide_unsure(workspace=space, dispatch_id=dispatch.pk, sent=True, now=NOW)


def test_the_next_try_can_be_in_ten_seconds(space: Workspace) -> None:
    dispatch = put(queue(make_reader(space), NOW), DispatchState.WAITING, due_at=NOW + timedelta(hours=2), tries=1)
    asked = NOW + timedelta(hours=1)
    assert hasten(workspace=space, dispatch_id=dispatch.pk, now=asked).due_at == asked + UNDO
    with pytest.raises(NotNowError):  # a second click does not put it off
        hasten(workspace=space, dispatch_id=dispatch.pk, now=asked + timedelta(seconds=5))
    assert cancel_dispatch(workspace=space, dispatch_id=dispatch.pk).state == "cancelled"


def test_a_strangers_outbox_is_not_there(space: Workspace, stranger: object) -> None:
    dispatch = queue(make_reader(space), NOW)
    other = stranger.workspace  # type: ignore[attr-defined]  # a User
    verbs: list[Callable[[], object]] = [
        lambda: cancel_dispatch(workspace=other, dispatch_id=dispatch.pk),
        lambda: decide_unsure(workspace=other, dispatch_id=dispatch.pk, sent=True, now=NOW),
        lambda: hasten(workspace=other, dispatch_id=dispatch.pk, now=NOW),
    ]
    for verb in verbs:
        with pytest.raises(Dispatch.DoesNotExist):
            verb()


def test_an_answer_is_threaded_and_keeps_its_subject(space: Workspace) -> None:
    person = make_reader(space)
    first = send(person, NOW - timedelta(days=9))
    Message.objects.of(space).filter(pk=first.pk).update(mail_id="one@seeker.example", subject="Berths")
    dispatch = queue(person, NOW, text_for(person, kind=MessageKind.NUDGE, subject=""))
    assert (dispatch.subject, dispatch.in_reply_to, dispatch.references) == (
        "Re: Berths", "one@seeker.example", "one@seeker.example",
    )  # fmt: skip


def invite(workspace: Workspace, thread: Thread | None, **more: object) -> Dispatch:
    values = {"purpose": Purpose.INVITATION, "to": "daniel@harbour.example", "to_name": "Daniel", "now": NOW, **more}
    texts = {"subject": "Coffee", "body": "See you.", "calendar": "BEGIN:VCALENDAR", "method": "REQUEST"}
    return queue_mail(workspace=workspace, thread_id=thread.pk if thread else None, **texts, **values)  # type: ignore[arg-type]  # the values of one call, spread


def test_an_invitation_leaves_at_once_and_touches_no_draft(space: Workspace) -> None:
    thread = send(make_reader(space), NOW - timedelta(days=1)).thread
    dispatch = invite(space, thread)
    assert (dispatch.due_at, dispatch.message, dispatch.method) == (NOW, None, "REQUEST")


def test_nobody_who_asked_not_to_be_contacted_is_invited(space: Workspace) -> None:
    thread = send(make_reader(space), NOW - timedelta(days=1)).thread
    waiting = invite(space, thread, at=NOW + timedelta(hours=1))
    stop_contacting(workspace=space, person_id=thread.person_id, why="", now=NOW)
    waiting.refresh_from_db()
    assert waiting.state == "cancelled"
    with pytest.raises(DoNotContactError):
        invite(space, thread)


def test_what_is_no_address_is_not_queued(space: Workspace) -> None:
    with pytest.raises(UnknownAddressError):
        invite(space, None, to="daniel@harbour.example\r\nBcc: x@y.example")
