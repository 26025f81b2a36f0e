"""Web addresses as people paste them."""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

_host = re.compile(r"[^\W_]([^\W_]|-)*(\.([^\W_]|-)+)*\.[^\W\d_][^\W_]*(:\d{1,5})?")
_tracking = ("utm_", "fbclid", "gclid", "trk", "originalsubdomain", "mc_cid", "mc_eid", "igsh")
# What needs no work, which is nearly all of a long list of profiles.
_ordinary = re.compile(r"https?://[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,24}/[A-Za-z0-9/_-]*[A-Za-z0-9_-]")
_ordinary_profile = re.compile(r"https://(?:www\.|[a-z]{2}\.)?linkedin\.com/in/([a-z0-9-]+)")
_profile = re.compile(r"/(?:mwlite/)?(?:in|pub)/([^/?#]+)", re.IGNORECASE)


def normalise_link(text: str) -> str | None:
    """Return an ``https://`` or ``http://`` address ready to be stored and opened, or None.

    Adds a missing scheme, lowers the host, drops fragments and tracking parameters. Anything that is no
    web address (``javascript:``, ``mailto:``, plain words) gives None, so the result is safe as a link.
    """
    if len(text) < 2000 and _ordinary.fullmatch(text):
        return text
    parts = _split(text)
    if parts is None:
        return None
    scheme, host, path, query = parts
    pairs = [(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not k.lower().startswith(_tracking)]
    safe_path = quote(path, safe="/%:@!$&'()*+,;=~-._")
    return urlunsplit((scheme, host, "" if safe_path == "/" else safe_path, urlencode(pairs), ""))


def linkedin_key(url: str) -> str | None:
    """Return the profile's slug for comparing, or None when `url` is no LinkedIn profile.

    The same for every country's subdomain, trailing slash, query string, letter case and for Chinese
    slugs with or without percent-encoding.
    """
    if match := _ordinary_profile.fullmatch(url):
        return match.group(1)
    parts = _split(url)
    if parts is None or not f".{parts[1]}".endswith((".linkedin.com", ".linkedin.cn")):
        return None
    match = _profile.match(parts[2])
    if match is None:
        return None
    return unicodedata.normalize("NFC", unquote(match.group(1), errors="replace")).casefold().strip() or None


def _split(text: str) -> tuple[str, str, str, str] | None:
    """Scheme, host, path and query, or None when this is no web address."""
    bare = unicodedata.normalize("NFC", "".join(text[:2000].split()))
    if not re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", bare, re.IGNORECASE):
        bare = "https://" + bare.lstrip("/")
    try:
        parts = urlsplit(bare)
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), parts.netloc.lower()
    if scheme not in ("http", "https") or not _host.fullmatch(host):
        return None
    return scheme, host, parts.path, parts.query
