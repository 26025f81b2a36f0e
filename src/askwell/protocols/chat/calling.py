"""Asks a language model at an address and hands on its words as they come."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from urllib.parse import SplitResult, urlsplit

from askwell.protocols.chat.wire import Answer, ChatError, ChatTrouble, Message, request
from askwell.protocols.connecting import Deadline, connected
from askwell.protocols.mail.servers.addresses import Resolve, resolved
from askwell.protocols.mail.servers.values import MailError, Trouble

CONNECT, FIRST_WORD, WHOLE = 3.0, 10.0, 60.0  # seconds
MOST_BYTES = 1_000_000
MOST_TOKENS = 220


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers. `url` ends where `/chat/completions` begins, as in `http://127.0.0.1:8080/v1`."""

    url: str
    model: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: until connected, until the first word, until the last."""

    connect: float = CONNECT
    first_word: float = FIRST_WORD
    whole: float = WHOLE


def ask(
    endpoint: Endpoint,
    messages: Sequence[Message],
    *,
    resolve: Resolve | None = None,
    patience: Patience | None = None,
) -> Iterator[str]:
    """The words of the answer, as they come. `resolve` says which addresses may be connected to: where others use this
    installation too, `public_only`. Raises ChatError, also after some words."""
    waiting = patience or Patience()
    parts, has_begun = _parts(endpoint.url), False
    body = request(endpoint.model, messages, most_tokens=MOST_TOKENS)
    try:
        for words in _asked(parts, endpoint, body, resolve, waiting):
            has_begun = True
            yield words
    except TimeoutError:
        raise ChatError(ChatTrouble.TOO_SLOW) from None
    except MailError as error:
        raise _why(error) from None
    except (OSError, HTTPException, UnicodeError, ValueError):
        raise ChatError(ChatTrouble.CUT if has_begun else ChatTrouble.NO_SERVER) from None


def link_of(pasted: str, *, resolve: Resolve | None = None) -> str:
    """The `url` of an Endpoint in what somebody pasted, which may be the whole address of the request. With `resolve`
    its server is looked up, so that a forbidden one is refused before it is asked. Raises ChatError."""
    parts = _parts(pasted)
    if parts.query or parts.fragment:
        raise ChatError(ChatTrouble.NO_LINK)
    try:
        if resolve:
            resolve(parts.hostname or "", parts.port or 443)
    except MailError as error:
        raise _why(error) from None
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def host_of(url: str) -> str:
    """The server in an Endpoint's `url`, with its port where it says one. Raises ChatError."""
    return _parts(url).netloc


def _why(error: MailError) -> ChatError:
    return ChatError(ChatTrouble.FORBIDDEN if error.trouble is Trouble.FORBIDDEN_HOST else ChatTrouble.NO_SERVER)


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        parts.port  # noqa: B018 - raises ValueError where it is none
    except ValueError:
        raise ChatError(ChatTrouble.NO_LINK) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or len(url) > 2000:
        raise ChatError(ChatTrouble.NO_LINK)
    return parts


def _asked(
    parts: SplitResult, endpoint: Endpoint, body: bytes, resolve: Resolve | None, patience: Patience
) -> Iterator[str]:
    began = time.monotonic()
    deadline = Deadline(patience.connect)
    connection, wire = connected(parts, resolve or resolved, deadline)
    try:
        deadline.until = began + patience.first_word
        connection.request("POST", f"{parts.path.rstrip('/')}/chat/completions", body, _headers(endpoint))
        answer = connection.getresponse()
        _refuse(answer.status)
        for words in _words(answer):
            deadline.until = began + patience.whole
            yield words
    finally:
        wire.close()


def _headers(endpoint: Endpoint) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream", "User-Agent": "Askwell"}
    return headers | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {})


def _refuse(status: int) -> None:
    if status in (401, 403):
        raise ChatError(ChatTrouble.REFUSED_KEY)
    if status != 200:
        raise ChatError(ChatTrouble.REFUSED)


def _words(answer: HTTPResponse) -> Iterator[str]:
    reading, size = Answer(), 0
    while not reading.is_done:
        piece = answer.read1(4096)
        size += len(piece)
        if not piece or size > MOST_BYTES:
            raise ChatError(ChatTrouble.GARBLED if piece else ChatTrouble.CUT)
        yield from reading.feed(piece)
