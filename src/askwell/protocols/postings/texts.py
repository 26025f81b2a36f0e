"""Values of strangers as clean text."""

import re

from askwell.lib.text import clean, clean_block, unescape
from askwell.protocols.html_text import text_of

_NUMBERED = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*([0-9]{1,7}))(?![0-9a-fA-F]);?")
_NO_LETTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
_OPENS = re.compile(r"<(?=[\w/!?])")
_ENTITY_LIKE = re.compile(r"&(?=#?\w{1,31};)")
_ESCAPED_TWICE = 5
_LONGEST_LINE = 300
_LONGEST_BLOCK = 400_000


def for_markup(text: str) -> str:
    """The same without what no document may hold, as it is or as a number: lxml reads it, and then fails to say it."""
    return _NO_LETTER.sub(" ", _NUMBERED.sub(_numbered, text))


def _numbered(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if number <= 0x10FFFF and not _NO_LETTER.match(chr(number)) else " "


def block(value: str) -> str:
    """HTML, escaped once or more, or plain text: as plain text with its line breaks, no tag or entity left."""
    text = value[:_LONGEST_BLOCK]
    for _ in range(_ESCAPED_TWICE):
        if _TAG.search(text):
            text = text_of(text, bare=True)
        elif _ENTITY.search(text):
            text = unescape(text)
        else:
            break
    without = clean_block(_TAG.sub(" ", text))  # also of what stands unseen between a sign and its word
    return clean_block(_ENTITY_LIKE.sub("& ", _OPENS.sub("< ", without)))


def line(value: str) -> str:
    """The same on one line, at most 300 characters."""
    short = value[: 20 * _LONGEST_LINE]
    return clean(block(short) if "<" in short or "&" in short else short, limit=_LONGEST_LINE)
