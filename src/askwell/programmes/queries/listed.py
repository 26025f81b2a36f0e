"""Who of a list is in the programme already, and what it says of them that is new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import Audience, InsiderState, ParticipantState
from askwell.programmes.models import Insider, Participant, Upload
from askwell.programmes.rules.listed import Listed, keys_of, lone_key_of
from askwell.programmes.rules.updating import COLUMNS, columns_said, taken_over

AT_ONCE = 500
"""So many are named to the database in one question."""


@dataclass(frozen=True, slots=True)
class Update:
    """Somebody whom an earlier list brought in, and of whom this one says something new: `changes` by column, each
    with what was there."""

    row: int
    id: UUID
    name: str
    native_name: str
    changes: Mapping[str, tuple[Any, Any]]


def people(workspace: Workspace, audience: Audience) -> "QuerySet[Insider] | QuerySet[Participant]":
    return Insider.objects.of(workspace) if audience == Audience.INSIDERS else Participant.objects.of(workspace)


def known_keys(workspace: Workspace, audience: Audience) -> dict[str, UUID]:
    """By which everybody who is in the programme already is known again, the first of two alike. One query."""
    employer = "organisation" if audience == Audience.INSIDERS else "employer"
    rows = people(workspace, audience).order_by("-number")
    found: dict[str, UUID] = {}
    for key, name, native, email, of in rows.values_list("pk", "name", "native_name", "email", employer):
        found |= dict.fromkeys((*keys_of((name, native), email, of), lone_key_of(name, email, of)), key)
    found.pop("", None)
    return found


def updates(workspace: Workspace, audience: Audience, known: Sequence[tuple[Listed, UUID]]) -> Iterator[Update]:
    """Of people who came with a list and have not left; of two rows of one person the first."""
    first: dict[UUID, Listed] = {}
    for one, key in known:
        first.setdefault(key, one)
    rows = {row["pk"]: row for row in rows_of(workspace, audience, first)}
    for key, one in first.items():
        if row := rows.get(key):
            changes = taken_over(row, columns_said(one.told, audience))
            before = {column: (row[column], value) for column, value in changes.items()}
            if before:
                yield Update(one.row, key, row["name"], row["native_name"], before)


def rows_of(workspace: Workspace, audience: Audience, keys: Iterable[UUID]) -> Iterator[dict[str, Any]]:
    """Those of these people whom a list brought in and who have not left, with what lists can say."""
    left = InsiderState.LEFT if audience == Audience.INSIDERS else ParticipantState.LEFT
    rows = people(workspace, audience).exclude(upload=None).exclude(state=left)
    wanted = list(keys)
    for start in range(0, len(wanted), AT_ONCE):
        some = rows.filter(pk__in=wanted[start : start + AT_ONCE])
        yield from some.values("pk", "version", "listed", *COLUMNS[audience])


def brought_up_to_date(upload: Upload) -> "QuerySet[Insider] | QuerySet[Participant]":
    """The people of whom a list changed something that was not taken back."""
    return people(upload.workspace, Audience(upload.audience)).filter(listed__before__has_key=str(upload.pk))
