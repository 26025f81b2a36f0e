"""IMAP (RFC 9051, 3501) as far as hearing needs it: it only reads, but for `append`."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import islice

from askwell.protocols.mail.servers.addresses import Resolve
from askwell.protocols.mail.servers.dialog import Dialog, Literal, string
from askwell.protocols.mail.servers.folders import FolderName
from askwell.protocols.mail.servers.replies import MONTHS, FolderState, Heading, body, folder_names, heading
from askwell.protocols.mail.servers.values import Credentials, MailError, Security, Server, SignIn, Trouble
from askwell.protocols.mail.servers.wire import LASTS, Wire, dial
from askwell.protocols.mail.servers.words import plain, xoauth2

HEADER_FIELDS = (
    "FROM SENDER REPLY-TO TO CC SUBJECT DATE MESSAGE-ID IN-REPLY-TO REFERENCES RETURN-PATH CONTENT-TYPE "
    "AUTO-SUBMITTED X-AUTO-RESPONSE-SUPPRESS X-AUTOREPLY X-AUTORESPOND PRECEDENCE LIST-ID X-FAILED-RECIPIENTS "
    "X-MICROSOFT-ORIGINAL-MESSAGE-ID"
)
NAMED_BY = (b"Message-ID", b"X-Microsoft-Original-Message-ID")
"""Headers that a mail's own id is in; the second at servers that give every mail an id of theirs."""
LONGEST_HEADER = 256 * 1024
NEWS = re.compile(rb"\* \d+ EXISTS$", re.IGNORECASE)
MONTH_NAMES = {number: name.decode().title() for name, number in MONTHS.items()}


@contextmanager
def open_imap(
    server: Server,
    credentials: Credentials,
    *,
    timeout: float = 30,
    lasts: float = LASTS,
    resolve: Resolve | None = None,
) -> "Iterator[ImapClient]":
    """A client that is logged in. Nobody waits longer than `timeout` seconds for an answer, and after `lasts` seconds
    the connection ends; `resolve` says which addresses may be connected to (`addresses.public_only` where Askwell is
    hosted). Raises MailError."""
    wire = dial(server, timeout=timeout, lasts=lasts, resolve=resolve)
    try:
        client = ImapClient(wire, credentials)
        with wire.within(2 * timeout):
            client.greet(server)
            client.log_in()
        yield client
        with suppress(MailError):
            client.log_out()
    finally:
        wire.close()


class ImapClient:
    """Made by `open_imap`. Every method raises MailError: NO_ANSWER (also when the server says goodbye), REFUSED, or
    REFUSED_NOW. After a lost connection nothing more can be asked."""

    def __init__(self, wire: Wire, credentials: Credentials) -> None:
        self._dialog, self._credentials = Dialog(wire, credentials), credentials
        self._offers: frozenset[str] = frozenset()
        self._exists = 0

    def greet(self, server: Server) -> None:
        """Hear the greeting, and go into TLS where it does not start with it."""
        first = self._dialog.hear().words
        if not re.match(rb"\* (OK|PREAUTH)\b", first, re.IGNORECASE):
            raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False, said=self._dialog.shown(first))
        if server.security is Security.STARTTLS:
            self._go_private(server.host, is_open=first[2:4].upper() == b"OK")
        self._learn_offers()

    def log_in(self) -> None:
        """Raises MailError(LOGIN_REFUSED or NEEDS_APP_LOGIN) when the server does not want us."""
        login, secret = self._credentials.login, self._credentials.secret
        if self._credentials.sign_in is SignIn.OAUTH:
            self._authenticate(b"XOAUTH2", xoauth2(self._credentials))
        elif "AUTH=PLAIN" in self._offers:
            self._authenticate(b"PLAIN", plain(self._credentials))
        elif "LOGINDISABLED" in self._offers:
            raise MailError(Trouble.NOT_PRIVATE, permanent=True)
        else:
            self._dialog.log_in(b"LOGIN", string(login), string(secret))
        self._learn_offers()
        if "ID" in self._offers:  # 163 and 126 open no folder for a program that does not say its name
            self._dialog.ask(b'ID ("name" "Askwell" "vendor" "Askwell")')

    def log_out(self) -> None:
        self._dialog.ask(b"LOGOUT")

    def folders(self) -> list[FolderName]:
        """All folders that can be opened, the inbox first."""
        returns = b" RETURN (SPECIAL-USE)" if {"SPECIAL-USE", "LIST-EXTENDED"} <= self._offers else b""
        return folder_names(self._dialog.ask(b'LIST "" "*"' + returns))

    def select(self, name: str) -> FolderState:
        """Open a folder, only to read. MailError(REFUSED) if it is not there."""
        said = b"\n".join(line.words for line in self._dialog.ask(b"EXAMINE", string(name)))
        self._exists = _number(rb"^\* (\d{1,10}) EXISTS", said)
        uid_next = _number(rb"\[UIDNEXT (\d{1,10})\]", said) or self._last_uid() + 1
        return FolderState(_number(rb"\[UIDVALIDITY (\d{1,10})\]", said), uid_next, self._exists)

    def headers(self, first_uid: int, *, limit: int) -> Iterator[Heading]:
        """The mails of the selected folder from `first_uid` on, at most `limit` of them, the lowest numbers, as they
        come: one command, nothing is kept. Nothing else can be asked until the end; closed early, it reads and drops
        what is left."""
        wanted = b"%d:*" % first_uid if self._exists <= limit else self._range(first_uid, limit)
        if not self._exists or not wanted:
            return
        what = f"(UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS ({HEADER_FIELDS})])".encode()
        with closing(self._dialog.stream(b"UID FETCH", wanted, what, keep=LONGEST_HEADER)) as lines:
            headings = (found for line in lines if line.is_fetch and (found := heading(line)))
            # `n:*` brings the last one also when it is below n
            yield from islice((found for found in headings if found.uid >= first_uid), limit)

    def whole(self, uid: int, *, limit: int) -> bytes:
        """The first `limit` bytes of a mail; empty when it is gone."""
        what = b"(UID BODY.PEEK[]<0.%d>)" % limit
        lines = self._dialog.ask(b"UID FETCH", b"%d" % uid, what, keep=limit)
        return next((data for line in lines if line.is_fetch and (data := body(line)) is not None), b"")

    def find(self, mail_id: str) -> bool:
        """Whether a mail that was sent with this Message-ID (without angle brackets) is in the selected folder."""
        return any(self._search(name, mail_id) for name in NAMED_BY)

    def _search(self, header: bytes, mail_id: str) -> bool:
        lines = self._dialog.ask(b"UID SEARCH HEADER", header, string(f"<{mail_id}>"))
        return any(re.match(rb"\* SEARCH\b.*\d", line.words, re.IGNORECASE) for line in lines)

    def append(self, folder: str, data: bytes, at: datetime) -> None:
        """Put a mail into a folder, as read. `at` is aware."""
        date = f'"{at:%d}-{MONTH_NAMES[at.month]}-{at:%Y %H:%M:%S %z}"'
        self._dialog.ask(b"APPEND", string(folder), rb"(\Seen)", date.encode(), Literal(data))

    @property
    def can_idle(self) -> bool:
        """Whether the server says by itself when something comes."""
        return "IDLE" in self._offers

    def idle(self, seconds: float, *, goes_on: Callable[[], bool] = lambda: True) -> bool:
        """Wait for news of the selected folder: True as soon as something came; False when nothing did in that time,
        and at once where the server does not offer it. `goes_on` is asked every few seconds (`dialog.GLANCE`): False
        ends the waiting."""
        return self.can_idle and self._dialog.wait(seconds, NEWS, goes_on)

    def _go_private(self, host: str, *, is_open: bool) -> None:
        """STARTTLS. A server that logs us in before it is not the one that it says."""
        try:
            if not is_open:
                raise MailError(Trouble.NOT_PRIVATE, permanent=False)
            self._dialog.ask(b"STARTTLS")
        except MailError as refusal:
            if refusal.trouble is Trouble.REFUSED:
                raise MailError(Trouble.NOT_PRIVATE, permanent=False, said=refusal.said) from None
            raise
        self._dialog.wire.secure(host)

    def _authenticate(self, mechanism: bytes, answer: str) -> None:
        if "SASL-IR" in self._offers:
            self._dialog.log_in(b"AUTHENTICATE", mechanism, answer.encode())
        else:
            self._dialog.log_in(b"AUTHENTICATE", mechanism, answer=answer.encode())

    def _learn_offers(self) -> None:
        said = b" ".join(line.words for line in self._dialog.ask(b"CAPABILITY"))
        self._offers = frozenset(said.decode("ascii", "replace").upper().split())

    def _last_uid(self) -> int:
        """For servers that do not say which number comes next."""
        if not self._exists:
            return 0
        said = b"\n".join(line.words for line in self._dialog.ask(b"FETCH * (UID)"))
        return _number(rb"\bUID (\d{1,10})", said)

    def _range(self, first_uid: int, limit: int) -> bytes:
        """The numbers of the first `limit` mails from there on, as a range; empty if there are none."""
        said = b" ".join(line.words for line in self._dialog.ask(b"UID SEARCH UID %d:*" % first_uid))
        uids = sorted(uid for word in said.split() if word.isdigit() and (uid := int(word)) >= first_uid)[:limit]
        return b"%d:%d" % (uids[0], uids[-1]) if uids else b""


def _number(pattern: bytes, words: bytes) -> int:
    found = re.search(pattern, words, re.IGNORECASE | re.MULTILINE)
    return int(found[1]) if found else 0
