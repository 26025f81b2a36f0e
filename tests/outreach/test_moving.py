"""Whoever moves is waited for by the business days of the new place."""

from datetime import UTC, datetime

from askwell.accounts.models import Workspace
from askwell.outreach.actions.moving import redate
from askwell.outreach.models import FollowUp
from askwell.people.actions.persons import PersonDetails, edit_person
from askwell.people.models import Person
from tests.factories.outreach import make_waiting

SENT = datetime(2026, 9, 28, 18, tzinfo=UTC)  # a Monday; China keeps 1 to 7 October, British Columbia 30 September
LATER = datetime(2026, 9, 29, 18, tzinfo=UTC)
IN_CHINA = PersonDetails(given="Daniel", family="Wong", place="上海", time_zone="Asia/Shanghai")


def dates(workspace: Workspace) -> dict[str, datetime]:
    return dict(FollowUp.objects.of(workspace).values_list("kind", "opens_at"))


def test_the_dates_of_open_follow_ups_move_with_the_person(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    rows = set(FollowUp.objects.of(workspace).values_list("pk", flat=True))
    before = dates(workspace)

    edit_person(workspace=workspace, person_id=thread.person_id, version=1, details=IN_CHINA, now=LATER)

    after = dates(workspace)
    there = make_waiting(workspace, SENT, given="Li", employer="", place="上海", region="CN", time_zone="Asia/Shanghai")
    nudge = FollowUp.objects.of(workspace).get(thread=there, kind="nudge").opens_at
    assert (before["nudge"].day, after["nudge"]) == (8, nudge)
    assert after["second_person"] > before["second_person"]
    assert rows <= set(FollowUp.objects.of(workspace).values_list("pk", flat=True))

    redate(workspace=workspace, person_id=thread.person_id, now=LATER)
    own = FollowUp.objects.of(workspace).filter(thread=thread)
    assert dict(own.values_list("kind", "opens_at")) == after


def test_a_change_of_name_moves_nothing(workspace: Workspace) -> None:
    thread = make_waiting(workspace, SENT)
    Person.objects.of(workspace).filter(pk=thread.person_id).update(keeps_lunar_new_year=False)
    FollowUp.objects.of(workspace).update(opens_at=SENT)
    same = PersonDetails(given="Dan", family="Wong", place="Vancouver", time_zone="America/Vancouver")
    edit_person(workspace=workspace, person_id=thread.person_id, version=1, details=same, now=LATER)
    assert set(dates(workspace).values()) == {SENT}
