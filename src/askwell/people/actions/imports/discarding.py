"""Throwing an import away of which nothing was written: its row, its file and what was read of it."""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import ImportStateError
from askwell.people.choices import ImportState
from askwell.people.models import Import, ImportRow

WAIT_DAYS = 7
UNWRITTEN = (ImportState.READING, ImportState.READY, ImportState.REFUSED)
"""States in which nothing of an import was written."""


@transaction.atomic
def discard_import(*, workspace: Workspace, import_id: UUID) -> None:
    """Delete an import with its file. Raises Import.DoesNotExist, ImportStateError once it was brought in."""
    row = Import.objects.of(workspace).select_for_update().defer("data").get(pk=import_id)
    if row.state not in UNWRITTEN:
        raise ImportStateError(row.state)
    _discard(row)


@transaction.atomic
def discard_waiting(*, workspace: Workspace) -> None:
    """Delete every import whose file is being read or waits for a yes."""
    waiting = Import.objects.of(workspace).filter(state__in=(ImportState.READING, ImportState.READY))
    for row in waiting.select_for_update().defer("data"):
        _discard(row)


def discard_forgotten(*, now: datetime) -> int:
    """Discard what waited for a yes, or was refused, and was not touched for a week. Returns how many."""
    untouched = Import._base_manager.filter(  # of every workspace
        state__in=(ImportState.READY, ImportState.REFUSED), touched_at__lt=now - timedelta(days=WAIT_DAYS)
    )
    forgotten = list(untouched.select_related("workspace").defer("data"))
    for row in forgotten:
        with suppress(Import.DoesNotExist, ImportStateError):  # brought in, or discarded by hand, meanwhile
            discard_import(workspace=row.workspace, import_id=row.pk)
    return len(forgotten)


def _discard(row: Import) -> None:
    ImportRow.objects.of(row.workspace).filter(source_import=row).delete()
    row.delete()
