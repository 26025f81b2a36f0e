"""Making users and workspaces, and the local owner's way in."""

import hashlib
import secrets
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from askwell.accounts.choices import Deed, Gone, MembershipRole, WorkspaceKind
from askwell.accounts.models import AuditEntry, Erasure, Membership, Profile, Removable, SignInLink, User, Workspace
from askwell.accounts.rules import ATTEMPTS_KEPT, KEPT, LOOKS_APART, Written
from askwell.lib.text import clean

LINK_LIFETIME = timedelta(minutes=30)
LOCAL_OWNER = "owner@localhost"
AT_A_TIME = 500
"""So many rows are looked at at once."""


class LinkSpentError(Exception):
    """The sign-in link is unknown, used already, or too old."""


@transaction.atomic
def open_workspace(*, user: User, is_demo: bool = False) -> Workspace:
    """A seeker's own workspace, with this user as its owner and at work in it."""
    workspace = Workspace.objects.create(kind=WorkspaceKind.SEEKER, is_demo=is_demo)
    Profile.objects.create(workspace=workspace)
    Membership.objects.create(workspace=workspace, user=user, role=MembershipRole.OWNER)
    user.workspace = workspace
    user.save(update_fields=["workspace"])
    _count_workplaces(user)
    return workspace


@transaction.atomic
def admit(*, workspace: Workspace, user: User, role: str, name: str = "", by: User | None = None) -> None:
    """Let the user work in a workspace as a MembershipRole; whoever works there already has that role from now on.
    `name`: what its people call them; without one, what they called them before. `by`: who decided it, where it was not
    the user."""
    held, is_new = Membership.objects.get_or_create(workspace=workspace, user=user, defaults={"role": role})
    told = {"role": role} | ({"name": clean(name, limit=120)} if name else {})
    Membership.objects.filter(pk=held.pk).update(**told)
    _count_workplaces(user)
    if is_new or held.role != role:
        deed = Deed.ADMITTED if is_new else Deed.ROLE_CHANGED
        note(deed, place=workspace.pk, by=(by or user).pk, whose=user.pk, facts={"role": str(role)})


@transaction.atomic
def dismiss(*, workspace: Workspace, user: User, by: User | None = None) -> None:
    """The user works there no more; at work there just now, they are in another of their workspaces afterwards.
    `by`: who decided it, where it was not the user."""
    if Membership.objects.filter(workspace=workspace, user=user).delete()[0]:
        note(Deed.DISMISSED, place=workspace.pk, by=(by or user).pk, whose=user.pk)
    if user.workspace_id == workspace.pk:
        user.workspace = Workspace.objects.filter(memberships__user=user).order_by("created_at").first()
        user.save(update_fields=["workspace"])
    _count_workplaces(user)


def _count_workplaces(user: User) -> None:
    """So that no page has to ask whether there is anywhere else to go."""
    user.works_in_many = Membership.objects.filter(user=user).count() > 1
    user.save(update_fields=["works_in_many"])


def go_to_work(*, user: User, key: UUID) -> Workspace:
    """Be at work in another of one's workspaces. Raises Workspace.DoesNotExist for one that is not."""
    user.workspace = Workspace.objects.filter(memberships__user=user).distinct().get(pk=key)
    user.save(update_fields=["workspace"])
    return user.workspace


def set_goal(*, workspace: Workspace, goal: int, goal_on: date | None) -> None:
    """How many successful interviews the seeker aims at (1 to 50), and by when. Raises ValueError."""
    if not 1 <= goal <= 50:
        raise ValueError(f"a goal of {goal}")
    Profile.objects.update_or_create(workspace=workspace, defaults={"goal": goal, "goal_on": goal_on})


def introduce(*, workspace: Workspace, facts: dict[str, str]) -> None:
    """Who the seeker is and how to reach them: fields of Profile, cut to what they hold; those not given stay."""
    held = {name: clean(text, limit=_room(name)) for name, text in facts.items()}
    Profile.objects.update_or_create(workspace=workspace, defaults=held)


def _room(name: str) -> int | None:
    length: int | None = getattr(Profile._meta.get_field(name), "max_length", None)
    return length


@transaction.atomic
def ensure_local_owner() -> User:
    """The one owner of a laptop's data folder; made, with a workspace, at the first start."""
    owner = User.objects.select_related("workspace").filter(email=LOCAL_OWNER).first()
    if owner is None:
        owner = User.objects.create_user(LOCAL_OWNER)
        open_workspace(user=owner)
    return owner


def issue_sign_in_link(*, user: User, now: datetime) -> str:
    """A secret token that signs `user` in once within half an hour. Only its digest is stored."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(digest=digest(token), user=user, expires_at=now + LINK_LIFETIME)
    return token


@transaction.atomic
def spend_sign_in_link(*, token: str, now: datetime) -> User:
    """The user whom the token signs in; the token works no second time. Raises LinkSpentError."""
    SignInLink.objects.filter(expires_at__lte=now).delete()
    link = SignInLink.objects.select_for_update().filter(digest=digest(token)).first()
    if link is None:
        raise LinkSpentError
    link.delete()
    return link.user


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def choose_language(*, user: User, language: str) -> None:
    """Pages speak `language` to this user from now on."""
    user.language = language
    user.save(update_fields=["language"])


def take_time_zone(*, user: User, name: str) -> None:
    """Believe the browser's zone. An unknown name changes nothing."""
    if name in zoneinfo.available_timezones():
        user.time_zone = name
        user.save(update_fields=["time_zone"])


@transaction.atomic
def change_profile(
    *, user: User, workspace: Workspace, language: str, time_zone: str, facts: dict[str, object]
) -> None:
    """How the seeker introduces themselves (`facts` are Profile's fields) and how pages are shown to them."""
    Profile.objects.update_or_create(workspace=workspace, defaults=facts)
    user.language, user.time_zone = language, time_zone
    user.save(update_fields=["language", "time_zone"])


@transaction.atomic
def throw_away(kind: type[Removable], *, workspace: Workspace, key: UUID, now: datetime) -> None:
    """Out of sight; `bring_back` is the undo until the next thing of its kind is thrown away, which makes this one
    gone for good. Raises `kind.DoesNotExist`."""
    kind.kept(workspace).get(pk=key)
    kind.objects.of(workspace).exclude(removed_at=None).delete()
    kind.kept(workspace).filter(pk=key).update(removed_at=now)


def bring_back(kind: type[Removable], *, workspace: Workspace, key: UUID) -> None:
    """Raises `kind.DoesNotExist` where nothing was thrown away, or it is gone for good."""
    if not kind.objects.of(workspace).exclude(removed_at=None).filter(pk=key).update(removed_at=None):
        raise kind.DoesNotExist


def note(
    deed: Deed, *, place: UUID, by: UUID | None, whose: UUID | None = None, facts: dict[str, str] | None = None
) -> AuditEntry:
    """Add an entry to the audit log, in the transaction under way: what is undone is not in it.

    It reads the clock itself, so that nobody dates an entry. Of two at once for one place the second gets the next
    number (three tries).
    """
    for last_try in (False, False, True):
        try:
            with transaction.atomic():
                return _add_entry(deed, place, by, whose, facts or {})
        except IntegrityError:
            if last_try:
                raise
    raise AssertionError("the last try returns or raises")


def _add_entry(deed: Deed, place: UUID, by: UUID | None, whose: UUID | None, facts: dict[str, str]) -> AuditEntry:
    last = AuditEntry.objects.filter(place=place).order_by("-number").values_list("number", "digest").first()
    number, before = (last[0] + 1, last[1]) if last else (1, "")
    entry = Written(place, number, datetime.now(UTC), by, whose, str(deed), facts, before)
    return AuditEntry.objects.create(
        place=place, number=number, at=entry.at, by=by, whose=whose, deed=entry.deed, facts=facts, before=before,
        digest=entry.digest(),
    )  # fmt: skip


def note_look(*, by: User, place: Workspace, whose: Workspace, what: str = "") -> None:
    """A caseworker of the programme `place` looked at what the seeker of `whose` shares; once an hour is enough."""
    since = datetime.now(UTC) - LOOKS_APART
    looks = AuditEntry.objects.filter(deed=Deed.LOOKED, place=place.pk, by=by.pk, whose=whose.pk, at__gt=since)
    if not looks.exists():
        note(Deed.LOOKED, place=place.pk, by=by.pk, whose=whose.pk, facts={"what": what} if what else None)


def forget_entries(*, now: datetime) -> int:
    """Delete the entries that are older than KEPT. Returns how many."""
    return AuditEntry.objects.filter(at__lt=now - KEPT).forget()


def forget_sessions(*, now: datetime) -> int:
    """Delete the sessions that have ended. Returns how many."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]


def forget_attempts(*, now: datetime) -> int:
    """Hosted: delete failed sign-ins that are older than ATTEMPTS_KEPT, and the sign-ins that were once written down
    beside the audit log. Returns how many."""
    from axes.models import AccessAttempt, AccessLog  # noqa: PLC0415 # its tables are there only when hosted

    old = {"attempt_time__lt": now - ATTEMPTS_KEPT}
    return int(AccessAttempt.objects.filter(**old).delete()[0] + AccessLog.objects.filter(**old).delete()[0])


def forget_browsers(*, now: datetime) -> int:
    """Hosted: delete what the list of signed-in browsers keeps of sessions that are gone, but not of one that is just
    being made. Returns how many. It asks in two steps, since a sharded database cannot join the two tables."""
    from allauth.usersessions.models import UserSession  # noqa: PLC0415 # as above

    rows = UserSession.objects.filter(created_at__lt=now - timedelta(hours=1)).values_list("pk", "session_key")
    told, gone = rows.iterator(chunk_size=AT_A_TIME), 0
    while some := list(islice(told, AT_A_TIME)):
        there = set(Session.objects.filter(pk__in=[key for _, key in some]).values_list("pk", flat=True))
        gone += UserSession.objects.filter(pk__in=[pk for pk, key in some if key not in there]).delete()[0]
    return gone


def note_erasure(what: Gone, *, place: UUID, key: UUID, is_stopped: bool = False) -> None:
    """Call it in the transaction that erases: older backups still hold it. `is_stopped`: they had asked not to be
    contacted."""
    Erasure.objects.create(what=what, place=place, key=key, is_stopped=is_stopped)
