"""Rows that would say the same twice, or nonsense, once two persons are one. No unique key knows these."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.people.actions.merging.pointing import Pointer
from askwell.people.models import Introduction, Note, Pair, Role
from askwell.people.queries.duplicates import pairs_of
from askwell.people.rules.introductions import closes_circle

ROLE = ("organisation_id", "title", "started_on", "ended_on", "is_current")
NOTE = ("text",)
"""Columns by which two roles, or two notes, of one person say the same."""


def twins(workspace: Workspace, pointer: Pointer, gone: UUID, person: UUID) -> Collection[UUID]:
    """Rows of `gone` under this pointer that do not go over to `person`."""
    if pointer.model is Role:
        return _same(workspace, Role, gone, person, ROLE)
    if pointer.model is Note:
        return _same(workspace, Note, gone, person, NOTE)
    if pointer.model is Introduction:
        return _circles(workspace, pointer, gone, person)
    if pointer.model is Pair:
        return _pairs(workspace, pointer, gone, person)
    return ()


def told(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a row says, however it is written."""
    return tuple(fold(value) if isinstance(value, str) else value for value in values)


def _same(workspace: Workspace, model: Any, gone: UUID, person: UUID, fields: tuple[str, ...]) -> list[UUID]:
    """Rows that agree with one of the person's in all these fields, however they are written."""
    rows = model.objects.of(workspace)
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


def _pairs(workspace: Workspace, pointer: Pointer, gone: UUID, person: UUID) -> list[UUID]:
    """Of two pairs with the same third person, whichever way round, the one that says less: "two people" stays.
    And the pair of the two themselves."""
    held = []
    for row in pointer.rows(workspace, gone):
        third = row.other_id if pointer.field == "one" else row.one_id
        mine = pairs_of(workspace, person, third).first()
        if third == person:
            held.append(row.pk)
        elif mine:
            held.append(mine.pk if _said(row) > _said(mine) else row.pk)
    return held


def _said(pair: Pair) -> tuple[bool, bool]:
    """Whether it is answered; whether the seeker has to do with it at all."""
    return bool(pair.decision), pair.decided_at is not None


def may_stand(row: Any, apart: Collection[UUID] = ()) -> bool:
    """Whether a row that was held says something new and no nonsense as it points now. `apart`: two who are just
    parted, of whom a pair is made anew."""
    if isinstance(row, Introduction):
        edges = Introduction.objects.of(row.workspace).values_list("introducer_id", "introduced_id")
        return not closes_circle(edges, row.introducer_id, row.introduced_id)
    if isinstance(row, Pair):
        both = {row.one_id, row.other_id}
        return len(both) == 2 and both != set(apart) and not pairs_of(row.workspace, *both).exists()
    return True
