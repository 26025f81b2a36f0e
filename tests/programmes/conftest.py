"""The cast of a programme: `owner` runs it, a caseworker works in it, another programme's owner must never see it."""

from datetime import datetime
from typing import Any

import pytest

from askwell.accounts.models import Profile, User
from askwell.programmes.models import Programme
from tests.factories.mail import a_mailbox
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


@pytest.fixture
def mailbox(programme: Programme, now: datetime, settings: Any) -> None:
    """The programme can send mail."""
    Profile.objects.filter(workspace=programme.workspace).update(postal="1 Quay Street")
    settings.SITE = "https://askwell.example"
    a_mailbox(programme.workspace, now=now, address="talks@harbour.example", imap_port=1, smtp_port=1)
