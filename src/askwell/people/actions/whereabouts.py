"""Where somebody lives: the region follows from it, and who counts days by it is told."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.places import region_of
from askwell.people.models import Encounter, Person, persons_in_use, whereabouts_changed

WHEREABOUTS = ("place", "region", "time_zone", "keeps_lunar_new_year")

Whereabouts = dict[UUID, tuple[Any, ...]]
"""By person, the values of `WHEREABOUTS`."""


def region_at(place: str, time_zone: str) -> str:
    """The region for business days; empty where nothing is known."""
    return region_of(place, time_zone) if place or time_zone else ""


def whereabouts_of(workspace: Workspace, person_ids: Iterable[UUID]) -> Whereabouts:
    """Where these persons live now."""
    people = Person.objects.of(workspace).filter(id__in=list(person_ids))
    return {person_id: values for person_id, *values in people.values_list("id", *WHEREABOUTS)}


def tell_moved(workspace: Workspace, person_ids: Collection[UUID], now: datetime) -> None:
    """Call it in the same transaction when the whereabouts of many changed: those are told of on whom something with
    a date hangs. Two queries more than what is told brings."""
    if not person_ids:
        return
    answers: list[tuple[Any, Any]] = persons_in_use.send(
        sender=Person, workspace=workspace, person_ids=list(person_ids)
    )
    met = Encounter.objects.of(workspace).filter(person__in=person_ids).values_list("person_id", flat=True)
    for person_id in sorted({*met, *(one for _, found in answers for one in found or ())}):
        whereabouts_changed.send(Person, workspace=workspace, person_id=person_id, now=now)
