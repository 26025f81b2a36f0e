"""Where an address on the web leads."""

from urllib.parse import urlsplit

NETWORKS = {"linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "behance.net": "Behance"}


def network_of(url: str) -> str:
    """The name of a known network, "" for a page of one's own."""
    host = urlsplit(url).hostname or ""
    return next((name for domain, name in NETWORKS.items() if f".{host}".endswith(f".{domain}")), "")
