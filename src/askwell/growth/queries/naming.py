"""The gaps of a plan in the viewer's language."""

from collections.abc import Iterable
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.models import Gap, Plan
from askwell.lib.text import fold
from askwell.occupations.queries.telling import Told, tell, titles_of
from askwell.occupations.rules.matching import Wanted


def target_of(plan: Plan, language: str) -> Told | None:
    """The occupation that a plan aims at; None where it aims at none, or that is gone with its release."""
    return tell(plan.occupation, language) if plan.occupation else None


def called(plan: Plan, occupation_title: str) -> str:
    """A plan's name: the seeker's own, else the occupation's title as the viewer reads it, else as it was begun."""
    return plan.own_title or occupation_title or plan.title


def names_of(plans: Iterable[Plan], language: str) -> dict[UUID, str]:
    """What these plans are called. One query, none where none aims at an occupation."""
    mine = list(plans)
    asked = {one.occupation for one in mine if one.occupation}
    titles = titles_of(asked, language) if asked else {}
    return {one.pk: called(one, titles.get(one.occupation, "") if one.occupation else "") for one in mine}


def named_gaps(workspace: Workspace, plan: Plan, told: Told | None) -> dict[UUID, tuple[Gap, Wanted]]:
    """Each gap as the skill of the occupation that it is; else as it was written. One query."""
    return {gap.pk: (gap, _wanted(gap, told)) for gap in Gap.kept(workspace).filter(plan=plan)}


def gaps_of(workspace: Workspace, plan_id: UUID, language: str) -> list[tuple[UUID, str]]:
    """The gaps of a plan by id and words. Raises Plan.DoesNotExist."""
    plan = Plan.kept(workspace).get(pk=plan_id)
    named = named_gaps(workspace, plan, target_of(plan, language))
    return [(key, wanted.name) for key, (_gap, wanted) in named.items()]


def _wanted(gap: Gap, told: Told | None) -> Wanted:
    names = tuple(str(one) for one in gap.names) if isinstance(gap.names, list) and gap.names else (gap.words,)
    mine = {fold(name) for name in (*names, gap.words)}
    skills = told.skills if told and not gap.is_own else ()
    return next((one for one in skills if mine & {fold(name) for name in one.names}), Wanted(gap.words, names, 0))
