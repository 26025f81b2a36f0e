"""Networking events, and who was met there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.people.actions.errors import UnreadableAddressError
from askwell.people.actions.facts import put_tie, touched
from askwell.people.actions.indexing import reindex
from askwell.people.choices import ContactKind, Strength, TieKind
from askwell.people.models import Encounter, Event, Tie, met_at_event, not_met_after_all


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is known of an event. `held_on` is its day where it took place; `link` a web address or empty."""

    name: str
    held_on: date
    place: str = ""
    link: str = ""
    note: str = ""


@transaction.atomic
def add_event(*, workspace: Workspace, facts: EventFacts, now: datetime) -> Event:
    """Raises ValueError without a name, UnreadableAddressError for a link that is none."""
    event = Event(workspace=workspace, created_at=now)
    for name, value in _fields(facts).items():
        setattr(event, name, value)
    event.save(force_insert=True)
    return event


@transaction.atomic
def edit_event(*, workspace: Workspace, event_id: UUID, facts: EventFacts, now: datetime) -> None:
    """Raises as `add_event`, and Event.DoesNotExist."""
    if Event.objects.of(workspace).filter(pk=event_id).update(**_fields(facts)) != 1:
        raise Event.DoesNotExist
    _tell_of_all(workspace, event_id, now)


@transaction.atomic
def remove_event(*, workspace: Workspace, event_id: UUID, now: datetime) -> None:
    """Take an event off the list, with the duties it brought; who was met there stays. Raises Event.DoesNotExist."""
    _set_removed(workspace, event_id, now)
    for encounter in Encounter.objects.of(workspace).filter(event=event_id):
        _tell_not(encounter, now)


@transaction.atomic
def restore_event(*, workspace: Workspace, event_id: UUID, now: datetime) -> None:
    """Undo of `remove_event`. Raises Event.DoesNotExist."""
    _set_removed(workspace, event_id, None)
    _tell_of_all(workspace, event_id, now)


@transaction.atomic
def meet_at_event(*, workspace: Workspace, event_id: UUID, person_id: UUID, note: str, now: datetime) -> Encounter:
    """They were met there, and are tied to the seeker by it if they had no tie. Once more the same: the same
    encounter, with this note if it has one. Raises Event.DoesNotExist, Person.DoesNotExist."""
    event = Event.objects.of(workspace).get(pk=event_id)
    person = touched(workspace, person_id, now)
    said = clean(note, limit=300)
    encounter, _ = Encounter.objects.of(workspace).update_or_create(
        workspace=workspace,
        event=event,
        person=person,
        defaults={"note": said} if said else {},
        create_defaults={"note": said, "met_at": now},
    )
    if not Tie.objects.of(workspace).filter(person=person).exists():
        put_tie(person, kind=TieKind.MET_AT_EVENT, strength=Strength.SLIGHT, how_met=event.name)
        reindex(workspace, [person_id])
    if not event.removed_at:
        _tell(encounter, event, now)
    return encounter


@transaction.atomic
def unmeet(*, workspace: Workspace, encounter_id: UUID, now: datetime) -> Encounter:
    """They were not met there after all: a tie that only said so goes too. Returns what was removed.

    Raises Encounter.DoesNotExist.
    """
    encounter = Encounter.objects.of(workspace).select_related("event").get(pk=encounter_id)
    only_this = {"kind": TieKind.MET_AT_EVENT, "how_met": encounter.event.name}
    Tie.objects.of(workspace).filter(person=encounter.person_id, **only_this).delete()
    _tell_not(encounter, now)
    Encounter.objects.of(workspace).filter(pk=encounter_id).delete()
    touched(workspace, encounter.person_id, now)
    reindex(workspace, [encounter.person_id])
    return encounter


def _fields(facts: EventFacts) -> dict[str, Any]:
    name = clean(facts.name, limit=200)
    if not name:
        raise ValueError("an event without a name")
    link = normalise_link(facts.link) if facts.link.strip() else ""
    if link is None or len(link) > 500:
        raise UnreadableAddressError(ContactKind.LINK.value)
    note = clean_block(facts.note, limit=20_000)
    return {"name": name, "held_on": facts.held_on, "place": clean(facts.place, limit=200), "link": link, "note": note}


def _set_removed(workspace: Workspace, event_id: UUID, removed_at: datetime | None) -> None:
    if Event.objects.of(workspace).filter(pk=event_id).update(removed_at=removed_at) != 1:
        raise Event.DoesNotExist


def _tell_of_all(workspace: Workspace, event_id: UUID, now: datetime) -> None:
    for encounter in Encounter.objects.of(workspace).filter(event=event_id).select_related("event"):
        _tell(encounter, encounter.event, now)


def _tell(encounter: Encounter, event: Event, now: datetime) -> None:
    met_at_event.send(
        Event, workspace=encounter.workspace, person_id=encounter.person_id, event_id=event.pk, event=event.name,
        on=event.held_on, now=now,
    )  # fmt: skip


def _tell_not(encounter: Encounter, now: datetime) -> None:
    whom = {"person_id": encounter.person_id, "event_id": encounter.event_id}
    not_met_after_all.send(Event, workspace=encounter.workspace, **whom, now=now)
