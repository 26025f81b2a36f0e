"""A mailbox is listened to: its server says at once when something comes (IDLE, RFC 2177).

Of several workers one listens; it says so on the mailbox for a while ahead, so that after it was killed another does.
"""

from collections.abc import Callable, Collection, Generator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from askwell.outreach.actions.mail.opening import imap_of
from askwell.outreach.choices import FolderRole
from askwell.outreach.models import Folder, Mailbox
from askwell.protocols.mail.servers.replies import FolderState

AHEAD = timedelta(minutes=2)
"""For how long somebody says to listen; said anew when half of it is over."""
ROUND = 9 * 60
"""Seconds of one IDLE. Servers must not forget us for 29 minutes, but many a router does after ten."""
LASTS = 24 * 60 * 60
"""Seconds that one connection may be used for listening."""


class NotOffered(Exception):  # no error: such a mailbox is looked into every few minutes
    """The server does not say by itself when something comes."""


class Held(NamedTuple):
    """A mailbox that somebody listens to, until when they say so, and what it is opened with: another `key` means
    another connection."""

    id: UUID
    workspace: UUID
    until: datetime
    key: tuple[object, ...]


_OPENED_WITH = ("secret", "login", "imap_host", "imap_port", "imap_security", "sign_in")


def take(*, now: datetime, most: int, not_these: Collection[UUID]) -> list[Held]:
    """Mailboxes of every workspace that nobody listens to, at most so many: from now on they are the caller's."""
    unheard = Q(listened_until=None) | Q(listened_until__lte=now)
    awake = Q(rests_until=None) | Q(rests_until__lte=now)
    rows = Mailbox._base_manager.filter(unheard, awake, removed_at=None).exclude(secret="")  # of every workspace
    wanted = list(rows.exclude(pk__in=not_these).order_by("created_at", "id").values_list("id", flat=True)[:most])
    taken = [key for key in wanted if rows.filter(pk=key).update(listened_until=now + AHEAD)]
    return _held(taken)


def hold_on(*, held: Collection[Held], now: datetime) -> list[Held]:
    """Of these the ones that are still the caller's and still connected, said anew where that is due."""
    said = {one.id: one.until for one in held}
    still = [one for one in _held(said) if one.until == said[one.id]]
    ending = [one.id for one in still if one.until - now < AHEAD / 2]
    if ending:
        Mailbox._base_manager.filter(pk__in=ending).update(listened_until=now + AHEAD)
    return [one._replace(until=now + AHEAD) if one.id in ending else one for one in still]


def let_go(*, held: Collection[Held]) -> None:
    """The caller listens to these no more."""
    for one in held:
        Mailbox._base_manager.filter(pk=one.id, listened_until=one.until).update(listened_until=None)


def news_of(
    *, mailbox: Mailbox, clock: Callable[[], datetime], goes_on: Callable[[], bool]
) -> Generator[bool, None, None]:
    """Listens, and yields True whenever something came: first whether something had come already. `goes_on` is asked
    every few seconds. Raises NotOffered, and MailError when the connection is lost or cannot be opened.

    Not inside a transaction. Between what it yields nothing is asked of the database.
    """
    with imap_of(mailbox, clock(), lasts=LASTS) as client:
        if not client.can_idle:
            raise NotOffered
        yield _is_behind(mailbox, client.select("INBOX"))
        while goes_on():
            if client.idle(ROUND, goes_on=goes_on):
                yield True


def _is_behind(mailbox: Mailbox, inbox: FolderState) -> bool:
    looked = Folder.objects.of(mailbox.workspace).filter(mailbox=mailbox, role=FolderRole.INBOX)
    return not looked.filter(uid_validity=inbox.uid_validity, uid_next__gte=inbox.uid_next).exists()


def _held(ids: Collection[UUID]) -> list[Held]:
    rows = Mailbox._base_manager.filter(pk__in=ids, removed_at=None).exclude(listened_until=None)
    columns = rows.order_by("created_at", "id").values_list("id", "workspace_id", "listened_until", *_OPENED_WITH)
    return [Held(key, workspace, until, tuple(rest)) for key, workspace, until, *rest in columns]
