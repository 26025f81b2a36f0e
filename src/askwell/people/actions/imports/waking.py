"""Finds imports that a killed worker left, and goes on with them."""

from datetime import datetime, timedelta
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.people.actions.imports.applying import apply_import
from askwell.people.actions.imports.reading import Clock, read_import
from askwell.people.actions.imports.undoing import undo_import
from askwell.people.choices import ImportState
from askwell.people.models import Import

PATIENCE = timedelta(minutes=1)
_WORK = {
    ImportState.READING.value: read_import,
    ImportState.APPLYING.value: apply_import,
    ImportState.UNDOING.value: undo_import,
}


def carry_on(*, workspace: Workspace, import_id: UUID, clock: Clock) -> None:
    """Whatever is next for this import; nothing when nothing is. Does no harm when called twice."""
    row = Import.objects.of(workspace).defer("data").filter(pk=import_id).first()
    work = _WORK.get(row.state) if row else None
    if work:
        work(workspace=workspace, import_id=import_id, clock=clock)


def left_alone(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, import id) of imports in work that gave no sign of life for a minute; they count as
    touched from now on, so that one sweep takes each."""
    stale = Import._base_manager.filter(state__in=_WORK, touched_at__lt=now - PATIENCE)  # of every workspace
    found = list(stale.values_list("workspace_id", "id"))
    return [pair for pair in found if stale.filter(pk=pair[1]).update(touched_at=now)]
