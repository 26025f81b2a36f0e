"""Steps of plans as rows, and one as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, QuerySet, Sum

from askwell.accounts.models import Workspace
from askwell.growth.choices import ReferenceStage, StepKind, StepState
from askwell.growth.models import Closing, Hours, PlanStep, Worth
from askwell.growth.queries.demand import Demand, demand
from askwell.growth.queries.naming import called, named_gaps, target_of
from askwell.growth.queries.values import Asking, HoursRow, StepPage, StepRow, WorthRow
from askwell.growth.rules.duties import Duty, Standing, duty_of
from askwell.growth.rules.facts import COLUMNS, StepFacts
from askwell.growth.rules.paying import Payback, Span, hours_of, weeks_of
from askwell.growth.rules.references import Role, is_time_to_ask, stage_of
from askwell.growth.rules.states import read
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.insights import claims_among
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who

SHOWN = 12
COMING = (InterviewState.CONFIRMED, InterviewState.PROPOSED)


@dataclass(frozen=True, slots=True)
class Logged:
    """What was logged for a step."""

    hours: float = 0.0
    first_on: date | None = None
    last_on: date | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What rows of steps need besides their own columns."""

    gaps: Mapping[UUID, str]
    demand: Demand
    closings: Mapping[UUID, Sequence[UUID]] = field(default_factory=dict)
    logged: Mapping[UUID, Logged] = field(default_factory=dict)
    worths: Mapping[UUID, int] = field(default_factory=dict)
    people: Mapping[UUID, Who] = field(default_factory=dict)


def kept(workspace: Workspace) -> QuerySet[PlanStep]:
    """Steps that are there, of plans that are, each with its reference and who is named in it."""
    mine = PlanStep.kept(workspace).filter(plan__removed_at=None)
    return mine.select_related("plan", "opportunity", "reference", "chapter", "person")


def persons_named(workspace: Workspace, person_ids: Sequence[UUID]) -> set[UUID]:
    """Those of these persons whom a step names; one query."""
    steps = PlanStep.kept(workspace).filter(person__in=person_ids)
    return {key for key in steps.values_list("person_id", flat=True) if key}


def around(
    workspace: Workspace, steps: Sequence[PlanStep], gaps: Mapping[UUID, str], asked: Demand
) -> Around:  # fmt: skip
    """Four queries, whatever the number of steps."""
    keys = [one.pk for one in steps]
    closings: dict[UUID, list[UUID]] = {}
    found = Closing.objects.of(workspace).filter(step__in=keys).order_by("id")
    for step, gap in found.values_list("step_id", "gap_id"):
        if gap in gaps:
            closings.setdefault(step, []).append(gap)
    heard = Worth.kept(workspace).filter(step__in=keys, insight__set_aside_at=None).order_by()
    worths = dict(heard.values_list("step_id").annotate(n=Count("pk")))
    jobs = rows.jobs_of(workspace, [one.person_id for one in steps if one.person_id])
    people = {one.person.pk: rows.who(one.person.pk, _names(one), jobs) for one in steps if one.person}
    return Around(gaps, asked, closings, logged(workspace, keys), worths, people)


def logged(workspace: Workspace, steps: Sequence[UUID]) -> dict[UUID, Logged]:
    """What was logged for each of these that has any; one query."""
    days = Hours.kept(workspace).filter(step__in=steps).order_by()
    summed = days.values_list("step_id").annotate(h=Sum("hours"), a=Min("on"), b=Max("on"), n=Count("pk"))
    return {step: Logged(round(hours, 2), first, last, n) for step, hours, first, last, n in summed}


def step_of(row: PlanStep, about: Around, today: date) -> StepRow:
    """A row of the plan's page."""
    done = about.logged.get(row.pk, Logged())
    closes = tuple(about.closings.get(row.pk, ()))
    facts = facts_of(row, closes)
    life = read(row.state, row.trail)
    return StepRow(
        id=row.pk, kind=kind_of(row), state=life.state, facts=facts, gaps=tuple(about.gaps[key] for key in closes),
        payback=_payback(facts, about), worths=about.worths.get(row.pk, 0), hours=done.hours,
        who=about.people.get(row.person_id) if row.person_id else None,
        duty=due(row, done, today), can_go_back=bool(life.before),
    )  # fmt: skip


def due(row: PlanStep, done: Logged, today: date) -> Duty | None:
    """What the step asks for today."""
    state = read(row.state, row.trail).state
    stage = _stage(row) if _may_ask(row) else ReferenceStage.DECLINED
    standing = Standing(
        kind_of(row), state, row.starts, row.ends, done.hours, done.first_on, done.last_on, stage, row.put_off_to
    )
    return duty_of(standing, today)


def facts_of(row: PlanStep, closes: tuple[UUID, ...] = ()) -> StepFacts:
    return StepFacts(closes=closes, **{name: getattr(row, name) for name in COLUMNS})


def kind_of(row: PlanStep) -> StepKind:
    return StepKind(row.kind) if row.kind in set(StepKind) else StepKind.PRACTICE


def step_page(workspace: Workspace, step_id: UUID, language: str, now: datetime, today: date) -> StepPage:
    """A step with everything around it; a fixed number of queries. Raises PlanStep.DoesNotExist."""
    row = kept(workspace).get(pk=step_id)
    told = target_of(row.plan, language)
    named = named_gaps(workspace, row.plan, told)
    asked = demand(workspace, {key: one.names for key, (_gap, one) in named.items()})
    about = around(workspace, [row], {key: one.name for key, (_gap, one) in named.items()}, asked)
    done = about.logged.get(row.pk, Logged())
    return StepPage(
        plan_id=row.plan_id, plan_title=called(row.plan, told.title if told else ""), row=step_of(row, about, today),
        opportunity_id=row.opportunity_id if row.opportunity and not row.opportunity.removed_at else None,
        opportunity_title=row.opportunity.title if row.opportunity else "",
        chapter_id=row.chapter_id if row.chapter and not row.chapter.removed_at else None,
        worths=_worths(workspace, row), log=_log(workspace, row), days=done.days, asking=_asking(row, done, today),
        talk=_talk(workspace, row, now),
        skills=tuple(named[key][1].name for key in about.closings.get(row.pk, ()) if not named[key][0].is_own),
    )  # fmt: skip


def _names(row: PlanStep) -> tuple[str, str, str]:
    assert row.person
    return row.person.given_name, row.person.family_name, row.person.native_name


def _payback(facts: StepFacts, about: Around) -> Payback:
    span = Span(facts.starts, facts.ends, facts.hours_a_week, facts.hours_in_all)
    openings, insiders = about.demand.of(facts.closes)
    return Payback(
        weeks_of(span), hours_of(span), facts.cost, facts.currency, len(facts.closes), len(about.gaps), openings,
        about.demand.all_openings, insiders,
    )  # fmt: skip


def _stage(row: PlanStep) -> ReferenceStage:
    one = row.reference if row.reference and not row.reference.removed_at else None
    days = (one.asked_on, one.agreed_on, one.declined_on) if one else (None, None, None)
    return stage_of(*days, given_on=row.reference_given_on)


def _may_ask(row: PlanStep) -> bool:
    """Whoever wants to be left alone is asked for nothing."""
    return row.person is None or row.person.do_not_contact_at is None


def _worths(workspace: Workspace, row: PlanStep) -> tuple[WorthRow, ...]:
    kept = Worth.kept(workspace).filter(step=row, insight__set_aside_at=None).order_by("-insight__said_at", "id")
    found = dict(kept.values_list("insight_id", "id"))
    return tuple(WorthRow(found[claim.id], claim) for claim in claims_among(workspace, list(found)))


def _log(workspace: Workspace, row: PlanStep) -> tuple[HoursRow, ...]:
    days = Hours.kept(workspace).filter(step=row).order_by("-on", "-id").select_related("line")
    return tuple(
        HoursRow(
            one.pk, one.on, one.hours, one.did, one.learned,
            one.line_id if one.line and not one.line.removed_at else None,
            bool(one.line and one.line.text != one.learned),
        )
        for one in days[:SHOWN]
    )  # fmt: skip


def _asking(row: PlanStep, done: Logged, today: date) -> Asking:
    stage, one = _stage(row), row.reference
    since = row.starts or done.first_on
    under_way = row.state == StepState.UNDER_WAY and row.kind == StepKind.VOLUNTEER
    is_time = under_way and _may_ask(row) and is_time_to_ask(Role(done.hours, since, row.ends, stage), today)
    answered = (one.agreed_on or one.declined_on) if one else None
    return Asking(
        stage, one.asked_on if one else None, answered, row.reference_given_on, row.reference_id, is_time, _may_ask(row)
    )


def _talk(workspace: Workspace, row: PlanStep, now: datetime) -> tuple[UUID, datetime | None] | None:
    """The next talk with whom the step names."""
    if row.person_id is None or row.kind != StepKind.CONVERSATION:
        return None
    mine = Interview.objects.of(workspace).filter(person=row.person_id, state__in=COMING)
    coming = mine.filter(Q(starts_at=None) | Q(starts_at__gt=now)).order_by(F("starts_at").asc(nulls_last=True), "id")
    return coming.values_list("id", "starts_at").first()
