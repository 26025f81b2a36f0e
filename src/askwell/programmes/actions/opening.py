"""A programme begins."""

from datetime import datetime

from django.db import transaction

from askwell.accounts.actions import admit
from askwell.accounts.choices import MembershipRole, WorkspaceKind
from askwell.accounts.models import Profile, User, Workspace
from askwell.lib.text import clean
from askwell.programmes.actions.errors import NoNameError
from askwell.programmes.models import Programme


@transaction.atomic
def open_programme(*, user: User, name: str, organisation: str = "", now: datetime, is_demo: bool = False) -> Programme:
    """A programme in a workspace of its own, with `user` as its owner and at work in it. Raises NoNameError."""
    name = clean(name, limit=120)
    if not name:
        raise NoNameError
    workspace = Workspace.objects.create(kind=WorkspaceKind.PROGRAMME, is_demo=is_demo)
    Profile.objects.create(workspace=workspace, name=name)
    admit(workspace=workspace, user=user, role=MembershipRole.OWNER)
    user.workspace = workspace
    user.save(update_fields=["workspace"])
    return Programme.objects.create(
        workspace=workspace,
        name=name,
        organisation=clean(organisation, limit=200),
        zone=user.time_zone,
        language=user.language or "en",
        created_at=now,
    )
