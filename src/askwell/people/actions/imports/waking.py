"""Finds imports that a killed worker left, and goes on with them; ends those that no worker gets through."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import ImportStateError
from askwell.people.actions.imports.applying import apply_import
from askwell.people.actions.imports.reading import Clock, read_import
from askwell.people.actions.imports.undoing import undo_import
from askwell.people.choices import ImportState
from askwell.people.models import Import, ImportRow

PATIENCE = timedelta(minutes=1)
MOST_TRIES = 5
"""So many workers may be killed over one piece of work; the next one ends it."""
_WORK = {
    ImportState.READING.value: read_import,
    ImportState.APPLYING.value: apply_import,
    ImportState.UNDOING.value: undo_import,
}
_PASSING = (OperationalError, InterfaceError)
"""A database that is locked, full or away may be back when the sweep comes by."""

log = logging.getLogger(__name__)


def carry_on(*, workspace: Workspace, import_id: UUID, clock: Clock) -> None:
    """Whatever is next for this import; nothing when nothing is. Does no harm when called twice.

    What cannot be done ends: with nothing written the import is REFUSED, else FAILED, and `error["code"]` says what
    failed: "unexpected", "applying" or "undoing". Raises ImportStateError when another worker is at it,
    Import.DoesNotExist when it was discarded on the way, and what a later call may mend (OperationalError).
    """
    row = Import.objects.of(workspace).defer("data").filter(pk=import_id).first()
    work = _WORK.get(row.state) if row else None
    if row is None or work is None:
        return
    if row.tries >= MOST_TRIES:
        _give_up(workspace, import_id, clock())
        return
    Import.objects.of(workspace).filter(pk=import_id).update(tries=F("tries") + 1)
    try:
        work(workspace=workspace, import_id=import_id, clock=clock)
    except (ImportStateError, Import.DoesNotExist, *_PASSING):
        raise
    except Exception:
        log.exception("import %s failed while %s", import_id, row.state)
        _give_up(workspace, import_id, clock())


@transaction.atomic
def _give_up(workspace: Workspace, import_id: UUID, now: datetime) -> None:
    """What was written stays until it is taken back; the file is let go."""
    row = Import.objects.of(workspace).defer("data").select_for_update().get(pk=import_id)
    if row.state == ImportState.UNDOING:
        row.state, row.error = ImportState.FAILED, {"code": "undoing"}
    elif row.state == ImportState.APPLYING and row.progress:
        row.state, row.error, row.finished_at = ImportState.FAILED, {"code": "applying"}, now
    elif row.state in _WORK:
        ImportRow.objects.of(workspace).filter(source_import=row).delete()
        row.state, row.error, row.finished_at = ImportState.REFUSED, {"code": "unexpected"}, now
    row.data, row.touched_at = b"", now
    row.save(update_fields=["state", "error", "finished_at", "data", "touched_at"])


def left_alone(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, import id) of imports in work that gave no sign of life for a minute; they count as
    touched from now on, so that one sweep takes each."""
    stale = Import._base_manager.filter(state__in=_WORK, touched_at__lt=now - PATIENCE)  # of every workspace
    found = list(stale.values_list("workspace_id", "id"))
    return [pair for pair in found if stale.filter(pk=pair[1]).update(touched_at=now)]
