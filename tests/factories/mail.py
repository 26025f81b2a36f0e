"""Mailboxes for tests."""

from datetime import datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.secrets import seal
from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers import Security
from tests.servers.dovecot import PASSWORD


def a_mailbox(
    workspace: Workspace, *, now: datetime, address: str, imap_port: int, smtp_port: int, **more: Any
) -> Mailbox:
    """A mailbox at servers on this machine, connected without trying; the usual one unless said otherwise."""
    usual: dict[str, Any] = {
        "login": address, "imap_host": "localhost", "smtp_host": "localhost", "imap_security": Security.NONE,
        "smtp_security": Security.NONE, "is_usual": True, "created_at": now, "name": "Mei Tan",
    }  # fmt: skip
    secret = more.pop("secret", PASSWORD)
    mailbox = Mailbox(workspace=workspace, address=address, imap_port=imap_port, smtp_port=smtp_port, **(usual | more))
    mailbox.secret = seal(secret, mailbox_id=mailbox.pk) if secret else ""
    mailbox.save()
    return mailbox
