"""Steps of a plan: added, changed, and what insiders said about their worth."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.growth.actions.planning import touched
from askwell.growth.choices import StepKind
from askwell.growth.models import Closing, Gap, PlanStep, Worth
from askwell.growth.rules.facts import COLUMNS, StepFacts, from_plain, plain, tidy
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.interviews.models import Insight
from askwell.opportunities.models import Opportunity
from askwell.people.models import Person


@transaction.atomic
def add_step(
    *,
    workspace: Workspace,
    plan_id: UUID,
    kind: StepKind,
    facts: StepFacts,
    opportunity_id: UUID | None = None,
    person_id: UUID | None = None,
    now: datetime,
) -> PlanStep:
    """The last one. `opportunity_id`: the opening that it is; `person_id`: whom to ask, or who supervises. Raises
    UnfitError, Plan.DoesNotExist, Gap.DoesNotExist, Opportunity.DoesNotExist, Person.DoesNotExist."""
    plan = touched(workspace, plan_id, now)
    last = PlanStep.objects.of(workspace).filter(plan=plan).aggregate(last=Max("position"))["last"]
    row = PlanStep(workspace=workspace, plan=plan, kind=kind, position=(last or 0) + 1, changed_at=now, **tidy(facts))
    if opportunity_id:
        row.opportunity = Opportunity.kept(workspace).get(pk=opportunity_id)
    if person_id:
        row.person = Person.objects.of(workspace).get(pk=person_id)
    row.save(force_insert=True)
    _close(row, facts.closes)
    return row


@transaction.atomic
def change_step(*, workspace: Workspace, step_id: UUID, facts: StepFacts, now: datetime) -> PlanStep:
    """What it says; `take_change_back` is the undo. Raises UnfitError, PlanStep.DoesNotExist, Gap.DoesNotExist."""
    row, kept = step_row(workspace, step_id, now), tidy(facts)
    row.said_before = plain({name: getattr(row, name) for name in COLUMNS}, closes_of(row))
    for name, value in kept.items():
        setattr(row, name, value)
    row.save()
    _close(row, facts.closes)
    return row


@transaction.atomic
def take_change_back(*, workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """It says again what it said before the last change; done twice it says the later again. Raises
    NothingToTakeBackError, PlanStep.DoesNotExist."""
    before = from_plain(step_row(workspace, step_id, now).said_before)
    if before is None:
        raise NothingToTakeBackError
    there = set(Gap.kept(workspace).filter(pk__in=before.closes).values_list("pk", flat=True))
    kept = {name: getattr(before, name) for name in COLUMNS}
    still = StepFacts(**kept, closes=tuple(key for key in before.closes if key in there))
    return change_step(workspace=workspace, step_id=step_id, facts=still, now=now)


@transaction.atomic
def hear(*, workspace: Workspace, step_id: UUID, insight_id: UUID, now: datetime) -> Worth:
    """An insider's claim bears on the worth of a step. Raises PlanStep.DoesNotExist, Insight.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    insight = Insight.objects.of(workspace).get(pk=insight_id, set_aside_at=None)
    worth, _is_new = Worth.objects.of(workspace).update_or_create(
        workspace=workspace, step=row, insight=insight, defaults={"removed_at": None}
    )
    return worth


def step_row(workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """A step that is there, of a plan that is, locked and marked as changed. Raises PlanStep.DoesNotExist."""
    row = PlanStep.kept(workspace).select_for_update(of=("self",)).get(pk=step_id, plan__removed_at=None)
    row.changed_at = now
    touched(workspace, row.plan_id, now)
    return row


def closes_of(row: PlanStep) -> tuple[UUID, ...]:
    """The gaps that it closes, as ids."""
    return tuple(Closing.objects.of(row.workspace).filter(step=row).order_by("id").values_list("gap_id", flat=True))


def _close(row: PlanStep, gaps: tuple[UUID, ...]) -> None:
    mine = Gap.kept(row.workspace).filter(plan=row.plan_id)
    known = set(mine.filter(pk__in=gaps).values_list("pk", flat=True))
    if known != set(gaps):
        raise Gap.DoesNotExist
    Closing.objects.of(row.workspace).filter(step=row).exclude(gap__in=known).delete()
    there = set(closes_of(row))
    Closing.objects.bulk_create(
        Closing(workspace=row.workspace, step=row, gap_id=key) for key in dict.fromkeys(gaps) if key not in there
    )
