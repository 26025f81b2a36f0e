"""The recurring cast: `seeker` owns a workspace, `stranger` owns another and must never see the first's data."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

os.environ.setdefault("ASKWELL_DATA", tempfile.mkdtemp(prefix="askwell-test-"))
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs beside the ORM in e2e tests

from tests import postgresql  # noqa: E402 # the data folder must be set before Django reads its settings

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Vancouver


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgresql", action="store_true", help="run against a PostgreSQL server made for this run")


def pytest_configure(config: pytest.Config) -> None:
    postgresql.use_if_asked(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    postgresql.stop(config)


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def now() -> datetime:
    return NOW


def make_user(email: str):
    from askwell.accounts.actions import open_workspace
    from askwell.accounts.models import User

    user = User.objects.create_user(email, language="en")
    open_workspace(user=user)
    return user


@pytest.fixture
def seeker(db):
    return make_user("mei@seeker.example")


@pytest.fixture
def stranger(db):
    return make_user("sam@stranger.example")


@pytest.fixture
def workspace(seeker):
    return seeker.workspace


@pytest.fixture
def browser_of(client) -> Iterator:
    """A function that signs a user in and gives Django's test client."""

    def sign_in(user):
        client.force_login(user, backend="askwell.accounts.web.backends.WorkspaceBackend")
        return client

    return sign_in
