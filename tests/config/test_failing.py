"""What is shown where a page breaks."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import get_resolver

from askwell.accounts.models import User
from askwell.accounts.web import backends
from askwell.config.failing import broken
from tests.postgresql import free_port


def answer_to(error: Exception, cause: Exception) -> HttpResponse:
    try:
        raise error from cause
    except type(error):
        return broken(RequestFactory().get("/"))


def unreachable() -> psycopg.Error:
    """What the driver says where no server answers."""
    with pytest.raises(psycopg.OperationalError) as said:
        psycopg.connect(f"host=127.0.0.1 port={free_port()} connect_timeout=2")
    return said.value


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OperationalError, unreachable),
        (OperationalError, psycopg.errors.AdminShutdown),
        (OperationalError, psycopg.errors.CannotConnectNow),
    ],
)
def test_while_the_database_is_away_the_page_says_so_and_when_to_come_back(
    error: type[Exception], cause: Callable[[], Exception]
) -> None:
    answer = answer_to(error(), cause())
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "reload this page" in answer.content.decode()


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OperationalError, psycopg.errors.DiskFull),
        (IntegrityError, psycopg.errors.UniqueViolation),
        (OperationalError, ValueError),
        (DataError, psycopg.DataError),  # U+0000, which the driver refuses
        (ProgrammingError, psycopg.ProgrammingError),  # a wrong number of values
        (InterfaceError, psycopg.InterfaceError),  # a cursor that is closed, on a connection that is not
        (ValueError, ValueError),
    ],
)
def test_everything_else_is_our_fault(error: type[Exception], cause: Callable[[], Exception]) -> None:
    answer = answer_to(error(), cause())
    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()


def test_it_answers_for_every_page(
    seeker: User, sign_in: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert get_resolver().resolve_error_handler(500) is broken
    client = sign_in(seeker)

    def away(_user: object) -> None:
        raise OperationalError from psycopg.errors.AdminShutdown()

    monkeypatch.setattr(backends, "user_with_workspace", away)
    client.raise_request_exception = False
    assert client.get("/people/").status_code == 503
