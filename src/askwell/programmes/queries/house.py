"""A programme and who works for it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import Membership, Workspace
from askwell.programmes.models import Participant, Programme, StaffInvitation


def programme_of(workspace: Workspace) -> Programme | None:
    """The programme of a programme's workspace; None for a seeker's."""
    return Programme.objects.of(workspace).first()


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team; `called` is what the programme's people call them."""

    user_id: UUID
    called: str
    email: str
    role: MembershipRole


def team(workspace: Workspace) -> list[Member]:
    """Who works for the programme, owners first; one query."""
    rows = Membership.objects.filter(workspace=workspace).order_by("user__created_at")
    told = rows.values_list("user_id", "name", "user__email", "role")
    found = [Member(key, name or email, email, MembershipRole(role)) for key, name, email, role in told]
    return sorted(found, key=lambda one: list(MembershipRole).index(one.role))


def open_invitations(workspace: Workspace, now: datetime) -> list[StaffInvitation]:
    """Those that can still be accepted, the newest first."""
    rows = StaffInvitation.objects.of(workspace).filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)
    return list(rows.order_by("-invited_at"))


def invitation_of(secret: str) -> StaffInvitation | None:
    """The invitation that a link's secret is of, whatever became of it."""
    rows = StaffInvitation._base_manager.filter(
        digest=hashlib.sha256(secret.encode()).hexdigest()
    )  # whoever has the secret may read it
    return rows.select_related("workspace").first()


def open_page(programme_id: UUID, number: int) -> Programme | None:
    """The programme of an open page's link; None where it was renewed since."""
    rows = Programme._base_manager.filter(pk=programme_id, page_number=number)  # the page is everybody's
    return rows.select_related("workspace").first()


def participant_of_link(participant_id: UUID) -> Participant | None:
    """Whom a joining link is for; whether it still holds is for `actions.joining` to say."""
    rows = Participant._base_manager.filter(pk=participant_id)  # the signature says that it was given to them
    return rows.select_related("workspace").first()


def names_of(wanted: Iterable[tuple[UUID, UUID | None]]) -> dict[tuple[UUID, UUID | None], str]:
    """What a programme's people call its staff, by workspace and user; nobody who works there no more. One query."""
    pairs = [pair for pair in wanted if pair[1]]
    rows = Membership.objects.filter(workspace__in={one for one, _user in pairs}, user__in={one for _w, one in pairs})
    told = rows.values_list("workspace_id", "user_id", "name", "user__email")
    return {(workspace, user): name or email for workspace, user, name, email in told}
