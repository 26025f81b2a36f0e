"""What lies at a web address, fetched within bounds of size and time, also after a redirect: a calendar, a page, a feed.

Each step of the way is looked up once and connected to as it was found, so that no redirect and no name that changes
its meaning leads where it must not.
"""

import http.client
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin, urlsplit, urlunsplit

from askwell.protocols.connecting import Deadline, connected
from askwell.protocols.mail.servers.addresses import Resolve, resolved
from askwell.protocols.mail.servers.values import MailError, Trouble

MOST_BYTES = 5_000_000
MOST_HOPS = 3
LONGEST = 20.0  # seconds, for all of it
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)
WEB = {"http": "http", "https": "https"}


class FetchTrouble(StrEnum):
    """Why nothing came."""

    NO_LINK = "no_link"  # none of the schemes that may be
    FORBIDDEN = "forbidden"  # an address of this machine or of a private network
    NO_SERVER = "no_server"
    TOO_SLOW = "too_slow"
    REFUSED = "refused"  # another answer than what was asked for
    TOO_BIG = "too_big"
    WRONG_KIND = "wrong_kind"  # a picture, a film, a program
    NO_CALENDAR = "no_calendar"
    KEY_LOST = "key_lost"  # the address can no longer be unsealed


class FetchError(Exception):
    """Nothing came. `trouble` says why; never what is in the address."""

    def __init__(self, trouble: FetchTrouble) -> None:
        self.trouble = trouble
        super().__init__(trouble.value)


@dataclass(frozen=True, slots=True)
class Fetched:
    """`address` is where it was found in the end; `kind` its media type ("text/html"), "" where none was told."""

    data: bytes
    address: str
    kind: str


def link_of(text: str, schemes: Mapping[str, str] = WEB) -> str:
    """What somebody pasted as an http or https address; `schemes` says which beginnings are taken, and for what.
    Raises FetchError(NO_LINK)."""
    text = "".join(text.split())
    try:
        parts = urlsplit(text)
        scheme = schemes.get(parts.scheme)
        if not scheme or not parts.hostname or parts.username or len(text) > 2000:
            raise FetchError(FetchTrouble.NO_LINK)
        parts.port  # noqa: B018 - raises ValueError where it is none
        return urlunsplit(parts._replace(scheme=scheme, fragment=""))
    except ValueError:
        raise FetchError(FetchTrouble.NO_LINK) from None


def fetch(
    url: str, *, accept: str, resolve: Resolve | None = None, seconds: float = LONGEST, limit: int = MOST_BYTES
) -> Fetched:
    """What lies at `url` (as `link_of` gives it). `accept` are the media types that are asked for, `resolve` says which
    addresses may be connected to. Raises FetchError."""
    deadline = Deadline(seconds)
    for _hop in range(MOST_HOPS + 1):
        answer = _ask(link_of(url), accept, resolve or resolved, deadline, limit)
        if isinstance(answer, Fetched):
            return answer
        before, url = url, urljoin(url, answer)
        if before.startswith("https:") and not url.startswith("https:"):
            break  # the address may be a secret, and would go on in the clear
    raise FetchError(FetchTrouble.REFUSED)


def _ask(url: str, accept: str, resolve: Resolve, deadline: Deadline, limit: int) -> Fetched | str:
    """What lies there, or where it is instead."""
    parts = urlsplit(url)
    try:
        connection, wire = connected(parts, _addresses(resolve), deadline)
        try:
            path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
            headers = {"Accept": accept, "Accept-Encoding": "identity", "User-Agent": "Askwell"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status in _MOVED and (place := answer.getheader("Location")):
                return place
            if answer.status != 200:
                raise FetchError(FetchTrouble.REFUSED)
            kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
            return Fetched(_read(answer, limit), url, kind)
        finally:
            wire.close()
    except TimeoutError:
        raise FetchError(FetchTrouble.TOO_SLOW) from None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError):
        raise FetchError(FetchTrouble.NO_SERVER) from None


def _addresses(resolve: Resolve) -> Resolve:
    """`resolve`, with the errors of a fetch."""

    def resolving(host: str, port: int) -> Sequence[str]:
        try:
            return resolve(host, port)
        except MailError as error:
            forbidden = error.trouble is Trouble.FORBIDDEN_HOST
            raise FetchError(FetchTrouble.FORBIDDEN if forbidden else FetchTrouble.NO_SERVER) from None

    return resolving


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
