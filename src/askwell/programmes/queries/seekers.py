"""The seekers of a programme, for its staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import User, Workspace
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Participant
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.queries.people import living, same_person
from askwell.programmes.queries.theirs import seen

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; empty is anything. `nobody`: who has no caseworker; `unjoined`: who
    has not joined with an account."""

    state: str = ""
    cohort: UUID | None = None
    caseworker: UUID | None = None
    nobody: bool = False
    unjoined: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class SeekerRow:
    id: UUID
    number: int
    name: str
    native_name: str
    field: str
    state: ParticipantState
    cohort: str
    caseworker_id: UUID | None
    has_joined: bool
    asked_at: datetime | None
    came_at: datetime
    active_at: datetime | None

    @property
    def code(self) -> str:
        return f"S-{self.number:03}"


def of_staff(workspace: Workspace, only: User | None) -> QuerySet[Participant]:
    """The seekers that somebody of the staff may see: `only` a caseworker's own, or, with None, all."""
    return seen(living(workspace), only)


def seekers(workspace: Workspace, only: User | None, asked: Asked, number: str | None) -> "Page[SeekerRow]":
    """A page of the list, who waits for a coordinator first; two queries."""
    rows = _narrowed(of_staff(workspace, only), asked).order_by("-came_at", "-number")
    columns = ("pk", "number", "name", "native_name", "field", "state", "cohort__name", "caseworker_id")
    told = rows.values_list(*columns, "seeker_workspace_id", "asked_at", "came_at", "active_at")
    page: Any = Paginator(told, A_PAGE).get_page(number)
    page.object_list = [_row(*row) for row in page.object_list]
    return page  # type: ignore[no-any-return] # a page of rows now


def _row(*told: Any) -> SeekerRow:
    key, number, name, native, field, state, cohort, caseworker, seeker, asked_at, came_at, active_at = told
    return SeekerRow(
        key, number, name, native, field, ParticipantState(state), cohort or "", caseworker, seeker is not None,
        asked_at, came_at, active_at,
    )  # fmt: skip


def _narrowed(rows: QuerySet[Participant], asked: Asked) -> QuerySet[Participant]:
    if asked.state in set(ParticipantState):
        rows = rows.filter(state=asked.state)
    if asked.cohort:
        rows = rows.filter(cohort=asked.cohort)
    if asked.nobody:
        rows = rows.filter(caseworker=None)
    elif asked.caseworker:
        rows = rows.filter(caseworker=asked.caseworker)
    if asked.unjoined:
        rows = rows.filter(seeker_workspace=None)
    for word in asked.words.split()[:6]:
        rows = rows.filter(_holds(word))
    return rows


def _holds(word: str) -> Q:
    said = Q(name__icontains=word) | Q(native_name__icontains=word) | Q(email__icontains=word)
    number = word.lower().removeprefix("s-")
    is_number = number.isascii() and number.isdigit() and len(number) < 9
    return said | Q(field__icontains=word) | (Q(number=int(number)) if is_number else Q(pk=None))


def counts(workspace: Workspace, only: User | None) -> dict[str, int]:
    """How many stand where; one query."""
    rows = of_staff(workspace, only).values_list("state").annotate(many=Count("pk")).order_by("state")
    return dict(rows)


def cohorts(workspace: Workspace) -> Sequence[tuple[UUID, str]]:
    """Cohorts that seekers can be placed in, the newest first."""
    return list(kept_cohorts(workspace).values_list("pk", "name"))


def twins(participant: Participant, only: User | None) -> list[Participant]:
    """Other rows that seem to be the same person's: with the same e-mail address."""
    alike = same_person(participant.workspace, email=participant.email)
    return list(seen(alike, only).exclude(pk=participant.pk)[:5])
