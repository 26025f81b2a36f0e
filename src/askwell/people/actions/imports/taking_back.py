"""What a merge filled, emptied again where it is unchanged."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName
from askwell.people.actions.imports.writing import filled
from askwell.people.actions.indexing import recount, reindex, sort_key
from askwell.people.models import ContactPoint, ImportRow, Note, Person, PersonTag, Role, Tie

_ADDED: dict[str, Any] = {
    "contactpoint": ContactPoint, "role": Role, "tie": Tie, "note": Note, "persontag": PersonTag
}  # fmt: skip


def take_back(workspace: Workspace, rows: Collection[ImportRow]) -> None:
    """Undo the `changes` of merged rows: rows that came are deleted, filled fields emptied where they still
    hold what was filled in."""
    added: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        for kind, ids in row.changes.get("added", {}).items():
            added[kind] += [UUID(id) for id in ids]
    employers = _delete(workspace, added)
    people = {
        person.pk: person for person in Person.objects.of(workspace).filter(id__in=[row.person_id for row in rows])
    }
    for row in rows:
        if row.person_id in people:
            _empty(people[row.person_id], row.changes)
    recount(workspace, employers)
    reindex(workspace, list(people))


def _delete(workspace: Workspace, added: dict[str, list[UUID]]) -> list[UUID | None]:
    roles = Role.objects.of(workspace).filter(id__in=added["role"])
    employers: list[UUID | None] = list(roles.values_list("organisation_id", flat=True))
    for kind, ids in added.items():
        _ADDED[kind].objects.of(workspace).filter(id__in=ids).delete()
    return employers


def _empty(person: Person, changes: dict[str, Any]) -> None:
    fields = [name for name in changes if name != "added"]
    emptied = [name for name in fields if filled(getattr(person, name)) == changes[name][1]]
    for field in emptied:
        before = changes[field][0]
        setattr(person, field, before or (None if field == "known_since" else ""))
    if emptied:
        name = PersonName(person.given_name, person.family_name, person.native_name, person.reading)
        person.sort_key = sort_key(name)
        person.save(update_fields=[*emptied, "sort_key"])
