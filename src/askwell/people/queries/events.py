"""Reads of networking events and of who was met there."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.lib.names import face
from askwell.people.choices import ScanState
from askwell.people.models import Encounter, Event
from askwell.people.queries.rows import PersonRow, rows_of

CHOICES = 50
LATEST = 200


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in the list: how many people were met there, how many of its cards wait to be confirmed."""

    id: UUID
    name: str
    held_on: date
    place: str
    met: int
    waiting: int


@dataclass(frozen=True, slots=True)
class MetThere:
    """Somebody who was met at an event."""

    encounter_id: UUID
    person_id: UUID
    latin: str
    native: str
    face: str
    title: str
    organisation: str
    note: str


def list_events(workspace: Workspace) -> list[EventLine]:
    """The latest events, newest first; one query."""
    waiting = Q(card_scans__state__in=(ScanState.READING, ScanState.READY))
    counted = Event.objects.of(workspace).filter(removed_at=None).annotate(
        met=Count("encounters", distinct=True), waiting=Count("card_scans", filter=waiting, distinct=True)
    )  # fmt: skip
    rows = counted.order_by("-held_on", "-id").values_list("id", "name", "held_on", "place", "met", "waiting")
    return [EventLine(*values) for values in rows[:LATEST]]


def event_choices(workspace: Workspace) -> list[tuple[UUID, str, date]]:
    """Events to choose from, the latest first, as (id, name, day)."""
    events = Event.objects.of(workspace).filter(removed_at=None).order_by("-held_on", "-id")
    return list(events.values_list("id", "name", "held_on")[:CHOICES])


def event_of(workspace: Workspace, event_id: UUID) -> Event:
    """Raises Event.DoesNotExist; one that was removed is still there, so that it can be brought back."""
    return Event.objects.of(workspace).get(pk=event_id)


def met_at(workspace: Workspace, event_id: UUID) -> list[MetThere]:
    """Who was met there, in the order they were written down; three queries."""
    encounters = Encounter.objects.of(workspace).filter(event=event_id).order_by("id")
    rows = list(encounters.values_list("person_id", "id", "note"))
    people = rows_of(workspace, [row[0] for row in rows])
    return [_met(people[person_id], key, note) for person_id, key, note in rows]


def _met(person: PersonRow, key: UUID, note: str) -> MetThere:
    letters = face(person.given, person.family, person.native)
    return MetThere(key, person.id, person.latin, person.native, letters, person.title, person.organisation, note)


def events_with(workspace: Workspace, person_id: UUID) -> list[tuple[UUID, str, date, str]]:
    """Where a person was met, as (event id, name, day, note), the latest first."""
    return [(key, name, held_on, note) for key, name, held_on, note in _events_with(workspace, person_id)]


@prepared
def _events_with(workspace: Workspace, person_id: UUID) -> "QuerySet[Any, Any]":
    met = Encounter.objects.of(workspace).filter(person=person_id, event__removed_at=None)
    return met.order_by("-event__held_on").values_list("event_id", "event__name", "event__held_on", "note")
