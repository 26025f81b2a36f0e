"""Opens a mailbox's servers: its secret is read, its addresses are guarded, its refusals are remembered.

Never inside a transaction: a server may take half a minute.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import F, Q, QuerySet

from askwell.outreach.actions.mail.secrets import unseal
from askwell.outreach.actions.mail.tokens import fresh_token
from askwell.outreach.models import Mailbox
from askwell.outreach.rules.mail.resting import rest_after, rest_away
from askwell.protocols.mail.servers import (
    Credentials,
    ImapClient,
    MailError,
    Resolve,
    Security,
    Server,
    SignIn,
    SmtpClient,
    Trouble,
    open_imap,
    open_smtp,
    public_only,
)
from askwell.protocols.mail.servers.wire import LASTS

Client = TypeVar("Client")
REFUSALS = (Trouble.LOGIN_REFUSED, Trouble.NEEDS_APP_LOGIN)
BETWEEN_TRIES = timedelta(minutes=21)
TIMEOUT = 30  # seconds


def guard() -> Resolve | None:
    """Which addresses may be connected to: where others use this installation too, only public ones."""
    return public_only if settings.HOSTED else None


@dataclass(frozen=True, slots=True)
class Side:
    """Where mail comes in, or goes out: each has troubles of its own, in columns that begin with `prefix`."""

    prefix: str

    def get(self, mailbox: Mailbox, name: str) -> Any:
        return getattr(mailbox, self.prefix + name)

    def store(self, mailbox: Mailbox, **columns: Any) -> None:
        named = {self.prefix + name: value for name, value in columns.items()}
        for name, value in named.items():
            setattr(mailbox, name, value)
        _rows(mailbox).update(**named)


IN, OUT = Side(""), Side("out_")


def smtp_of(mailbox: Mailbox, now: datetime, *, timeout: float = TIMEOUT) -> AbstractContextManager[SmtpClient]:
    """Its SMTP server, logged in. Raises MailError, which the mailbox keeps as its trouble of this side if it could not
    be opened; a mailbox that rests after a refused password is not tried, and raises what it raised last."""
    server = Server(mailbox.smtp_host, mailbox.smtp_port, Security(mailbox.smtp_security))
    how: dict[str, Any] = {"timeout": timeout, "resolve": guard()}
    return _opened(mailbox, OUT, now, lambda credentials: open_smtp(server, credentials, **how))


def imap_of(
    mailbox: Mailbox, now: datetime, *, timeout: float = TIMEOUT, lasts: float = LASTS
) -> AbstractContextManager[ImapClient]:
    """Its IMAP server, as `smtp_of`; the connection is at most `lasts` seconds long."""
    server = Server(mailbox.imap_host, mailbox.imap_port, Security(mailbox.imap_security))
    how: dict[str, Any] = {"timeout": timeout, "lasts": lasts, "resolve": guard()}
    return _opened(mailbox, IN, now, lambda credentials: open_imap(server, credentials, **how))


@contextmanager
def _opened(
    mailbox: Mailbox, side: Side, now: datetime, opening: Callable[[Credentials], AbstractContextManager[Client]]
) -> Iterator[Client]:
    with ExitStack() as stack:
        _take_turn(mailbox, side, now)
        try:
            client = stack.enter_context(opening(credentials_of(mailbox, now)))
        except MailError as error:
            remember(mailbox, error, now, side=side)
            raise
        recover(mailbox, side)
        yield client


def credentials_of(mailbox: Mailbox, now: datetime) -> Credentials:
    """What it logs in with; an access token is renewed when it is about to end. Raises MailError, KEY_LOST also when
    the mailbox was disconnected."""
    if mailbox.removed_at or not mailbox.secret:
        raise MailError(Trouble.KEY_LOST, permanent=True)
    secret, sign_in = unseal(mailbox.secret, mailbox_id=mailbox.pk), SignIn(mailbox.sign_in)
    if sign_in is SignIn.OAUTH:
        secret = fresh_token(mailbox, secret, now)
    return Credentials(login=mailbox.login, secret=secret, sign_in=sign_in)


def remember(mailbox: Mailbox, error: MailError, now: datetime, *, side: Side = IN) -> None:
    """Keep why this side could not be opened, since when, and how long it rests."""
    since = side.get(mailbox, "trouble_at") if side.get(mailbox, "trouble") == error.trouble else None
    columns: dict[str, Any] = {
        "trouble": error.trouble, "trouble_said": error.said[:300], "trouble_at": since or now
    }  # fmt: skip
    if error.trouble in REFUSALS:
        counter = f"{side.prefix}refused"
        _rows(mailbox).update(**{counter: F(counter) + 1})  # another worker may have been refused just now
        mailbox.refresh_from_db(fields=[counter])
        columns["rests_until"] = now + rest_after(side.get(mailbox, "refused"))
    side.store(mailbox, **columns)


def recover(mailbox: Mailbox, side: Side) -> None:
    """This side could be opened: forget what was. Of the other one it says nothing."""
    if any(side.get(mailbox, name) for name in ("trouble", "refused", "rests_until")):
        side.store(mailbox, trouble="", trouble_said="", trouble_at=None, refused=0, rests_until=None)


def rest(mailbox: Mailbox, now: datetime) -> None:
    """Looking into it came to nothing: the next look by itself comes later each time. What a refused password asks
    for is never shortened."""
    mailbox.missed += 1
    mailbox.rests_until = max(mailbox.rests_until or now, now + rest_away(mailbox.missed))
    _save(mailbox, "missed", "rests_until")


def wake_up(mailbox: Mailbox) -> None:
    """The seeker asks for a look now, or one went well: begin anew. A refused password rests on."""
    if mailbox.missed:
        mailbox.missed, mailbox.rests_until = 0, mailbox.rests_until if mailbox.refused else None
        _save(mailbox, "missed", "rests_until")


def _take_turn(mailbox: Mailbox, side: Side, now: datetime) -> None:
    """After a refusal only one worker tries, and only when the rest is over. Looks at the row as it is now. It is one
    password: while mail may not come in for it, nothing goes out either, so that both sides together stay within what
    providers bear."""
    mailbox.refresh_from_db()
    if side is OUT and mailbox.refused and mailbox.rests_until and mailbox.rests_until > now:
        raise _as_before(mailbox, IN)
    if not side.get(mailbox, "refused"):
        return
    rests = f"{side.prefix}rests_until"
    awake = Q(**{rests: None}) | Q(**{f"{rests}__lte": now})
    if not _rows(mailbox).filter(awake).update(**{rests: now + BETWEEN_TRIES}):
        raise _as_before(mailbox, side)


def _as_before(mailbox: Mailbox, side: Side) -> MailError:
    trouble = side.get(mailbox, "trouble")
    said = side.get(mailbox, "trouble_said")
    return MailError(Trouble(trouble or Trouble.NO_ANSWER), permanent=trouble in REFUSALS, said=said)


def _save(mailbox: Mailbox, *fields: str) -> None:
    _rows(mailbox).update(**{name: getattr(mailbox, name) for name in fields})


def _rows(mailbox: Mailbox) -> QuerySet[Mailbox]:
    return Mailbox.objects.of(mailbox.workspace).filter(pk=mailbox.pk)
