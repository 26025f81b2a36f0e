"""Open talks that do not take place: both are told, and the programme's own word can be taken back."""

from datetime import datetime, timedelta

import pytest

from askwell.interviews.actions.errors import LinkEndedError
from askwell.interviews.actions.visiting import choose_time
from askwell.outreach.choices import DispatchState, MeetingBy, Outcome, ThreadState
from askwell.outreach.models import Dispatch
from askwell.programmes.actions.calling_off import call_talk_off, insider_leaves, insider_pauses, release, restore_talk
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.insiders.standing import pause
from askwell.programmes.actions.leaving import leave
from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match, Programme, Round
from tests.factories.talks import A_DAY, again, asked, first_time, page_token, thread_of

pytestmark = pytest.mark.django_db


def told(programme: Programme, after: datetime) -> dict[str, Dispatch]:
    return {one.to: one for one in Dispatch.objects.of(programme.workspace).filter(asked_at=after)}


@pytest.fixture
def match(programme: Programme, mailbox: None, now: datetime) -> Match:
    return asked(programme)


@pytest.fixture
def agreed(match: Match, now: datetime) -> Match:
    choose_time(token=page_token(match), starts_at=first_time(match), by=MeetingBy.VIDEO, now=now)
    return again(match)


def test_an_agreed_talk_is_called_off_and_both_are_told(programme: Programme, agreed: Match, now: datetime) -> None:
    later = now + A_DAY
    call_talk_off(workspace=agreed.workspace, match_id=agreed.pk, reason="Our office is closed.", now=later)
    after, letters = again(agreed), told(programme, later)
    assert (after.state, after.missed_by) == (MatchState.CANCELLED, "")
    assert thread_of(agreed).state == ThreadState.ANSWERED
    assert set(letters) == {agreed.participant.email, agreed.insider.email}
    for letter in letters.values():
        assert "Our office is closed." in letter.body
        assert "Thursday 3 December" in letter.body
        assert letter.due_at == later + timedelta(minutes=5)
    with pytest.raises(LinkEndedError):
        choose_time(token=page_token(agreed), starts_at=first_time(agreed), by=MeetingBy.VIDEO, now=later)


@pytest.mark.parametrize("which", ["match", "agreed"])
def test_it_can_be_taken_back_before_anybody_heard(
    programme: Programme, which: str, request: pytest.FixtureRequest, now: datetime
) -> None:
    match = request.getfixturevalue(which)
    before, later = again(match), now + A_DAY
    call_talk_off(workspace=match.workspace, match_id=match.pk, now=later)
    restore_talk(workspace=match.workspace, match_id=match.pk, now=later + timedelta(minutes=4))
    after = again(match)
    assert (after.state, after.starts_at, after.ended_at) == (before.state, before.starts_at, None)
    assert {one.state for one in told(programme, later).values()} == {DispatchState.CANCELLED}
    choose_time(token=page_token(match), starts_at=first_time(match), by=MeetingBy.PHONE, phone="555-0101", now=later)


def test_after_five_minutes_it_stays(agreed: Match, now: datetime) -> None:
    call_talk_off(workspace=agreed.workspace, match_id=agreed.pk, now=now)
    with pytest.raises(NotOpenError):
        restore_talk(workspace=agreed.workspace, match_id=agreed.pk, now=now + timedelta(minutes=5))
    assert again(agreed).state == MatchState.CANCELLED


def test_who_leaves_calls_all_their_talks_off(programme: Programme, agreed: Match, now: datetime) -> None:
    later = now + A_DAY
    assert insider_pauses(insider=agreed.insider, now=later) == 0  # what is agreed stands
    assert insider_leaves(insider=agreed.insider, now=later) == 1
    assert again(agreed).state == MatchState.CANCELLED
    assert {one.to: one.due_at for one in told(programme, later).values()} == {agreed.participant.email: later}
    assert insider_leaves(insider=agreed.insider, now=later) == 0


def test_who_pauses_is_waited_for_no_more(programme: Programme, match: Match, now: datetime) -> None:
    later, version = now + A_DAY, match.round.version
    pause(workspace=programme.workspace, insider_id=match.insider_id, until=None, now=later)
    assert again(match).state == MatchState.CANCELLED
    assert thread_of(match).outcome == Outcome.SILENT
    assert Round.objects.of(match.workspace).get().version == version + 1
    assert set(told(programme, later)) == {match.participant.email}


def test_a_seeker_who_leaves_keeps_the_talk_and_the_insider_is_told(
    programme: Programme, agreed: Match, now: datetime
) -> None:
    later, thread = now + A_DAY, thread_of(agreed)
    leave(seeker=thread.workspace, participant_id=agreed.participant_id, now=later)
    after = Match.objects.of(programme.workspace).get()
    assert (after.state, after.participant, after.thread_id) == (MatchState.CANCELLED, None, None)
    assert set(told(programme, later)) == {agreed.insider.email}
    thread.refresh_from_db()
    assert thread.state == ThreadState.ANSWERED  # theirs, with all that is in it


def test_no_answer_in_time_counts_as_a_no(match: Match, now: datetime) -> None:
    version = match.round.version
    release(workspace=match.workspace, match_id=match.pk, now=now + 7 * A_DAY)
    assert (again(match).state, again(match).answer) == (MatchState.DECLINED, "")
    assert thread_of(match).outcome == Outcome.SILENT
    assert Round.objects.of(match.workspace).get().version == version + 1
    with pytest.raises(NotOpenError):
        release(workspace=match.workspace, match_id=match.pk, now=now + 8 * A_DAY)


def test_who_answered_is_not_released(agreed: Match, now: datetime) -> None:
    with pytest.raises(NotOpenError):
        release(workspace=agreed.workspace, match_id=agreed.pk, now=now + 8 * A_DAY)
