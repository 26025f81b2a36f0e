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
from askwell.people.models import ImportRow, Merge, Pair, PairSearch, Person, persons_in_use

LATEST = 50


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One merge in a list: whom it made one, as they are called, and why."""

    id: UUID
    person_id: UUID
    given: str
    family: str
    native: str
    gone: PersonName
    by_itself: bool
    reasons: list[Any]
    merged_at: datetime

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)

    @property
    def gone_latin(self) -> str:
        return latin_name(self.gone.given, self.gone.family, self.gone.native)


def search_of(workspace: Workspace) -> PairSearch | None:
    """The workspace's search for duplicates, if one was ever asked for."""
    return PairSearch.objects.of(workspace).first()


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


def other_names_of(workspace: Workspace, ids: Collection[UUID] | None = None) -> dict[UUID, list[PersonName]]:
    """What persons are also called, since somebody became part of them: of everyone, or of these."""
    merges = Merge.objects.of(workspace)
    found: dict[UUID, list[PersonName]] = defaultdict(list)
    for person_id, gone in (merges if ids is None else merges.filter(person__in=ids)).values_list("person_id", "gone"):
        found[person_id].append(name_in(gone))
    return found


def name_in(gone: dict[str, Any]) -> PersonName:
    """The name in a person's row as a Merge keeps it."""
    fields = gone["fields"]
    return PersonName(*(fields[name] for name in ("given_name", "family_name", "native_name", "reading", "nickname")))


def merges_of(workspace: Workspace, person_id: UUID) -> list[MergeRow]:
    """Everyone who became part of this person, the latest first."""
    return _merges(Merge.objects.of(workspace).filter(person=person_id))


def recent_merges(workspace: Workspace) -> list[MergeRow]:
    """The latest merges of the workspace."""
    return _merges(Merge.objects.of(workspace))


def _merges(merges: QuerySet[Merge]) -> list[MergeRow]:
    fields = (
        "id", "person_id", "person__given_name", "person__family_name", "person__native_name", "gone", "by_itself",
        "reasons", "merged_at",
    )  # fmt: skip
    rows = merges.order_by("-merged_at", "-id").values_list(*fields)[:LATEST]
    return [MergeRow(*(*values[:5], name_in(values[5]), *values[6:])) for values in rows]


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
