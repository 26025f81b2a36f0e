"""Somebody of the programme talked with a seeker or an insider about talks missed."""

from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.models import Insider, Participant


def talked(model: type[Participant] | type[Insider], *, workspace: Workspace, key: UUID, now: datetime | None) -> None:
    """What they missed before counts no more; with None that is taken back. Raises DoesNotExist of the model."""
    if model.objects.of(workspace).filter(pk=key).update(talked_at=now) != 1:
        raise model.DoesNotExist
