"""A record that belongs to somebody there already: only gaps are filled, and what was filled is remembered."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from askwell.people.actions.bulk import update_rows
from askwell.people.actions.imports.telling import RoleKey, filled, notes_of, role_key, stopped_since, tags_of
from askwell.people.actions.imports.writing import Writer
from askwell.people.actions.indexing import reindex, sort_key
from askwell.people.actions.stopping import settle_stops, stop_contacting
from askwell.people.actions.whereabouts import region_at, tell_moved
from askwell.people.models import ContactPoint, ImportRow, Note, Person, PersonTag, Role, Tie
from askwell.people.rules.duplicates import is_stand_in
from askwell.people.rules.tags import tag_key
from askwell.protocols.contacts import ContactRecord

Merge = tuple[UUID, ContactRecord, UUID]
"""(import row, record, person)"""

_GAPS = (
    "given_name", "family_name", "native_name", "reading", "nickname", "place", "time_zone", "known_since", "languages",
)  # fmt: skip
_SAVED = (*_GAPS, "region", "sort_key")


def merge_records(writer: Writer, merges: Sequence[Merge]) -> None:
    """Fill the gaps of these persons, in the caller's transaction. Their own values always win, but who a record says
    is not to be contacted is not.

    Flushes the writer. Two records of one person in one call are merged one after the other.
    """
    there = _There(writer, [person for _, _, person in merges])
    changed: set[UUID] = set()
    rows = []
    for row_id, record, person_id in merges:
        changes = there.merge(person_id, record)
        if changes:
            changed.add(person_id)
        rows.append((person_id, json.dumps(changes, ensure_ascii=False), row_id))
    writer.flush()
    there.save()
    update_rows(ImportRow, ("person_id", "changes"), rows, workspace=writer.workspace)
    reindex(writer.workspace, {person_id for _, _, person_id in merges})
    tell_moved(writer.workspace, there.moved, writer.now)
    if changed:
        settle_stops(writer.workspace, changed, writer.now)
    _stop(writer, merges)


def _stop(writer: Writer, merges: Sequence[Merge]) -> None:
    """An export of ours says of some that they asked not to be contacted: it holds for who is there, too, and stays
    when the import is taken back."""
    told = {person_id: record.own for _, record, person_id in merges if record.own and record.own.stopped}
    free = Person.objects.of(writer.workspace).filter(id__in=told, do_not_contact_at=None) if told else None
    for person_id in free.values_list("id", flat=True) if free else ():
        own = told[person_id]
        since = stopped_since(own, writer.now)
        stop_contacting(
            workspace=writer.workspace, person_id=person_id, why=own.stopped_why, since=since, now=writer.now
        )


class _There:
    """What the persons of a chunk have already, in a handful of queries."""

    def __init__(self, writer: Writer, person_ids: list[UUID]) -> None:
        self._writer = writer
        of = {"workspace": writer.workspace, "ids": person_ids}
        people = Person.objects.of(writer.workspace).filter(id__in=person_ids).only(*_SAVED)
        self._people = {person.pk: person for person in people}
        self._points: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
        for person_id, kind, key in _of(ContactPoint, of, "kind", "key"):
            self._points[person_id].add((kind, key))
        self._roles: dict[UUID, set[RoleKey]] = defaultdict(set)
        for person_id, organisation, title in _of(Role, of, "organisation__name", "title"):
            self._roles[person_id].add(role_key(organisation or "", title))
        self._tied = {person_id for person_id, _ in _of(Tie, of, "id")}
        self._notes: dict[UUID, set[str]] = defaultdict(set)
        for person_id, text in _of(Note, of, "text"):
            self._notes[person_id].add(text)
        self._tags: dict[UUID, set[str]] = defaultdict(set)
        for person_id, key in _of(PersonTag, of, "tag__key"):
            self._tags[person_id].add(key)
        self._dirty: set[UUID] = set()
        self.moved: set[UUID] = set()
        """Those who live elsewhere now than was known."""

    def merge(self, person_id: UUID, record: ContactRecord) -> dict[str, Any]:
        """What was filled: field → [before, after]; "added": {kind of row: ids}."""
        person = self._people.get(person_id)
        if person is None:
            return {}
        added = {kind: [str(id) for id in ids] for kind, ids in self._added(person_id, record).items()}
        came = {kind: ids for kind, ids in added.items() if ids}
        return {**self._fill(person, record), **({"added": came} if came else {})}

    def _fill(self, person: Person, record: ContactRecord) -> dict[str, Any]:
        found, names = _gap_values(record), _name_values(record)
        if person.place or person.time_zone:
            del found["time_zone"]  # the clock of another place
        nameless = not (person.given_name or person.family_name) or is_stand_in(person.given_name)
        if any(names.values()) and (nameless or not person.native_name):
            kept = () if nameless else ("given_name", "family_name")
            found |= {field: value for field, value in names.items() if field not in kept}
        changes: dict[str, Any] = {}
        for field, value in found.items():
            before = getattr(person, field)
            if value and value != before and (not before or (nameless and field in names)):
                changes[field] = [filled(before), filled(value)]
                setattr(person, field, value)
        if "place" in changes or "time_zone" in changes:
            person.region = region_at(person.place, person.time_zone)
            self.moved.add(person.pk)
        if changes:
            if nameless and any(names.values()):
                person.sort_key = sort_key(record.name)
            self._dirty.add(person.pk)
        return changes

    def _added(self, person_id: UUID, record: ContactRecord) -> dict[str, list[UUID]]:
        return {
            "contactpoint": self._writer.points(person_id, record, self._points[person_id]),
            "role": self._writer.roles(person_id, record, self._roles[person_id]),
            "tie": self._add_ties(person_id, record),
            "note": [*self._add_notes(person_id, record)],
            "persontag": [id for tag in tags_of(record) if (id := self._add_tag(person_id, tag))],
        }

    def _add_ties(self, person_id: UUID, record: ContactRecord) -> list[UUID]:
        if person_id in self._tied:
            return []
        self._tied.add(person_id)
        return self._writer.ties(person_id, record)

    def _add_notes(self, person_id: UUID, record: ContactRecord) -> Iterator[UUID]:
        for text, written_at in notes_of(record):
            if text not in self._notes[person_id]:
                self._notes[person_id].add(text)
                yield self._writer.note(person_id, text, written_at)

    def _add_tag(self, person_id: UUID, name: str) -> UUID | None:
        if tag_key(name) in self._tags[person_id]:
            return None
        self._tags[person_id].add(tag_key(name))
        return self._writer.tag(person_id, name)

    def save(self) -> None:
        rows = [self._people[person_id] for person_id in self._dirty]
        update_rows(
            Person,
            _SAVED,
            [(*(getattr(person, field) for field in _SAVED), person.pk) for person in rows],
            workspace=self._writer.workspace,
        )


def _of(model: Any, of: dict[str, Any], *fields: str) -> Any:
    return model.objects.of(of["workspace"]).filter(person__in=of["ids"]).values_list("person_id", *fields)


def _gap_values(record: ContactRecord) -> dict[str, date | str | None]:
    return {
        "place": record.place[:120],
        "time_zone": record.own.time_zone[:64] if record.own else "",
        "known_since": record.known_since,
        "languages": " ".join(record.languages)[:60],
    }


def _name_values(record: ContactRecord) -> dict[str, date | str | None]:
    name = record.name
    return {
        "given_name": name.given[:120],
        "family_name": name.family[:120],
        "native_name": name.native[:60],
        "reading": name.reading[:120],
        "nickname": name.nickname[:60],
    }
