"""People for tests, written through people's own actions."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.people.actions import FirstFacts, PersonDetails, add_person
from askwell.people.actions.imports import apply_import, read_import, receive_file, start_applying
from askwell.people.models import Import, Person

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
_DETAILS = frozenset(PersonDetails.__dataclass_fields__)

LINKEDIN_HEADING = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def make_person(workspace: Workspace, *, now: datetime = NOW, **facts: Any) -> Person:
    """A person; `facts` are fields of PersonDetails (given, family, native, …) or FirstFacts (title, emails, …)."""
    details = {name: value for name, value in facts.items() if name in _DETAILS}
    first = {name: value for name, value in facts.items() if name not in _DETAILS}
    return add_person(
        workspace=workspace,
        details=PersonDetails(**({"given": "Priya", "family": "Nair"} | details)),
        facts=FirstFacts(**first),
        now=now,
    )


def linkedin_csv(*rows: str) -> bytes:
    """A LinkedIn export with these rows: "Min,Zhou,https://www.linkedin.com/in/mz,,Cedar Foods,Planner,20 Nov 2025"."""
    return "\n".join(("Notes:", '"…"', "", LINKEDIN_HEADING, *rows, "")).encode()


def read_file(workspace: Workspace, data: bytes, filename: str = "Connections.csv", now: datetime = NOW) -> Import:
    """An import that has been received and read."""
    received = receive_file(workspace=workspace, filename=filename, data=data, now=now)
    return read_import(workspace=workspace, import_id=received.pk, clock=clock_at(now))


def import_file(
    workspace: Workspace, data: bytes, filename: str = "Connections.csv", now: datetime = NOW, **options: Any
) -> Import:
    """An import that has been read and applied."""
    row = read_file(workspace, data, filename, now)
    start_applying(workspace=workspace, import_id=row.pk, options=options, now=now)
    return apply_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))


def clock_at(now: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: now
