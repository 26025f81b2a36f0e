"""A match follows its talk in the seeker's workspace, there and back, and reads nothing else of it."""

from datetime import datetime, timedelta

import pytest
from django.apps import apps

from askwell.accounts.models import WorkspaceModel
from askwell.interviews.actions.meeting import agree, mark_missed
from askwell.interviews.actions.visiting import call_off, choose_time, decline, name_other, propose_time
from askwell.interviews.models import Interview, Question
from askwell.outreach.actions import entries
from askwell.outreach.actions.threads import start_thread, undo_entry
from askwell.outreach.choices import MeetingBy, Outcome
from askwell.outreach.models import Message
from askwell.people.actions.facts import write_note
from askwell.people.actions.merging.joining import merge_persons
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person
from askwell.programmes.choices import MatchState, ParticipantState, Side
from askwell.programmes.models import Match, Programme, Round
from tests.factories.talks import A_DAY, again, asked, first_time, page_token, thread_of

pytestmark = pytest.mark.django_db


def agreed(programme: Programme, now: datetime) -> Match:
    match = asked(programme)
    choose_time(token=page_token(match), starts_at=first_time(match), by=MeetingBy.VIDEO, now=now)
    return again(match)


def undo_last(match: Match, now: datetime) -> None:
    thread = thread_of(match)
    last = Message.objects.of(thread.workspace).filter(thread=thread).order_by("-number").first()
    undo_entry(workspace=thread.workspace, message_id=last.pk, now=now)


def test_the_insider_takes_a_time_and_the_match_is_agreed(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now + A_DAY)
    assert (match.state, match.starts_at, match.answered_at) == (MatchState.AGREED, first_time(match), now + A_DAY)


def test_a_moved_time_moves(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now)
    interview = Interview.objects.of(thread_of(match).workspace).get()
    later = first_time(match) + timedelta(days=7)
    agree(
        workspace=interview.workspace, interview_id=interview.pk, starts_at=later, minutes=20, by=MeetingBy.PHONE,
        now=now + A_DAY,
    )  # fmt: skip
    assert (again(match).state, again(match).starts_at) == (MatchState.AGREED, later)


def test_held_and_taken_back(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now)
    thread, at = thread_of(match), first_time(match)
    entries.met(workspace=thread.workspace, thread_id=thread.pk, at=at + A_DAY / 48, by=MeetingBy.VIDEO, now=at + A_DAY)
    assert (again(match).state, again(match).ended_at) == (MatchState.HELD, at + A_DAY)
    undo_last(match, at + A_DAY)
    assert (again(match).state, again(match).ended_at) == (MatchState.AGREED, None)
    undo_last(match, at + A_DAY)  # the agreed time
    assert (again(match).state, again(match).starts_at, again(match).answered_at) == (MatchState.ASKED, None, None)


def test_a_no_is_kept_in_the_insiders_words_and_the_round_is_matched_anew(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    before = match.round.version
    decline(token=page_token(match), text="Too much on just now.", now=now + A_DAY)
    after = again(match)
    assert (after.state, after.answer) == (MatchState.DECLINED, "Too much on just now.")
    assert Round.objects.of(programme.workspace).get().version == before + 1
    undo_last(match, now + A_DAY)
    assert (again(match).state, again(match).answer, again(match).ended_at) == (MatchState.ASKED, "", None)


def test_whom_they_named_stays_with_the_seeker(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    name_other(token=page_token(match), name="Canary Bird", reach="", may_use_name=True, now=now + A_DAY)
    assert (again(match).state, again(match).answer) == (MatchState.DECLINED, "")


def test_another_time_in_their_own_words_is_an_answer_and_no_no(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    propose_time(token=page_token(match), text="a morning after the 10th", now=now + A_DAY)
    assert (again(match).state, again(match).answered_at) == (MatchState.ASKED, now + A_DAY)


@pytest.mark.parametrize(("hours", "by"), [(23, Side.INSIDER), (25, "")])
def test_called_off_late_counts_as_missed(programme: Programme, hours: int, by: str, now: datetime) -> None:
    match = agreed(programme, now)
    call_off(token=page_token(match), now=first_time(match) - timedelta(hours=hours))
    assert (again(match).state, again(match).missed_by) == (MatchState.CANCELLED, by)
    undo_last(match, now)
    assert (again(match).state, again(match).missed_by) == (MatchState.AGREED, "")


def test_the_seeker_calls_off_late(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now)
    thread = thread_of(match)
    entries.cancel(workspace=thread.workspace, thread_id=thread.pk, now=first_time(match) - timedelta(hours=2))
    assert (again(match).state, again(match).missed_by) == (MatchState.CANCELLED, Side.SEEKER)


def test_missed_in_the_seekers_record(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now)
    interview = Interview.objects.of(thread_of(match).workspace).get()
    mark_missed(workspace=interview.workspace, interview_id=interview.pk, now=first_time(match) + A_DAY)
    assert again(match).state == MatchState.MISSED


def test_who_left_is_followed_no_more(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    match.participant.state = ParticipantState.LEFT
    match.participant.save()
    choose_time(token=page_token(match), starts_at=first_time(match), by=MeetingBy.VIDEO, now=now)
    assert again(match).state == MatchState.ASKED


def test_two_who_became_one_are_followed_on(programme: Programme, now: datetime) -> None:
    match = asked(programme)
    own = thread_of(match).workspace
    double = add_person(
        workspace=own, details=PersonDetails("Rosa", "Osei"), facts=FirstFacts(emails=["rosa@home.example"]), now=now
    )
    later = now + A_DAY
    other = start_thread(workspace=own, person_id=double.pk, now=now)
    entries.log_call(workspace=own, thread_id=other.pk, at=later, answer=None, now=later)
    merge_persons(workspace=own, person_id=double.pk, gone_id=thread_of(match).person_id, now=later)
    assert thread_of(match).outcome == Outcome.JOINED
    decline(token=page_token(match), text="No.", now=later + A_DAY)
    assert again(match).state == MatchState.DECLINED


def test_nothing_of_the_seekers_own_comes_to_the_programme(programme: Programme, now: datetime) -> None:
    match = agreed(programme, now)
    thread = thread_of(match)
    own, interview = thread.workspace, Interview.objects.of(thread.workspace).get()
    write_note(workspace=own, person_id=thread.person_id, text="canary one", now=now)
    Question.objects.create(workspace=own, interview=interview, position=1, text="canary two?")
    Interview.objects.of(own).update(note="canary three", said="canary four", aim="canary five", place="canary six")
    add_person(workspace=own, details=PersonDetails("Canary", "Seven"), facts=FirstFacts(), now=now)
    entries.log_note(workspace=own, thread_id=thread.pk, text="canary eight", at=now, now=now)
    propose_time(token=page_token(match), text="canary nine", now=now + A_DAY)
    call_off(token=page_token(match), text="canary ten", now=now + A_DAY)
    held = [
        str(row)
        for model in apps.get_models()
        if issubclass(model, WorkspaceModel)
        for row in model.objects.of(programme.workspace).values()
    ]
    assert len(held) >= 5
    assert [row for row in held if "canary" in row.lower()] == []
