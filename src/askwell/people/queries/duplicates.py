"""Reads of pairs that may be one person, of the search for them, and of merges."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName, latin_name
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import Import, ImportRow, Merge, Pair, PairSearch, Person, persons_in_use
from askwell.people.rules.stored import record_from_json

LATEST = 50


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One merge in a list: whom it made one, as they are called, and why. `filename` of the file that the one who is
    gone came in with, if they did."""

    id: UUID
    person_id: UUID
    given: str
    family: str
    native: str
    gone: PersonName
    by_itself: bool
    reasons: list[Any]
    merged_at: datetime
    filename: str

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)

    @property
    def gone_latin(self) -> str:
        return latin_name(self.gone.given, self.gone.family, self.gone.native)


def search_of(workspace: Workspace) -> PairSearch | None:
    """The workspace's search for duplicates, if one was ever asked for."""
    return PairSearch.objects.of(workspace).first()


def came_since(workspace: Workspace, moment: datetime) -> int:
    """How many people are here who were not when the search looked."""
    return Person.objects.of(workspace).filter(archived_at=None, created_at__gt=moment).count()


def open_pairs(workspace: Workspace) -> QuerySet[Pair]:
    """Pairs that wait for an answer, the likeliest first."""
    waiting = Pair.objects.of(workspace).filter(decision=Decision.OPEN)
    return waiting.select_related("one", "other").order_by("-weight", "id")


def pairs_of(workspace: Workspace, one: UUID, other: UUID) -> QuerySet[Pair]:
    """The pair of these two, whichever way round it was found."""
    return Pair.objects.of(workspace).filter(Q(one=one, other=other) | Q(one=other, other=one))


def apart_pairs(workspace: Workspace) -> set[tuple[UUID, UUID]]:
    """Pairs of persons that the seeker said are two people: here, or while importing."""
    said = Pair.objects.of(workspace).filter(decision=Decision.DIFFERENT).values_list("one_id", "other_id")
    rows = ImportRow.objects.of(workspace).filter(
        decision=Decision.DIFFERENT, person__isnull=False, rival__isnull=False
    )
    return {*said, *rows.values_list("person_id", "rival_id")}


def opened_pairs(workspace: Workspace) -> set[tuple[UUID, UUID]]:
    """Pairs that the seeker opened, or opened again: they wait for the seeker's answer and nobody else's."""
    rows = Pair.objects.of(workspace).filter(decision=Decision.OPEN, decided_at__isnull=False)
    return set(rows.values_list("one_id", "other_id"))


def other_names_of(workspace: Workspace, ids: Collection[UUID] | None = None) -> dict[UUID, list[PersonName]]:
    """What persons are also called, since somebody became part of them: of everyone, or of these."""
    merges = Merge.objects.of(workspace)
    found: dict[UUID, list[PersonName]] = defaultdict(list)
    for person_id, gone in (merges if ids is None else merges.filter(person__in=ids)).values_list("person_id", "gone"):
        found[person_id].append(name_in(gone))
    return found


@dataclass(frozen=True, slots=True)
class FoundAs:
    """A row of a file that became part of a person, as the file has it. `id` is the import row's."""

    id: UUID
    import_id: UUID
    filename: str
    number: int
    name: PersonName
    title: str
    organisation: str

    @property
    def latin(self) -> str:
        return latin_name(self.name.given, self.name.family, self.name.native)


def found_as(workspace: Workspace, person_id: UUID) -> list[FoundAs]:
    """The rows of files that became part of this person, the latest first."""
    rows = _merged_rows(workspace).filter(person=person_id).order_by("-id")
    fields = ("id", "source_import_id", "source_import__filename", "number", "record")
    found = []
    for row_id, import_id, filename, number, stored in rows.values_list(*fields)[:LATEST]:
        record = record_from_json(stored)
        found.append(FoundAs(row_id, import_id, filename, number, record.name, record.title, record.organisation))
    return found


def names_in_files(workspace: Workspace, ids: Collection[UUID]) -> dict[UUID, list[PersonName]]:
    """What the rows of files that became part of these persons call them."""
    found: dict[UUID, list[PersonName]] = defaultdict(list)
    rows = _merged_rows(workspace).filter(person__in=ids)
    for person_id, stored in rows.values_list("person_id", "record"):
        found[person_id].append(record_from_json(stored).name)
    return found


def _merged_rows(workspace: Workspace) -> QuerySet[ImportRow]:
    rows = ImportRow.objects.of(workspace).filter(
        source_import__state__in=(ImportState.APPLYING, ImportState.DONE), person__isnull=False
    )
    return rows.exclude(record={}).exclude(decision=Decision.DIFFERENT)


def name_in(gone: dict[str, Any]) -> PersonName:
    """The name in a person's row as a Merge keeps it."""
    fields = gone["fields"]
    names = ("given_name", "family_name", "native_name", "reading", "nickname")
    given, family, native, reading, nickname = (str(fields.get(name, "")) for name in names)
    return PersonName(given, family, native, reading, nickname)


def merges_of(workspace: Workspace, person_id: UUID) -> list[MergeRow]:
    """Everyone who became part of this person, the latest first."""
    return _merges(workspace, Merge.objects.of(workspace).filter(person=person_id))


def recent_merges(workspace: Workspace) -> list[MergeRow]:
    """The latest merges of the workspace."""
    return _merges(workspace, Merge.objects.of(workspace))


def _merges(workspace: Workspace, merges: QuerySet[Merge]) -> list[MergeRow]:
    fields = (
        "id", "person_id", "person__given_name", "person__family_name", "person__native_name", "gone", "by_itself",
        "reasons", "merged_at",
    )  # fmt: skip
    rows = list(merges.order_by("-merged_at", "-id").values_list(*fields)[:LATEST])
    came_in = [row[5]["fields"].get("source_import") for row in rows]
    imports = Import.objects.of(workspace).filter(pk__in={key for key in came_in if key})
    files = {str(key): name for key, name in imports.values_list("id", "filename")}
    return [
        MergeRow(*(*row[:5], name_in(row[5]), *row[6:], files.get(key, "")))
        for row, key in zip(rows, came_in, strict=True)
    ]


def went_into_merge(workspace: Workspace, pair_id: UUID) -> bool:
    """Whether one of the latest merges answered this pair, which is gone since."""
    held = Merge.objects.of(workspace).order_by("-merged_at", "-id").values_list("held", flat=True)[:LATEST]
    return any(row["pk"] == str(pair_id) for rows in held for row in rows)


def now_part_of(workspace: Workspace, gone_id: UUID) -> UUID | None:
    """Whom somebody became part of, so that their old address leads there; None when nobody did."""
    return Merge.objects.of(workspace).filter(gone_id=gone_id).values_list("person_id", flat=True).first()


def pairs_in_files(workspace: Workspace) -> list[tuple[UUID, str, int]]:
    """(import id, filename, how many) of pairs that wait in files brought in before, the latest first."""
    rows = ImportRow.objects.of(workspace).filter(
        outcome=RowOutcome.LIKELY, decision=Decision.OPEN, source_import__state=ImportState.DONE
    )
    counted = rows.values_list("source_import_id", "source_import__filename").annotate(count=Count("id"))
    return [(key, name, count) for key, name, count in counted.order_by("-source_import_id")[:LATEST]]


def kept_first(workspace: Workspace, ids: Collection[UUID]) -> list[UUID]:
    """These persons, the one first whom the others should become part of: not archived, in use by a conversation,
    known the longest."""
    in_use: set[UUID] = set()
    answers: list[tuple[Any, Any]] = persons_in_use.send(Person, workspace=workspace, person_ids=list(ids))
    for _, found in answers:
        in_use.update(found or ())
    archived = set(
        Person.objects.of(workspace).filter(id__in=ids, archived_at__isnull=False).values_list("id", flat=True)
    )
    return sorted(ids, key=lambda one: (one in archived, one not in in_use, one))
