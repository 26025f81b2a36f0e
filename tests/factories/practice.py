"""Rehearsals, held through the actions a page would call."""

from datetime import datetime, timedelta

from askwell.accounts.models import Workspace
from askwell.interviews.models import Interview
from askwell.practice.actions import rehearsing
from askwell.practice.models import Rehearsal
from askwell.practice.queries.modelling import goes_to

GREETING = "Hello, thank you for making time. I'm Mei, I bought parts for a factory in Chengdu."
CLOSING = "Thank you, I will remember that. Who else should I talk to about this?"


def make_rehearsal(workspace: Workspace, now: datetime, **other: object) -> Rehearsal:
    """Just begun, with a friendly planner, in English."""
    facts: dict[str, object] = {"trade": "production_planner", "mood": "friendly", "minutes": 10, "language": "en"}
    return rehearsing.begin(workspace=workspace, seed=7, now=now, **(facts | other))  # type: ignore[arg-type]


def say(rehearsal: Rehearsal, text: str, now: datetime) -> Rehearsal:
    """One more turn, on the talk as it stands."""
    current = Rehearsal.objects.of(rehearsal.workspace).get(pk=rehearsal.pk)
    return rehearsing.say(
        workspace=rehearsal.workspace, rehearsal_id=rehearsal.pk, text=text, version=current.version, now=now,
        host=goes_to(rehearsal.workspace),
    )  # fmt: skip


def make_held(
    workspace: Workspace, now: datetime, *said: str, interview: Interview | None = None, **other: object
) -> Rehearsal:
    """A rehearsal that ended, with these turns, twenty seconds each."""
    rehearsal = make_rehearsal(workspace, now, interview_id=interview.pk if interview else None, **other)
    for number, text in enumerate(said or (GREETING, "How did you become a planner?", CLOSING)):
        say(rehearsal, text, now + timedelta(seconds=20 * number))
    later = now + timedelta(seconds=20 * len(said))
    ended = rehearsing.end(workspace=workspace, rehearsal_id=rehearsal.pk, now=later)
    assert ended
    return ended
