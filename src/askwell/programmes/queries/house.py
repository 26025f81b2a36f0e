"""A programme and who works for it."""

from askwell.accounts.models import Workspace
from askwell.programmes.models import Programme


def programme_of(workspace: Workspace) -> Programme | None:
    """The programme of a programme's workspace; None for a seeker's."""
    return Programme.objects.of(workspace).first()
