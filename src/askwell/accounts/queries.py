"""Who is here, and where."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from askwell.accounts.models import Profile, User, Workspace


def workspace_of(user: User | AnonymousUser) -> Workspace:
    """The workspace that this user is at work in; every query of a page goes through it.

    Raises PermissionDenied for a visitor and for a user who has none.
    """
    workspace = user.workspace if isinstance(user, User) else None
    if workspace is None:
        raise PermissionDenied("no workspace")
    return workspace


def profile_of(workspace: Workspace) -> Profile:
    """How the seeker introduces themselves; an empty, unsaved one where they have said nothing yet."""
    return Profile.objects.filter(workspace=workspace).first() or Profile(workspace=workspace)
