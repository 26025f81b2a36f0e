"""What happens on a thread, and what its duties are afterwards."""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.lib.times import local_day
from askwell.outreach.actions import entries, threads
from askwell.outreach.actions.errors import DoNotContactError, InTheFutureError, NotTheLastError
from askwell.outreach.choices import Answer, Channel, MeetingBy
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.rules.threads import ImpossibleMove, ThirdUnanswered
from askwell.people.models import Person
from tests.factories.outreach import MessageKind, make_someone, make_waiting, send

SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)  # a Monday, in the morning in Vancouver


def open_duties(thread: Thread) -> dict[str, date]:
    """The day each open duty opens, in Vancouver."""
    duties = FollowUp.objects.of(thread.workspace).filter(thread=thread, done_at=None, dismissed_at=None)
    return {duty.kind: local_day(duty.opens_at, "America/Vancouver") for duty in duties}


def reloaded(thread: Thread) -> Thread:
    return Thread.objects.of(thread.workspace).get(pk=thread.pk)


def test_a_first_message_starts_the_wait_and_brings_a_second_person_and_a_nudge(workspace: Workspace) -> None:
    thread = reloaded(make_waiting(workspace, SENT))
    assert (thread.state, thread.asked_at, thread.channel, thread.tie_kind) == ("waiting", SENT, "email", "alumni")
    assert open_duties(thread) == {"second_person": date(2026, 11, 19), "nudge": date(2026, 11, 25)}


def test_without_an_employer_there_is_no_second_person(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT, employer="")
    assert open_duties(thread) == {"nudge": date(2026, 11, 25)}


def test_who_was_written_to_already_has_one_open_thread(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    again = threads.start_thread(workspace=workspace, person_id=thread.person_id, now=SENT)
    assert again.pk == thread.pk


def test_writing_to_a_colleague_settles_the_second_person_and_taking_it_back_brings_it_again(
    workspace: Workspace,
) -> None:
    first = make_waiting(workspace, SENT)
    message = send(make_someone(workspace, "Ana", "Silva"), SENT + timedelta(days=3))
    assert open_duties(first) == {"nudge": date(2026, 11, 25)}
    threads.undo_entry(workspace=workspace, message_id=message.pk, now=SENT + timedelta(days=3))
    assert open_duties(first) == {"second_person": date(2026, 11, 19), "nudge": date(2026, 11, 25)}


def test_an_absence_moves_both_dates_and_the_lunar_new_year_counts_where_it_is_kept(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    entries.log_out_of_office(workspace=workspace, thread_id=thread.pk, at=SENT, until=date(2026, 12, 1), now=SENT)
    assert open_duties(thread) == {"second_person": date(2026, 12, 4), "nudge": date(2026, 12, 10)}
    wednesday = datetime(2027, 2, 3, 18, tzinfo=UTC)
    keeps = make_waiting(workspace, wednesday, given="Min", family="Zhou", employer="", keeps_lunar_new_year=True)
    plain = make_waiting(workspace, wednesday, given="Ann", family="Lee", employer="")
    assert open_duties(plain) == {"nudge": date(2027, 2, 12)}
    assert open_duties(keeps) == {"nudge": date(2027, 2, 17)}  # 5 to 8 February free, 15 is Family Day


def test_nudged_then_silent_then_let_rest(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT, employer="")
    nudged_at = datetime(2026, 11, 25, 18, tzinfo=UTC)
    send(thread.person, nudged_at, MessageKind.NUDGE)
    assert (reloaded(thread).state, open_duties(thread)) == ("nudged", {"let_rest": date(2026, 12, 4)})
    with pytest.raises(ThirdUnanswered):
        send(thread.person, nudged_at + timedelta(days=1), MessageKind.NUDGE)
    rested_at = datetime(2026, 12, 4, 18, tzinfo=UTC)
    entries.let_rest(workspace=workspace, thread_id=thread.pk, now=rested_at)
    closed = reloaded(thread)
    assert (closed.state, closed.outcome, closed.closed_at) == ("closed", "silent", rested_at)
    assert open_duties(thread) == {}


@pytest.mark.parametrize(
    ("answer", "until", "duties"),
    [
        (Answer.ACCEPTS, None, {"reply_within_a_day"}),
        (Answer.ASKS, None, {"reply_within_a_day"}),
        (Answer.DEFERS, date(2027, 1, 11), {"reply_within_a_day", "write_again"}),
        (Answer.DECLINES, None, {"thank"}),
        (Answer.REFERS, None, {"thank"}),
    ],
)
def test_each_answer_is_the_seekers_turn(
    workspace: Workspace, answer: Answer, until: date | None, duties: set[str]
) -> None:
    thread = make_waiting(workspace, SENT)
    heard_at = SENT + timedelta(days=1)
    entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=answer, channel=Channel.EMAIL, at=heard_at,
        text="…", until=until, now=heard_at,
    )  # fmt: skip
    answered = reloaded(thread)
    assert (answered.state, answered.answer, answered.said_yes) == ("answered", answer, answer is Answer.ACCEPTS)
    assert set(open_duties(thread)) == duties


def test_agreed_cancelled_agreed_again_and_met(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    at = SENT + timedelta(days=1)
    meets_at = datetime(2026, 11, 26, 18, tzinfo=UTC)
    entries.schedule(workspace=workspace, thread_id=thread.pk, meets_at=meets_at, by=MeetingBy.PHONE, now=at)
    scheduled = reloaded(thread)
    assert (scheduled.state, scheduled.meets_at, scheduled.meets_by) == ("scheduled", meets_at, "phone")
    assert set(open_duties(thread)) == {"confirm", "prepare", "write_down"}
    entries.cancel(workspace=workspace, thread_id=thread.pk, now=at + timedelta(hours=1))
    assert (reloaded(thread).state, reloaded(thread).meets_at) == ("answered", None)
    entries.schedule(
        workspace=workspace, thread_id=thread.pk, meets_at=meets_at, by=MeetingBy.PHONE, now=at + timedelta(hours=2)
    )
    entries.met(workspace=workspace, thread_id=thread.pk, at=meets_at, by=MeetingBy.PHONE, now=meets_at)
    closed = reloaded(thread)
    assert (closed.state, closed.outcome, closed.said_yes) == ("closed", "met", True)
    assert set(open_duties(thread)) == {"thank", "write_down"}


def test_a_late_answer_opens_what_was_let_rest(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    entries.let_rest(workspace=workspace, thread_id=thread.pk, now=SENT + timedelta(days=9))
    at = SENT + timedelta(days=40)
    entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=at, now=at
    )
    assert (reloaded(thread).state, reloaded(thread).outcome, reloaded(thread).closed_at) == ("answered", "", None)


def test_a_call_nobody_picked_up_counts_as_a_message_and_a_spoken_one_as_an_answer(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    at = SENT + timedelta(days=8)
    entries.log_call(workspace=workspace, thread_id=thread.pk, at=at, answer=None, now=at)
    assert reloaded(thread).state == "nudged"
    entries.log_call(workspace=workspace, thread_id=thread.pk, at=at, answer=Answer.ACCEPTS, now=at)
    assert (reloaded(thread).state, reloaded(thread).answer) == ("answered", "accepts")


def test_a_chance_meeting_is_an_answer_that_is_owed_a_word(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    at = SENT + timedelta(days=2)
    entries.log_chance_meeting(workspace=workspace, thread_id=thread.pk, at=at, answer=None, now=at)
    assert (reloaded(thread).state, set(open_duties(thread))) == ("answered", {"reply_within_a_day"})


def test_nothing_is_logged_before_it_happened_or_where_it_cannot_have(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    with pytest.raises(InTheFutureError):
        entries.met(
            workspace=workspace, thread_id=thread.pk, at=SENT + timedelta(hours=1), by=MeetingBy.PHONE, now=SENT
        )
    with pytest.raises(ImpossibleMove):
        entries.cancel(workspace=workspace, thread_id=thread.pk, now=SENT)
    assert Message.objects.of(workspace).count() == 1


def test_the_last_entry_can_be_taken_back_and_only_the_last(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    at = SENT + timedelta(days=1)
    answer = entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=at, now=at
    )
    note = entries.log_note(workspace=workspace, thread_id=thread.pk, text="Kind", at=at, now=at)
    with pytest.raises(NotTheLastError):
        threads.undo_entry(workspace=workspace, message_id=answer.pk, now=at)
    threads.undo_entry(workspace=workspace, message_id=note.pk, now=at)
    threads.undo_entry(workspace=workspace, message_id=answer.pk, now=at)
    assert (reloaded(thread).state, reloaded(thread).answer) == ("waiting", "")
    assert set(open_duties(thread)) == {"second_person", "nudge"}


def test_an_answer_logged_late_for_an_earlier_day_is_taken_back_all_the_same(workspace: Workspace) -> None:
    """The order of recording decides what was last, not the order of happening."""
    thread = make_waiting(workspace, SENT)
    later = SENT + timedelta(days=3)
    entries.log_note(workspace=workspace, thread_id=thread.pk, text="Asked Lin about him", at=later, now=later)
    answer = entries.log_answer(
        workspace=workspace, thread_id=thread.pk, answer=Answer.ASKS, channel=Channel.EMAIL,
        at=SENT + timedelta(days=1), now=later,
    )  # fmt: skip
    threads.undo_entry(workspace=workspace, message_id=answer.pk, now=later)
    assert reloaded(thread).state == "waiting"


def test_a_message_taken_back_is_a_draft_again(workspace: Workspace) -> None:
    message = send(make_someone(workspace), SENT, text="Dear Daniel, could I ask you something?")
    threads.undo_entry(workspace=workspace, message_id=message.pk, now=SENT)
    draft = Message.objects.of(workspace).get(pk=message.pk)
    assert (draft.state, draft.body, draft.number) == ("draft", "Dear Daniel, could I ask you something?", None)
    thread = reloaded(draft.thread)
    assert (thread.state, thread.asked_at, open_duties(thread)) == ("drafting", None, {})


def test_a_thread_of_which_nothing_is_left_goes(workspace: Workspace) -> None:
    person = make_someone(workspace)
    thread = threads.start_thread(workspace=workspace, person_id=person.pk, now=SENT)
    call = entries.log_call(workspace=workspace, thread_id=thread.pk, at=SENT, answer=None, now=SENT)
    assert threads.undo_entry(workspace=workspace, message_id=call.pk, now=SENT) is None
    assert not Thread.objects.of(workspace).exists()


def test_nobody_writes_to_who_asked_not_to_be_contacted(workspace: Workspace) -> None:
    person = make_someone(workspace, do_not_contact_at=SENT)
    with pytest.raises(DoNotContactError):
        threads.start_thread(workspace=workspace, person_id=person.pk, now=SENT)
    assert not Thread.objects.of(workspace).exists()


def test_another_workspace_cannot_be_reached(workspace: Workspace, stranger: User) -> None:
    thread = make_waiting(workspace, SENT)
    theirs = stranger.workspace
    assert theirs
    with pytest.raises(Thread.DoesNotExist):
        entries.let_rest(workspace=theirs, thread_id=thread.pk, now=SENT)
    with pytest.raises(Person.DoesNotExist):
        threads.start_thread(workspace=theirs, person_id=thread.person_id, now=SENT)
    message = Message.objects.of(workspace).get()
    with pytest.raises(Message.DoesNotExist):
        threads.undo_entry(workspace=theirs, message_id=message.pk, now=SENT)
