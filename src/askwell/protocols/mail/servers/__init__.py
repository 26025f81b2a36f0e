"""Talks to the servers of a mailbox: SMTP out, IMAP in. No Django, no clock but time-outs; every failure is a
`MailError` that says what is wrong and whether trying again can help."""

from askwell.protocols.mail.servers.addresses import Resolve, public_only
from askwell.protocols.mail.servers.folders import FolderName
from askwell.protocols.mail.servers.imap import ImapClient, open_imap
from askwell.protocols.mail.servers.replies import FolderState, Heading
from askwell.protocols.mail.servers.smtp import SmtpClient, open_smtp
from askwell.protocols.mail.servers.values import Credentials, MailError, Security, Server, SignIn, Trouble

__all__ = [
    "Credentials",
    "FolderName",
    "FolderState",
    "Heading",
    "ImapClient",
    "MailError",
    "Resolve",
    "Security",
    "Server",
    "SignIn",
    "SmtpClient",
    "Trouble",
    "open_imap",
    "open_smtp",
    "public_only",
]
