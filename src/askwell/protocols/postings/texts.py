"""Values of strangers as clean text."""

import html
import re

from askwell.lib.text import clean, clean_block
from askwell.protocols.html_text import text_of

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
_OPENS = re.compile(r"<(?=[\w/!?])")
_ENTITY_LIKE = re.compile(r"&(?=#?\w{1,31};)")
_ESCAPED_TWICE = 5
_LONGEST_LINE = 300
_LONGEST_BLOCK = 400_000


def block(value: str) -> str:
    """HTML, escaped once or more, or plain text: as plain text with its line breaks, no tag or entity left."""
    text = value[:_LONGEST_BLOCK]
    for _ in range(_ESCAPED_TWICE):
        if _TAG.search(text):
            text = text_of(text, bare=True)
        elif _ENTITY.search(text):
            text = html.unescape(text)
        else:
            break
    return clean_block(_ENTITY_LIKE.sub("& ", _OPENS.sub("< ", _TAG.sub(" ", text))))


def line(value: str) -> str:
    """The same on one line, at most 300 characters."""
    short = value[: 20 * _LONGEST_LINE]
    return clean(block(short) if "<" in short or "&" in short else short, limit=_LONGEST_LINE)
