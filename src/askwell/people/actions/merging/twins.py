"""Rows that would say the same twice, or nonsense, once two persons are one. No unique key knows these."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.people.actions.merging.pointing import Pointer
from askwell.people.models import Introduction, Note, Pair, Role
from askwell.people.rules.introductions import closes_circle


def twins(workspace: Workspace, pointer: Pointer, gone: UUID, person: UUID) -> Collection[UUID]:
    """Rows of `gone` under this pointer that do not go over to `person`."""
    if pointer.model is Role:
        return _same(workspace, Role, gone, person, "organisation_id", "title", "started_on", "ended_on", "is_current")
    if pointer.model is Note:
        return _same(workspace, Note, gone, person, "text")
    if pointer.model is Introduction:
        return _circles(workspace, pointer, gone, person)
    if pointer.model is Pair:
        other = "other" if pointer.field == "one" else "one"
        return _ids(pointer.rows(workspace, gone).filter(**{other: person}))
    return ()


def _same(workspace: Workspace, model: Any, gone: UUID, person: UUID, *fields: str) -> list[UUID]:
    """Rows that agree with one of the person's in all these fields, however they are written."""
    rows = model.objects.of(workspace)

    def told(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(fold(value) if isinstance(value, str) else value for value in values)

    known = {told(values) for values in rows.filter(person=person).values_list(*fields)}
    theirs = rows.filter(person=gone).order_by("pk").values_list("pk", *fields)
    return [key for key, *values in theirs if told(tuple(values)) in known]


def _circles(workspace: Workspace, pointer: Pointer, gone: UUID, person: UUID) -> list[UUID]:
    """Introductions that would lead somebody to themselves."""
    all_rows = Introduction.objects.of(workspace)
    theirs = list(pointer.rows(workspace, gone).order_by("pk"))
    edges = list(all_rows.exclude(pk__in=[row.pk for row in theirs]).values_list("introducer_id", "introduced_id"))
    held = []
    for row in theirs:
        ends = {"introducer": row.introducer_id, "introduced": row.introduced_id, pointer.field: person}
        if closes_circle(edges, ends["introducer"], ends["introduced"]):
            held.append(row.pk)
        else:
            edges.append((ends["introducer"], ends["introduced"]))
    return held


def _ids(rows: Any) -> list[UUID]:
    return list(rows.values_list("pk", flat=True))
