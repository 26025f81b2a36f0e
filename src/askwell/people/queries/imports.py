"""Reads of imports: the list of them, rows by kind, pairs to decide."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from askwell.accounts.models import Workspace
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import Import, ImportRow, Organisation, Person, employers_aimed_at
from askwell.people.rules.stored import layout_from_json
from askwell.protocols.contacts import Aside, ContactRecord, read

LATEST = 50


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import in the list of them."""

    id: UUID
    filename: str
    state: str
    source: str
    counts: dict[str, Any]
    error: dict[str, Any]
    created_at: datetime
    finished_at: datetime | None
    waiting: int
    """Pairs of it that wait for an answer."""


def recent_imports(workspace: Workspace) -> list[ImportLine]:
    """The latest imports, newest first; two queries."""
    fields = ("id", "filename", "state", "source", "counts", "error", "created_at", "finished_at")
    latest = Import.objects.of(workspace).order_by("-created_at").values_list(*fields)
    rows: list[tuple[Any, ...]] = list(latest[:LATEST])
    pairs = ImportRow.objects.of(workspace).filter(source_import__in=[row[0] for row in rows])
    waiting = pairs.filter(outcome=RowOutcome.LIKELY, decision=Decision.OPEN).values("source_import_id")
    counted = dict(waiting.annotate(count=Count("id")).values_list("source_import_id", "count"))
    return [ImportLine(*(*values, counted.get(values[0], 0))) for values in rows]


def import_of(workspace: Workspace, import_id: UUID) -> Import:
    """One import without its bytes. Raises Import.DoesNotExist."""
    return Import.objects.of(workspace).defer("data").get(pk=import_id)


def same_file_before(row: Import) -> datetime | None:
    """When these very bytes were brought in before, if they were."""
    done = Import.objects.of(row.workspace).filter(digest=row.digest, state=ImportState.DONE).exclude(pk=row.pk)
    return done.order_by("-finished_at").values_list("finished_at", flat=True).first()


def rows_of_kind(workspace: Workspace, import_id: UUID, outcome: str) -> QuerySet[ImportRow]:
    """Merged, likely or aside rows of an import, in file order, with their persons."""
    rows = ImportRow.objects.of(workspace).filter(source_import=import_id, outcome=outcome)
    return rows.select_related("person", "rival").order_by("number")


def rows_by_number(workspace: Workspace, import_id: UUID, first: int, last: int) -> dict[int, ImportRow]:
    """The stored rows between two record numbers, by number; new persons have none."""
    rows = ImportRow.objects.of(workspace).filter(source_import=import_id, number__gte=first, number__lte=last)
    return {row.number: row for row in rows.select_related("person", "rival")}


def open_pairs(workspace: Workspace, import_id: UUID) -> QuerySet[ImportRow]:
    """Pairs of an import that wait for an answer, in file order."""
    return rows_of_kind(workspace, import_id, RowOutcome.LIKELY).filter(decision=Decision.OPEN)


def answers_to(workspace: Workspace, import_id: UUID) -> dict[str, int]:
    """How many pairs of an import got which decision; those that wait are Decision.OPEN."""
    pairs = ImportRow.objects.of(workspace).filter(source_import=import_id, outcome=RowOutcome.LIKELY)
    return dict(pairs.values_list("decision").annotate(count=Count("id")).order_by("decision"))


def kept_persons(workspace: Workspace, import_id: UUID) -> QuerySet[Person]:
    """Persons of an import that was taken back who were kept."""
    return Person.objects.of(workspace).filter(source_import=import_id).order_by("sort_key", "id")


def aims(workspace: Workspace) -> dict[str, int]:
    """The employers that the seeker aims at, by key, with their places on the list; higher apps know them."""
    answers: list[tuple[Any, Any]] = employers_aimed_at.send(sender=Organisation, workspace=workspace)
    return {key: place for _receiver, answer in answers for key, place in answer.items()}


def records_between(workspace: Workspace, import_id: UUID, start: int, stop: int) -> list[ContactRecord | Aside]:
    """The records of a READY import's file from the `start`-th (0 the first) up to before the `stop`-th.

    Reads the file up to there: the last page of 300,000 rows takes its seconds. Raises UnreadableFile where a
    workbook takes too long this time.
    """
    row = Import.objects.of(workspace).get(pk=import_id, state=ImportState.READY)
    records = (one for one in read(bytes(row.data), layout_from_json(row.layout), after=start) if one.number)
    return list(islice(records, stop - start))
