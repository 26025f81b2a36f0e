"""Sessions that seekers are expected at, for their own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.programmes.models import Participant, Session


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


def mine_sessions(participant: Participant, zone: str, now: datetime) -> list[MySession]:
    """The next first; `zone` is the programme's. One query."""
    rows = _of(participant).filter(starts_at__gte=now).order_by("starts_at", "id")
    told = rows.values_list("pk", "title", "starts_at", "minutes", "place", "about")
    return [MySession(*row, zone) for row in told]


def my_session(participants: Sequence[Participant], session_id: UUID) -> Session:
    """One that somebody with these rows is expected at. Raises Session.DoesNotExist."""
    for one in participants:
        if row := _of(one).filter(pk=session_id).first():
            return row
    raise Session.DoesNotExist


def _of(one: Participant) -> QuerySet[Session]:
    mine = Q(cohort=None) | Q(cohort=one.cohort_id) if one.cohort_id else Q(cohort=None)
    return Session.objects.of(one.workspace).filter(mine, removed_at=None)
