"""A user with the demo, made once for the tests of a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo import fill_demo
from tests.conftest import make_user


@contextmanager
def kept_demo(django_db_blocker: Any, now: datetime) -> Iterator[UUID]:
    """The user's key; for a fixture of a module, whose tests each roll back what they change."""
    with django_db_blocker.unblock():
        user = make_user("demo@seeker.example")
        fill_demo(workspace=user.workspace, now=now)
    yield user.pk
    with django_db_blocker.unblock():
        workspace = Workspace.objects.get(memberships__user=user)
        user.delete()
        workspace.delete()
