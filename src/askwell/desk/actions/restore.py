"""Bringing an export into an empty workspace."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction

from askwell.accounts.models import Profile, Workspace, WorkspaceModel
from askwell.desk.queries.tables import EXPORTED, Row, exported, fields_of, table, value_of
from askwell.desk.rules.archive import Contents, DamagedArchive, section, unpack
from askwell.lib.ids import uuid7
from askwell.people.actions.indexing import reindex_everyone
from askwell.people.models import CardPicture, Merge, Person
from askwell.protocols.pictures import is_bare

AT_A_TIME = 2000
TEMPLATES = "outreach.Template"
Item = TypeVar("Item")


class WorkspaceNotEmpty(Exception):
    """An export only comes into an empty workspace, so that nothing is mixed or doubled."""


@transaction.atomic
def import_workspace(*, workspace: Workspace, data: bytes, now: datetime) -> int:
    """Fill an empty workspace with what `export_workspace` gave; returns how many rows came in.

    Ids stay as they are. Where this database holds any of them already (the exported workspace lives here
    too), every id is renewed in the same order, also inside JSON values, so nothing points elsewhere.

    Raises WorkspaceNotEmpty, or UnusableArchive (DamagedArchive, TooLargeArchive, UnknownVersion); then
    nothing was written.
    """
    contents = unpack(data)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if not is_empty(workspace):
        raise WorkspaceNotEmpty
    try:
        with transaction.atomic():
            rows = _write(workspace, contents)
            reindex_everyone(workspace)
            return rows
    except (ValidationError, ValueError, TypeError, DataError, IntegrityError) as error:
        raise DamagedArchive(str(error)) from error


def is_empty(workspace: Workspace) -> bool:
    """Whether no table holds a row of this workspace; what the profile says, and the seeker's own templates, do not
    count."""
    tables = (model for model in exported() if model._meta.label != TEMPLATES)
    return not any(model.objects.of(workspace).exists() for model in tables)


def _write(workspace: Workspace, contents: Contents) -> int:
    _write_profile(workspace, section(contents, "profile"))
    tables = section(contents, "tables")
    if unknown := tables.keys() - set(EXPORTED):
        raise DamagedArchive(f"unknown tables {sorted(unknown)}")
    ids = _Ids.of({label: _ids(label, tables.get(label, [])) for label in EXPORTED})
    for label in EXPORTED:
        rows = (_instance(table(label), workspace, row, ids) for row in tables.get(label, []))
        for some in _batches(rows):
            table(label).objects.bulk_create(some)
    return sum(len(rows) for rows in ids.renewed.values())


def _write_profile(workspace: Workspace, row: Row) -> None:
    known = {item.attname: value_of(item, row[item.attname]) for item in fields_of(Profile) if item.attname in row}
    Profile.objects.update_or_create(workspace=workspace, defaults=known)


def _ids(label: str, rows: object) -> list[UUID]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows):
        raise DamagedArchive(f"{label} is no list of rows with ids")
    ids = [UUID(hex=row["id"]) for row in rows]
    if len(set(ids)) != len(ids):
        raise DamagedArchive(f"{label} holds an id twice")
    return ids


@dataclass(frozen=True, slots=True)
class _Ids:
    """What each id of the archive becomes, by table; `strings` holds the same for ids inside JSON."""

    renewed: dict[str, dict[UUID, UUID]]
    strings: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, ids: dict[str, list[UUID]]) -> "_Ids":
        if not any(_some_taken(table(label), ours) for label, ours in ids.items()):
            return cls({label: {key: key for key in ours} for label, ours in ids.items()})
        renewed = {label: dict(zip(sorted(ours), _fresh(len(ours)), strict=True)) for label, ours in ids.items()}
        return cls(renewed, {str(old): str(new) for pairs in renewed.values() for old, new in pairs.items()})

    def inside(self, value: Any) -> Any:
        """A JSON value with every id in it renewed."""
        if isinstance(value, str):
            return self.strings.get(value, value)
        if isinstance(value, list):
            return [self.inside(item) for item in value]
        if isinstance(value, dict):
            return {self.strings.get(key, key): self.inside(item) for key, item in value.items()}
        return value


def _fresh(count: int) -> list[UUID]:
    return sorted(uuid7() for _ in range(count))


def _some_taken(model: type[WorkspaceModel], ids: list[UUID]) -> bool:
    # whoever's row it is: a primary key is unique in the whole database
    return any(model._base_manager.filter(pk__in=some).exists() for some in _batches(ids))


def _instance(model: type[WorkspaceModel], workspace: Workspace, row: Row, ids: _Ids) -> WorkspaceModel:
    fields = {item.attname: item for item in fields_of(model)}
    if unknown := row.keys() - fields.keys():
        raise DamagedArchive(f"{model.__name__} has no {sorted(unknown)}")
    values = {name: _value(model, fields[name], written, ids) for name, written in row.items()}
    if model is Merge:
        _check_kept([values.get("gone")], {Person._meta.label_lower})
        _check_kept(values.get("held", []), {label.lower() for label in EXPORTED})
    if model is CardPicture and values.get("width"):
        _check_picture(values.get("data"))
    return model(workspace=workspace, **values)


def _check_kept(rows: object, labels: Collection[str]) -> None:
    """What a merge keeps is inserted as it stands when the two are parted: no other tables' rows come in that way."""
    kept = rows if isinstance(rows, list) else [None]
    if not all(isinstance(row, dict) and row.get("model") in labels for row in kept):
        raise DamagedArchive("a merge keeps rows of tables that are not its own")


def _check_picture(data: object) -> None:
    """One that is shown: whatever else comes in such a place would be served as it came."""
    if not isinstance(data, bytes) or not is_bare(data):
        raise DamagedArchive("a picture of a card is not as it was written")


def _value(model: type[WorkspaceModel], column: models.Field[Any, Any], written: object, ids: _Ids) -> object:
    value = value_of(column, written)
    if column.primary_key:
        return ids.renewed[model._meta.label][_uuid(value)]
    if isinstance(column, models.ForeignKey) and value is not None:
        return _referred(column, _uuid(value), ids)
    return ids.inside(value) if ids.strings and isinstance(column, models.JSONField) else value


def _referred(column: models.ForeignKey[Any, Any], key: UUID, ids: _Ids) -> UUID:
    """Only rows of the archive itself can be meant: never another workspace's."""
    try:
        return ids.renewed[column.related_model._meta.label][key]
    except KeyError:
        raise DamagedArchive(f"{column.name} refers to {key}, which is not there") from None


def _uuid(value: object) -> UUID:
    if not isinstance(value, UUID):
        raise DamagedArchive(f"{value} is no id")
    return value


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, AT_A_TIME)):
        yield batch
