"""Networking events, and who was met there."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.people.actions.errors import UnreadableAddressError
from askwell.people.actions.facts import put_tie, touched
from askwell.people.actions.indexing import reindex
from askwell.people.actions.persons import archive_person, restore_person
from askwell.people.choices import ContactKind, Strength, TieKind
from askwell.people.models import Encounter, Event, Tie, encounters_changed


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
    """Ties that only say that somebody was met there say its new name. Raises as `add_event`, and
    Event.DoesNotExist."""
    event, fields = Event.objects.of(workspace).get(pk=event_id), _fields(facts)
    Event.objects.of(workspace).filter(pk=event_id).update(**fields)
    if fields["name"] != event.name:
        _rename(workspace, event, fields["name"])
    _tell_of_all(workspace, event_id, now)


def _rename(workspace: Workspace, event: Event, name: str) -> None:
    made = Encounter.objects.of(workspace).filter(event=event, made_tie=True)
    ids = list(made.values_list("person_id", flat=True))
    _ties(workspace, event.name).filter(person__in=ids).update(how_met=name)
    reindex(workspace, ids)


@transaction.atomic
def remove_event(*, workspace: Workspace, event_id: UUID, now: datetime) -> None:
    """Take an event off the list, with the duties it brought; who was met there stays. Raises Event.DoesNotExist."""
    _set_removed(workspace, event_id, now)
    _tell_of_all(workspace, event_id, now)


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
    untied = not Tie.objects.of(workspace).filter(person=person).exists()
    encounter, _ = Encounter.objects.of(workspace).update_or_create(
        workspace=workspace,
        event=event,
        person=person,
        defaults=({"note": said} if said else {}) | ({"made_tie": True} if untied else {}),
        create_defaults={"note": said, "met_at": now, "made_tie": untied},
    )
    if untied:
        put_tie(person, kind=TieKind.MET_AT_EVENT, strength=Strength.SLIGHT, how_met=event.name)
        reindex(workspace, [person_id])
    _tell(workspace, person_id, now)
    return encounter


@transaction.atomic
def unmeet(*, workspace: Workspace, encounter_id: UUID, now: datetime) -> Encounter:
    """They were not met there after all: a tie that only said so says where else they were met first, or goes.
    Returns what was removed.

    Raises Encounter.DoesNotExist.
    """
    encounter = Encounter.objects.of(workspace).select_related("event").get(pk=encounter_id)
    Encounter.objects.of(workspace).filter(pk=encounter_id).delete()
    if encounter.made_tie:
        _untie(workspace, encounter)
    touched(workspace, encounter.person_id, now)
    reindex(workspace, [encounter.person_id])
    _tell(workspace, encounter.person_id, now)
    return encounter


@transaction.atomic
def unmeet_newcomer(*, workspace: Workspace, encounter_id: UUID, now: datetime) -> Encounter:
    """Undo of the line that told of somebody new who was met: as `unmeet`, and they are archived."""
    encounter = unmeet(workspace=workspace, encounter_id=encounter_id, now=now)
    archive_person(workspace=workspace, person_id=encounter.person_id, now=now)
    return encounter


@transaction.atomic
def meet_newcomer_again(
    *, workspace: Workspace, event_id: UUID, person_id: UUID, note: str, now: datetime
) -> Encounter:
    """Undo of `unmeet_newcomer`. Raises as `meet_at_event`."""
    restore_person(workspace=workspace, person_id=person_id, now=now)
    return meet_at_event(workspace=workspace, event_id=event_id, person_id=person_id, note=note, now=now)


def _untie(workspace: Workspace, encounter: Encounter) -> None:
    tie = _ties(workspace, encounter.event.name).filter(person=encounter.person_id)
    others = Encounter.objects.of(workspace).filter(person=encounter.person_id).select_related("event")
    before = others.order_by("event__held_on", "pk").first()
    if before is None:
        tie.delete()
    elif tie.update(how_met=before.event.name):
        Encounter.objects.of(workspace).filter(pk=before.pk).update(made_tie=True)


def _ties(workspace: Workspace, event: str) -> QuerySet[Tie]:
    """Ties that say no more than that somebody was met there."""
    return Tie.objects.of(workspace).filter(kind=TieKind.MET_AT_EVENT, how_met=event)


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
    for person_id in Encounter.objects.of(workspace).filter(event=event_id).values_list("person_id", flat=True):
        _tell(workspace, person_id, now)


def _tell(workspace: Workspace, person_id: UUID, now: datetime) -> None:
    encounters_changed.send(Event, workspace=workspace, person_id=person_id, now=now)
