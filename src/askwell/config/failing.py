"""What is shown where a page breaks."""

import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

AWAY = ("08", "57P")
"""Beginnings of the SQLSTATEs of PostgreSQL for a connection that broke, and for a server that stops or starts."""
WAIT = "30"
"""Seconds after which a program may ask again."""


def broken(request: HttpRequest) -> HttpResponse:
    """The page for an error that nobody handled; while the database's server is away, one that says so."""
    if is_away(sys.exc_info()[1]):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": WAIT})
    return HttpResponse(render_to_string("500.html"), status=500)


def is_away(error: BaseException | None) -> bool:
    """Whether PostgreSQL could not be reached, or went away meanwhile. psycopg names no SQLSTATE where no server
    answered; nor for faults of ours, which are of other kinds."""
    if isinstance(error, InterfaceError):
        return bool(getattr(connection.connection, "closed", False))
    state = getattr(error.__cause__, "sqlstate", "unknown") if isinstance(error, OperationalError) else "unknown"
    return (state or AWAY[0]).startswith(AWAY)
