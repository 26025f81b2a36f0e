"""Addresses of postings."""

from urllib.parse import urljoin, urlsplit

_LONGEST = 2000


def absolute(link: str, base: str = "") -> str:
    """The http or https address that `link` means on a page at `base`; "" where it is none."""
    whole = "".join(link.split()) if "\n" in link else link.strip().replace(" ", "%20")
    try:
        joined = urljoin(base, whole) if base else whole
        parts = urlsplit(joined)
        parts.port  # noqa: B018 - raises ValueError where it is none
    except ValueError:
        return ""
    sound = parts.scheme in ("http", "https") and parts.hostname and not parts.username and joined.isprintable()
    return joined if sound and len(joined) <= _LONGEST and not set(joined) & set("<>\"'\\ ") else ""
