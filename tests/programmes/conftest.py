"""The cast of a programme: `owner` runs it, a caseworker works in it, another programme's owner must never see it."""

import pytest

from askwell.accounts.models import User
from askwell.programmes.models import Programme
from tests.factories.programmes import make_programme, make_staff, owner_of


@pytest.fixture
def programme(db: None) -> Programme:
    return make_programme()


@pytest.fixture
def owner(programme: Programme) -> User:
    return owner_of(programme.workspace)


@pytest.fixture
def caseworker(programme: Programme) -> User:
    return make_staff(programme, "carla@caseworker.example")


@pytest.fixture
def rival(db: None) -> User:
    """Owns another programme."""
    return owner_of(make_programme("rita@rival.example", "Inlet Bridges").workspace)
