"""The seeker's own calendars: a private feed to subscribe to, and one that says when they are busy."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of, zone_of
from askwell.interviews.models import OwnCalendar
from askwell.interviews.queries.visiting import DEFAULT_ZONE, usable
from askwell.outreach.actions.mail.secrets import seal, unseal
from askwell.outreach.queries.mail.mailboxes import mailboxes
from askwell.protocols.calendar import Busy, UnreadableCalendar, read_busy
from askwell.protocols.calendar.fetching import Fetch, fetch, link_of
from askwell.protocols.fetching import LONGEST, FetchError, FetchTrouble
from askwell.protocols.mail.servers import MailError
from askwell.protocols.mail.servers.addresses import public_only

WINDOW = timedelta(days=60)
AGAIN = timedelta(minutes=30)
AT_ONCE = 3.0  # seconds that somebody waits for the page
MOST_KEPT = 3000


def own_calendar(workspace: Workspace) -> OwnCalendar:
    """The workspace's row, new where there is none."""
    return OwnCalendar.objects.of(workspace).get_or_create(workspace=workspace)[0]


@transaction.atomic
def open_feed(*, workspace: Workspace, now: datetime) -> OwnCalendar:
    """A feed under a new address; the one before, if any, leads nowhere from now on."""
    calendar = own_calendar(workspace)
    calendar.feed_since, calendar.feed_number = now, calendar.feed_number + 1
    calendar.save(update_fields=["feed_since", "feed_number"])
    return calendar


@transaction.atomic
def shut_feed(*, workspace: Workspace) -> None:
    """Nobody reads the feed any more."""
    OwnCalendar.objects.of(workspace).update(feed_since=None)


@transaction.atomic
def reopen_feed(*, workspace: Workspace, now: datetime) -> None:
    """Undo of `shut_feed`: the same address again."""
    OwnCalendar.objects.of(workspace).filter(feed_since=None, feed_number__gt=0).update(feed_since=now)


def connect_busy(*, workspace: Workspace, link: str, now: datetime, get: Fetch | None = None) -> bool:
    """Read the calendar at `link` from now on, to begin with at once, but no longer than somebody waits for a page:
    False when it was still coming then, and a worker has to go on (`refresh_busy`).

    Raises FetchError, and keeps nothing then.
    """
    url = link_of(link)
    try:
        told = _told(_read(workspace, url, now, get or _fetch_quickly), now)
    except FetchError as error:
        if error.trouble is not FetchTrouble.TOO_SLOW:
            raise
        told = {"busy": [], "busy_unread": 0, "busy_read_at": None, "busy_trouble": ""}
    calendar = own_calendar(workspace)
    calendar.busy_url = seal(url, mailbox_id=calendar.pk)
    calendar.save(update_fields=["busy_url"])
    _store(calendar, now, **told)
    return told["busy_read_at"] is not None


@transaction.atomic
def disconnect_busy(*, workspace: Workspace) -> None:
    """The address and what was read there are gone."""
    OwnCalendar.objects.of(workspace).update(
        busy_url="", busy=[], busy_unread=0, busy_asked_at=None, busy_read_at=None, busy_trouble=""
    )


def refresh_busy(*, workspace: Workspace, now: datetime, get: Fetch | None = None) -> bool:
    """Read the connected calendar again; what was read before stays where that fails, and why is kept."""
    calendar = OwnCalendar.objects.of(workspace).exclude(busy_url="").first()
    if calendar is None:
        return False
    try:
        busy = _read(workspace, _unsealed(calendar), now, get or guarded_fetch)
    except FetchError as error:
        _store(calendar, now, busy_trouble=error.trouble)
        return False
    return _store(calendar, now, **_told(busy, now))


def busy_due(*, now: datetime) -> list[UUID]:
    """Workspaces whose calendar is to be read again; each is given out once until then."""
    rows = OwnCalendar._base_manager.exclude(busy_url="").filter(busy_asked_at__lte=now - AGAIN)  # of every workspace
    found = list(rows.values_list("pk", "workspace_id"))
    return [workspace for key, workspace in found if rows.filter(pk=key).update(busy_asked_at=now)]


def guarded_fetch(url: str, seconds: float = LONGEST) -> bytes:
    """Where others use this installation too, private addresses are refused."""
    return fetch(url, resolve=public_only if settings.HOSTED else None, seconds=seconds)


def _fetch_quickly(url: str) -> bytes:
    return guarded_fetch(url, AT_ONCE)


def _read(workspace: Workspace, url: str, now: datetime, get: Fetch) -> Busy:
    zone = usable(zone_of(workspace)) or DEFAULT_ZONE
    me = {box.address.lower() for box in mailboxes(workspace)} | {profile_of(workspace).email.lower()}
    try:
        return read_busy(get(url), start=now, end=now + WINDOW, zone=zone, me=frozenset(me - {""}))
    except UnreadableCalendar:
        raise FetchError(FetchTrouble.NO_CALENDAR) from None


def _told(busy: Busy, now: datetime) -> dict[str, Any]:
    times = [[start.isoformat(), end.isoformat()] for start, end in busy.times[:MOST_KEPT]]
    return {"busy": times, "busy_unread": busy.unread, "busy_trouble": "", "busy_read_at": now}


def _store(calendar: OwnCalendar, now: datetime, **told: Any) -> bool:
    """Only while the row still names the address that was read: it may have been disconnected, or changed, or sealed
    anew meanwhile, and reading takes seconds."""
    rows = OwnCalendar.objects.of(calendar.workspace).filter(pk=calendar.pk, busy_url=calendar.busy_url)
    return rows.update(busy_asked_at=now, **told) > 0


def _unsealed(calendar: OwnCalendar) -> str:
    try:
        return unseal(calendar.busy_url, mailbox_id=calendar.pk)
    except MailError:
        raise FetchError(FetchTrouble.KEY_LOST) from None
