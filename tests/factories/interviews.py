"""Interviews, made through the actions a page would call."""

from datetime import datetime, timedelta

from askwell.accounts.models import Workspace
from askwell.interviews.actions.finishing import Closing
from askwell.interviews.choices import GoalReached, NextStep
from askwell.interviews.models import Interview
from askwell.outreach.actions import entries
from askwell.outreach.choices import Answer, Channel, MeetingBy
from tests.factories.outreach import make_waiting


def make_agreed(workspace: Workspace, now: datetime, *, in_days: float = 2, **facts: object) -> Interview:
    """Somebody who said yes, and a time that stands."""
    thread = make_waiting(workspace, now - timedelta(days=3), **facts)
    entries.log_answer(
        workspace=workspace,
        thread_id=thread.pk,
        answer=Answer.ACCEPTS,
        channel=Channel.EMAIL,
        at=now - timedelta(days=1),
        now=now,
    )
    meets_at = now + timedelta(days=in_days)
    entries.schedule(workspace=workspace, thread_id=thread.pk, meets_at=meets_at, by=MeetingBy.VIDEO, now=now)
    return Interview.objects.of(workspace).get(thread=thread)


def closing(**values: object) -> Closing:
    facts: dict[str, object] = {
        "said": "The phone calls are the work.",
        "aim_reached": GoalReached.YES,
        "next_step": NextStep.LATER,
        "next_step_text": "write in March",
    }
    return Closing(**(facts | values))  # type: ignore[arg-type]  # a card with some fields replaced
