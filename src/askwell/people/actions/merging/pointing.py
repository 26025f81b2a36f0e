"""What points at persons, in every app: found in Django's own registry, so that no table is forgotten."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db import IntegrityError, models, transaction

from askwell.accounts.models import Workspace, WorkspaceModel
from askwell.lib.ids import uuid7
from askwell.people.models import Person

Kept = dict[str, Any]
"""A row as Django's serialiser writes it: model, pk, fields."""

Hold = Callable[[Workspace, "Pointer", UUID, UUID], Collection[UUID]]
"""(workspace, pointer, gone, person) → rows that must not stand beside the person's own."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """One foreign key to persons."""

    model: type[WorkspaceModel]
    field: str

    @property
    def label(self) -> str:
        """people.Note.person"""
        return f"{self.model._meta.label}.{self.field}"

    def rows(self, workspace: Workspace, person_id: UUID) -> "models.QuerySet[Any]":
        """The rows that point at this person."""
        return self.model.objects.of(workspace).filter(**{self.field: person_id})


@dataclass(frozen=True, slots=True)
class Moved:
    """`moved`: label of a pointer → ids of the rows that point elsewhere now; `held`: rows taken out."""

    moved: dict[str, list[str]]
    held: list[Kept]


def pointers() -> list[Pointer]:
    """Every foreign key to persons, in the order of their apps."""
    relations = Person._meta.get_fields(include_hidden=True)
    found = [
        Pointer(_tenant(relation.related_model), relation.field.name)
        for relation in relations
        if isinstance(relation, models.ManyToOneRel)
    ]
    return sorted(found, key=lambda pointer: pointer.label)


def repoint(workspace: Workspace, gone: UUID, person: UUID, hold: Hold) -> Moved:
    """Let everything that points at `gone` point at `person`; what `hold` names, or what a unique key keeps from
    standing twice, is taken out and returned. In the caller's transaction."""
    moved: dict[str, list[str]] = {}
    held: list[Kept] = []
    for pointer in pointers():
        ids = list(pointer.rows(workspace, gone).order_by("pk").values_list("pk", flat=True))
        if not ids:
            continue
        twins = set(hold(workspace, pointer, gone, person))
        over = _move(workspace, pointer, [key for key in ids if key not in twins], person)
        staying = twins | over
        held += _take_out(pointer.model.objects.of(workspace).filter(pk__in=staying))
        if went := [str(key) for key in ids if key not in staying]:
            moved[pointer.label] = went
    return Moved(moved, held)


def _move(workspace: Workspace, pointer: Pointer, ids: list[UUID], person: UUID) -> set[UUID]:
    """Point these rows at the person, together or else one by one. Returns those that could not."""
    try:
        with transaction.atomic():
            pointer.model.objects.of(workspace).filter(pk__in=ids).update(**{pointer.field: person})
    except IntegrityError:
        return {key for key in ids if len(ids) == 1 or _move(workspace, pointer, [key], person)}
    return set()


def _take_out(rows: "models.QuerySet[Any]") -> list[Kept]:
    found = list(rows)
    for row in found:
        if any(isinstance(one, models.ManyToOneRel) for one in row._meta.get_fields(include_hidden=True)):
            raise TypeError(f"{row._meta.label} cannot be held: rows hang on it")
    kept = as_kept(found)
    for row in found:
        row.delete()
    return kept


def as_kept(rows: Iterable[models.Model]) -> list[Kept]:
    """Rows as JSON values."""
    written: list[Kept] = json.loads(serializers.serialize("json", rows))
    return written


def point_back(workspace: Workspace, moved: dict[str, list[str]], person: UUID, gone: UUID) -> None:
    """Let those of the moved rows that still point at `person` point at `gone` again."""
    for pointer in pointers():
        ids = [UUID(key) for key in moved.get(pointer.label, ())]
        theirs = pointer.rows(workspace, person).filter(pk__in=ids)
        _move(workspace, pointer, list(theirs.values_list("pk", flat=True)), gone)


def bring_back(workspace: Workspace, kept: Kept, renamed: dict[UUID, UUID]) -> UUID | None:
    """Insert a row that was taken out. `renamed`: ids that became others. Returns its id.

    None when what it cannot be without is gone: a tag that nobody bears any more. What it merely mentions and
    is gone stays empty. An id that some other row has got meanwhile is renewed; nothing is ever overwritten.
    """
    (deserialised,) = serializers.deserialize("python", [kept], ignorenonexistent=True)
    row: Any = deserialised.object
    row.workspace = workspace
    for field in _foreign_keys(type(row)):
        key = getattr(row, field.attname)
        key = renamed.get(key, key)
        there = key and _tenant(field.related_model).objects.of(workspace).filter(pk=key).exists()
        if key and not there and not field.null:
            return None
        setattr(row, field.attname, key if there else None)
    if type(row)._base_manager.filter(pk=row.pk).exists():
        row.pk = uuid7()
    return UUID(str(row.pk)) if _inserted(row) else None


def _tenant(model: Any) -> type[WorkspaceModel]:
    table: type[models.Model] = model
    assert issubclass(table, WorkspaceModel), table
    return table


def _inserted(row: models.Model) -> bool:
    """False where a row that says the same came meanwhile."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _foreign_keys(model: type[models.Model]) -> Iterator["models.ForeignKey[Any, Any]"]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name != "workspace":
            yield field
