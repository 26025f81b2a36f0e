"""Organisations: who is there now, who was before, and how far the seeker came there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.desk.queries.paging import A_PAGE, Paged
from askwell.lib.text import fold
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.queries import where_it_stands
from askwell.outreach.queries.values import Stage
from askwell.people.models import Organisation, Role
from askwell.people.queries import PersonRow, rows_of
from askwell.people.queries.rows import as_uuid, database_id

Counted = tuple[int, int, int, int, int]
PEOPLE = 100
"""So many people of each kind stand on an organisation's page; the People list has all."""


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """`now` and `before` count people there; of them `written` to and `talked` with; `strength` of the best tie."""

    id: UUID
    name: str
    now: int
    before: int = 0
    written: int = 0
    talked: int = 0
    strength: int = 0
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class Organisations(Paged):
    """One page of them; `number` counts from 1."""

    rows: tuple[OrganisationRow, ...]
    total: int
    number: int

    @property
    def capped(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody at an organisation: `title`, and the years there where known; `stage` None: never written to."""

    person: PersonRow
    title: str
    started: int | None
    ended: int | None
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    row: OrganisationRow
    now: tuple[Here, ...]
    before: tuple[Here, ...]


def organisations(workspace: Workspace, text: str = "", *, number: int = 1) -> Organisations:
    """Those whose name holds the text, where most people are known first; four queries."""
    found = Organisation.objects.of(workspace).filter(key__contains=fold(text)).order_by("-known", "name", "id")
    start = (number - 1) * A_PAGE
    page = list(found.values_list("id", "name", "known")[start : start + A_PAGE])
    return Organisations(tuple(_rows(workspace, page)), found.count(), number)


def organisation_page(workspace: Workspace, organisation_id: UUID, now: datetime) -> OrganisationPage:
    """Nine queries at most. Raises Organisation.DoesNotExist."""
    found = Organisation.objects.of(workspace).get(pk=organisation_id)
    (row,) = _rows(workspace, [(found.pk, found.name, found.known)])
    return OrganisationPage(
        row,
        _here(workspace, organisation_id, now, is_current=True),
        _here(workspace, organisation_id, now, is_current=False),
    )


_COUNTS = """
SELECT r.organisation_id,
       COUNT(DISTINCT CASE WHEN r.is_current THEN r.person_id END),
       COUNT(DISTINCT CASE WHEN NOT r.is_current THEN r.person_id END),
       COUNT(DISTINCT CASE WHEN r.is_current AND t.asked_at IS NOT NULL THEN r.person_id END),
       COUNT(DISTINCT CASE WHEN r.is_current AND t.state = 'closed' AND t.outcome = 'met' THEN r.person_id END),
       COALESCE(MAX(CASE WHEN r.is_current AND k.kind <> 'none' THEN k.strength END), 0)
  FROM people_role r JOIN people_person p ON p.id = r.person_id AND p.workspace_id = r.workspace_id
                     AND p.archived_at IS NULL
  LEFT JOIN outreach_thread t ON t.person_id = r.person_id AND t.workspace_id = r.workspace_id
  LEFT JOIN people_tie k ON k.person_id = r.person_id AND k.workspace_id = r.workspace_id
 WHERE r.workspace_id = %s AND r.organisation_id IN ({ids})
 GROUP BY r.organisation_id
"""


def _rows(workspace: Workspace, page: list[tuple[UUID, str, int]]) -> list[OrganisationRow]:
    """With their counts and whether they are targets; two queries."""
    if not page:
        return []
    ids = [database_id(key) for key, _name, _known in page]
    with connection.cursor() as cursor:
        sql = _COUNTS.format(ids=", ".join(["%s"] * len(ids)))
        cursor.execute(sql, [database_id(workspace.pk), *ids])
        counts: dict[UUID, Counted] = {as_uuid(row[0]): row[1:] for row in cursor.fetchall()}
    aimed = Target.objects.of(workspace).filter(kind=TargetKind.EMPLOYER, removed_at=None)
    targets = {value for pair in aimed.values_list("organisation_id", "key") for value in pair}
    return [
        OrganisationRow(key, name, *counts.get(key, (0, 0, 0, 0, 0)), bool({key, fold(name)} & targets))
        for key, name, _known in page
    ]


def _here(workspace: Workspace, organisation_id: UUID, now: datetime, *, is_current: bool) -> tuple[Here, ...]:
    """The newest hundred, each once, those who came last first."""
    roles = Role.objects.of(workspace).filter(
        organisation=organisation_id, is_current=is_current, person__archived_at=None
    )
    newest = roles.order_by(F("ended_on").desc(nulls_last=True), "person__sort_key", "id")
    found = {
        person: (title, start.year if start else None, end.year if end else None)
        for person, title, start, end in newest.values_list("person_id", "title", "started_on", "ended_on")[:PEOPLE]
    }
    rows, stages = rows_of(workspace, list(found)), where_it_stands(workspace, found, now)
    return tuple(Here(rows[person], *facts, stages.get(person)) for person, facts in found.items() if person in rows)
