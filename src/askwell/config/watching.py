"""Each request has a number, is counted, timed, and is one line of the log."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from askwell.config.logs import Facts, doing
from askwell.health.web.counters import QUERIES, REQUESTS, SECONDS
from askwell.lib.ids import uuid7

log = logging.getLogger("askwell.requests")

View = Callable[[HttpRequest], HttpResponse]
METHODS = frozenset({"GET", "HEAD", "POST"})


class WatchedMiddleware:
    """The outermost, so that whatever happens within is counted and carries the request's number."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number, began, queries = uuid7().hex, time.perf_counter(), Queries()
        told = doing.set(lambda: {"request": number, "route": route_of(request), "workspace": workspace_of(request)})
        try:
            with connection.execute_wrapper(queries):
                response = self.get_response(request)
            seconds = time.perf_counter() - began
            count(request, response, seconds, queries.number)
            log.info("answered", extra={"facts": facts(request, response, seconds, queries.number)})
        finally:
            doing.reset(told)
        response.headers["X-Request-ID"] = number
        return response


class Queries:
    """Counts what goes to the database."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.number += 1
        return execute(sql, params, many, context)


def count(request: HttpRequest, response: HttpResponse, seconds: float, queries: int) -> None:
    route = route_of(request)
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(route, method, response.status_code).inc()
    SECONDS.labels(route).observe(seconds)
    QUERIES.labels(route).inc(queries)


def facts(request: HttpRequest, response: HttpResponse, seconds: float, queries: int) -> Facts:
    return {
        "method": request.method if request.method in METHODS else "other",
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
        "queries": queries,
    }


def route_of(request: HttpRequest) -> str:
    """The name of the page that was asked for, never its address."""
    if request.resolver_match:
        return request.resolver_match.view_name
    return "static" if request.path_info.startswith(settings.STATIC_URL) else "none"


def workspace_of(request: HttpRequest) -> str:
    """Whose it is, where the request has looked that up."""
    viewer = getattr(request, "_cached_user", None)  # Django's, set once the session was read
    return str(getattr(viewer, "workspace_id", None) or "")
