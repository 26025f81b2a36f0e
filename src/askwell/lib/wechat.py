"""WeChat names as people and programs write them."""

import re

from askwell.lib.text import clean

_LONGEST = 60
_scheme = re.compile(r"(?:\s*(?:x-apple|wechat|weixin|im|xmpp):(?://)?)+", re.IGNORECASE)


def normalise_wechat(text: str) -> str | None:
    """Return `text` on one line without the scheme that address books put before it (``weixin:``, ``x-apple:``),
    at most 60 characters; None when there is nothing else."""
    line = clean(text)
    found = _scheme.match(line)
    return clean(line[found.end() :] if found else line, limit=_LONGEST) or None
