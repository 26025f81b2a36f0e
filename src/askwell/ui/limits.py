"""Whose request it is by its network address, and how often one may ask."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from askwell.lib.buckets import Bucket, draw


def address_of(request: HttpRequest) -> str:
    """The visitor's network address; behind a proxy the one that the proxy saw, which it writes last."""
    told = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return told.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def may(what: str, request: HttpRequest, bucket: Bucket) -> bool:
    """Take a token from the bucket that this address has for `what`; False where it is empty.

    Every web process sees the same buckets when hosted (settings.CACHES). Two requests in the very same moment may
    take one token together: the limit is against hundreds, not against one more.
    """
    key, now = f"bucket-{what}-{address_of(request)}", time.time()
    left, then = cache.get(key, (float(bucket.most), now))
    after = draw(bucket, left, now - then)
    if after is not None:
        cache.set(key, (after, now), timeout=int(bucket.within.total_seconds()) + 1)
    return after is not None
