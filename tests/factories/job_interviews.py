"""Mock job interviews, held through the actions a page would call."""

from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.practice.actions.job_interviews import begin
from askwell.practice.models import JobInterview

ANSWER = (
    "Last winter our warehouse kept losing pallets between two shifts. I had to find out where they went. I walked the "
    "line with both teams, drew every handover on one sheet and moved the scanner to the door. Within a month the "
    "missing pallets went from twelve a week to one."
)


def make_job_interview(workspace: Workspace, now: datetime, **other: object) -> JobInterview:
    """Just begun: three questions for a buyer, in English."""
    facts: dict[str, object] = {"trade": "buyer", "level": "entry", "language": "en", "count": 3, "seed": 7}
    return begin(workspace=workspace, now=now, **(facts | other))  # type: ignore[arg-type]
