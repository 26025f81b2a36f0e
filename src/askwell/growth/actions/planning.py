"""Plans and the gaps that they are about."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import models, transaction

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import NothingSaidError
from askwell.growth.models import Gap, Plan
from askwell.lib.text import clean, fold
from askwell.occupations.rules.matching import Wanted


@transaction.atomic
def begin_plan(*, workspace: Workspace, title: str, occupation: UUID | None = None, now: datetime) -> tuple[Plan, bool]:
    """A plan for an occupation, or for a target in the seeker's own words, and whether it is new. There is one for
    each: the one that is there is returned. Raises NothingSaidError."""
    title = clean(title, limit=200)
    if not title:
        raise NothingSaidError("title")
    there = Plan.kept(workspace)
    same = there.filter(occupation=occupation).first() if occupation else _called(there.filter(occupation=None), title)
    if same:
        return same, False
    mine = Plan(workspace=workspace, title=title, occupation=occupation, created_at=now, changed_at=now)
    mine.save(force_insert=True)
    return mine, True


@transaction.atomic
def rename_plan(*, workspace: Workspace, plan_id: UUID, title: str | None, now: datetime) -> str:
    """The seeker's own name for it; None: it has none of its own again. Returns the own name before, for the undo.
    Raises NothingSaidError, Plan.DoesNotExist."""
    row, own = touched(workspace, plan_id, now), clean(title or "", limit=200)
    if not own and title is not None:
        raise NothingSaidError("title")
    before, row.own_title = row.own_title, own
    row.save(update_fields=["own_title"])
    return before


@transaction.atomic
def miss(*, workspace: Workspace, plan_id: UUID, skills: Collection[Wanted], now: datetime) -> list[Gap]:
    """Skills that the target asks for become gaps of the plan; one that is a gap already stays one. Returns those that
    are new. Raises Plan.DoesNotExist."""
    plan = touched(workspace, plan_id, now)
    there = {name for gap in Gap.kept(workspace).filter(plan=plan) for name in _names(gap)}
    fresh = [one for one in skills if not there & {fold(name) for name in (one.name, *one.names)}]
    return Gap.objects.bulk_create(
        Gap(workspace=workspace, plan=plan, words=one.name[:120], names=list(one.names), noted_at=now) for one in fresh
    )


@transaction.atomic
def add_gap(*, workspace: Workspace, plan_id: UUID, words: str, now: datetime) -> tuple[Gap, bool]:
    """A gap in the seeker's own words, and whether it is new: one that is called so, in any language, is returned as it
    is. Raises NothingSaidError, Plan.DoesNotExist."""
    plan, words = touched(workspace, plan_id, now), clean(words, limit=120)
    if not words:
        raise NothingSaidError("words")
    same = [one for one in Gap.kept(workspace).filter(plan=plan) if fold(words) in _names(one)]
    if same:
        return same[0], False
    mine = Gap(workspace=workspace, plan=plan, words=words, names=[words], is_own=True, noted_at=now)
    mine.save(force_insert=True)
    return mine, True


@transaction.atomic
def close_gap(*, workspace: Workspace, gap_id: UUID, by: str | None, now: datetime) -> Gap:
    """An own gap is closed, and by what, where that is said (None: what was said before). A skill is closed by what the
    story shows. Raises Gap.DoesNotExist."""
    row = _own(workspace, gap_id, now)
    row.closed_at = now
    row.closed_by = row.closed_by if by is None else clean(by, limit=200)
    row.save(update_fields=["closed_at", "closed_by"])
    return row


@transaction.atomic
def open_gap(*, workspace: Workspace, gap_id: UUID, now: datetime) -> Gap:
    """An own gap is open again. Raises Gap.DoesNotExist."""
    row = _own(workspace, gap_id, now)
    row.closed_at = None
    row.save(update_fields=["closed_at"])
    return row


def touched(workspace: Workspace, plan_id: UUID, now: datetime) -> Plan:
    """The plan, locked, and marked as changed. Raises Plan.DoesNotExist."""
    row = Plan.kept(workspace).select_for_update().get(pk=plan_id)
    row.changed_at = now
    row.save(update_fields=["changed_at"])
    return row


def _own(workspace: Workspace, gap_id: UUID, now: datetime) -> Gap:
    mine = Gap.kept(workspace).select_for_update(of=("self",)).filter(is_own=True, plan__removed_at=None)
    row = mine.get(pk=gap_id)
    touched(workspace, row.plan_id, now)
    return row


def _names(gap: Gap) -> set[str]:
    """Folded."""
    names = gap.names if isinstance(gap.names, list) else ()
    return {fold(str(name)) for name in (gap.words, *names)}


def _called(plans: models.QuerySet[Plan], title: str) -> Plan | None:
    return next((one for one in plans if fold(one.own_title or one.title) == fold(title)), None)
