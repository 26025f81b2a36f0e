"""Which of a message's parts its reader reads, as one plain text."""

import re

from askwell.protocols.html_text import text_of
from askwell.protocols.mail.letters.charsets import decoded
from askwell.protocols.mail.letters.parts import Part

LONGEST_TEXT = 1_000_000
"""Bytes of a part that are read; of the text as a whole as many characters are kept."""
MOST_TEXTS = 20
_STUB = re.compile(
    r"(?:html|mime)[^.]{0,60}(?:support|capable|enabled|viewer|client|mail program)"
    r"|(?:support|read|show|display|view)[^.]{0,40}html|view this (?:e-?mail|message) in",
    re.IGNORECASE,
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff]")


def readable_text(whole: Part) -> str:
    """The text parts of a message in their order; of alternatives the plain one, else the HTML one as text."""
    texts = [text for text in _texts(whole) if text.strip()]
    return _tidy("\n".join(texts[:MOST_TEXTS]))


def plain(part: Part) -> str:
    """One part of type text as plain text."""
    text = decoded(part.body(LONGEST_TEXT), part.params.get("charset", ""))
    if part.kind == "text/html":
        return text_of(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if part.params.get("format", "").lower() == "flowed":
        return _unflowed(text, part.params.get("delsp", "").lower() == "yes")
    return text


def is_shown(part: Part) -> bool:
    """Whether a part is text that mail programs show with the message, and no file beside it."""
    return part.kind in ("text/plain", "text/html") and part.disposition != "attachment" and not part.name


def _texts(part: Part) -> list[str]:
    if part.kind == "multipart/alternative":
        return _best(part)
    if part.kind.startswith("multipart/") and part.inside:
        return [text for each in part.inside for text in _texts(each)]
    if part.kind.startswith("multipart/"):
        return [] if part.too_deep else [decoded(part.body(LONGEST_TEXT))]
    return [plain(part)] if is_shown(part) else []


def _best(part: Part) -> list[str]:
    choices = [("\n".join(_texts(each)), _is_plain(each)) for each in part.inside[:10]]
    plains = [text for text, is_plain in choices if is_plain and text.strip()]
    others = [text for text, is_plain in choices if not is_plain and text.strip()]
    if plains and not (others and _is_stub(plains[0], others[0])):
        return plains[:1]
    return (others or plains)[:1]


def _is_plain(part: Part) -> bool:
    return all(each.kind != "text/html" for each in part.walk())


def _is_stub(text: str, other: str) -> bool:
    """ "Your program cannot show HTML" instead of the letter."""
    return len(text) < 300 and len(other) > 2 * len(text) and bool(_STUB.search(text))


def _unflowed(text: str, delsp: bool) -> str:
    """Soft line ends of RFC 3676 taken out, within one depth of quoting."""
    done: list[str] = []
    open_depth = -1
    pieces: list[str] = []
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        body = line[depth:].removeprefix(" ")
        soft = body.endswith(" ") and body != "-- "
        if depth != open_depth and pieces:
            done.append(_quoted("".join(pieces), open_depth))
            pieces = []
        pieces.append(body[:-1] if soft and delsp else body)
        open_depth = depth
        if not soft:
            done.append(_quoted("".join(pieces), depth))
            pieces = []
    return "\n".join([*done, *([_quoted("".join(pieces), open_depth)] if pieces else [])])


def _quoted(text: str, depth: int) -> str:
    return "> " * depth + text if depth > 0 else text


def _tidy(text: str) -> str:
    lines = _CONTROL.sub("", text[:LONGEST_TEXT]).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")
