"""What stands before every page that opens by a link alone: how often one may look, and that no engine keeps it."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

View = Callable[..., HttpResponse]

MOST_LOOKS, WITHIN = 240, timedelta(minutes=10)
"""Of one network address, at all pages together, forged links included."""


def doorstep(view: View) -> View:
    """No login; at most MOST_LOOKS an address (each web process counts for itself); neither cached nor found by search
    engines."""

    @login_not_required
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        answer = too_many(request) if looks(request) > MOST_LOOKS else view(request, *arguments, **options)
        answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return answer

    return guarded


def looks(request: HttpRequest) -> int:
    """How often this network address looked lately, this time included."""
    key = f"looks-{address_of(request)}"
    cache.add(key, 0, timeout=int(WITHIN.total_seconds()))
    try:
        return cache.incr(key)
    except ValueError:  # it ran out in this very moment
        return 1


def address_of(request: HttpRequest) -> str:
    """The visitor's network address; behind a proxy the one that the proxy saw, which it writes last."""
    told = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return told.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


def too_many(request: HttpRequest) -> HttpResponse:
    answer = render(request, "visiting/ended.html", {"why": "busy"}, status=429)
    answer["Retry-After"] = str(int(WITHIN.total_seconds()))
    return answer
