"""Throwing away what was practised: a rehearsal, a mock job interview, a try at a drill."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.practice.models import Removable


@transaction.atomic
def throw_away(kind: type[Removable], *, workspace: Workspace, key: UUID, now: datetime) -> None:
    """Out of sight; `bring_back` is the undo until the next thing of its kind is thrown away, which makes this one
    gone for good. Raises `kind.DoesNotExist`."""
    kind.kept(workspace).get(pk=key)
    kind.objects.of(workspace).exclude(removed_at=None).delete()
    kind.kept(workspace).filter(pk=key).update(removed_at=now)


def bring_back(kind: type[Removable], *, workspace: Workspace, key: UUID) -> None:
    """Raises `kind.DoesNotExist` where nothing was thrown away, or it is gone for good."""
    if not kind.objects.of(workspace).exclude(removed_at=None).filter(pk=key).update(removed_at=None):
        raise kind.DoesNotExist
