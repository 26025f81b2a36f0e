"""A page, feed or board at a web address."""

from askwell.protocols import fetching
from askwell.protocols.fetching import LONGEST, Fetched, FetchError, FetchTrouble, link_of
from askwell.protocols.mail.servers.addresses import public_only, resolved
from askwell.protocols.postings.model import MOST_BYTES

_ACCEPT = (
    "text/html, application/xhtml+xml, application/json, application/rss+xml, application/atom+xml, application/xml;q=0.9,"
    " text/*;q=0.8, */*;q=0.1"
)
_READ = ("text/", "application/json", "application/xml", "application/xhtml")
_ALSO_READ = frozenset(("", "application/octet-stream", "application/csv", "application/vnd.ms-excel"))


def fetch(address: str, *, guarded: bool, seconds: float = LONGEST) -> Fetched:
    """What lies at an http or https address, and where it was found in the end, for `read`. `guarded`: never on this
    machine or in a private network, also after a redirect. Raises FetchError."""
    resolve = public_only if guarded else resolved
    found = fetching.fetch(link_of(address), accept=_ACCEPT, resolve=resolve, seconds=seconds, limit=MOST_BYTES)
    if not (found.kind.startswith(_READ) or found.kind.endswith(("+json", "+xml")) or found.kind in _ALSO_READ):
        raise FetchError(FetchTrouble.WRONG_KIND)
    return found
