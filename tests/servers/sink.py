"""A real SMTP server that keeps what it gets, and does what a test tells it to do."""

import asyncio
import ssl
from base64 import b64decode
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.certificate import Certificate
from tests.servers.dovecot import PASSWORD, Dovecot, free_port

Step = Literal["AUTH", "MAIL", "RCPT", "DATA"]
HANG, DROP = "hang", "drop"


@dataclass(frozen=True)
class Accepted:
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass
class Sink:
    """`port` without TLS (and with STARTTLS where a certificate was given).

    `script[step]` is a queue of what to say at that step instead of the usual: a reply as "450 4.2.0 Greylisted",
    `HANG`, or `DROP` (hang up without a word; at DATA after the whole mail came). `keeps_dropped`: whether a mail
    dropped after DATA was accepted all the same. `sent_of`: the Dovecot account whose Sent folder gets a copy;
    `inbox_of`: recipient's address → the account whose inbox gets it.
    """

    port: int
    accepted: list[Accepted] = field(default_factory=list)
    script: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))
    logins: list[str] = field(default_factory=list)
    password: str = PASSWORD
    keeps_dropped: bool = True
    imap: Dovecot | None = None
    sent_of: str = ""
    inbox_of: dict[str, str] = field(default_factory=dict)

    def will(self, step: Step, *replies: str) -> None:
        self.script[step].extend(replies)

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if said := await self._scripted("MAIL", server):
            return said
        envelope.mail_from = address
        return "250 2.1.0 Sender ok"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if said := await self._scripted("RCPT", server):
            return said
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Recipient ok"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        is_dropped = bool(self.script["DATA"]) and self.script["DATA"][0] in (DROP, HANG)
        if is_dropped and self.keeps_dropped:
            self._keep(envelope)
        if said := await self._scripted("DATA", server):
            return said
        if not is_dropped:
            self._keep(envelope)
        return f"250 2.0.0 Queued as {len(self.accepted)}"

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, way: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        if self.script["AUTH"]:
            return AuthResult(success=False, handled=False, message=self.script["AUTH"].popleft())
        return AuthResult(success=data.password.decode() == self.password, handled=False)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:
        login, bearer = b64decode(args[1]).decode().strip("\x01").split("\x01")
        self.logins.append(login.removeprefix("user="))
        if bearer == f"auth=Bearer {self.password}":
            return AuthResult(success=True)
        await server.challenge_auth('{"status":"401"}', encode_to_b64=True)
        return AuthResult(success=False, handled=False)

    async def _scripted(self, step: str, server: SMTP) -> str:
        said = self.script[step].popleft() if self.script[step] else ""
        if said == HANG:
            await asyncio.sleep(3600)
        if said == DROP:
            assert server.transport
            server.transport.abort()
            return "421 gone"
        return said

    def _keep(self, envelope: Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        assert envelope.mail_from is not None
        self.accepted.append(Accepted(envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        if self.imap and self.sent_of:
            self.imap.deliver(self.sent_of, envelope.content, "Sent")
        for recipient in envelope.rcpt_tos:
            if self.imap and recipient in self.inbox_of:
                self.imap.deliver(self.inbox_of[recipient], envelope.content)


@contextmanager
def sink(certificate: Certificate | None = None, *, size: int = 33554432) -> Iterator[Sink]:
    """Starts one on a loopback port, and ends it. In a thread of this process, so that a test can look into it."""
    handler = Sink(free_port())
    controller = Controller(
        handler,
        hostname="127.0.0.1",
        port=handler.port,
        authenticator=handler.authenticate,
        auth_required=True,
        auth_require_tls=False,
        tls_context=_context(certificate) if certificate else None,
        data_size_limit=size,
        enable_SMTPUTF8=True,
    )
    controller.start()
    try:
        yield handler
    finally:
        for task in asyncio.all_tasks(controller.loop):
            controller.loop.call_soon_threadsafe(task.cancel)
        with suppress(AssertionError):
            controller.stop()


def _context(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file, certificate.key)
    return context
