"""What a merge filled, emptied again where it is unchanged."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName
from askwell.people.actions.imports.telling import filled
from askwell.people.actions.indexing import recount, reindex, sort_key
from askwell.people.actions.merging.filling import COLUMNS, own_row, wholes_of
from askwell.people.actions.merging.taking_back import take_rows_back
from askwell.people.actions.stopping import digests_of, take_stops_back
from askwell.people.actions.whereabouts import region_at, tell_moved, whereabouts_of
from askwell.people.models import ContactPoint, ImportRow, Note, Person, PersonTag, Role, Tie

_ADDED: dict[str, Any] = {
    "contactpoint": ContactPoint, "role": Role, "tie": Tie, "note": Note, "persontag": PersonTag
}  # fmt: skip


def take_back(workspace: Workspace, rows: Collection[ImportRow], *, since: datetime, now: datetime) -> None:
    """Undo the `changes` of merged rows, which came after `since`: rows that came are deleted, filled fields emptied
    where they still hold what was filled in, and what was remembered of who asked not to be contacted is forgotten
    with it. Of a row whose person became part of another since, only that person's own."""
    asked = Person.objects.of(workspace).filter(id__in=[row.person_id for row in rows], do_not_contact_at__isnull=False)
    stopped = list(asked.values_list("id", flat=True))
    known_by = digests_of(workspace, stopped) if stopped else set()
    lived = whereabouts_of(workspace, {row.person_id for row in rows if row.person_id})
    added: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        for kind, ids in row.changes.get("added", {}).items():
            added[kind] += [UUID(id) for id in ids]
    people = Person.objects.of(workspace).filter(id__in=[row.person_id for row in rows])
    roles = Role.objects.of(workspace).filter(person__in=people)
    employers = list(roles.values_list("organisation_id", flat=True))
    for kind, ids in added.items():
        take_rows_back(workspace, _ADDED[kind], ids, [person.pk for person in people])
    for whole in wholes_of(workspace, people):
        before = own_row(whole.person)
        whole.strip()
        for row in rows:
            if row.person_id == whole.person.pk:
                _empty(whole.whose(row.pk), row.changes)
        whole.fill()
        if own_row(whole.person) != before:
            whole.person.save(update_fields=COLUMNS)
    recount(workspace, employers)
    reindex(workspace, [person.pk for person in people])
    if stopped:
        take_stops_back(workspace, stopped, known_by, since=since, now=now)
    live = whereabouts_of(workspace, lived)
    tell_moved(workspace, [person_id for person_id, where in live.items() if where != lived[person_id]], now)


def _empty(person: Person, changes: dict[str, Any]) -> None:
    """Empty, in memory, what still holds what was filled in."""
    emptied = [name for name in changes if name != "added" and filled(getattr(person, name)) == changes[name][1]]
    for field in emptied:
        setattr(person, field, changes[field][0] or (None if field == "known_since" else ""))
    if "place" in emptied or "time_zone" in emptied:
        person.region = region_at(person.place, person.time_zone)
    if emptied:
        name = PersonName(person.given_name, person.family_name, person.native_name, person.reading)
        person.sort_key = sort_key(name)
