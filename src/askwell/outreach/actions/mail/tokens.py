"""Access tokens of mailboxes that sign in at their provider."""

import json
from datetime import datetime, timedelta

from django.conf import settings

from askwell.outreach.actions.mail.secrets import seal
from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers import MailError, Trouble
from askwell.protocols.mail.servers.oauth import PROVIDERS, Client, Tokens, refreshed

EARLY = timedelta(minutes=2)


def client_of(provider: str, redirect: str = "") -> Client | None:
    """What the operator of this installation is to that provider; None where it was never told of Askwell."""
    known = settings.MAIL_CLIENT_SECRETS.get(provider)
    return Client(identifier=known[0], secret=known[1], redirect=redirect) if known else None


def written(provider: str, tokens: Tokens) -> str:
    """Tokens as a mailbox's secret."""
    return json.dumps([provider, tokens.access, tokens.refresh, tokens.ends.isoformat()])


def fresh_token(mailbox: Mailbox, secret: str, now: datetime) -> str:
    """The access token; a new one is fetched and kept when it is about to end. Raises MailError."""
    try:
        provider, access, refresh, ends = json.loads(secret)
        is_good = datetime.fromisoformat(ends) > now + EARLY
    except (ValueError, TypeError):
        raise MailError(Trouble.KEY_LOST, permanent=True) from None
    if is_good:
        return str(access)
    client = client_of(provider)
    if not client:
        raise MailError(Trouble.LOGIN_REFUSED, permanent=True)
    tokens = refreshed(PROVIDERS[provider], client, refresh=refresh, now=now)
    _keep(mailbox, seal(written(provider, tokens), mailbox_id=mailbox.pk))
    return tokens.access


def _keep(mailbox: Mailbox, sealed: str) -> None:
    """Unless the mailbox was disconnected, or connected anew, in the meantime."""
    rows = Mailbox.objects.of(mailbox.workspace).filter(pk=mailbox.pk, secret=mailbox.secret)
    if rows.update(secret=sealed):
        mailbox.secret = sealed
