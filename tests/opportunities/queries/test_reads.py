"""The board, what is due, who is there, and what opened doors, from real rows in a bounded number of queries."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.opportunities.actions.applications import move, put_off
from askwell.opportunities.actions.openings import Found
from askwell.opportunities.actions.own_stages import add_stage, drop_stage, restore_stage, shift_stage
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.opportunities.models import Application, Opportunity
from askwell.opportunities.queries.board import board, listed
from askwell.opportunities.queries.doors import what_opened_doors
from askwell.opportunities.queries.due import due_openings
from askwell.opportunities.queries.openings import opening
from askwell.opportunities.queries.there import insiders_at
from askwell.opportunities.rules.stages import Resting, begins_on, due_of
from askwell.people.models import Introduction, Role
from tests.factories.opportunities import make_opening
from tests.factories.people import make_person

TODAY = date(2026, 11, 25)
STARTS = (
    "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-26T23:30:00", "2026-11-27T00:30",
    "2026-11-25T07:59:00Z", "2026-11-25T08:00:00Z", "2026-11-27T07:59:00+00:00", "2026-11-27T08:00:00Z",
    "2026-11-25T23:30:00-08:00", "soon", "2026-11-25 at noon",
)  # fmt: skip


def many(workspace: Workspace, count: int) -> None:
    for number in range(count):
        make_person(workspace, given=f"A{number}", organisation=f"Firm {number}", title="Buyer")
        make_opening(workspace, title=f"Job {number}", organisation_name=f"Firm {number}")


def rested(row: Opportunity, stage: Stage, days: int) -> None:
    since = TODAY - timedelta(days=days)
    Application.objects.of(row.workspace).filter(opportunity=row).update(stage=stage, since=since)


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_board_takes_four_queries(workspace: Workspace, count: int, django_assert_num_queries: Any) -> None:
    many(workspace, count)
    with django_assert_num_queries(4):
        column = board(workspace, TODAY).columns[Stage.INTERESTED]
    assert (column.total, len(column.cards)) == (count, min(count, 8))
    assert column.cards[0].known == 1


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_list_takes_three_queries(workspace: Workspace, count: int, django_assert_num_queries: Any) -> None:
    many(workspace, count)
    with django_assert_num_queries(3):
        page = listed(workspace, TODAY)
    assert (page.total, len(page.cards)) == (count, min(count, 50))


def test_the_board_has_the_latest_first(workspace: Workspace) -> None:
    for days in (1, 3, 2, 4):
        rested(make_opening(workspace, title=f"I{days}"), Stage.INTERESTED, days)
        rested(make_opening(workspace, title=f"S{days}"), Stage.SILENT, days)
    columns = board(workspace, TODAY).columns
    assert [card.title for card in columns[Stage.INTERESTED].cards] == ["I1", "I2", "I3", "I4"]
    assert ([card.title for card in columns[Stage.SILENT].cards], columns[Stage.SILENT].more) == (["S1", "S2", "S3"], 1)


def test_ones_own_stages_are_columns_behind_the_stage_that_they_count_as(workspace: Workspace, now: datetime) -> None:
    second, first = (add_stage(workspace=workspace, name=name, within=Stage.APPLIED) for name in ("Test", "Call"))
    shift_stage(workspace=workspace, own_stage_id=first.pk, by=-1)
    for title, own in (("A", first), ("B", second), ("C", None)):
        row = make_opening(workspace, title=title)
        move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, own=own and own.pk, now=now)
    shown = {column.key: column for column in board(workspace, TODAY).columns.values()}
    assert list(shown)[2:6] == [Stage.APPLIED, str(first.pk), str(second.pk), Stage.JOB_INTERVIEW]
    told = [(shown[key].total, [card.title for card in shown[key].cards]) for key in list(shown)[2:5]]
    assert told == [(1, ["C"]), (1, ["A"]), (1, ["B"])]
    assert [card.title for card in listed(workspace, TODAY, stage=str(first.pk)).cards] == ["A"]
    assert [card.title for card in listed(workspace, TODAY, stage=Stage.APPLIED).cards] == ["C"]

    drop_stage(workspace=workspace, own_stage_id=first.pk, now=now)
    assert [card.title for card in board(workspace, TODAY).columns[Stage.APPLIED].cards] == ["C", "A"]
    assert [(card.title, card.own) for card in listed(workspace, TODAY, stage=Stage.APPLIED).cards] == [
        ("C", ""), ("A", ""),
    ]  # fmt: skip
    restore_stage(workspace=workspace, own_stage_id=first.pk)
    assert [card.title for card in board(workspace, TODAY).columns[str(first.pk)].cards] == ["A"]


def test_a_kind_is_shown_by_itself(workspace: Workspace) -> None:
    make_opening(workspace)
    make_opening(workspace, title="Course", kind=Kind.COURSE)
    assert [card.title for card in board(workspace, TODAY, Kind.COURSE).columns[Stage.INTERESTED].cards] == ["Course"]


def test_who_came_to_be_known_later_is_there_too(workspace: Workspace) -> None:
    make_opening(workspace)
    make_person(workspace, given="Wei", family="Chen", organisation="Northwind Provisions", title="Buyer")
    card = board(workspace, TODAY).columns[Stage.INTERESTED].cards[0]
    assert (card.known, [one.latin for one in card.people]) == (1, ["Wei Chen"])


def test_the_list_is_narrowed(workspace: Workspace, now: datetime) -> None:
    make_opening(workspace, found=Found(Source.BOARD))
    row = make_opening(workspace, title="Buyer", organisation_name="Two Rivers")
    move(workspace=workspace, opportunity_id=row.pk, to=Stage.APPLIED, now=now)

    def found(**asked: Any) -> list[str]:
        return [card.title for card in listed(workspace, TODAY, **asked).cards]

    assert found(stage=Stage.APPLIED) == found(q="rivers") == ["Buyer"]
    assert found(source=Source.BOARD) == ["Demand planner"]
    assert found(q="nobody") == []


def test_the_query_for_what_is_due_says_what_the_rule_says(workspace: Workspace) -> None:
    """Over all stages, kinds, waits and last days."""
    wanted = set()
    for stage in Stage:
        for days in (0, 1, 2, 4, 5, 6, 7, 13, 14):
            for left in (None, -1, 0, 7, 8):
                kind = (Kind.JOB, Kind.COURSE, Kind.EVENT)[max(0, days - 12)]
                closes = TODAY + timedelta(days=left) if left is not None else None
                row = make_opening(workspace, title=f"{stage} {days} {left}", kind=kind, closes=closes)
                rested(row, stage, days)
                if due_of(Resting(stage, TODAY - timedelta(days=days), kind, closes), TODAY):
                    wanted.add(row.pk)
    zone = timezone.get_current_timezone()
    for stage in (Stage.INTERESTED, Stage.APPLIED, Stage.ACCEPTED):
        for kind in (Kind.VOLUNTEER, Kind.COURSE, Kind.EVENT):
            for start in STARTS:
                row = make_opening(workspace, title=f"{stage} {kind} {start}", kind=kind, start=start)
                rested(row, stage, 0)
                if due_of(Resting(stage, TODAY, kind, begins=begins_on(row.start, zone)), TODAY):
                    wanted.add(row.pk)
    found, count = due_openings(workspace, TODAY, limit=1000)
    assert {card.id for card in found} == wanted
    assert count == len(wanted)
    assert all(card.due for card in found)


def test_today_has_an_offer_first_then_what_is_soonest(workspace: Workspace) -> None:
    for title, kind, stage, days, left in (
        ("Rested", Kind.JOB, Stage.INTERESTED, 9, None),
        ("Closed", Kind.JOB, Stage.INTERESTED, 2, -15),
        ("Rested long", Kind.JOB, Stage.INTERESTED, 30, None),
        ("In four days", Kind.JOB, Stage.INTERESTED, 1, 4),
        ("In two days", Kind.COURSE, Stage.ASKED, 1, 2),
        ("Offer", Kind.JOB, Stage.OFFER, 3, None),
    ):
        closes = None if left is None else TODAY + timedelta(days=left)
        rested(make_opening(workspace, title=title, kind=kind, closes=closes), stage, days)
    tomorrow = (TODAY + timedelta(days=1)).isoformat()
    make_opening(workspace, title="Evening", kind=Kind.EVENT, start=tomorrow)
    assert [card.title for card in due_openings(workspace, TODAY, limit=9)[0]] == [
        "Offer", "Evening", "In two days", "In four days", "Rested long", "Rested", "Closed",
    ]  # fmt: skip
    found, count = due_openings(workspace, TODAY)
    assert (len(found), count) == (3, 7)


def test_what_was_put_off_is_not_due(workspace: Workspace, now: datetime) -> None:
    row = make_opening(workspace)
    rested(row, Stage.APPLIED, 20)
    assert [card.id for card in due_openings(workspace, TODAY)[0]] == [row.pk]
    put_off(workspace=workspace, opportunity_id=row.pk, now=now)
    assert due_openings(workspace, TODAY) == ([], 0)


def test_who_is_there_who_was_and_who_is_one_step_away(workspace: Workspace) -> None:
    now = make_person(workspace, given="Now", organisation="Northwind Provisions", title="Buyer")
    before, lead, other = (make_person(workspace, given=name) for name in ("Before", "Lead", "Other"))
    organisation = now.roles.get().organisation
    assert organisation
    Role.objects.create(workspace=workspace, person=before, organisation=organisation, is_current=False)
    Introduction.objects.create(workspace=workspace, introducer=lead, introduced=now, on=TODAY)
    found = insiders_at(workspace, organisation.pk)
    assert [row.id for row in found.now] == [now.pk]
    assert [row.id for row in found.before] == [before.pk]
    assert [(step.by.id, step.person.id, step.how) for step in found.steps] == [(lead.pk, now.pk, "introduced")]
    assert other.pk not in {step.by.id for step in found.steps}


@pytest.mark.parametrize("count", [1, 3, 40])
def test_one_opening_takes_a_bounded_number_of_queries(
    workspace: Workspace, count: int, django_assert_max_num_queries: Any
) -> None:
    row = make_opening(workspace, text="Excel")
    for number in range(count):
        make_person(workspace, given=f"A{number}", organisation="Northwind Provisions", title="Buyer")
        make_opening(workspace, url=f"https://b.example/{number}")
    with django_assert_max_num_queries(24):
        page = opening(workspace, row.pk, TODAY, "en")
    assert (len(page.insiders.now), len(page.sightings)) == (min(count, 12), count)


def test_what_opened_doors_counts_each_source_from_its_rows(workspace: Workspace, now: datetime) -> None:
    told = make_opening(workspace, found=Found(Source.NETWORKING))
    for to in (Stage.APPLIED, Stage.JOB_INTERVIEW, Stage.OFFER):
        move(workspace=workspace, opportunity_id=told.pk, to=to, now=now)
    seen = make_opening(workspace, title="Buyer", found=Found(Source.BOARD))
    move(workspace=workspace, opportunity_id=seen.pk, to=Stage.APPLIED, now=now)
    make_opening(workspace, title="Evening", kind=Kind.EVENT, found=Found(Source.BOARD))
    role = make_opening(workspace, title="Helper", kind=Kind.VOLUNTEER, found=Found(Source.BOARD))
    for to in (Stage.APPLIED, Stage.OFFER, Stage.ACCEPTED):
        move(workspace=workspace, opportunity_id=role.pk, to=to, now=now)
    opened = what_opened_doors(workspace, now)
    assert [(way.source, way.accepted) for way in opened.roles.ways if way.found] == [(Source.BOARD, 1)]
    ways = {way.source: way for way in opened.jobs.ways}
    network, board_ = ways[Source.NETWORKING], ways[Source.BOARD]
    assert (network.found, network.applied, network.interviewed, network.offered, network.accepted) == (1, 1, 1, 1, 0)
    assert (board_.found, board_.applied, board_.interviewed) == (1, 1, 0)
