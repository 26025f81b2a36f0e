"""Takes a whole import back, for thirty days, a chunk of persons a transaction.

Kept are persons who have meanwhile been changed by hand, noted, merged into by another import, asked not to
be contacted, or are in use by a higher app (`models.persons_in_use`).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import ImportStateError, UndoExpiredError
from askwell.people.actions.imports.reading import Clock
from askwell.people.actions.imports.taking_back import take_back
from askwell.people.actions.indexing import recount
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import (
    ContactPoint,
    Import,
    ImportRow,
    Introduction,
    Merge,
    Note,
    Organisation,
    Person,
    PersonTag,
    Role,
    Tag,
    Tie,
    persons_in_use,
)  # fmt: skip

UNDO_DAYS = 30
WRITTEN = (ImportState.DONE, ImportState.FAILED)
"""States in which what an import wrote is there to stay, unless it is taken back."""
CHUNK = 1000
_HANGING: tuple[Any, ...] = (ContactPoint, Role, Tie, Note, PersonTag)


@transaction.atomic
def start_undoing(*, workspace: Workspace, import_id: UUID, now: datetime) -> Import:
    """The user wants the import gone: DONE or FAILED becomes UNDOING; `undo_import` does the work.

    Raises UndoExpiredError after thirty days, ImportStateError in any other state.
    """
    row = Import.objects.of(workspace).defer("data").select_for_update().get(pk=import_id)
    if row.state not in WRITTEN:
        raise ImportStateError(row.state)
    if row.finished_at and now - row.finished_at > timedelta(days=UNDO_DAYS):
        raise UndoExpiredError
    row.state, row.progress, row.tries, row.touched_at = ImportState.UNDOING, 0, 0, now
    row.save(update_fields=["state", "progress", "tries", "touched_at"])
    return row


def undo_import(*, workspace: Workspace, import_id: UUID, clock: Clock) -> Import:
    """Take back what is left of an import that is UNDOING: then it is UNDONE, and `counts["kept"]` says how
    many persons were kept. May be called again after a kill."""
    row = Import.objects.of(workspace).defer("data").get(pk=import_id)
    if row.state != ImportState.UNDOING:
        raise ImportStateError(row.state)
    after, kept = UUID(int=0), _merged_since(workspace, row)
    while ids := _next_persons(workspace, row, after):
        with transaction.atomic():
            keep = _kept(workspace, row, ids)
            _remove(workspace, [person_id for person_id in ids if person_id not in keep])
            _alive(row, len(ids), clock())
        after, kept = ids[-1], kept + len(keep)
    _take_merges_back(workspace, row, clock)
    _finish(workspace, row, kept, clock())
    return Import.objects.of(workspace).defer("data").get(pk=import_id)


def _next_persons(workspace: Workspace, row: Import, after: UUID) -> list[UUID]:
    mine = Person.objects.of(workspace).filter(source_import=row, id__gt=after).order_by("id")
    return list(mine.values_list("id", flat=True)[:CHUNK])


def _merged_since(workspace: Workspace, row: Import) -> int:
    """How many persons of this import became part of somebody else: they stay."""
    return Merge.objects.of(workspace).filter(gone__fields__source_import=str(row.pk)).count()


def _kept(workspace: Workspace, row: Import, ids: Sequence[UUID]) -> set[UUID]:
    mine = Person.objects.of(workspace).filter(id__in=ids)
    changed = mine.filter(Q(version__gt=1) | Q(do_not_contact_at__isnull=False) | Q(archived_at__isnull=False))
    keep = set(changed.values_list("id", flat=True))
    for model in _HANGING:
        others = model.objects.of(workspace).filter(person__in=ids).exclude(source_import=row)
        keep |= set(others.values_list("person_id", flat=True))
    introductions = Introduction.objects.of(workspace).filter(Q(introducer__in=ids) | Q(introduced__in=ids))
    for introducer_id, introduced_id in introductions.values_list("introducer_id", "introduced_id"):
        keep |= {introducer_id, introduced_id}
    rows = ImportRow.objects.of(workspace).filter(person__in=ids, source_import__state__in=WRITTEN)
    keep.update(person_id for person_id in rows.values_list("person_id", flat=True) if person_id)
    answers: list[tuple[Any, Any]] = persons_in_use.send(sender=Person, workspace=workspace, person_ids=list(ids))
    for _, found in answers:
        keep.update(found or ())
    return keep & set(ids)


def _remove(workspace: Workspace, ids: list[UUID]) -> None:
    """What hangs on them first, so that Django need not load it to find out."""
    roles = Role.objects.of(workspace).filter(person__in=ids)
    employers = list(roles.values_list("organisation_id", flat=True))
    for model in _HANGING:
        model.objects.of(workspace).filter(person__in=ids).delete()
    Person.objects.of(workspace).filter(id__in=ids).delete()
    recount(workspace, employers)


def _take_merges_back(workspace: Workspace, row: Import, clock: Clock) -> None:
    merged = ImportRow.objects.of(workspace).filter(source_import=row, person__isnull=False).exclude(changes={})
    elsewhere = merged.exclude(person__source_import=row)
    while rows := list(elsewhere.order_by("number")[:CHUNK]):
        with transaction.atomic():
            take_back(workspace, rows, since=row.created_at, now=clock())
            ImportRow.objects.of(workspace).filter(id__in=[one.pk for one in rows]).update(changes={})
            _alive(row, 0, clock())


def _alive(row: Import, records: int, now: datetime) -> None:
    mine = Import.objects.of(row.workspace).filter(pk=row.pk, state=ImportState.UNDOING, progress=row.progress)
    if mine.update(progress=row.progress + records, tries=0, touched_at=now) != 1:
        raise ImportStateError("undone by another worker")
    row.progress += records


@transaction.atomic
def _finish(workspace: Workspace, row: Import, kept: int, now: datetime) -> None:
    Organisation.objects.of(workspace).filter(source_import=row, roles=None).delete()
    Tag.objects.of(workspace).filter(person_tags=None).delete()
    waiting = ImportRow.objects.of(workspace).filter(source_import=row, outcome=RowOutcome.LIKELY)
    waiting.filter(decision=Decision.OPEN).update(decision=Decision.DIFFERENT)
    Import.objects.of(workspace).filter(pk=row.pk, state=ImportState.UNDOING).update(
        state=ImportState.UNDONE, error={}, counts={**row.counts, "kept": kept}, touched_at=now
    )
