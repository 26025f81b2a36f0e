"""An interview follows its thread: agreed, moved, called off, missed, held, thanked, and back again."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import EmptyClosingError, NoTimesError, PastTimeError
from askwell.interviews.actions.finishing import Line, finish, take_back
from askwell.interviews.actions.learning import Claim
from askwell.interviews.actions.meeting import agree, call_off, mark_missed, offer_times
from askwell.interviews.actions.preparing import add_question, move_question, put_back, remove_question
from askwell.interviews.actions.referring import Named
from askwell.interviews.choices import InterviewState, NextStep, SubjectKind, Topic
from askwell.interviews.models import Interview, Question, Referral
from askwell.outreach.actions import entries
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import FollowUpKind, MeetingBy, MessageKind, MessageState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.duties import due_follow_ups
from askwell.people.models import Introduction, Person
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import hours, make_someone, make_waiting, send

pytestmark = pytest.mark.django_db


def again(interview: Interview) -> Interview:
    return Interview.objects.of(interview.workspace).get(pk=interview.pk)


def kinds(workspace: Workspace, **only: object) -> list[tuple[str, object]]:
    """The open duties as (kind, person), sorted."""
    rows = FollowUp.objects.of(workspace).filter(done_at=None, dismissed_at=None, **only)
    return sorted(rows.values_list("kind", "person__given_name"))


def test_a_time_logged_on_the_thread_makes_a_confirmed_interview(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    assert (interview.state, interview.starts_at, interview.by) == ("confirmed", now + timedelta(days=2), "video")


def test_a_conversation_that_ends_without_an_agreed_time_was_no_interview(workspace: Workspace, now: datetime) -> None:
    thread = make_waiting(workspace, now - timedelta(days=9))
    entries.let_rest(workspace=workspace, thread_id=thread.pk, now=now)
    assert not Interview.objects.of(workspace).exists()


def test_offered_times_make_a_proposed_one_and_passed_times_are_refused(workspace: Workspace, now: datetime) -> None:
    person = make_someone(workspace)
    with pytest.raises(NoTimesError):
        offer_times(
            workspace=workspace, person_id=person.pk, times=[now - hours(1)], minutes=20, by=MeetingBy.VIDEO, now=now
        )
    assert not Thread.objects.of(workspace).exists()
    times = [now + hours(50), now + hours(26)]
    made = offer_times(workspace=workspace, person_id=person.pk, times=times, minutes=15, by=MeetingBy.PHONE, now=now)
    assert (made.state, made.minutes) == (InterviewState.PROPOSED, 15)
    assert made.offered == [time.isoformat() for time in sorted(times)]


def test_a_meeting_moved_four_times_is_one_interview(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    for day in range(3, 7):
        starts_at = now + timedelta(days=day)
        agree(
            workspace=workspace,
            interview_id=interview.pk,
            starts_at=starts_at,
            minutes=30,
            by=MeetingBy.IN_PERSON,
            place="Café on 4th",
            now=now + hours(day),
        )
    moved = Interview.objects.of(workspace).get()
    assert (moved.moved, moved.starts_at, moved.place, moved.by) == (
        4,
        now + timedelta(days=6),
        "Café on 4th",
        "in_person",
    )
    with pytest.raises(PastTimeError):
        agree(
            workspace=workspace,
            interview_id=moved.pk,
            starts_at=now,
            minutes=20,
            by=MeetingBy.VIDEO,
            now=now + hours(9),
        )


def test_once_the_time_has_come_nothing_is_to_be_confirmed_or_prepared(workspace: Workspace, now: datetime) -> None:
    starts_at = make_agreed(workspace, now, in_days=4).starts_at
    assert starts_at

    def due(at: datetime) -> set[str]:
        return {duty.duty.kind for duty in due_follow_ups(workspace, at)}

    assert due(starts_at - hours(1)) == {FollowUpKind.CONFIRM, FollowUpKind.PREPARE}
    assert due(starts_at + hours(1)) == {FollowUpKind.WRITE_DOWN}


def test_called_off_missed_and_agreed_anew(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    off = call_off(workspace=workspace, interview_id=interview.pk, now=now + hours(1))
    assert again(interview).state == InterviewState.CANCELLED
    undo_entry(workspace=workspace, message_id=off.pk, now=now + hours(1))
    assert again(interview).state == InterviewState.CONFIRMED
    mark_missed(workspace=workspace, interview_id=interview.pk, now=now + timedelta(days=3))
    assert again(interview).state == InterviewState.MISSED
    agree(
        workspace=workspace,
        interview_id=interview.pk,
        starts_at=now + timedelta(days=5),
        minutes=20,
        by=MeetingBy.VIDEO,
        now=now + timedelta(days=3, hours=1),
    )
    assert again(interview).state == InterviewState.CONFIRMED


def test_undoing_everything_removes_an_empty_interview_but_keeps_a_prepared_one(
    workspace: Workspace, now: datetime
) -> None:
    thread = make_waiting(workspace, now)
    agreed = entries.schedule(
        workspace=workspace, thread_id=thread.pk, meets_at=now + hours(30), by=MeetingBy.VIDEO, now=now
    )
    undo_entry(workspace=workspace, message_id=agreed.pk, now=now)
    assert not Interview.objects.of(workspace).exists()
    agreed = entries.schedule(
        workspace=workspace, thread_id=thread.pk, meets_at=now + hours(30), by=MeetingBy.VIDEO, now=now
    )
    interview = Interview.objects.of(workspace).get()
    add_question(workspace=workspace, interview_id=interview.pk, text="What changed this year?", now=now)
    undo_entry(workspace=workspace, message_id=agreed.pk, now=now)
    assert again(interview).state == InterviewState.PROPOSED
    assert Question.objects.of(workspace).count() == 1


def test_an_agreed_interview_asks_to_be_prepared_confirmed_and_written_down(
    workspace: Workspace, now: datetime
) -> None:
    interview = make_agreed(workspace, now, in_days=4)
    assert [kind for kind, _who in kinds(workspace)] == ["confirm", "prepare", "write_down"]
    written = FollowUp.objects.of(workspace).get(kind=FollowUpKind.WRITE_DOWN)
    assert interview.starts_at
    assert written.opens_at == interview.starts_at + timedelta(minutes=20)
    assert written.due_at == interview.starts_at + timedelta(minutes=20, hours=24)
    assert written.facts["interview"] == str(interview.pk)


def test_a_blank_closing_card_is_refused_and_writes_nothing(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    with pytest.raises(EmptyClosingError) as refused:
        finish(
            workspace=workspace,
            interview_id=interview.pk,
            closing=closing(said=" ", next_step=None, next_step_text=""),
            now=later,
        )
    assert refused.value.fields == ("said", "next_step")
    assert again(interview).state == InterviewState.CONFIRMED


def test_a_finished_interview_is_held_and_thanks_lie_ready(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    card = closing(
        named=[Named("Marc Tremblay, planner at Cedar Foods", may_use_name=True)],
        insights=[Claim("Calls before maths", SubjectKind.OCCUPATION, "Demand planner", 3)],
        actions=[Line("Read the S&OP primer")],
        next_step=NextStep.PERSON,
        next_step_text="",
    )
    held = finish(workspace=workspace, interview_id=interview.pk, closing=card, now=later)
    assert (held.state, held.held_at, held.is_successful) == ("held", interview.starts_at, False)
    marc = Person.objects.of(workspace).get(given_name="Marc")
    assert Introduction.objects.of(workspace).get().introduced_id == marc.pk
    assert kinds(workspace) == [("thank", "Daniel"), ("write_to_named", "Marc")]
    draft = Message.objects.of(workspace).get(state=MessageState.DRAFT)
    assert draft.kind == MessageKind.THANKS
    assert "The phone calls are the work." in draft.body
    assert "Marc Tremblay" in draft.body


def test_thanks_make_it_complete_and_successful_and_an_undo_takes_that_back(
    workspace: Workspace, now: datetime
) -> None:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    card = closing(insights=[Claim("Calls before maths", rating=2)])
    finish(workspace=workspace, interview_id=interview.pk, closing=card, now=later)
    Message.objects.of(workspace).filter(state=MessageState.DRAFT).delete()
    thanks = send(interview.person, later + hours(1), MessageKind.THANKS)
    done = again(interview)
    assert (done.state, done.is_successful, done.thanked_at) == ("complete", True, later + hours(1))
    undo_entry(workspace=workspace, message_id=thanks.pk, now=later + hours(2))
    assert (again(interview).state, again(interview).is_successful) == ("held", False)


def test_taking_the_card_back_keeps_what_was_written_on_it(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    later = now + timedelta(days=2, hours=1)
    finish(workspace=workspace, interview_id=interview.pk, closing=closing(), now=later)
    open_again = take_back(workspace=workspace, interview_id=interview.pk, now=later)
    assert (open_again.finished_at, open_again.said) == (None, "The phone calls are the work.")
    assert ("write_down", "Daniel") in kinds(workspace)


def test_without_names_one_is_asked_for_in_the_next_business_week(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)  # held on Friday 27 November
    finish(workspace=workspace, interview_id=interview.pk, closing=closing(), now=now + timedelta(days=2, hours=1))
    ask = FollowUp.objects.of(workspace).get(kind=FollowUpKind.ASK_FOR_NAMES)
    assert ask.opens_at.isoformat() == "2026-11-30T07:00:00+00:00"  # Monday, midnight in Vancouver
    assert ask.due_at.isoformat() == "2026-12-05T07:00:00+00:00"


def test_the_introducer_is_told_two_weeks_later_and_writing_to_them_settles_it(
    workspace: Workspace, now: datetime
) -> None:
    interview = make_agreed(workspace, now)
    lin = make_someone(workspace, "Hua", "Lin", employer="")
    Introduction.objects.create(workspace=workspace, introducer=lin, introduced=interview.person, on=now.date())
    held_at = now + timedelta(days=2)
    finish(workspace=workspace, interview_id=interview.pk, closing=closing(), now=held_at + hours(1))
    note = FollowUp.objects.of(workspace).get(kind=FollowUpKind.PROGRESS_NOTE)
    assert (note.person, note.opens_at.date().isoformat()) == (lin, "2026-12-11")
    send(lin, held_at + timedelta(days=14))
    assert not FollowUp.objects.of(workspace).filter(kind=FollowUpKind.PROGRESS_NOTE).exists()


def test_writing_to_whom_they_named_settles_it(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    card = closing(named=[Named("Marc Tremblay")], next_step=NextStep.PERSON)
    finish(workspace=workspace, interview_id=interview.pk, closing=card, now=now + timedelta(days=2, hours=1))
    marc = Referral.objects.of(workspace).get().person
    assert marc
    send(marc, now + timedelta(days=3))
    assert not FollowUp.objects.of(workspace).filter(kind=FollowUpKind.WRITE_TO_NAMED).exists()


def test_questions_move_go_and_come_back(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    texts = ["What changed?", "How did you begin?", "Which book?"]
    made = [
        add_question(workspace=workspace, interview_id=interview.pk, text=text, topic=Topic.TRENDS, now=now)
        for text in texts
    ]

    def order() -> list[str]:
        return list(Question.objects.of(workspace).order_by("position").values_list("text", flat=True))

    move_question(workspace=workspace, question_id=made[2].pk, to=1, now=now)
    assert order() == ["Which book?", "What changed?", "How did you begin?"]
    gone = remove_question(workspace=workspace, question_id=made[0].pk, now=now)
    put_back(
        workspace=workspace,
        interview_id=interview.pk,
        text=gone.text,
        topic=Topic(gone.topic),
        position=gone.position,
        bank_id="",
        now=now,
    )
    assert order() == ["Which book?", "What changed?", "How did you begin?"]
