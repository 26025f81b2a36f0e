"""A calendar that is published at an address, fetched within bounds of size and time.

Each name is looked up once, by `resolve`, and only what that gives is connected to, also after a redirect: a name
that means another address a moment later leads nowhere else.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from askwell.protocols.mail.servers.addresses import Resolve, resolved
from askwell.protocols.mail.servers.values import MailError, Trouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

MOST_BYTES = 5_000_000
MOST_HOPS = 3
LONGEST = 20.0  # seconds, for all of it
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)


class FetchTrouble(StrEnum):
    """Why there is no calendar."""

    NO_LINK = "no_link"  # neither http, https nor webcal
    FORBIDDEN = "forbidden"  # an address of this machine or of a private network
    NO_SERVER = "no_server"
    TOO_SLOW = "too_slow"
    REFUSED = "refused"  # another answer than the calendar
    TOO_BIG = "too_big"
    NO_CALENDAR = "no_calendar"
    KEY_LOST = "key_lost"  # the address can no longer be unsealed


class FetchError(Exception):
    """Nothing came. `trouble` says why; never what is in the address."""

    def __init__(self, trouble: FetchTrouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.value)


def link_of(text: str) -> str:
    """What somebody pasted as an http or https address; webcal is https. Raises FetchError(NO_LINK)."""
    text = "".join(text.split())
    try:
        parts = urlsplit(text)
        scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme, parts.scheme)
        if scheme not in ("http", "https") or not parts.hostname or parts.username or len(text) > 2000:
            raise FetchError(FetchTrouble.NO_LINK)
        parts.port  # noqa: B018 - raises ValueError where it is none
        return urlunsplit(parts._replace(scheme=scheme, fragment=""))
    except ValueError:
        raise FetchError(FetchTrouble.NO_LINK) from None


def fetch(url: str, *, resolve: Resolve | None = None, seconds: float = LONGEST, limit: int = MOST_BYTES) -> bytes:
    """What lies at `url` (as `link_of` gives it). `resolve` says which addresses may be connected to. Raises
    FetchError."""
    until = time.monotonic() + seconds
    for _hop in range(MOST_HOPS + 1):
        answer = _ask(link_of(url), resolve or resolved, until, limit)
        if isinstance(answer, bytes):
            return answer
        before, url = url, urljoin(url, answer)
        if before.startswith("https:") and not url.startswith("https:"):
            break  # the address is a secret, and would go on in the clear
    raise FetchError(FetchTrouble.REFUSED)


def _ask(url: str, resolve: Resolve, until: float, limit: int) -> bytes | str:
    """The bytes, or where they are instead."""
    parts = urlsplit(url)
    try:
        connection, wire = _connected(parts, resolve, until)
        try:
            path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            headers = {"Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "identity", "User-Agent": "Askwell"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status in _MOVED and (place := answer.getheader("Location")):
                return place
            if answer.status != 200:
                raise FetchError(FetchTrouble.REFUSED)
            return _read(answer, limit)
        finally:
            wire.close()
    except TimeoutError:
        raise FetchError(FetchTrouble.TOO_SLOW) from None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError):
        raise FetchError(FetchTrouble.NO_SERVER) from None


def _connected(parts: SplitResult, resolve: Resolve, until: float) -> tuple[http.client.HTTPConnection, socket.socket]:
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = http.client.HTTPConnection(host, port, timeout=_left(until))
    raw = _first(_addresses(resolve, host, port), port, until)
    wire = _private(raw, host) if secure else raw
    connection.sock = _Hurried(wire, until)
    return connection, wire


def _private(raw: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise


class _Hurried:
    """A connection as http.client wants one, of which every read and write, also of a status line or a header, has only
    what is left of the time for the whole. Closed by whoever made it: http.client lets go before the last byte."""

    def __init__(self, wire: socket.socket, until: float) -> None:
        self.wire, self._until = wire, until

    def sendall(self, data: bytes) -> None:
        self.wire.settimeout(_left(self._until))
        self.wire.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self.wire, self._until))

    def close(self) -> None:
        """Not yet."""


class _Reading(io.RawIOBase):
    def __init__(self, wire: socket.socket, until: float) -> None:
        self._wire, self._until = wire, until

    def readable(self) -> bool:
        return True

    def readinto(self, room: "Buffer") -> int:
        self._wire.settimeout(_left(self._until))
        return self._wire.recv_into(room)


def _addresses(resolve: Resolve, host: str, port: int) -> Sequence[str]:
    try:
        return resolve(host, port)
    except MailError as error:
        forbidden = error.trouble is Trouble.FORBIDDEN_HOST
        raise FetchError(FetchTrouble.FORBIDDEN if forbidden else FetchTrouble.NO_SERVER) from None


def _first(addresses: Sequence[str], port: int, until: float) -> socket.socket:
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=_left(until))
        except OSError as error:
            failure = error
    raise failure


def _read(answer: http.client.HTTPResponse, limit: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = answer.read1(_CHUNK)
        if not piece:
            return b"".join(pieces)
        size += len(piece)
        if size > limit:
            raise FetchError(FetchTrouble.TOO_BIG)
        pieces.append(piece)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


Fetch = Callable[[str], bytes]
