"""Connects a mailbox, tries it, changes it, and lets it go."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.core.cache import cache
from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.actions.mail.opening import IN, OUT, guard, imap_of, recover, smtp_of, wake_up
from askwell.outreach.actions.mail.secrets import seal, unseal
from askwell.outreach.models import Mailbox
from askwell.outreach.rules.mail.providers import is_address
from askwell.protocols.mail.servers import (
    Credentials,
    MailError,
    Security,
    Server,
    SignIn,
    Trouble,
    open_imap,
    open_smtp,
)
from askwell.protocols.mail.writing import NotWritable, ascii_address

TIMEOUT = 10  # seconds: somebody waits before the page
TRIES_AN_HOUR = 10
ELSEWHERE = (Trouble.NO_SERVER, Trouble.NO_ANSWER, Trouble.NOT_A_MAIL_SERVER, Trouble.NOT_PRIVATE)
Side = Literal["in", "out"]


class BadAddressError(OutreachError):
    """What was given is no e-mail address."""


class TriedTooOftenError(OutreachError):
    """Too many tries in an hour: providers lock accounts that guess."""


class ConnectError(OutreachError):
    """A server did not let us in; `side`: where mail comes in, or goes out; `server`: which; `error`: why."""

    def __init__(self, side: Side, server: Server, error: MailError) -> None:
        super().__init__(side, error.trouble)
        self.side, self.server, self.error = side, server, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A mailbox to connect. Of several servers the first that answers is taken. Nothing shows the secret: a password,
    or what `tokens.written` made of tokens; then `token` is the access token to try it with."""

    address: str
    secret: str
    imap: Sequence[Server]
    smtp: Sequence[Server]
    name: str = ""
    login: str = ""
    sign_in: SignIn = SignIn.LOGIN
    token: str = ""

    def __repr__(self) -> str:
        return f"Wanted(address={self.address!r})"

    @property
    def credentials(self) -> Credentials:
        return Credentials(login=self.login or self.address, secret=self.token or self.secret, sign_in=self.sign_in)


def connect_mailbox(*, workspace: Workspace, wanted: Wanted, now: datetime) -> Mailbox:
    """Try both servers, and keep the mailbox if both let us in; one of the same address is taken up again.

    Raises BadAddressError, TriedTooOftenError, ConnectError. Not inside a transaction: it talks to servers.
    """
    if not is_address(wanted.address) or not is_writable(wanted.address):
        raise BadAddressError
    _count_try(workspace)
    imap = _first_open("in", open_imap, wanted.imap, wanted.credentials)
    smtp = _first_open("out", open_smtp, wanted.smtp, wanted.credentials)
    return _keep(workspace, replace(wanted, imap=[imap], smtp=[smtp]), now)


def try_mailbox(*, workspace: Workspace, mailbox_id: UUID, now: datetime) -> None:
    """Open both servers as they are known; what goes wrong is kept as the mailbox's trouble. Raises MailError,
    Mailbox.DoesNotExist."""
    mailbox = _held(workspace, mailbox_id)
    with imap_of(mailbox, now, timeout=TIMEOUT), smtp_of(mailbox, now, timeout=TIMEOUT):
        wake_up(mailbox)


def begin_anew(*, workspace: Workspace, mailbox_id: UUID) -> None:
    """However long its server was away: look again soon. Raises Mailbox.DoesNotExist."""
    wake_up(_held(workspace, mailbox_id))


@transaction.atomic
def change_mailbox(*, workspace: Workspace, mailbox_id: UUID, name: str, signature: str, is_usual: bool) -> Mailbox:
    """How the seeker signs, and whether messages leave from this one. Raises Mailbox.DoesNotExist."""
    mailbox = _held(workspace, mailbox_id)
    mailbox.name = clean(name)[:200]
    mailbox.signature = clean_block(signature, limit=2000)
    mailbox.save(update_fields=["name", "signature"])
    if is_usual:
        _make_usual(mailbox)
    return mailbox


@transaction.atomic
def disconnect_mailbox(*, workspace: Workspace, mailbox_id: UUID, now: datetime) -> str:
    """Forget the password and use the mailbox no more; what was written through it stays. Returns the password as it
    was sealed, for `reconnect_mailbox`: nothing else has it any more. Raises Mailbox.DoesNotExist."""
    mailbox = _held(workspace, mailbox_id)
    sealed, mailbox.secret, mailbox.removed_at, mailbox.is_usual = mailbox.secret, "", now, False
    mailbox.save(update_fields=["secret", "removed_at", "is_usual"])
    other = Mailbox.objects.of(workspace).filter(removed_at=None).order_by("created_at").first()
    if other:
        _make_usual(other)
    return sealed


@transaction.atomic
def reconnect_mailbox(*, workspace: Workspace, mailbox_id: UUID, sealed: str) -> Mailbox:
    """Take `disconnect_mailbox` back. Raises MailError(KEY_LOST), Mailbox.DoesNotExist."""
    mailbox = Mailbox.objects.of(workspace).exclude(removed_at=None).get(pk=mailbox_id)
    secret = unseal(sealed, mailbox_id=mailbox.pk)
    mailbox.secret, mailbox.removed_at = seal(secret, mailbox_id=mailbox.pk), None
    mailbox.save(update_fields=["secret", "removed_at"])
    _make_usual(mailbox)
    return mailbox


def _first_open(
    side: Side,
    opening: Callable[..., AbstractContextManager[object]],
    servers: Sequence[Server],
    credentials: Credentials,
) -> Server:
    """The first server that lets us in; whoever refuses us is asked no second time, and nobody else is either."""
    failed: ConnectError | None = None
    for server in servers:
        try:
            with opening(server, credentials, timeout=TIMEOUT, resolve=guard()):
                return server
        except MailError as error:
            if error.trouble not in ELSEWHERE:
                raise ConnectError(side, server, error) from None
            failed = failed or ConnectError(side, server, error)
    raise failed or ConnectError(side, Server("", 0, Security.TLS), MailError(Trouble.NO_SERVER, permanent=True))


def is_writable(address: str) -> bool:
    """Whether a mail can be written that is from there: what many servers do not take is refused here already."""
    try:
        ascii_address(address)
    except NotWritable:
        return False
    return True


def _count_try(workspace: Workspace) -> None:
    key = f"mailbox-tries-{workspace.pk}"
    cache.add(key, 0, timeout=3600)
    if cache.incr(key) > TRIES_AN_HOUR:
        raise TriedTooOftenError


@transaction.atomic
def _keep(workspace: Workspace, wanted: Wanted, now: datetime) -> Mailbox:
    known = Mailbox.objects.of(workspace).filter(address__iexact=wanted.address)
    mailbox = known.filter(removed_at=None).first() or known.order_by("-removed_at").first()
    mailbox = mailbox or Mailbox(workspace=workspace, address=wanted.address, created_at=now)
    mailbox.removed_at, mailbox.name = None, clean(wanted.name)[:200] or mailbox.name
    mailbox.login, mailbox.sign_in = wanted.credentials.login, wanted.sign_in
    mailbox.secret = seal(wanted.secret, mailbox_id=mailbox.pk)
    mailbox.saves_sent = None  # only its own Sent folder tells, once a mail of ours left through it
    (imap,), (smtp,) = wanted.imap, wanted.smtp
    mailbox.imap_host, mailbox.imap_port, mailbox.imap_security = imap.host, imap.port, imap.security
    mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security = smtp.host, smtp.port, smtp.security
    mailbox.save()
    recover(mailbox, IN)
    recover(mailbox, OUT)
    wake_up(mailbox)
    if not Mailbox.objects.of(workspace).filter(is_usual=True).exists():
        _make_usual(mailbox)
    return mailbox


def _make_usual(mailbox: Mailbox) -> None:
    rows = Mailbox.objects.of(mailbox.workspace)
    rows.filter(is_usual=True).exclude(pk=mailbox.pk).update(is_usual=False)
    rows.filter(pk=mailbox.pk).update(is_usual=True)
    mailbox.is_usual = True


def _held(workspace: Workspace, mailbox_id: UUID) -> Mailbox:
    return Mailbox.objects.of(workspace).get(pk=mailbox_id, removed_at=None)
