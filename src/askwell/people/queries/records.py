"""Everyone as `rules.linkage` compares them, a few queries for thousands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName
from askwell.people.choices import ContactKind, ImportState
from askwell.people.models import ContactPoint, ImportRow, Note, Person, Role
from askwell.people.rules.duplicates import is_stand_in
from askwell.people.rules.linkage import Job, Record
from askwell.people.rules.stored import record_from_json

BATCH = 5000
_ASKED_AT_ONCE = 500
_NAMES = ("id", "given_name", "family_name", "native_name", "reading", "nickname", "obtained")
_COMPARED = (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.LINK)
_NOTHING: Mapping[UUID, Sequence[PersonName]] = {}

Span = dict[str, Any]
"""The filter of a batch on rows that hang on persons."""


def records_of(
    workspace: Workspace,
    ids: Collection[UUID] | None = None,
    *,
    other_names: Mapping[UUID, Sequence[PersonName]] = _NOTHING,
) -> Iterator[tuple[UUID, Record]]:
    """(id, record) of everyone in the order of ids, archived ones too, or only of those with these `ids`.

    Five queries for each 5,000 persons (500 where `ids` are given), so it can be walked with progress. A record
    holds all addresses, all roles with their dates, all notes, and what merged rows of imports call the person and the
    employer otherwise. `other_names`: what else a person is called.
    """
    for names, span in _of_ids(workspace, ids) if ids is not None else _of_everyone(workspace):
        yield from _records(workspace, names, span, other_names)


def _of_everyone(workspace: Workspace) -> Iterator[tuple[list[Any], Span]]:
    after = UUID(int=0)
    while names := list(
        Person.objects.of(workspace).filter(id__gt=after).order_by("id").values_list(*_NAMES)[:BATCH]
    ):  # fmt: skip
        after = names[-1][0]
        yield names, {"person__gte": names[0][0], "person__lte": after}


def _of_ids(workspace: Workspace, ids: Collection[UUID]) -> Iterator[tuple[list[Any], Span]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _ASKED_AT_ONCE):
        some = ordered[start : start + _ASKED_AT_ONCE]
        names = Person.objects.of(workspace).filter(id__in=some).order_by("id").values_list(*_NAMES)
        yield list(names), {"person__in": some}


def _records(
    workspace: Workspace, names: list[Any], span: Span, other_names: Mapping[UUID, Sequence[PersonName]]
) -> Iterator[tuple[UUID, Record]]:
    points, jobs, notes = _points(workspace, span), _jobs(workspace, span), _notes(workspace, span)
    called = _merged_rows(workspace, span, jobs)
    for person_id, given, family, native, reading, nickname, obtained in names:
        name = PersonName() if is_stand_in(given) else PersonName(given, family, native, reading, nickname)
        yield (
            person_id,
            Record(
                name,
                (*called[person_id], *other_names.get(person_id, ())),
                tuple(points[person_id, ContactKind.EMAIL]),
                tuple(points[person_id, ContactKind.PHONE]),
                tuple(points[person_id, ContactKind.LINK]),
                tuple(jobs[person_id]),
                tuple(notes[person_id]),
                obtained,
            ),
        )


def _points(workspace: Workspace, span: Span) -> dict[tuple[UUID, str], list[str]]:
    found: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    points = ContactPoint.objects.of(workspace).filter(**span, kind__in=_COMPARED).order_by("id")
    for person_id, kind, value, key in points.values_list("person_id", "kind", "value", "key"):
        found[person_id, kind].append(value if kind == ContactKind.LINK else key)
    return found


def _jobs(workspace: Workspace, span: Span) -> dict[UUID, list[Job]]:
    found: dict[UUID, list[Job]] = defaultdict(list)
    roles = Role.objects.of(workspace).filter(**span).order_by("-is_current", "-id")
    fields = ("person_id", "organisation__name", "title", "started_on", "ended_on")
    for person_id, organisation, title, started_on, ended_on in roles.values_list(*fields):
        found[person_id].append(Job(organisation or "", title, started_on, ended_on))
    return found


def _merged_rows(workspace: Workspace, span: Span, jobs: dict[UUID, list[Job]]) -> dict[UUID, list[PersonName]]:
    """Names as merged rows had them; their roles that the person does not have are put to `jobs`."""
    found: dict[UUID, list[PersonName]] = defaultdict(list)
    rows = ImportRow.objects.of(workspace).filter(**span, source_import__state=ImportState.DONE).exclude(record={})
    for person_id, stored in rows.order_by("id").values_list("person_id", "record"):
        record = record_from_json(stored)
        if record.name != PersonName():
            found[person_id].append(record.name)
        held = {(job.organisation, job.title) for job in jobs[person_id]}
        if (record.organisation or record.title) and (record.organisation, record.title) not in held:
            jobs[person_id].append(Job(record.organisation, record.title))
    return found


def _notes(workspace: Workspace, span: Span) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for person_id, text in Note.objects.of(workspace).filter(**span).order_by("id").values_list("person_id", "text"):
        found[person_id].append(text)
    return found
