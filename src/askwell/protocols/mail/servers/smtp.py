"""SMTP (RFC 5321) as far as a mail program needs it: log in, hand over one mail after another."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from askwell.protocols.mail.servers.addresses import Resolve
from askwell.protocols.mail.servers.values import Credentials, MailError, Security, Server, SignIn, Trouble
from askwell.protocols.mail.servers.wire import Wire, dial
from askwell.protocols.mail.servers.words import encoded, login_refused, plain, shown, xoauth2

LONGEST_LINE = 8192
MOST_LINES = 100
ADDRESS = re.compile(r"[^\s<>\x00-\x1f\x7f]+@[^\s<>\x00-\x1f\x7f]+")
TOO_BIG = re.compile(rb"5\.(3\.4|2\.3)\b|\b(too (big|large)|exceeds? .{0,40}size|size limit)", re.IGNORECASE)
MAILBOX_FULL = re.compile(rb"5\.2\.2\b|\b(quota|full)\b", re.IGNORECASE)


@contextmanager
def open_smtp(
    server: Server, credentials: Credentials, *, timeout: float = 30, resolve: Resolve | None = None
) -> "Iterator[SmtpClient]":
    """A client that is logged in. Nobody waits longer than `timeout` seconds for an answer; `resolve` says which
    addresses may be connected to (`addresses.public_only` where Askwell is hosted). Raises MailError."""
    wire = dial(server, timeout=timeout, resolve=resolve)
    try:
        client = SmtpClient(wire, credentials)
        with wire.within(2 * timeout):
            client.greet(server)
            client.log_in()
        yield client
        with suppress(MailError):
            wire.send(b"QUIT\r\n")
            wire.line(LONGEST_LINE)
    finally:
        wire.close()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered: its code, and its words, one line each."""

    code: int
    words: bytes


class SmtpClient:
    """Made by `open_smtp`."""

    def __init__(self, wire: Wire, credentials: Credentials) -> None:
        self._wire, self._credentials = wire, credentials
        self._offers: dict[str, str] = {}
        self._begun = False

    def greet(self, server: Server) -> None:
        """Say hello, in TLS unless the server's security is none."""
        first = self._reply()
        if first.code != 220:
            raise self._refused(first)
        self._say_hello()
        if server.security is Security.STARTTLS:
            if "STARTTLS" not in self._offers or self._ask("STARTTLS").code != 220:
                raise MailError(Trouble.NOT_PRIVATE, permanent=False)
            self._wire.secure(server.host)
            self._say_hello()

    def log_in(self) -> None:
        """Raises MailError(LOGIN_REFUSED or NEEDS_APP_LOGIN) when the server does not want us."""
        reply = self._oauth() if self._credentials.sign_in is SignIn.OAUTH else self._password()
        if reply.code == 235:
            return
        raise self._refused(reply) if reply.code < 500 else login_refused(reply.words, self._credentials)

    def send(self, sender: str, recipients: Sequence[str], data: bytes, *, before_end: Callable[[], None]) -> str:
        """Hand one mail over, to all recipients or to none; returns what the server said when it took it.

        `before_end` is called when all but the final dot was handed over; what it raises stops the mail. From then on
        a lost connection is MailError(LOST_AFTER_DATA): the server may have the mail. Before, it is NO_ANSWER, and the
        server has nothing. REFUSED_NOW (4xx), REFUSED (5xx) and TOO_BIG say what they say.
        """
        self._begin(sender, recipients, data)
        self._expect(self._ask("DATA"), 3)
        self._wire.send(_stuffed(data))
        before_end()
        try:
            self._wire.send(b".\r\n")
            reply = self._reply()
        except MailError as lost:
            raise MailError(Trouble.LOST_AFTER_DATA, permanent=False, said=lost.said) from None
        self._expect(reply)
        self._begun = False
        return shown(reply.words)

    def _begin(self, sender: str, recipients: Sequence[str], data: bytes) -> None:
        if not recipients or not all(ADDRESS.fullmatch(one) for one in (sender, *recipients)):
            raise MailError(Trouble.REFUSED, permanent=True)
        options = self._options(sender, recipients, data)
        if self._begun:
            self._ask("RSET")
        self._begun = True
        self._expect(self._ask(f"MAIL FROM:<{sender}>{options}"))
        for recipient in recipients:
            self._expect(self._ask(f"RCPT TO:<{recipient}>"))

    def _options(self, sender: str, recipients: Sequence[str], data: bytes) -> str:
        limit = self._offers.get("SIZE", "")
        if limit.isdecimal() and 0 < int(limit) < len(data):
            raise MailError(Trouble.TOO_BIG, permanent=True)
        options = f" SIZE={len(data)}" if "SIZE" in self._offers else ""
        if not data.isascii() and "8BITMIME" in self._offers:
            options += " BODY=8BITMIME"
        if all(one.isascii() for one in (sender, *recipients)):
            return options
        if "SMTPUTF8" not in self._offers:
            raise MailError(Trouble.REFUSED, permanent=True)
        return options + " SMTPUTF8"

    def _say_hello(self) -> None:
        own = self._wire.own_address
        reply = self._ask(f"EHLO [{f'IPv6:{own}' if ':' in own else own}]")
        self._expect(reply)
        lines = reply.words.decode("ascii", "replace").upper().splitlines()[1:]
        self._offers = {name: rest.strip() for name, _, rest in (line.partition(" ") for line in lines)}

    def _password(self) -> Reply:
        ways = self._offers.get("AUTH", "").split()
        if "PLAIN" in ways or "LOGIN" not in ways:
            return self._ask(f"AUTH PLAIN {plain(self._credentials)}")
        reply = self._ask("AUTH LOGIN")
        for word in (self._credentials.login, self._credentials.secret):
            if reply.code == 334:
                reply = self._ask(encoded(word))
        return reply

    def _oauth(self) -> Reply:
        reply = self._ask(f"AUTH XOAUTH2 {xoauth2(self._credentials)}")
        return self._ask("") if reply.code == 334 else reply  # 334 brings the reason, the end comes after

    def _ask(self, command: str) -> Reply:
        self._wire.send(command.encode() + b"\r\n")
        return self._reply()

    def _reply(self) -> Reply:
        words: list[bytes] = []
        for _ in range(MOST_LINES):
            line = self._wire.line(LONGEST_LINE)
            if not re.match(rb"[2-5]\d\d(?:[ -]|$)", line):
                raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False, said=shown(line, self._credentials))
            words.append(line[4:])
            if line[3:4] != b"-":
                return Reply(int(line[:3]), b"\n".join(words))
        raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False)

    def _expect(self, reply: Reply, first_digit: int = 2) -> None:
        if reply.code // 100 != first_digit:
            raise self._refused(reply)

    def _refused(self, reply: Reply) -> MailError:
        said = f"{reply.code} {shown(reply.words, self._credentials)}".strip()
        if reply.code < 500:
            return MailError(Trouble.REFUSED_NOW, permanent=False, said=said)
        too_big = reply.code == 552 and not MAILBOX_FULL.search(reply.words)
        if too_big or TOO_BIG.search(reply.words):
            return MailError(Trouble.TOO_BIG, permanent=True, said=said)
        return MailError(Trouble.REFUSED, permanent=True, said=said)


def _stuffed(data: bytes) -> bytes:
    """The mail as it goes over the wire: every line ends with CR LF, and none can be taken for the mail's end."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
    stuffed = re.sub(rb"(?m)^\.", b"..", lines)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"
