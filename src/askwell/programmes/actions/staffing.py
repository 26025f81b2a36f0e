"""Who works for a programme."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.actions import admit, digest, dismiss
from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import Membership, User, Workspace
from askwell.interviews.queries.tokens import secret_in
from askwell.lib.text import clean
from askwell.programmes.actions.errors import LastOwnerError, LinkOverError, NotNowError
from askwell.programmes.models import StaffInvitation

LIFETIME = timedelta(days=14)
INVITED = (MembershipRole.COORDINATOR, MembershipRole.CASEWORKER)
ROLES = tuple(MembershipRole)


def invite(*, workspace: Workspace, by: User, email: str, role: str, now: datetime) -> tuple[StaffInvitation, str]:
    """A link that makes whoever opens it first, within two weeks, coordinator or caseworker. Only its digest is stored:
    the secret is given back once. Raises NotNowError for another role."""
    if role not in INVITED:
        raise NotNowError
    secret = secret_in(workspace.pk)
    row = StaffInvitation.objects.create(
        workspace=workspace,
        email=clean(email, limit=254).lower(),
        role=role,
        digest=digest(secret),
        invited_by=by,
        invited_at=now,
        expires_at=now + LIFETIME,
    )
    return row, secret


def withdraw_invitation(*, workspace: Workspace, invitation_id: UUID, now: datetime | None) -> None:
    """The link leads nowhere from now on; with None it does again. Raises StaffInvitation.DoesNotExist."""
    waiting = StaffInvitation.objects.of(workspace).filter(pk=invitation_id, accepted_at=None)
    if not waiting.update(withdrawn_at=now):
        raise StaffInvitation.DoesNotExist


@transaction.atomic
def accept_invitation(*, invitation: StaffInvitation, user: User, name: str, now: datetime) -> None:
    """The user works for the programme, under this name, and is at work there. Raises LinkOverError for one that was
    accepted, withdrawn, or is too old. An owner stays owner."""
    open_now = StaffInvitation.objects.of(invitation.workspace).filter(
        pk=invitation.pk, accepted_at=None, withdrawn_at=None, expires_at__gt=now
    )
    if not open_now.update(accepted_at=now):
        raise LinkOverError
    workspace = invitation.workspace
    owns = Membership.objects.filter(workspace=workspace, user=user, role=MembershipRole.OWNER).exists()
    admit(workspace=workspace, user=user, role=MembershipRole.OWNER if owns else invitation.role, name=name)
    user.workspace = workspace
    user.save(update_fields=["workspace"])


@transaction.atomic
def change_role(*, workspace: Workspace, user_id: UUID, role: str, by: User) -> str:
    """Decided by `by`. Returns the role before. Raises Membership.DoesNotExist, NotNowError for no role, and
    LastOwnerError."""
    if role not in ROLES:
        raise NotNowError
    row = _locked(workspace, user_id)
    before = row.role
    if before == MembershipRole.OWNER and role != MembershipRole.OWNER:
        _refuse_the_last(workspace)
    admit(workspace=workspace, user=row.user, role=role, by=by)
    return before


@transaction.atomic
def dismiss_staff(*, workspace: Workspace, user_id: UUID, by: User) -> Membership:
    """They work there no more. Returns what they were; `readmit` takes it back. Raises Membership.DoesNotExist and
    LastOwnerError."""
    row = _locked(workspace, user_id)
    if row.role == MembershipRole.OWNER:
        _refuse_the_last(workspace)
    dismiss(workspace=workspace, user=row.user, by=by)
    return row


def readmit(*, workspace: Workspace, user_id: UUID, role: str, by: User) -> None:
    """Raises User.DoesNotExist, NotNowError and LastOwnerError."""
    if role not in ROLES:
        raise NotNowError
    if Membership.objects.filter(workspace=workspace, user=user_id).exists():
        change_role(workspace=workspace, user_id=user_id, role=role, by=by)
    else:
        admit(workspace=workspace, user=User.objects.get(pk=user_id), role=role, by=by)


def call(*, workspace: Workspace, user: User, name: str) -> None:
    """What the programme's people call this member of its team."""
    Membership.objects.filter(workspace=workspace, user=user).update(name=clean(name, limit=120))


def _locked(workspace: Workspace, user_id: UUID) -> Membership:
    """All of the team is locked, so that of two owners not both go at once."""
    rows = list(Membership.objects.select_for_update().filter(workspace=workspace).select_related("user"))
    found = next((row for row in rows if row.user_id == user_id), None)
    if found is None:
        raise Membership.DoesNotExist
    return found


def _refuse_the_last(workspace: Workspace) -> None:
    if Membership.objects.filter(workspace=workspace, role=MembershipRole.OWNER).count() < 2:
        raise LastOwnerError
