"""Hosted: an account is closed, with all that is its owner's own."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from askwell.accounts.actions import note, note_erasure
from askwell.accounts.choices import Deed, Gone, WorkspaceKind
from askwell.accounts.models import User, Workspace
from askwell.desk.actions.erase import erase_everything
from askwell.programmes.actions.staffing import dismiss_staff
from askwell.programmes.models import StaffInvitation


@transaction.atomic
def close_account(*, user: User, now: datetime) -> None:
    """Their own workspace is erased and gone, they work for no programme any more, and nobody signs in as them.
    Raises LastOwnerError where a programme would be left without an owner; then nothing is changed."""
    for workspace in _workplaces(user, WorkspaceKind.PROGRAMME):
        dismiss_staff(workspace=workspace, user_id=user.pk, by=user)
        StaffInvitation.objects.of(workspace).filter(email__iexact=user.email).delete()
    for workspace in _workplaces(user, WorkspaceKind.SEEKER):
        note(Deed.ALL_ERASED, place=workspace.pk, by=user.pk)
    end_account(user=user, now=now)


@transaction.atomic
def end_account(*, user: User, now: datetime) -> None:
    """The same whoever else owns a programme: where an older backup is restored, it was closed once before."""
    if settings.SHARDED and connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # accounts lie on every node: after parallel changes Citus would refuse
            cursor.execute("SET LOCAL citus.multi_shard_modify_mode TO 'sequential'")
    own = _workplaces(user, WorkspaceKind.SEEKER)
    for workspace in own:
        erase_everything(workspace=workspace, now=now)
        note_erasure(Gone.ACCOUNT, place=workspace.pk, key=user.pk)
    _end_sessions(user)
    User.objects.get(pk=user.pk).delete()
    for workspace in own:
        workspace.delete()


def _workplaces(user: User, kind: WorkspaceKind) -> list[Workspace]:
    return list(Workspace.objects.filter(memberships__user=user, kind=kind))


def _end_sessions(user: User) -> None:
    """In every browser; what is listed of them goes with the account."""
    if settings.HOSTED:
        from allauth.usersessions.models import UserSession  # noqa: PLC0415 # its table is there only when hosted

        keys = list(UserSession.objects.filter(user=user.pk).values_list("session_key", flat=True))
        Session.objects.filter(pk__in=keys).delete()
