"""Openings kept, joined and parted, and steps of their applications."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import User, Workspace
from askwell.interviews.models import Interview, Lead
from askwell.opportunities.actions.applications import move, set_days, step_back
from askwell.opportunities.actions.errors import (
    NoNameError,
    NoStepError,
    NoTitleError,
    NotTheLastError,
    SameItselfError,
    TooManyStagesError,
)
from askwell.opportunities.actions.openings import Found, join, keep_opportunity, part, set_closes, take_lead
from askwell.opportunities.actions.own_stages import add_stage, drop_stage, rename_stage, restore_stage
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application, Opportunity
from askwell.opportunities.rules.posting import Facts
from askwell.opportunities.rules.stages import ImpossibleDayError, ImpossibleMoveError
from askwell.outreach.models import Thread
from askwell.people.models import Person
from tests.factories.opportunities import make_opening
from tests.factories.people import make_person

TODAY = date(2026, 11, 25)


def stage_of(row: Opportunity) -> Application:
    return Application.objects.of(row.workspace).select_related("own_stage").get(opportunity=row)


def last_of(row: Opportunity) -> UUID:
    return stage_of(row).steps.order_by("-number")[0].pk


def shown(workspace: Workspace) -> list[str]:
    return sorted(Opportunity.kept(workspace).filter(same_as=None).values_list("title", flat=True))


def a_lead(workspace: Workspace, person: Person, now: datetime) -> Lead:
    thread = Thread.objects.create(workspace=workspace, person=person, opened_at=now, moved_at=now)
    talk = Interview.objects.create(workspace=workspace, person=person, thread=thread, created_at=now)
    return Lead.objects.create(
        workspace=workspace, interview=talk, text="Northwind looks for a buyer", noted_at=now - timedelta(days=3)
    )


def test_one_is_kept_as_interesting_from_the_day_it_was_found(workspace: Workspace) -> None:
    row = make_opening(workspace, found=Found(Source.BOARD, on=TODAY - timedelta(days=2)))
    assert (stage_of(row).stage, stage_of(row).since) == (Stage.INTERESTED, TODAY - timedelta(days=2))


def test_its_organisation_is_the_one_of_the_people_known_there(workspace: Workspace) -> None:
    person = make_person(workspace, organisation="Northwind Provisions Inc.", title="Buyer")
    row = make_opening(workspace)
    assert row.organisation_id == person.roles.get().organisation_id


def test_without_a_title_nothing_is_kept(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(NoTitleError):
        keep_opportunity(workspace=workspace, facts=Facts(), found=Found(), now=now)
    assert shown(workspace) == []


def test_the_same_job_from_three_boards_is_one(workspace: Workspace, now: datetime) -> None:
    first = make_opening(workspace, url="https://a.example/1")
    second = make_opening(workspace, url="https://b.example/9", organisation_name="Northwind Provisions Ltd.")
    third = make_opening(workspace, url="https://a.example/1?utm_source=mail", title="Planner, demand")
    assert first == second == third
    assert shown(workspace) == ["Demand planner"]
    assert sorted(first.sightings.values_list("url", flat=True)) == [
        "https://a.example/1?utm_source=mail", "https://b.example/9",
    ]  # fmt: skip


def test_what_was_joined_by_itself_is_parted_again(workspace: Workspace, now: datetime) -> None:
    first = make_opening(workspace)
    make_opening(workspace, url="https://b.example/9")
    parted = part(workspace=workspace, opportunity_id=first.sightings.get().pk, now=now)
    assert shown(workspace) == ["Demand planner", "Demand planner"]
    assert stage_of(parted).stage == Stage.INTERESTED


@pytest.mark.parametrize("is_turned", [False, True])
def test_of_two_that_are_joined_the_one_that_came_further_stands(
    is_turned: bool, workspace: Workspace, now: datetime
) -> None:
    near, far = make_opening(workspace), make_opening(workspace, title="Planner")
    Application.objects.of(workspace).filter(opportunity=near).update(notes="Lin told me.")
    for to in (Stage.APPLIED, Stage.DECLINED):
        move(workspace=workspace, opportunity_id=far.pk, to=to, now=now)
    one, other = (far, near) if is_turned else (near, far)
    assert join(workspace=workspace, opportunity_id=one.pk, same_id=other.pk) == far
    assert (shown(workspace), stage_of(far).stage) == (["Planner"], Stage.DECLINED)
    part(workspace=workspace, opportunity_id=near.pk, now=now)
    assert (stage_of(far).stage, stage_of(far).steps.count()) == (Stage.DECLINED, 3)
    assert (stage_of(near).stage, stage_of(near).notes) == (Stage.INTERESTED, "Lin told me.")


def test_what_has_ended_is_posted_again_with_a_later_last_day(workspace: Workspace, now: datetime) -> None:
    told = {"title": "Night clerk", "organisation_name": "Inn", "location": "Delta", "text": "Nights."}
    old = make_opening(workspace, closes=TODAY + timedelta(days=3), **told)
    move(workspace=workspace, opportunity_id=old.pk, to=Stage.DECLINED, now=now)
    assert make_opening(workspace, closes=TODAY + timedelta(days=3), **told) == old
    again = make_opening(workspace, closes=TODAY + timedelta(days=200), **told)
    assert (again == old, stage_of(again).stage) == (False, Stage.INTERESTED)
    assert make_opening(workspace, closes=TODAY + timedelta(days=200), **told) == again


def test_what_was_found_months_ago_is_posted_again(workspace: Workspace) -> None:
    old = make_opening(workspace, found=Found(on=TODAY - timedelta(days=90)))
    new = make_opening(workspace)
    assert (new == old, make_opening(workspace) == new) == (False, True)


def test_a_later_last_day_is_taken_over_and_taken_back(workspace: Workspace) -> None:
    row = make_opening(workspace, closes=TODAY)
    assert set_closes(workspace=workspace, opportunity_id=row.pk, closes=TODAY + timedelta(days=9)) == TODAY
    row.refresh_from_db()
    assert row.closes == TODAY + timedelta(days=9)
    assert set_closes(workspace=workspace, opportunity_id=row.pk, closes=TODAY) == TODAY + timedelta(days=9)


def test_none_is_joined_with_itself_or_in_a_circle(workspace: Workspace) -> None:
    one, other = make_opening(workspace), make_opening(workspace, title="Planner")
    with pytest.raises(SameItselfError):
        join(workspace=workspace, opportunity_id=one.pk, same_id=one.pk)
    join(workspace=workspace, opportunity_id=one.pk, same_id=other.pk)
    with pytest.raises(SameItselfError):
        join(workspace=workspace, opportunity_id=other.pk, same_id=one.pk)


def test_a_lead_of_an_interview_is_taken_once_with_who_told_it(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, organisation="Northwind", title="Buyer")
    lead = a_lead(workspace, person, now)
    row, is_new = take_lead(workspace=workspace, lead_id=lead.pk, now=now)
    assert is_new
    assert (row.source, row.told_by, row.organisation_name) == (Source.NETWORKING, person, "Northwind")
    assert row.found_on == TODAY - timedelta(days=3)
    assert take_lead(workspace=workspace, lead_id=lead.pk, now=now) == (row, False)


def test_a_stranger_takes_no_lead_and_moves_nothing(workspace: Workspace, stranger: User, now: datetime) -> None:
    lead, row = a_lead(workspace, make_person(workspace), now), make_opening(workspace)
    assert stranger.workspace
    with pytest.raises(Lead.DoesNotExist):
        take_lead(workspace=stranger.workspace, lead_id=lead.pk, now=now)
    with pytest.raises(Application.DoesNotExist):
        move(workspace=stranger.workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)
    with pytest.raises(Person.DoesNotExist):
        make_opening(stranger.workspace, found=Found(told_by=make_person(workspace).pk))


def test_a_move_is_noted_with_its_day_and_taken_back(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace, found=Found(on=TODAY - timedelta(days=9)))
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now, on=TODAY - timedelta(days=4))
    assert (stage_of(row).stage, stage_of(row).since) == (Stage.APPLIED, TODAY - timedelta(days=4))
    step_back(workspace=workspace, opportunity_id=row.pk, step_id=last_of(row))
    assert (stage_of(row).stage, stage_of(row).since) == (Stage.INTERESTED, TODAY - timedelta(days=9))
    with pytest.raises(NoStepError):
        step_back(workspace=workspace, opportunity_id=row.pk, step_id=last_of(row))


def test_only_the_step_that_is_meant_is_taken_back(workspace: Workspace, now: datetime) -> None:
    """As from two windows: the one that was noted first is not the last any more."""
    row = make_opening(workspace)
    first = move(workspace=workspace, opportunity_id=row.pk, to=Stage.JOB_INTERVIEW, now=now)
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.OFFER, now=now)
    with pytest.raises(NotTheLastError):
        step_back(workspace=workspace, opportunity_id=row.pk, step_id=first.pk)
    assert stage_of(row).stage == Stage.OFFER


def test_nobody_is_offered_an_event(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace, kind=Kind.EVENT)
    with pytest.raises(ImpossibleMoveError):
        move(workspace=workspace, opportunity_id=row.pk, to=Stage.OFFER, now=now)
    for to in (Stage.APPLIED, Stage.ACCEPTED):
        move(workspace=workspace, opportunity_id=row.pk, to=to, now=now)
    assert stage_of(row).stage == Stage.ACCEPTED


def test_an_impossible_move_changes_nothing(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace)
    with pytest.raises(ImpossibleMoveError):
        move(workspace=workspace, opportunity_id=row.pk, to=Stage.ACCEPTED, now=now)
    with pytest.raises(ImpossibleDayError):
        move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now, on=TODAY + timedelta(days=1))
    assert stage_of(row).stage == Stage.INTERESTED


def test_days_are_changed_in_their_order_only(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace, found=Found(on=TODAY - timedelta(days=9)))
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)
    first, last = stage_of(row).steps.order_by("number")
    told = {"workspace": workspace, "opportunity_id": row.pk, "now": now}
    before = set_days(days={last.pk: TODAY - timedelta(days=2), uuid4(): TODAY}, **told)
    assert before == {first.pk: TODAY - timedelta(days=9), last.pk: TODAY}
    assert stage_of(row).since == TODAY - timedelta(days=2)
    with pytest.raises(ImpossibleDayError):
        set_days(days={first.pk: TODAY}, **told)


def test_a_stage_of_ones_own_counts_as_the_one_it_lies_within(workspace: Workspace, now: datetime) -> None:
    row, own = make_opening(workspace), add_stage(workspace=workspace, name="Test", within=Stage.APPLIED)
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.INTERESTED, own=own.pk, now=now)
    assert (stage_of(row).stage, stage_of(row).own_stage) == (Stage.APPLIED, own)
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)
    assert (stage_of(row).stage, stage_of(row).own_stage) == (Stage.APPLIED, None)
    with pytest.raises(NoNameError):
        add_stage(workspace=workspace, name="TEST", within=Stage.OFFER)
    assert stage_of(row).steps.count() == 3


def test_a_stage_of_ones_own_is_renamed_dropped_and_brought_back(workspace: Workspace, now: datetime) -> None:
    row, own = make_opening(workspace), add_stage(workspace=workspace, name="Test", within=Stage.APPLIED)
    other = add_stage(workspace=workspace, name="Call", within=Stage.APPLIED)
    with pytest.raises(NoNameError):
        rename_stage(workspace=workspace, own_stage_id=other.pk, name="TEST")
    assert rename_stage(workspace=workspace, own_stage_id=own.pk, name="Task").name == "Task"
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.INTERESTED, own=own.pk, now=now)

    drop_stage(workspace=workspace, own_stage_id=own.pk, now=now)
    assert (stage_of(row).stage, stage_of(row).own) == (Stage.APPLIED, None)
    with pytest.raises(ImpossibleMoveError):
        move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)
    taken = add_stage(workspace=workspace, name="task", within=Stage.OFFER)
    with pytest.raises(NoNameError):
        restore_stage(workspace=workspace, own_stage_id=own.pk)
    rename_stage(workspace=workspace, own_stage_id=taken.pk, name="Terms")
    restore_stage(workspace=workspace, own_stage_id=own.pk)
    assert stage_of(row).own == own


def test_a_board_has_room_for_twelve_stages_of_ones_own(workspace: Workspace) -> None:
    for number in range(12):
        add_stage(workspace=workspace, name=f"Stage {number}", within=Stage.APPLIED)
    with pytest.raises(TooManyStagesError):
        add_stage(workspace=workspace, name="One more", within=Stage.OFFER)


def test_one_is_thrown_away_and_brought_back_with_its_steps(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace)
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)
    throw_away(Opportunity, workspace=workspace, key=row.pk, now=now)
    assert shown(workspace) == []
    bring_back(Opportunity, workspace=workspace, key=row.pk)
    assert (shown(workspace), stage_of(row).stage) == (["Demand planner"], Stage.APPLIED)
