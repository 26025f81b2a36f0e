"""Plans, their gaps, and steps: made once, changed, taken back."""

from datetime import date

import pytest

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import User, Workspace
from askwell.growth.actions.errors import NothingSaidError
from askwell.growth.actions.planning import add_gap, begin_plan, close_gap, miss, open_gap, rename_plan
from askwell.growth.actions.steps import add_step, change_step, hear, take_change_back
from askwell.growth.choices import StepKind
from askwell.growth.models import Gap, Plan, PlanStep, Worth
from askwell.growth.queries.steps import facts_of
from askwell.growth.rules.facts import StepFacts, UnfitError
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.occupations.rules.matching import Wanted
from askwell.people.actions.persons import remove_person
from tests.conftest import NOW
from tests.factories.decisions import make_claim
from tests.factories.growth import make_plan, make_step
from tests.factories.opportunities import make_opening

pytestmark = pytest.mark.django_db


def test_a_target_has_one_plan_and_a_gap_stands_in_it_once(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace, "SAP", "sap ")
    again, is_new = begin_plan(workspace=workspace, title=" demand  PLANNER", now=NOW)
    skill = Wanted("ERP systems", ("ERP systems", "ERP系统", "SAP"), 80)
    fresh = miss(workspace=workspace, plan_id=plan.pk, skills=[skill, Wanted("Reports", ("Reports",), 20)], now=NOW)

    assert (again, is_new) == (plan, False)
    assert [gap.words for gap in fresh] == ["Reports"]
    assert [gap.words for gap in Gap.objects.of(workspace)] == ["SAP", "Reports"]


def test_a_plan_and_a_gap_need_words(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)

    for act in (
        lambda: begin_plan(workspace=workspace, title=" \u200b", now=NOW),
        lambda: rename_plan(workspace=workspace, plan_id=plan.pk, title="", now=NOW),
        lambda: add_gap(workspace=workspace, plan_id=plan.pk, words="\n", now=NOW),
    ):
        with pytest.raises(NothingSaidError):
            act()


def test_a_changed_step_says_again_what_it_said(workspace: Workspace) -> None:
    plan, (sap, reports) = make_plan(workspace, "SAP", "Reports")
    step = make_step(plan, closes=[sap], cost=480, starts=date(2026, 9, 1))
    first = facts_of(step, (sap.pk,))
    later = StepFacts(title="SAP, evenings", closes=(reports.pk,), cost=0)

    change_step(workspace=workspace, step_id=step.pk, facts=later, now=NOW)
    assert shown(step) == later
    take_change_back(workspace=workspace, step_id=step.pk, now=NOW)
    assert shown(step) == first
    take_change_back(workspace=workspace, step_id=step.pk, now=NOW)
    assert shown(step) == later


def shown(step: PlanStep) -> StepFacts:
    row = PlanStep.objects.of(step.workspace).get(pk=step.pk)
    return facts_of(row, tuple(row.closings.values_list("gap_id", flat=True)))


def test_a_step_that_was_never_changed_has_nothing_to_take_back(workspace: Workspace) -> None:
    step = make_step(make_plan(workspace)[0])

    with pytest.raises(NothingToTakeBackError):
        take_change_back(workspace=workspace, step_id=step.pk, now=NOW)


def test_a_gap_of_another_plan_is_closed_by_no_step_of_this_one(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    _other, (theirs,) = make_plan(workspace, "SAP", title="Buyer")

    with pytest.raises(Gap.DoesNotExist):
        make_step(plan, closes=[theirs])
    assert not PlanStep.objects.of(workspace).exists()


def test_what_is_a_strangers_goes_into_no_plan(workspace: Workspace, stranger: User) -> None:
    assert stranger.workspace
    plan, _gaps = make_plan(workspace)
    opening, claim = make_opening(stranger.workspace), make_claim(stranger.workspace, "It pays")
    facts = StepFacts(title="x")
    told = {"workspace": workspace, "plan_id": plan.pk, "kind": StepKind.COURSE, "facts": facts, "now": NOW}
    step = make_step(plan)

    with pytest.raises(type(opening).DoesNotExist):
        add_step(**told, opportunity_id=opening.pk)
    with pytest.raises(type(claim.person).DoesNotExist):
        add_step(**told, person_id=claim.person_id)
    with pytest.raises(type(claim).DoesNotExist):
        hear(workspace=workspace, step_id=step.pk, insight_id=claim.pk, now=NOW)
    with pytest.raises(PlanStep.DoesNotExist):
        change_step(workspace=stranger.workspace, step_id=step.pk, facts=facts, now=NOW)
    assert PlanStep.objects.of(workspace).count() == 1


def test_a_refused_step_leaves_nothing(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)

    with pytest.raises(UnfitError):
        make_step(plan, starts=date(2026, 10, 2), ends=date(2026, 10, 1))
    assert not PlanStep.objects.of(workspace).exists()


def test_what_is_thrown_away_comes_back_whole(workspace: Workspace) -> None:
    plan, (sap,) = make_plan(workspace, "SAP")
    step = make_step(plan, closes=[sap])

    for kind, row in ((PlanStep, step), (Gap, sap), (Plan, plan)):
        throw_away(kind, workspace=workspace, key=row.pk, now=NOW)
    for kind, row in ((PlanStep, step), (Gap, sap), (Plan, plan)):
        bring_back(kind, workspace=workspace, key=row.pk)

    assert shown(step).closes == (sap.pk,)


def test_who_spoke_of_a_step_is_erased_and_the_step_stays(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    step, claim = make_step(plan), make_claim(workspace, "It is worth its price")
    hear(workspace=workspace, step_id=step.pk, insight_id=claim.pk, now=NOW)
    hear(workspace=workspace, step_id=step.pk, insight_id=claim.pk, now=NOW)
    assert Worth.objects.of(workspace).count() == 1

    remove_person(workspace=workspace, person_id=claim.person_id)

    assert not Worth.objects.of(workspace).exists()
    assert PlanStep.kept(workspace).get() == step


def test_a_gap_that_is_there_in_any_language_is_not_added_again(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    skill = Wanted("Financial statements", ("Financial statements", "财务报表"), 80)
    (gap,) = miss(workspace=workspace, plan_id=plan.pk, skills=[skill], now=NOW)

    assert add_gap(workspace=workspace, plan_id=plan.pk, words=" 财务报表", now=NOW) == (gap, False)


def test_an_own_gap_is_closed_by_hand_and_opened_again(workspace: Workspace) -> None:
    _plan, (licence,) = make_plan(workspace, "FoodSafe certificate")

    close_gap(workspace=workspace, gap_id=licence.pk, by=" FoodSafe Level 1", now=NOW)
    licence.refresh_from_db()
    assert (licence.closed_at, licence.closed_by) == (NOW, "FoodSafe Level 1")
    open_gap(workspace=workspace, gap_id=licence.pk, now=NOW)
    licence.refresh_from_db()
    assert licence.closed_at is None
    close_gap(workspace=workspace, gap_id=licence.pk, by=None, now=NOW)
    licence.refresh_from_db()
    assert (licence.closed_at, licence.closed_by) == (NOW, "FoodSafe Level 1")


def test_a_skill_is_closed_by_the_story_only(workspace: Workspace) -> None:
    plan, _gaps = make_plan(workspace)
    (gap,) = miss(workspace=workspace, plan_id=plan.pk, skills=[Wanted("SAP", ("SAP",), 80)], now=NOW)

    with pytest.raises(Gap.DoesNotExist):
        close_gap(workspace=workspace, gap_id=gap.pk, by="", now=NOW)
