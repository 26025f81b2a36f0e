"""The demo: an invented, half-finished search, told from `now` so that it is always fresh.

Everything goes in through the apps' own actions, each thing at its own moment, so the demo holds nothing
that a seeker could not have brought about.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from askwell.accounts.actions import take_time_zone
from askwell.accounts.models import Profile, User, Workspace
from askwell.desk.actions.demo.connections import bring_connections
from askwell.desk.actions.demo.conversations import play_conversations
from askwell.desk.actions.demo.decisions import lay_out_decisions
from askwell.desk.actions.demo.growth import plan_growth
from askwell.desk.actions.demo.interviews import hold_interviews
from askwell.desk.actions.demo.openings import keep_openings
from askwell.desk.actions.demo.papers import write_papers
from askwell.desk.actions.demo.people import bring_people
from askwell.desk.actions.demo.programme import remove_demo_programmes
from askwell.desk.actions.demo.rehearsals import hold_rehearsals
from askwell.desk.actions.demo.script import ZONE, local_noon, script
from askwell.desk.actions.demo.story import tell_story
from askwell.desk.actions.erase import erase_everything
from askwell.desk.actions.restore import TEMPLATES, is_empty
from askwell.outreach.actions.targets import add_target, rate_target, take_up
from askwell.outreach.choices import TargetKind

AIMED = 70
"""Days ago that the targets were set."""


OWN = (TEMPLATES, "outreach.Mailbox", "outreach.Folder", "interviews.OwnCalendar", "practice.ModelEndpoint")
"""What the seeker connected or wrote while they looked at the demo: it is theirs, and stays."""


class NoDemo(Exception):
    """The workspace holds somebody's own data: it is not emptied as a demo."""


@transaction.atomic
def fill_demo(*, workspace: Workspace, now: datetime) -> bool:
    """Fill an empty workspace with the demo; returns whether it was empty, and so was filled.

    Its seeker lives in Vancouver, and so does whoever looks at it: elsewhere every coffee would be at another hour.
    """
    if not is_empty(workspace):
        return False
    told = script("search")
    Profile.objects.update_or_create(workspace=workspace, defaults=told["profile"])
    User.objects.filter(workspace=workspace).update(time_zone=ZONE)
    persons = bring_people(workspace=workspace, now=now)
    for target in told["target"]:
        _aim(workspace, target, local_noon(now, -AIMED))
    bring_connections(workspace=workspace, now=now)
    play_conversations(workspace=workspace, persons=persons, now=now)
    hold_interviews(workspace=workspace, persons=persons, now=now)
    hold_rehearsals(workspace=workspace, persons=persons, now=now)
    tell_story(workspace=workspace, now=now)
    keep_openings(workspace=workspace, persons=persons, now=now)
    plan_growth(workspace=workspace, persons=persons, now=now)
    write_papers(workspace=workspace, now=now)
    lay_out_decisions(workspace=workspace, now=now)
    workspace.is_demo = True
    workspace.save(update_fields=["is_demo"])
    return True


def empty_demo(*, workspace: Workspace, now: datetime, time_zone: str = "") -> None:
    """Empty the demo to begin with one's own people, by one's own clock; what is OWN stays. `time_zone` is the
    browser's, believed where nobody chose another than the demo's. Raises NoDemo."""
    if not workspace.is_demo:
        raise NoDemo
    for user in User.objects.filter(memberships__workspace=workspace):
        remove_demo_programmes(user=user)
    erase_everything(workspace=workspace, now=now, keep=OWN)
    for user in User.objects.filter(workspace=workspace, time_zone=ZONE):
        take_time_zone(user=user, name=time_zone)


def _aim(workspace: Workspace, told: dict[str, Any], then: datetime) -> None:
    kind = TargetKind(told.get("kind", "employer"))
    target, _ = add_target(workspace=workspace, name=told["name"], kind=kind, now=then)
    rate_target(
        workspace=workspace, target_id=target.pk, motivation=told.get("motivation"), posting=told.get("posting")
    )
    if told.get("active"):
        take_up(workspace=workspace, target_id=target.pk)
