"""Cohorts, and who is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.programmes.actions.errors import EndsBeforeStartError, NoNameError
from askwell.programmes.models import Cohort, Participant
from askwell.programmes.queries.cohorts import without_cohort


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortFacts:
    """What is said of a cohort."""

    name: str
    starts_on: date | None = None
    ends_on: date | None = None
    funder: str = ""


@transaction.atomic
def add_cohort(*, workspace: Workspace, facts: CohortFacts, now: datetime) -> Cohort:
    """Raises NoNameError, EndsBeforeStartError."""
    return _put(Cohort(workspace=workspace, created_at=now), facts)


@transaction.atomic
def change_cohort(*, workspace: Workspace, cohort_id: UUID, facts: CohortFacts) -> Cohort:
    """Raises NoNameError, EndsBeforeStartError, Cohort.DoesNotExist."""
    return _put(_kept(workspace, cohort_id), facts)


@transaction.atomic
def remove_cohort(*, workspace: Workspace, cohort_id: UUID, now: datetime) -> Cohort:
    """Off the lists: its seekers and numbers stay. Raises Cohort.DoesNotExist."""
    row = _kept(workspace, cohort_id)
    row.removed_at = now
    row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def bring_back_cohort(*, workspace: Workspace, cohort_id: UUID) -> Cohort:
    """Undo of `remove_cohort`. Raises Cohort.DoesNotExist."""
    row = Cohort.objects.of(workspace).get(pk=cohort_id)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def put_in(*, workspace: Workspace, cohort_id: UUID, participant_ids: Sequence[UUID], now: datetime) -> int:
    """How many of these seekers, who were in no cohort, are in this one now. Raises Cohort.DoesNotExist."""
    cohort = _kept(workspace, cohort_id)
    return without_cohort(workspace).filter(pk__in=participant_ids).update(cohort=cohort, cohort_at=now)


@transaction.atomic
def put_in_all(*, workspace: Workspace, cohort_id: UUID, query: str, now: datetime) -> int:
    """The same for all whom a search finds. Raises Cohort.DoesNotExist."""
    cohort = _kept(workspace, cohort_id)
    return without_cohort(workspace, query).update(cohort=cohort, cohort_at=now)


@transaction.atomic
def take_out_again(*, workspace: Workspace, cohort_id: UUID, at: datetime) -> int:
    """Undo of `put_in`, done at that moment: how many it was."""
    mine = Participant.objects.of(workspace).filter(cohort=cohort_id, cohort_at=at)
    return mine.update(cohort=None, cohort_at=None)


@transaction.atomic
def take_out(*, workspace: Workspace, cohort_id: UUID, participant_id: UUID) -> None:
    """One seeker leaves a cohort; `put_in` brings them back. Raises Participant.DoesNotExist."""
    row = Participant.objects.of(workspace).get(pk=participant_id, cohort=cohort_id)
    row.cohort = row.cohort_at = None
    row.save(update_fields=["cohort", "cohort_at"])


def _kept(workspace: Workspace, cohort_id: UUID) -> Cohort:
    return Cohort.objects.of(workspace).get(pk=cohort_id, removed_at=None)


def _put(row: Cohort, facts: CohortFacts) -> Cohort:
    row.name, row.funder = clean(facts.name, limit=120), clean(facts.funder, limit=200)
    if not row.name:
        raise NoNameError
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        raise EndsBeforeStartError
    row.starts_on, row.ends_on = facts.starts_on, facts.ends_on
    row.save()
    return row
