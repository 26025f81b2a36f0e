"""Cohorts, and who is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.programmes.actions.errors import EndsBeforeStartError, NoNameError
from askwell.programmes.actions.keeping import at_version, kept
from askwell.programmes.models import Cohort, Participant
from askwell.programmes.queries.cohorts import without_cohort

PLACED = {"staff_version": F("staff_version") + 1}
"""Whoever has the seeker's page open sees another place than there is now."""


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
def change_cohort(*, workspace: Workspace, cohort_id: UUID, version: int, facts: CohortFacts) -> Cohort:
    """Raises NoNameError, EndsBeforeStartError, Cohort.DoesNotExist, and ChangedMeanwhileError where it is no longer
    `version`."""
    return _put(at_version(Cohort, workspace, cohort_id, version), facts)


@transaction.atomic
def put_in(*, workspace: Workspace, cohort_id: UUID, participant_ids: Sequence[UUID], now: datetime) -> int:
    """How many of these seekers, who were in no cohort, are in this one now. Raises Cohort.DoesNotExist."""
    cohort = kept(Cohort, workspace, cohort_id)
    return without_cohort(workspace).filter(pk__in=participant_ids).update(cohort=cohort, cohort_at=now, **PLACED)


@transaction.atomic
def put_in_all(*, workspace: Workspace, cohort_id: UUID, query: str, now: datetime) -> int:
    """The same for all whom a search finds. Raises Cohort.DoesNotExist."""
    cohort = kept(Cohort, workspace, cohort_id)
    return without_cohort(workspace, query).update(cohort=cohort, cohort_at=now, **PLACED)


@transaction.atomic
def take_out_again(*, workspace: Workspace, cohort_id: UUID, at: datetime) -> int:
    """Undo of `put_in`, done at that moment: how many it was."""
    mine = Participant.objects.of(workspace).filter(cohort=cohort_id, cohort_at=at)
    return mine.update(cohort=None, cohort_at=None, **PLACED)


@transaction.atomic
def take_out(*, workspace: Workspace, cohort_id: UUID, participant_id: UUID) -> None:
    """One seeker leaves a cohort; `put_in` brings them back. Raises Participant.DoesNotExist."""
    mine = Participant.objects.of(workspace).filter(pk=participant_id, cohort=cohort_id)
    if not mine.update(cohort=None, cohort_at=None, **PLACED):
        raise Participant.DoesNotExist


def _put(row: Cohort, facts: CohortFacts) -> Cohort:
    row.name, row.funder = clean(facts.name, limit=120), clean(facts.funder, limit=200)
    if not row.name:
        raise NoNameError
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        raise EndsBeforeStartError
    row.starts_on, row.ends_on = facts.starts_on, facts.ends_on
    row.save()
    return row
