"""Who is here, and where; and what the audit log says."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from askwell.accounts.choices import MembershipRole, WorkspaceKind
from askwell.accounts.models import AuditEntry, Entries, Membership, Profile, User, Workspace
from askwell.accounts.queries.prepared import prepared_objects
from askwell.accounts.rules import Written, first_break
from askwell.lib.times import UnknownZone, zone


def workspace_of(user: User | AnonymousUser) -> Workspace:
    """The workspace that this user is at work in; every query of a page goes through it.

    Raises PermissionDenied for a visitor and for a user who has none.
    """
    workspace = user.workspace if isinstance(user, User) else None
    if workspace is None:
        raise PermissionDenied("no workspace")
    return workspace


def user_with_workspace(user_id: UUID) -> User | None:
    """An active user, with the workspace that they are at work in; one query."""
    return next(iter(_users(user_id)), None)


@prepared_objects
def _users(user_id: UUID) -> "QuerySet[User]":
    return User.objects.select_related("workspace").filter(pk=user_id, is_active=True)


def workplaces(user: User) -> list[Workspace]:
    """The workspaces that this user may be at work in, the oldest first, each with its `profile` where it has one."""
    mine = Membership.objects.filter(user=user).values("workspace")
    return list(Workspace.objects.filter(pk__in=mine).select_related("profile").order_by("created_at", "pk"))


def own_workspace(user: User) -> Workspace | None:
    """The seeker's workspace that this user owns, wherever they are at work now."""
    mine = Workspace.objects.filter(
        kind=WorkspaceKind.SEEKER, memberships__user=user, memberships__role=MembershipRole.OWNER
    )
    return mine.order_by("created_at", "pk").first()


def role_in(workspace: Workspace, user: User) -> str:
    """As what the user works there (a MembershipRole); empty for who does not."""
    return Membership.objects.filter(workspace=workspace, user=user).values_list("role", flat=True).first() or ""


def profile_of(workspace: Workspace) -> Profile:
    """How the seeker introduces themselves; an empty, unsaved one where they have said nothing yet."""
    return next(iter(_profiles(workspace)), None) or Profile(workspace=workspace)


@prepared_objects
def _profiles(workspace: Workspace) -> "QuerySet[Profile]":
    return Profile.objects.filter(workspace=workspace)[:1]


def day_in(workspace: Workspace, now: datetime) -> date:
    """Which day it is for the one who works here, also where no request says so: in a worker, in the terminal."""
    try:
        return now.astimezone(zone(zone_of(workspace))).date()
    except UnknownZone:
        return now.date()


def zone_of(workspace: Workspace) -> str:
    """The IANA time zone of the one who works here; empty where nobody does."""
    return _owners(workspace).values_list("time_zone", flat=True).first() or ""


def language_of(workspace: Workspace) -> str:
    """What pages speak to the one who works here (en, zh-hans, fr), for what is said without a request."""
    return _owners(workspace).values_list("language", flat=True).first() or "en"


def _owners(workspace: Workspace) -> QuerySet[User]:
    """Whose it is, the first first, wherever they are at work just now."""
    mine = {"memberships__workspace": workspace, "memberships__role": MembershipRole.OWNER}
    return User.objects.filter(**mine).order_by("created_at")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the audit log, with names where the users are still here."""

    at: datetime
    deed: str
    facts: dict[str, str]
    who: str
    whose: str
    is_own: bool


def log_of_place(workspace: Workspace, viewer: User, most: int = 200) -> list[Line]:
    """What was done in a workspace, the newest first."""
    return _lines(AuditEntry.objects.filter(place=workspace.pk), viewer, most)


def log_of_person(user: User, most: int = 200) -> list[Line]:
    """What this user did, and what others did to their data, the newest first."""
    own = Workspace.objects.filter(memberships__user=user, kind=WorkspaceKind.SEEKER).values_list("pk", flat=True)
    mine = [user.pk, *own]
    return _lines(AuditEntry.objects.filter(Q(by=user.pk) | Q(whose__in=mine) | Q(place__in=mine)), user, most)


def _lines(entries: Entries, viewer: User, most: int) -> list[Line]:
    rows = list(entries.order_by("-at", "-number").values_list("at", "deed", "facts", "by", "whose")[:most])
    ids = {key for row in rows for key in row[3:] if key}
    names: dict[UUID | None, str] = dict(User.objects.filter(pk__in=ids).values_list("pk", "email"))
    owners = User.objects.filter(memberships__workspace__in=ids, memberships__role=MembershipRole.OWNER)
    names.update(owners.values_list("memberships__workspace", "email"))
    return [
        Line(at, deed, facts, names.get(by, ""), names.get(whose, ""), by == viewer.pk)
        for at, deed, facts, by, whose in rows
    ]


def log_broken_at(place: UUID) -> int | None:
    """The number of the first entry of a place that does not fit those before it; None where all do."""
    entries = AuditEntry.objects.filter(place=place).order_by("number").iterator()
    return first_break(
        (Written(one.place, one.number, one.at, one.by, one.whose, one.deed, one.facts, one.before), one.digest)
        for one in entries
    )
