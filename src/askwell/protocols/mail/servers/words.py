"""What a server says for people, made safe to show; and what it means when it refuses a log-in."""

import re
from base64 import b64encode

from askwell.protocols.mail.servers.values import Credentials, MailError, Trouble

LONGEST = 300
APP_LOGIN = re.compile(
    r"application[- ]specific password|app[- ]?(specific )?password|InvalidSecondFactor|WebLoginRequired|web login"
    r"|basic ?auth\w* is disabled|BasicAuthBlocked|basic authentication|5\.7\.139|authori[sz]ation code|授权码"
    r"|less ?secure|support\.google\.com/(mail/\?p=|mail/accounts/answer/78754)|"
    r"(login|user) (is )?(not allowed|disabled) (for|by) (imap|smtp|pop)|service (is )?not open",
    re.IGNORECASE,
)
GMAIL_BAD_CREDENTIALS = re.compile(r"p=BadCredentials", re.IGNORECASE)


def shown(words: bytes, credentials: Credentials | None = None) -> str:
    """One line of at most 300 characters, without control characters, and without the secret if it was repeated."""
    text = "".join(c if c.isprintable() else " " for c in words[: 4 * LONGEST].decode("utf-8", "replace"))
    for secret in _spellings(credentials):
        text = text.replace(secret, "…")
    return " ".join(text.split())[:LONGEST]


def login_refused(words: bytes, credentials: Credentials) -> MailError:
    """LOGIN_REFUSED, or NEEDS_APP_LOGIN where the server says that it wants another kind of password."""
    said = shown(words, credentials)
    wants_other = bool(APP_LOGIN.search(said)) and not GMAIL_BAD_CREDENTIALS.search(said)
    trouble = Trouble.NEEDS_APP_LOGIN if wants_other else Trouble.LOGIN_REFUSED
    return MailError(trouble, permanent=True, said=said)


def plain(credentials: Credentials) -> str:
    """The answer to SASL PLAIN (RFC 4616)."""
    return encoded(f"\0{credentials.login}\0{credentials.secret}")


def xoauth2(credentials: Credentials) -> str:
    """The answer to XOAUTH2, whose secret is an access token."""
    return encoded(f"user={credentials.login}\x01auth=Bearer {credentials.secret}\x01\x01")


def encoded(text: str) -> str:
    """As the log-in commands of both protocols want it: base64 of UTF-8."""
    return b64encode(text.encode()).decode()


def _spellings(credentials: Credentials | None) -> list[str]:
    if not credentials or not credentials.secret:
        return []
    secret = credentials.secret
    return [plain(credentials), xoauth2(credentials), encoded(secret), secret]
