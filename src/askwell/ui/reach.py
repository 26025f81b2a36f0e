"""Addresses of this Askwell as others reach it, and whether others reach it at all."""

from django.conf import settings
from django.http import HttpRequest

LOOPBACK = ("localhost", "127.", "[::1]")


def whole(request: HttpRequest, path: str) -> str:
    """The address of a page as others reach it."""
    return settings.SITE.rstrip("/") + path if settings.SITE else request.build_absolute_uri(path)


def opens_elsewhere(request: HttpRequest) -> bool:
    """Whether an address of this Askwell opens on other computers, as far as one can tell: where its operator said how
    others reach it, or where it is not spoken to as the computer itself."""
    return bool(settings.SITE) or settings.HOSTED or not request.get_host().startswith(LOOPBACK)
