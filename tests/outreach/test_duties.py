"""Follow-ups put off, dismissed or done stay so, and can be taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions import duties
from askwell.outreach.actions.duties import DutyGoneError
from askwell.outreach.actions.entries import log_answer, log_out_of_office
from askwell.outreach.choices import Answer, Channel
from askwell.outreach.models import FollowUp
from askwell.outreach.queries import due_follow_ups
from tests.factories.outreach import make_waiting

SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)
DUE = datetime(2026, 11, 25, 18, tzinfo=UTC)  # 7 business days later


def the_nudge(workspace: Workspace) -> FollowUp:
    return FollowUp.objects.of(workspace).get(kind="nudge")


def asked_for(workspace: Workspace, now: datetime = DUE) -> list[str]:
    return [due.duty.kind.value for due in due_follow_ups(workspace, now)]


def test_snoozed_until_its_moment_and_awake_again_by_undo(workspace: Workspace) -> None:
    make_waiting(workspace, SENT, employer="")
    nudge, until = the_nudge(workspace), DUE + timedelta(days=2)
    duties.snooze(workspace=workspace, follow_up_id=nudge.pk, until=until)
    assert (asked_for(workspace), asked_for(workspace, until)) == ([], ["nudge"])
    duties.wake(workspace=workspace, follow_up_id=nudge.pk)
    assert asked_for(workspace) == ["nudge"]


@pytest.mark.parametrize("close", [duties.dismiss, duties.done])
def test_what_is_dismissed_or_done_is_not_asked_for_again_unless_taken_back(workspace: Workspace, close) -> None:  # type: ignore[no-untyped-def] # two actions of one shape
    thread = make_waiting(workspace, SENT, employer="")
    nudge = the_nudge(workspace)
    close(workspace=workspace, follow_up_id=nudge.pk, now=DUE)
    log_out_of_office(workspace=workspace, thread_id=thread.pk, at=SENT, until=None, now=DUE)
    assert asked_for(workspace, DUE + timedelta(days=30)) == []
    duties.reopen(workspace=workspace, follow_up_id=nudge.pk, now=DUE)
    assert asked_for(workspace, DUE + timedelta(days=30)) == ["nudge"]


def test_a_date_that_moves_keeps_the_snooze(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT, employer="")
    nudge, until = the_nudge(workspace), DUE + timedelta(days=60)
    duties.snooze(workspace=workspace, follow_up_id=nudge.pk, until=until)
    log_out_of_office(workspace=workspace, thread_id=thread.pk, at=SENT, until=date(2026, 12, 1), now=DUE)
    moved = the_nudge(workspace)
    assert (moved.pk, moved.snoozed_until) == (nudge.pk, until)
    assert moved.opens_at > nudge.opens_at


def test_a_duty_that_the_thread_outlived_is_gone(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT, employer="")
    nudge = the_nudge(workspace)
    duties.dismiss(workspace=workspace, follow_up_id=nudge.pk, now=DUE)
    log_answer(workspace=workspace, thread_id=thread.pk, answer=Answer.ACCEPTS, channel=Channel.EMAIL, at=DUE, now=DUE)
    with pytest.raises(DutyGoneError):
        duties.reopen(workspace=workspace, follow_up_id=nudge.pk, now=DUE)
    with pytest.raises(DutyGoneError):
        duties.snooze(workspace=workspace, follow_up_id=nudge.pk, until=DUE)
    assert asked_for(workspace) == ["reply_within_a_day"]


def test_a_stranger_has_no_part_in_it(workspace: Workspace, stranger: User) -> None:
    make_waiting(workspace, SENT)
    nudge = the_nudge(workspace)
    theirs = stranger.workspace
    assert theirs
    for refused in (
        lambda: duties.snooze(workspace=theirs, follow_up_id=nudge.pk, until=DUE),
        lambda: duties.dismiss(workspace=theirs, follow_up_id=nudge.pk, now=DUE),
        lambda: duties.reopen(workspace=theirs, follow_up_id=nudge.pk, now=DUE),
    ):
        with pytest.raises(DutyGoneError):
            refused()
    assert due_follow_ups(theirs, DUE) == []
