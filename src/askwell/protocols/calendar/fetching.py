"""A calendar that is published at an address."""

from collections.abc import Callable

from askwell.protocols import fetching
from askwell.protocols.fetching import LONGEST, MOST_BYTES, WEB
from askwell.protocols.mail.servers.addresses import Resolve

_SCHEMES = {**WEB, "webcal": "https", "webcals": "https"}
_ACCEPT = "text/calendar, */*;q=0.1"

Fetch = Callable[[str], bytes]


def link_of(text: str) -> str:
    """What somebody pasted as an http or https address; webcal is https. Raises FetchError(NO_LINK)."""
    return fetching.link_of(text, _SCHEMES)


def fetch(url: str, *, resolve: Resolve | None = None, seconds: float = LONGEST, limit: int = MOST_BYTES) -> bytes:
    """What lies at `url`; see `askwell.protocols.fetching`. Raises FetchError."""
    return fetching.fetch(link_of(url), accept=_ACCEPT, resolve=resolve, seconds=seconds, limit=limit).data
