"""What merges hold, when rows are taken back: what they hold of these goes too, and what these stood in for stands."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import models

from askwell.accounts.models import Workspace
from askwell.people.actions.merging.pointing import stand
from askwell.people.actions.merging.twins import NOTE, ROLE, told
from askwell.people.models import ContactPoint, Merge, Note, PersonTag, Role, Tie

SAME: dict[type[models.Model], tuple[str, ...]] = {
    ContactPoint: ("kind", "key"), Role: ROLE, Tie: ("kind",), Note: NOTE, PersonTag: ("tag_id",)
}  # fmt: skip
"""By what two rows of one person say the same."""


def take_rows_back(workspace: Workspace, model: Any, ids: Collection[UUID], people: Collection[UUID]) -> None:
    """Delete these rows of these persons, wherever they are. Where a row of somebody who is part of the person was
    held because one of these said the same, it stands now."""
    rows = model.objects.of(workspace).filter(pk__in=ids)
    said = {(row.person_id, _says(row)) for row in rows}
    rows.delete()
    for merge in Merge.objects.of(workspace).filter(person__in=people).exclude(held=[]).order_by("-merged_at", "-pk"):
        merge.held = [kept for kept in merge.held if UUID(kept["pk"]) not in set(ids)]
        merge.save(update_fields=["held"])
        stand(merge, model, lambda row: (row.person_id, _says(row)) in said and not _is_said(row))


def _says(row: Any) -> tuple[Any, ...]:
    return told(tuple(getattr(row, name) for name in SAME[type(row)]))


def _is_said(row: Any) -> bool:
    """Whether another row of the person says the same."""
    others = type(row).objects.of(row.workspace).filter(person=row.person_id)
    return any(_says(other) == _says(row) for other in others)
