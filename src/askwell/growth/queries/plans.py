"""A plan as a whole: what is missing, what proves that it no longer is, the steps and what they pay back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Gap, Plan
from askwell.growth.queries.demand import Demand, demand
from askwell.growth.queries.insiders import insiders_in
from askwell.growth.queries.naming import called, named_gaps, target_of
from askwell.growth.queries.proving import proofs_of
from askwell.growth.queries.steps import around, kept, step_of
from askwell.growth.queries.values import GapRow, PlanPage
from askwell.growth.queries.wages import wages
from askwell.lib.text import fold
from askwell.occupations.queries.matching import Match, match
from askwell.occupations.queries.telling import Told
from askwell.occupations.rules.matching import Held, Wanted

TALK = StepKind.CONVERSATION
ORDER = {"under_way": 0, "planned": 1, "idea": 2, "done": 3, "dropped": 4}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared with the story: what the occupation wants, and the seeker's own gaps."""

    skills: tuple[Wanted, ...]
    interests: tuple[int, ...] = ()


def plan_row(workspace: Workspace, plan_id: UUID) -> Plan:
    """Raises Plan.DoesNotExist."""
    return Plan.kept(workspace).get(pk=plan_id)


def plan_page(workspace: Workspace, plan_id: UUID, language: str, today: date) -> PlanPage:
    """A fixed number of queries, however many gaps and steps there are. Raises Plan.DoesNotExist."""
    row = plan_row(workspace, plan_id)
    told = target_of(row, language)
    named = named_gaps(workspace, row, told)
    wanted = {key: one for key, (_gap, one) in named.items()}
    skills = told.skills if told else ()
    own = tuple(one for one in dict.fromkeys(wanted.values()) if one not in skills)
    found = match(workspace, Asked(skills + own), language)
    left = set(found.missing) & set(skills) - set(wanted.values())
    asked = demand(workspace, {key: one.names for key, one in wanted.items()})
    steps = list(kept(workspace).filter(plan=row))
    about = around(workspace, steps, {key: one.name for key, one in wanted.items()}, asked)
    going = [one.pk for one in steps if one.state != StepState.DROPPED]
    listed = sorted((step_of(one, about, today) for one in steps), key=lambda one: ORDER[one.state])
    return PlanPage(
        id=row.pk, title=called(row, told.title if told else ""), occupation_id=told.id if told else None,
        held=sum(one.by_words and one.wanted in skills for one in found.held), asked=len(skills), left=len(left),
        has_story=found.has_story,
        gaps=_gaps(
            workspace, named, found, asked, [key for step in going for key in about.closings.get(step, ())]
        ),
        asked_already=frozenset(one.who.id for one in listed if one.who and one.is_open and one.kind is TALK),
        steps=tuple(listed), insiders=insiders_in(workspace, told, row.title), wages=wages(workspace, told, language),
    )  # fmt: skip


def missing(workspace: Workspace, told: Told, language: str, names: Sequence[str]) -> list[Wanted]:
    """What an occupation wants and the story does not show: those of these names, all where none is named."""
    lacking = match(workspace, told, language).missing
    chosen = {fold(name) for name in names}
    return [one for one in lacking if not chosen or chosen & {fold(name) for name in (one.name, *one.names)}]


def _gaps(
    workspace: Workspace, named: Mapping[UUID, tuple[Gap, Wanted]], found: Match, asked: Demand, closed: Sequence[UUID]
) -> tuple[GapRow, ...]:
    """Open ones first."""
    held: dict[Wanted, Held] = {one.wanted: one for one in found.held}
    proofs = proofs_of(workspace, [one.told.id for one in found.held if one.told.kind == "skill"])
    listed = [
        GapRow(
            key, one.name, gap.is_own, held.get(one), len(asked.openings.get(key, ())),
            len(asked.insiders.get(key, ())), closed.count(key), gap.closed_at is not None, gap.closed_by,
            proofs.get(held[one].told.id) if one in held else None,
        )
        for key, (gap, one) in named.items()
    ]  # fmt: skip
    return tuple(sorted(listed, key=lambda one: not one.is_open))
