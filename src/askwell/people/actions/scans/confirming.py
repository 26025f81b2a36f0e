"""A card becomes a person, or part of one who is there already; and back again."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.text import clean, in_script
from askwell.people.actions.addresses import put_point
from askwell.people.actions.events import meet_at_event, unmeet
from askwell.people.actions.facts import put_note, put_role, put_tie, touched
from askwell.people.actions.imports.taking_back import take_back
from askwell.people.actions.indexing import name_fields, reindex
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person, remove_person
from askwell.people.actions.scans.errors import CardInUseError, CardStateError
from askwell.people.actions.stopping import digests_of, settle_stops, take_stops_back
from askwell.people.actions.whereabouts import region_at, tell_moved
from askwell.people.choices import ContactKind, Decision, ScanState, TieKind
from askwell.people.models import (
    CardScan,
    ContactPoint,
    Encounter,
    ImportRow,
    Introduction,
    Merge,
    Organisation,
    Pair,
    Person,
    PersonTag,
    Role,
    Tie,
    persons_in_use,
)
from askwell.people.rules.organisations import organisation_key, organisation_keys


@dataclass(slots=True)
class _Changes:
    """What a card brought to a person who was there: new rows by kind, fields that were empty."""

    added: dict[str, list[str]] = field(default_factory=dict)
    filled: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, key: UUID) -> None:
        self.added.setdefault(kind, []).append(str(key))


@transaction.atomic
def confirm_card(
    *,
    workspace: Workspace,
    scan_id: UUID,
    details: PersonDetails,
    facts: FirstFacts,
    person_id: UUID | None,
    event_id: UUID | None,
    now: datetime,
) -> Person:
    """Keep what the card says: as a new person, or with `person_id`, whose own facts always win. `event_id` is
    where they were met.

    Raises CardStateError unless READY, CardScan.DoesNotExist, Person.DoesNotExist, Event.DoesNotExist, and as
    `add_person`.
    """
    scan = CardScan.objects.of(workspace).select_for_update().get(pk=scan_id)
    if scan.state != ScanState.READY:
        raise CardStateError(scan.state)
    if facts.organisation:
        _name_in_both_scripts(workspace, facts.organisation)
    changes: dict[str, Any]
    if person_id:
        person = touched(workspace, person_id, now)
        changes = _add_to(person, details, facts, now)
    else:
        person, changes = add_person(workspace=workspace, details=details, facts=facts, now=now), {"made": True}
    if event_id:
        changes |= _meet(workspace, person, event_id, now)
    changes["version"] = Person.objects.of(workspace).values_list("version", flat=True).get(pk=person.pk)
    scan.state, scan.person, scan.changes, scan.touched_at = ScanState.KEPT, person, changes, now
    scan.event_id = event_id
    scan.save(update_fields=["state", "person", "changes", "event", "touched_at"])
    return person


def _meet(workspace: Workspace, person: Person, event_id: UUID, now: datetime) -> dict[str, str]:
    """The encounter, if this card is what tells of it."""
    if Encounter.objects.of(workspace).filter(event=event_id, person=person).exists():
        return {}
    met = meet_at_event(workspace=workspace, event_id=event_id, person_id=person.pk, note="", now=now)
    return {"encounter": str(met.pk)}


def _add_to(person: Person, details: PersonDetails, facts: FirstFacts, now: datetime) -> dict[str, Any]:
    changes = _Changes()
    _fill_gaps(person, details, changes)
    if "place" in changes.filled:
        tell_moved(person.workspace, [person.pk], now)
    _add_points(person, facts, changes, now)
    _add_role(person, facts, changes)
    tied = Tie.objects.of(person.workspace).filter(person=person).exists()
    if not tied and (facts.tie_kind != TieKind.NONE or facts.how_met):
        tie = put_tie(person, kind=facts.tie_kind, strength=facts.strength, how_met=facts.how_met)
        changes.add("tie", tie.pk)
    if facts.note.strip():
        changes.add("note", put_note(person, text=facts.note, now=now).pk)
    reindex(person.workspace, [person.pk])
    if settle_stops(person.workspace, [person.pk], now):
        person.refresh_from_db()
    return {**changes.filled, "added": changes.added}


def _fill_gaps(person: Person, details: PersonDetails, changes: _Changes) -> None:
    """What of the name was not known, or only derived from the Chinese one, never half of one; where they live."""
    new = name_fields(details.given, details.family, details.native or person.native_name)
    names = ["native_name", "reading"] if not person.native_name else []
    names += ["given_name", "family_name"] if (details.given or details.family) and _is_derived(person) else []
    values = {name: new[name] for name in names} | ({"place": details.place[:120]} if not person.place else {})
    for name, value in values.items():
        if value and value != getattr(person, name):
            changes.filled[name] = [getattr(person, name), value]
            setattr(person, name, value)
    if changes.filled:
        if names[-1:] == ["family_name"]:
            person.sort_key = new["sort_key"]
        person.region = region_at(person.place, person.time_zone)
        person.save(update_fields=[*changes.filled, "region", "sort_key"])


def _is_derived(person: Person) -> bool:
    """Whether the Latin name is none, or what we made of the Chinese one ourselves."""
    ours = name_fields("", "", person.native_name)
    return (person.given_name, person.family_name) in (("", ""), (ours["given_name"], ours["family_name"]))


def _add_points(person: Person, facts: FirstFacts, changes: _Changes, now: datetime) -> None:
    typed = [(ContactKind.EMAIL, value) for value in facts.emails]
    typed += [(ContactKind.PHONE, value) for value in facts.phones]
    typed += [(ContactKind.LINK, value) for value in facts.links]
    typed += [(ContactKind.WECHAT, facts.wechat)] if facts.wechat else []
    there = set(ContactPoint.objects.of(person.workspace).filter(person=person).values_list("id", flat=True))
    today = day_in(person.workspace, now)
    for kind, value in typed:
        point = put_point(
            person, kind=kind, value=value, obtained=facts.obtained, obtained_on=today,
            obtained_from=facts.obtained_from,
        )  # fmt: skip
        if point.pk not in there:
            changes.add("contactpoint", point.pk)


def _add_role(person: Person, facts: FirstFacts, changes: _Changes) -> None:
    """A card says where somebody works now; an employer who is known already is not doubled."""
    if not (clean(facts.title) or clean(facts.organisation)):
        return
    current = Role.objects.of(person.workspace).filter(person=person, is_current=True)
    keys = set(current.values_list("organisation__key", flat=True))
    same = organisation_key(facts.organisation) in keys if facts.organisation else bool(keys)
    if not same:
        changes.add("role", put_role(person, title=facts.title, organisation=facts.organisation).pk)


def _name_in_both_scripts(workspace: Workspace, name: str) -> None:
    """An organisation that was known by its Latin name only learns the Chinese one beside it: a fuller name stays,
    also when the card is taken back."""
    latin, *chinese = organisation_keys(name)
    there = Organisation.objects.of(workspace).filter(key=latin).first() if chinese else None
    if there and len(organisation_keys(there.name)) == 1:
        there.name = clean(f"{there.name} {in_script(name, chinese=True)}", limit=200)
        there.save(update_fields=["name"])
        everyone = Role.objects.of(workspace).filter(organisation=there).values_list("person_id", flat=True)
        reindex(workspace, list(everyone.distinct()))


@transaction.atomic
def take_back_card(*, workspace: Workspace, scan_id: UUID, now: datetime) -> CardScan:
    """Undo of `confirm_card`: the person whom it made goes, or what it added to one; the card waits again, and knows
    as `changes["chosen"]` whom it was kept with ("" for somebody new).

    Raises CardScan.DoesNotExist, CardStateError unless KEPT, CardInUseError when more than the card is known of
    the person meanwhile: then nothing is changed.
    """
    scan = CardScan.objects.of(workspace).select_for_update().get(pk=scan_id)
    if scan.state != ScanState.KEPT or scan.person_id is None:
        raise CardStateError(scan.state)
    person_id, changes = scan.person_id, scan.changes
    if changes.get("made") and is_in_use(workspace, scan):
        raise CardInUseError
    if met := changes.get("encounter"):
        _unmeet(workspace, UUID(met), now)
    if not changes.get("made"):
        what = {name: value for name, value in changes.items() if name not in ("version", "encounter")}
        take_back(workspace, [ImportRow(pk=scan_id, person_id=person_id, changes=what)], since=scan.touched_at, now=now)
        touched(workspace, person_id, now)
    CardScan.objects.of(workspace).filter(pk=scan_id).update(
        state=ScanState.READY, person=None, touched_at=now,
        changes={"chosen": "" if changes.get("made") else str(person_id)},
    )  # fmt: skip
    if changes.get("made"):
        known_by = digests_of(workspace, [person_id])
        remove_person(workspace=workspace, person_id=person_id)
        take_stops_back(workspace, [], known_by, since=scan.touched_at, now=now)
    return CardScan.objects.of(workspace).get(pk=scan_id)


def _unmeet(workspace: Workspace, encounter_id: UUID, now: datetime) -> None:
    if Encounter.objects.of(workspace).filter(pk=encounter_id).exists():
        unmeet(workspace=workspace, encounter_id=encounter_id, now=now)


def is_in_use(workspace: Workspace, scan: CardScan) -> bool:
    """Whether the person whom this card made was edited, tagged, written to, introduced, told from others or merged
    since, or has a second card."""
    person_id = scan.person_id
    assert person_id, "a kept card"
    version = Person.objects.of(workspace).values_list("version", flat=True).get(pk=person_id)
    others = CardScan.objects.of(workspace).filter(person=person_id).exclude(pk=scan.pk)
    led = Introduction.objects.of(workspace).filter(Q(introducer=person_id) | Q(introduced=person_id))
    merged = Merge.objects.of(workspace).filter(person=person_id)
    rows = ImportRow.objects.of(workspace).filter(person=person_id)
    tags = PersonTag.objects.of(workspace).filter(person=person_id)  # a card brings none
    pairs = Pair.objects.of(workspace).filter(Q(one=person_id) | Q(other=person_id)).exclude(decision=Decision.OPEN)
    answers: list[tuple[Any, Any]] = persons_in_use.send(sender=Person, workspace=workspace, person_ids=[person_id])
    hanging = (others, led, merged, rows, tags, pairs)
    used = any(found for _, found in answers) or any(some.exists() for some in hanging)
    return used or version != scan.changes.get("version")
