"""Sessions that seekers are expected at, for their own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.programmes.models import Participant, Programme, Session


@dataclass(frozen=True, slots=True)
class MySession:
    """A session that is still to come."""

    id: UUID
    title: str
    starts_at: datetime
    minutes: int
    place: str
    about: str
    zone: str


def mine_sessions(participants: Sequence[Participant], now: datetime) -> dict[UUID, list[MySession]]:
    """By participant, the next first; two queries. `participants` are the seeker's own rows."""
    rows = _of(participants).filter(starts_at__gte=now).order_by("starts_at", "id")
    there = Programme._base_manager.filter(workspace__in=[one.workspace_id for one in participants])
    zones = dict(there.values_list("workspace", "zone"))
    found: dict[UUID, list[MySession]] = {one.pk: [] for one in participants}
    for row in rows:
        told = (row.pk, row.title, row.starts_at, row.minutes, row.place, row.about)
        for one in participants:
            if one.workspace_id == row.workspace_id and row.cohort_id in (None, one.cohort_id):
                found[one.pk].append(MySession(*told, zones[row.workspace_id]))
    return found


def my_session(participants: Sequence[Participant], session_id: UUID) -> Session:
    """One of them. Raises Session.DoesNotExist."""
    return _of(participants).get(pk=session_id)


def _of(participants: Sequence[Participant]) -> QuerySet[Session]:
    meant = Q(pk=None)
    for one in participants:
        mine = Q(cohort=None) | Q(cohort=one.cohort_id) if one.cohort_id else Q(cohort=None)
        meant |= Q(workspace=one.workspace_id) & mine
    return Session._base_manager.filter(meant, removed_at=None)
