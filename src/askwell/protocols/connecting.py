"""A connection for http.client that goes only where it may and is given up in time, whatever the server does.

Each name is looked up once, by `resolve`, and only what that gives is connected to: a name that means another address
a moment later leads nowhere else.
"""

import io
import socket
import ssl
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from askwell.protocols.mail.servers.addresses import Resolve

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer


class Deadline:
    """A moment until which something must be done. It may be moved meanwhile."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds. Raises TimeoutError when none are."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def connected(parts: SplitResult, resolve: Resolve, deadline: Deadline) -> tuple[HTTPConnection, socket.socket]:
    """A connection to what an http or https address names, and its socket, which the caller closes. Raises OSError
    (TimeoutError where time ran out), and what `resolve` raises."""
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = HTTPConnection(host, port, timeout=deadline.left())
    raw = _first(resolve(host, port), port, deadline)
    wire = _private(raw, host) if secure else raw
    connection.sock = _Hurried(wire, deadline)
    return connection, wire


def _first(addresses: Sequence[str], port: int, deadline: Deadline) -> socket.socket:
    failure: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=deadline.left())
        except OSError as error:
            failure = error
    raise failure


def _private(raw: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise


class _Hurried:
    """A connection as http.client wants one, of which every read and write, also of a status line or a header, has only
    what is left of the time for the whole. Closed by whoever made it: http.client lets go before the last byte."""

    def __init__(self, wire: socket.socket, deadline: Deadline) -> None:
        self.wire, self._deadline = wire, deadline

    def sendall(self, data: bytes) -> None:
        self.wire.settimeout(self._deadline.left())
        self.wire.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reading(self.wire, self._deadline))

    def close(self) -> None:
        """Not yet."""


class _Reading(io.RawIOBase):
    def __init__(self, wire: socket.socket, deadline: Deadline) -> None:
        self._wire, self._deadline = wire, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, room: "Buffer") -> int:
        self._wire.settimeout(self._deadline.left())
        return self._wire.recv_into(room)
