"""A connection to a mail server, bounded in time and in what it holds, whatever the other side does."""

import contextlib
import select
import socket
import ssl
import time
from collections.abc import Iterator, Sequence

from askwell.protocols.mail.servers.addresses import Resolve, is_loopback, resolved
from askwell.protocols.mail.servers.values import MailError, Security, Server, Trouble

CHUNK = 65536
LONGEST_LINE = 1 << 22
LASTS = 900  # seconds: no connection is longer than this, unless asked for
SLOWEST = 4096  # bytes a second that a long piece must come with
PATIENCE = 300  # seconds that a connection may be waited for in all, unless it brings something for it
BRINGS = 64  # bytes that make up for a second


class Wire:
    """Lines and pieces of bytes from a socket. Everything raises MailError: NO_ANSWER when the other side is silent
    for `timeout` seconds, dribbles, or hangs up; NOT_A_MAIL_SERVER when a line has no end.

    One that says a little just before each time-out would keep its thread for as long as the connection lasts: so the
    seconds waited are counted, what came in them pays for them, and after `PATIENCE` unpaid ones it is given up."""

    def __init__(self, sock: socket.socket, timeout: float, lasts: float = LASTS) -> None:
        self._sock, self._timeout = sock, timeout
        self._held = bytearray()
        self._ends = time.monotonic() + lasts
        self._unpaid = 0.0

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """What is done meanwhile takes at most that long, in however many lines it comes."""
        before, self._ends = self._ends, min(self._ends, time.monotonic() + seconds)
        try:
            yield
        finally:
            self._ends = before

    @property
    def own_address(self) -> str:
        return str(self._sock.getsockname()[0])

    def line(self, limit: int = LONGEST_LINE) -> bytes:
        """The next line without its end."""
        deadline, looked = time.monotonic() + self._timeout, 0
        while (end := self._held.find(b"\n", looked)) < 0:
            looked = len(self._held)
            if looked > limit:
                raise MailError(Trouble.NOT_A_MAIL_SERVER, permanent=False)
            self._held += self._more(deadline)
        line = bytes(self._held[:end])
        del self._held[: end + 1]
        return line.removesuffix(b"\r")

    def exactly(self, length: int, *, keep: int) -> bytes:
        """The next `length` bytes; only the first `keep` of them are kept."""
        deadline = time.monotonic() + self._timeout + length / SLOWEST
        kept = bytearray()
        while length:
            if not self._held:
                self._held += self._more(deadline)
            piece = self._held[:length]
            del self._held[: len(piece)]
            length -= len(piece)
            kept += piece[: keep - len(kept)]
        return bytes(kept)

    def send(self, data: bytes) -> None:
        try:
            self._sock.settimeout(self._remaining(time.monotonic() + self._timeout + len(data) / SLOWEST))
            self._sock.sendall(data)
        except OSError:
            raise _no_answer() from None

    def anything_within(self, seconds: float) -> bool:
        """Whether something came, or comes within that time."""
        if self._held or (isinstance(self._sock, ssl.SSLSocket) and self._sock.pending()):
            return True
        try:
            return bool(select.select([self._sock], [], [], max(seconds, 0))[0])
        except (OSError, ValueError):
            raise _no_answer() from None

    def secure(self, host: str) -> None:
        """Go on in TLS. Raises MailError(NOT_PRIVATE), also if something came before it that nobody asked for."""
        if self._held:
            raise MailError(Trouble.NOT_PRIVATE, permanent=False)
        self._sock = wrapped(self._sock, host)

    def close(self) -> None:
        """Hang up at once. Never fails."""
        with contextlib.suppress(OSError):
            self._sock.close()

    def _more(self, deadline: float) -> bytes:
        began = time.monotonic()
        try:
            self._sock.settimeout(self._remaining(deadline))
            data = self._sock.recv(CHUNK)
        except OSError:
            raise _no_answer() from None
        if not data:
            raise _no_answer()
        self._pay(time.monotonic() - began, len(data))
        return data

    def _pay(self, seconds: float, size: int) -> None:
        self._unpaid = max(self._unpaid + seconds - size / BRINGS, 0.0)

    def _remaining(self, deadline: float) -> float:
        now = time.monotonic()
        left = min(deadline, self._ends, now + PATIENCE - self._unpaid) - now
        if left <= 0:
            raise _no_answer()
        return left


def dial(server: Server, *, timeout: float, resolve: Resolve | None, lasts: float = LASTS) -> Wire:
    """Connect, in TLS if the server's security says so from the start. Raises MailError."""
    sock = _connected(server, timeout, (resolve or resolved)(server.host, server.port))
    try:
        if server.security is Security.NONE and not is_loopback(str(sock.getpeername()[0])):
            raise MailError(Trouble.NOT_PRIVATE, permanent=True)
        if server.security is Security.TLS:
            sock = wrapped(sock, server.host)
        return Wire(sock, timeout, lasts)
    except BaseException:
        sock.close()
        raise


def _connected(server: Server, timeout: float, addresses: Sequence[str]) -> socket.socket:
    """A socket to the first address that answers. All of them together have `timeout` seconds."""
    trouble, deadline = Trouble.NO_SERVER, time.monotonic() + timeout
    for address in addresses:
        try:
            return socket.create_connection((address, server.port), max(deadline - time.monotonic(), 0.1))
        except TimeoutError:
            trouble = Trouble.NO_ANSWER
        except (OSError, OverflowError):
            continue
    raise MailError(trouble, permanent=False)


def wrapped(sock: socket.socket, host: str) -> ssl.SSLSocket:
    """The same connection in TLS, its certificate checked. Raises MailError."""
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    except TimeoutError:
        raise _no_answer() from None
    except (ssl.SSLError, ValueError, UnicodeError) as reason:
        sock.close()
        said = getattr(reason, "verify_message", "") or ""
        raise MailError(Trouble.NOT_PRIVATE, permanent=False, said=said) from None
    except OSError:
        raise _no_answer() from None


def _no_answer() -> MailError:
    return MailError(Trouble.NO_ANSWER, permanent=False)
