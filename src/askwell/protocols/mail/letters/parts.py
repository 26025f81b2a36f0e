"""A message taken apart into its parts, by places in its bytes: nothing is copied that nobody asks for.

The standard library's parser keeps several copies of every part and calls itself for every level; here a part is a
place (RFC 2045, RFC 2046), so a message of 50 MB costs its own size, and what lies deeper than `DEEPEST` is not
looked into. What mail programs do wrong is forgiven: a missing last boundary, a boundary that never comes, ends of
lines of every kind.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from askwell.protocols.mail.letters.headers import Headers, parameters, read_headers

DEEPEST = 16
MOST_PARTS = 500
MOST_HEADER_BYTES = 256_000
_BLANK_LINE = re.compile(rb"\r?\n[ \t]*\r?\n|\A[ \t]*\r?\n")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


@dataclass(slots=True)
class Part:
    """One part: its headers, and where its body lies in the message's bytes."""

    data: bytes = field(repr=False)
    headers: Headers
    start: int
    end: int
    kind: str
    params: dict[str, str]
    inside: list["Part"] = field(default_factory=list)
    too_deep: bool = False
    """A multipart that was not looked into."""

    @property
    def disposition(self) -> str:
        """`inline`, `attachment` or what else the sender says; empty when nothing is said."""
        return self.headers.first("content-disposition").partition(";")[0].strip().lower()

    @property
    def name(self) -> str:
        """The file name that the sender gave; empty when there is none."""
        named = parameters(self.headers.first("content-disposition")).get("filename", "")
        return named or self.params.get("name", "")

    @property
    def coding(self) -> str:
        return self.headers.first("content-transfer-encoding").partition(";")[0].strip().lower()

    @property
    def size(self) -> int:
        """Bytes of the decoded body, nearly: base64 is reckoned, not decoded."""
        length = self.end - self.start
        if self.coding != "base64":
            return length
        signs = length - self.data.count(b"\n", self.start, self.end) - self.data.count(b"\r", self.start, self.end)
        return max(0, signs * 3 // 4 - self.data.count(b"=", max(self.start, self.end - 8), self.end))

    def body(self, limit: int) -> bytes:
        """The decoded body, at most about `limit` bytes of it."""
        raw = self.data[self.start : min(self.end, self.start + limit * (3 if self.coding else 1))]
        if self.coding == "base64":
            return _from_base64(raw)[:limit]
        if self.coding == "quoted-printable":
            return binascii.a2b_qp(raw)[:limit]
        return raw[:limit]

    def walk(self) -> Iterator["Part"]:
        """This part and all inside it, in their order; at most `DEEPEST` levels and `MOST_PARTS`."""
        yield self
        for part in self.inside:
            yield from part.walk()


def opened(data: bytes) -> Part:
    """The message as a tree of parts. Never raises."""
    start = _after_envelope(data)
    if data.find(b"\n", start, start + MOST_HEADER_BYTES) < 0 and b"\r" in data[start : start + MOST_HEADER_BYTES]:
        data = data.replace(b"\r", b"\n")
    whole = _part(data, start, len(data), "text/plain")
    waiting = [(whole, 1)]
    count = 1
    while waiting:
        part, level = waiting.pop()
        if not part.kind.startswith("multipart/"):
            continue
        if level > DEEPEST:
            part.too_deep = True
            continue
        default = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
        for begin, end in _places(part):
            if count >= MOST_PARTS:
                break
            part.inside.append(_part(data, begin, end, default))
            count += 1
        waiting += [(each, level + 1) for each in reversed(part.inside)]
    return whole


def message_inside(part: Part) -> Part:
    """The message that a part of type message/rfc822 (or its headers alone) holds; its parts are not looked for."""
    data = part.body(MOST_HEADER_BYTES)
    return _part(data, _after_envelope(data), len(data), "text/plain")


def _part(data: bytes, start: int, end: int, default: str) -> Part:
    gap = _BLANK_LINE.search(data, start, min(end, start + MOST_HEADER_BYTES))
    if data[start : start + 1] in (b"\n", b"\r"):
        head, body = start, start + (2 if data.startswith(b"\r\n", start) else 1)
    elif gap:
        head, body = gap.start(), gap.end()
    else:
        head = min(end, start + MOST_HEADER_BYTES)
        body = head
    headers = read_headers(data[start:head])
    said = headers.first("content-type")
    kind = said.partition(";")[0].strip().lower()
    return Part(data, headers, body, max(body, end), kind if "/" in kind else default, parameters(said))


def _places(part: Part) -> Iterator[tuple[int, int]]:
    """Where the parts of a multipart begin and end."""
    boundary = part.params.get("boundary", "").encode("utf-8", "surrogateescape")
    if not boundary:
        return
    line = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]*\r?(?:\n|\Z)")
    begin = None
    place = max(0, part.start - 1)
    while found := line.search(part.data, place, part.end):
        if begin is not None:
            yield begin, max(begin, found.start())
        begin = None if found[1] else found.end()
        if found[1]:
            return
        place = found.end() - 1
    if begin is not None:
        yield begin, part.end


def _after_envelope(data: bytes) -> int:
    """Past blank lines and the "From " line of a mailbox file."""
    start = re.compile(rb"\s*").match(data, 0, 4096)
    place = start.end() if start else 0
    if data.startswith((b"From ", b">From "), place):
        line = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)").match(data, place)
        return line.end() if line else place
    return place


def _from_base64(raw: bytes) -> bytes:
    signs = raw.translate(None, _NOT_BASE64)
    return binascii.a2b_base64(signs[: len(signs) - len(signs) % 4] + _rest(signs))


def _rest(signs: bytes) -> bytes:
    left = signs[len(signs) - len(signs) % 4 :]
    return left + b"=" * (4 - len(left)) if len(left) > 1 else b""
