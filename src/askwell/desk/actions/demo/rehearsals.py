"""Fills the demo's rehearsals through practice's own actions: the seeker's turns are told, the insider answers."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import script
from askwell.interviews.models import Interview
from askwell.practice.actions import rehearsing


def hold_rehearsals(*, workspace: Workspace, persons: Mapping[str, UUID], now: datetime) -> None:
    """Each on its day, for the talk with a person that is still to come."""
    for told in script("rehearsals")["rehearsal"]:
        interview = Interview.objects.of(workspace).get(person=persons[told["with"]])
        _hold(interview, told, now - timedelta(days=told["ago"]))


def _hold(interview: Interview, told: Mapping[str, Any], at: datetime) -> None:
    workspace, step = interview.workspace, timedelta(seconds=told["pause"])
    rehearsal = rehearsing.begin(
        workspace=workspace, interview_id=interview.pk, trade=told["trade"], mood=told["mood"],
        minutes=told["minutes"], language=told["language"], seed=told["seed"], now=at,
    )  # fmt: skip
    for number, text in enumerate(told["said"]):
        if rehearsal.ended_at:  # they left sooner than the script expects
            break
        rehearsal = rehearsing.say(
            workspace=workspace, rehearsal_id=rehearsal.pk, text=text, version=rehearsal.version,
            now=at + number * step,
        )  # fmt: skip
    rehearsing.end(workspace=workspace, rehearsal_id=rehearsal.pk, now=at + len(told["said"]) * step)
