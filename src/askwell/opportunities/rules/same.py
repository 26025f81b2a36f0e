"""When two postings are one: the same address, or the same title at the same organisation in the same place.

Of a posting whose organisation is not known, as of one that came from a board of one employer, the first words of its
text take the place of the name.


What has ended, or was found long ago, is the same only as what says the same word for word: else it is posted again.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

from askwell.lib.text import fold
from askwell.people.rules.organisations import organisation_key

_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]|\s+[-–—|]\s.*$")
_TOLD_BY = re.compile(r"^(utm_\w+|ref|source|src|gh_src|lever-source|fbclid|gclid|trk)$", re.IGNORECASE)
FIRST_WORDS = 160
"""Characters of a text that tell it from another's."""

OLD = timedelta(days=60)
"""Our own choice: after so long a posting of the same words may well be a new one."""


@dataclass(frozen=True, slots=True)
class Told:
    """A posting as far as it depends on it whether it is posted again; `on` is the day on which it was found."""

    on: date
    closes: date | None
    posted: date | None
    text: str


def is_again(known: Told, told: Told, *, has_ended: bool) -> bool:
    """Whether one whose title and place are those of a known one was posted again, rather than seen once more."""
    is_old = told.on - known.on > OLD
    if not (has_ended or is_old):
        return False
    is_word_for_word = (known.closes, known.posted, fold(known.text)) == (told.closes, told.posted, fold(told.text))
    return not is_word_for_word or (is_old and told.closes is None)


def key_of(title: str, organisation: str, location: str, text: str) -> str:
    """What makes two of them one; empty where too little is known to say."""
    named = organisation_key(organisation)
    told = named or fold(text)[:FIRST_WORDS]
    bare = fold(_BRACKETS.sub("", title)) or fold(title)
    return _digest(bare, told, _town(location)) if bare and told else ""


def url_key_of(url: str) -> str:
    """Of an address, without what only says where the click came from; empty for none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _TOLD_BY.match(name)]
    host = parts.netloc.lower().removeprefix("www.")
    return _digest(host, parts.path.rstrip("/"), urlencode(sorted(asked)))


def _town(location: str) -> str:
    return fold(re.split(r"[,;/(（，]", location, maxsplit=1)[0])


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
