"""Who of a programme's list is to be asked yet."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider


def to_invite(workspace: Workspace, insiders: Sequence[UUID] | None = None) -> QuerySet[Insider]:
    """Of these, or of all: on the list, with an address, and not asked yet; in their order."""
    rows = Insider.objects.of(workspace).filter(state=InsiderState.INVITED, asked_at=None).exclude(email="")
    return (rows if insiders is None else rows.filter(pk__in=insiders)).order_by("number")
