"""A programme and who works for it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import Membership, Workspace
from askwell.interviews.queries.tokens import Told, place_of
from askwell.programmes.models import Participant, Programme, StaffInvitation

OLD = 32
"""The length of secrets made before they named the workspace, for links that lasted two weeks."""


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
    place = place_of(secret)
    if place is None and len(secret) != OLD:
        return None
    digest = hashlib.sha256(secret.encode()).hexdigest()
    rows = StaffInvitation._base_manager.filter(digest=digest)  # whoever has the secret may read it
    rows = rows.filter(workspace=place) if place else rows
    return rows.select_related("workspace").first()


def open_page(told: Told) -> Programme | None:
    """The programme of an open page's link; None where it was renewed since."""
    rows = Programme._base_manager.filter(**told.row, page_number=told.number)  # the page is everybody's
    return rows.select_related("workspace").first()


def participant_of_link(told: Told) -> Participant | None:
    """Whom a joining link is for; whether it still holds is for `actions.joining` to say."""
    rows = Participant._base_manager.filter(**told.row)  # the signature says that it was given to them
    return rows.select_related("workspace").first()


def names_of(wanted: Iterable[tuple[UUID, UUID | None]]) -> dict[tuple[UUID, UUID | None], str]:
    """What a programme's people call its staff, by workspace and user; nobody who works there no more. One query."""
    pairs = [pair for pair in wanted if pair[1]]
    rows = Membership.objects.filter(workspace__in={one for one, _user in pairs}, user__in={one for _w, one in pairs})
    told = rows.values_list("workspace_id", "user_id", "name", "user__email")
    return {(workspace, user): name or email for workspace, user, name, email in told}
