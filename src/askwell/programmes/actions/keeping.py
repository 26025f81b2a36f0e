"""What is taken off the pages and brought back, and what two people may have open at the same time."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.programmes.actions.errors import ChangedMeanwhileError
from askwell.programmes.models import Cohort, IntakeQuestion, Session

Kept = TypeVar("Kept", Cohort, Session, IntakeQuestion)


def kept(model: type[Kept], workspace: Workspace, key: UUID) -> Kept:
    """One that was not taken off. Raises DoesNotExist of the model."""
    return model.objects.of(workspace).select_for_update().get(pk=key, removed_at=None)


def at_version(model: type[Kept], workspace: Workspace, key: UUID, version: int) -> Kept:
    """One to be changed, with its next version, which the caller saves. Raises ChangedMeanwhileError where it is no
    longer `version`, and DoesNotExist of the model."""
    row = kept(model, workspace, key)
    if row.version != version:
        raise ChangedMeanwhileError
    row.version += 1
    return row


@transaction.atomic
def take_off(model: type[Kept], *, workspace: Workspace, key: UUID, now: datetime) -> Kept:
    """Off all pages, with what hangs on it. Raises DoesNotExist of the model."""
    row = kept(model, workspace, key)
    row.removed_at = now
    row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def bring_back(model: type[Kept], *, workspace: Workspace, key: UUID) -> Kept:
    """Undo of `take_off`. Raises DoesNotExist of the model."""
    row = model.objects.of(workspace).get(pk=key)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    return row
