"""What points at persons, in every app: found in Django's own registry, so that no table is forgotten."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, models, transaction

from askwell.accounts.models import Workspace, WorkspaceModel
from askwell.lib.ids import uuid7
from askwell.people.models import Merge, Person

Kept = dict[str, Any]
"""A row as Django's serialiser writes it: model, pk, fields."""

Hold = Callable[[Workspace, "Pointer", UUID, UUID], Collection[UUID]]
"""(workspace, pointer, gone, person) → rows of either that must not stand beside the other's."""

MayStand = Callable[[Any], bool]
"""Whether a row that was taken out can stand as it points now."""

MERGES = f"{Merge._meta.label}.person"
"""Under this label `Merge.moved` has the merges that it swallowed."""


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
        held += take_out(pointer.model.objects.of(workspace).filter(pk__in=twins))
        over = _move(workspace, pointer, [key for key in ids if key not in twins], person)
        held += take_out(pointer.model.objects.of(workspace).filter(pk__in=over))
        if went := [str(key) for key in ids if key not in twins | over]:
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


def take_out(rows: "models.QuerySet[Any]") -> list[Kept]:
    """Delete these rows and return them. Raises TypeError where other rows hang on them."""
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
    """Let those of the moved rows that still point at `person` point at `gone` again; those too that another merge
    holds."""
    for pointer in pointers():
        ids = [UUID(key) for key in moved.get(pointer.label, ())]
        theirs = pointer.rows(workspace, person).filter(pk__in=ids)
        _move(workspace, pointer, list(theirs.values_list("pk", flat=True)), gone)
    for merge in Merge.objects.of(workspace).filter(held__icontains=str(person)):
        for kept in merge.held:
            _point_held_back(kept, moved, str(person), str(gone))
        merge.save(update_fields=["held"])


def _point_held_back(kept: Kept, moved: dict[str, list[str]], person: str, gone: str) -> None:
    label = apps.get_model(kept["model"])._meta.label
    names = [name for name, value in kept["fields"].items() if value == person]
    names = [name for name in names if kept["pk"] in moved.get(f"{label}.{name}", ())]
    kept["fields"] |= dict.fromkeys(names, gone)


def bring_back(workspace: Workspace, kept: Kept, renamed: dict[UUID, UUID], may_stand: MayStand) -> UUID | None:
    """Insert a row that was taken out. `renamed`: ids that became others. Returns its id.

    None when what it cannot be without is gone: a tag that nobody bears any more. What it merely mentions and
    is gone stays empty. Where it names somebody who is part of another by now, it names that one until they are
    parted; None when it may not stand so: then that other merge holds it. An id that some other row has got
    meanwhile is renewed; nothing is ever overwritten.
    """
    row = _row_in(workspace, kept)
    went: dict[str, Merge] = {}
    for field in _foreign_keys(type(row)):
        key = getattr(row, field.attname)
        key = renamed.get(key, key)
        there = key and _tenant(field.related_model).objects.of(workspace).filter(pk=key).exists()
        into = None if there or not key else _became_part(workspace, field, key)
        if into:
            went[field.name] = into
        elif key and not there and not field.null:
            return None
        setattr(row, field.attname, key if there or into else None)
    if type(row)._base_manager.filter(pk=row.pk).exists():
        row.pk = uuid7()
    if not went:
        return UUID(str(row.pk)) if _inserted(row) else None
    return _stand_in_for(row, went, may_stand)


def _became_part(workspace: Workspace, field: "models.ForeignKey[Any, Any]", key: UUID) -> Merge | None:
    return Merge.objects.of(workspace).filter(gone_id=key).first() if field.related_model is Person else None


def _stand_in_for(row: Any, went: dict[str, Merge], may_stand: MayStand) -> UUID | None:
    """Insert a row that names others instead of those who became part of them (`went`, by field); each merge will
    point it back as if it had moved it. Where it may not stand, the first of the merges holds it."""
    (kept,) = as_kept([row])
    for name, merge in went.items():
        setattr(row, f"{name}_id", merge.person_id)
    if may_stand(row) and _inserted(row):
        for name, merge in went.items():
            _tell(merge, f"{row._meta.label}.{name}", str(row.pk))
        return UUID(str(row.pk))
    first = next(iter(went.values()))
    first.held.append(kept)
    first.save(update_fields=["held"])
    return None


def stand(merge: Merge, model: type[Any], may_stand: MayStand) -> None:
    """Insert those rows of a table that the merge holds and that may stand as rows of the person, as if it had moved
    them."""
    for kept in list(merge.held):
        row = _row_in(merge.workspace, kept)
        if isinstance(row, model) and row.person_id == merge.gone_id:
            row.person_id = merge.person_id
            if may_stand(row) and _inserted(row):
                merge.held.remove(kept)
                merge.save(update_fields=["held"])
                _tell(merge, f"{row._meta.label}.person", str(row.pk))


def _tell(merge: Merge, label: str, key: str) -> None:
    """This merge moved the row, and so did those that moved this merge."""
    for one in Merge.objects.of(merge.workspace).filter(person=merge.person_id):
        if one.pk == merge.pk or str(merge.pk) in one.moved.get(MERGES, ()):
            one.moved.setdefault(label, []).append(key)
            one.save(update_fields=["moved"])


def _row_in(workspace: Workspace, kept: Kept) -> Any:
    _tenant(apps.get_model(kept["model"]))  # whatever wrote the merge: nothing else is ever inserted
    (deserialised,) = serializers.deserialize("python", [kept], ignorenonexistent=True)
    row: Any = deserialised.object
    row.workspace = workspace
    return row


def _tenant(model: Any) -> type[WorkspaceModel]:
    table: type[models.Model] = model
    if not issubclass(table, WorkspaceModel):
        raise TypeError(f"{table._meta.label} belongs to no workspace")
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
