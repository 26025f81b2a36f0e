"""What stands before every page that opens by a link alone: how often one may look, and that no engine keeps it."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from askwell.lib.buckets import Bucket
from askwell.ui.limits import may

View = Callable[..., HttpResponse]

LOOKS = Bucket(240, timedelta(minutes=10))
"""Of one network address, at all pages together, forged links included."""


def doorstep(view: View) -> View:
    """No login; at most LOOKS an address; neither cached nor found by search engines."""

    @login_not_required
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        answer = view(request, *arguments, **options) if may("look", request, LOOKS) else too_many(request)
        answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return answer

    return guarded


def too_many(request: HttpRequest) -> HttpResponse:
    answer = render(request, "visiting/ended.html", {"why": "busy"}, status=429)
    answer["Retry-After"] = str(LOOKS.seconds_a_token)
    return answer
