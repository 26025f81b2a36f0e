"""How the seeker sends it themselves: a link for their own mail program, telephone or browser."""

from dataclasses import dataclass
from urllib.parse import quote

from askwell.outreach.choices import Channel
from askwell.outreach.queries.drafts import DraftText


@dataclass(frozen=True, slots=True)
class Means:
    """`link` opens the seeker's own program, empty where there is none; `longest` says it may be cut there."""

    channel: Channel
    address: str
    link: str


def means_of(text: DraftText) -> Means:
    """For the text as it stands."""
    return Means(text.channel, text.address, _link(text))


def _link(text: DraftText) -> str:
    if text.channel is Channel.EMAIL:
        return mailto(text.address, text.subject, text.body)
    if text.channel is Channel.LINKEDIN and text.address.startswith(("https://", "http://")):
        return text.address
    if text.channel is Channel.PHONE and text.address:
        return f"tel:{quote(text.address, safe='+')}"
    return ""


def mailto(address: str, subject: str, body: str) -> str:
    """RFC 6068: every field percent-encoded as UTF-8, lines ended by CRLF."""
    lines = "\r\n".join(body.splitlines())
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"
