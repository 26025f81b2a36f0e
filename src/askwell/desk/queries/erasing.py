"""What would go if one person, or everything, were erased: shown before it happens."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.desk.queries.tables import exported
from askwell.lib.ids import id_of
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.people.models import (
    CardScan,
    ContactPoint,
    ImportRow,
    Introduction,
    Merge,
    Note,
    Organisation,
    Person,
    PersonTag,
    Role,
    Tag,
)


@dataclass(frozen=True, slots=True)
class Hanging:
    """How much hangs on one person; `organisations` and `tags` are nobody else's."""

    addresses: int
    roles: int
    notes: int
    introductions: int
    conversations: int
    messages: int
    follow_ups: int
    cards: int
    import_rows: int
    organisations: tuple[str, ...]
    tags: tuple[str, ...]


def hanging_on(workspace: Workspace, person_id: UUID) -> Hanging:
    """Everything that erasing this person takes along. 14 queries."""
    its = {"person": person_id}
    return Hanging(
        addresses=ContactPoint.objects.of(workspace).filter(**its).count(),
        roles=Role.objects.of(workspace).filter(**its).count(),
        notes=Note.objects.of(workspace).filter(**its).count(),
        introductions=Introduction.objects.of(workspace)
        .filter(Q(introducer=person_id) | Q(introduced=person_id))
        .count(),
        conversations=Thread.objects.of(workspace).filter(**its).count(),
        messages=Message.objects.of(workspace).filter(thread__person=person_id).count(),
        follow_ups=FollowUp.objects.of(workspace).filter(**its).count(),
        cards=CardScan.objects.of(workspace).filter(**its).count(),
        import_rows=import_rows_of(workspace, person_id).count(),
        organisations=tuple(only_theirs(workspace, person_id).values_list("name", flat=True)),
        tags=tuple(tags_only_theirs(workspace, person_id).values_list("name", flat=True)),
    )


def import_rows_of(workspace: Workspace, person_id: UUID) -> QuerySet[ImportRow]:
    """Records of imported files that became, or may be, this person, and those that went with such a record."""
    mine = Q(person=person_id) | Q(rival=person_id)
    for import_id, number in _records_of(workspace, person_id):
        mine |= Q(source_import=import_id, facts__row=number)
    return ImportRow.objects.of(workspace).filter(mine)


def files_of(workspace: Workspace, person_id: UUID) -> set[UUID]:
    """The imports that brought this person, or anything of whoever became part of them."""
    merges = Merge.objects.of(workspace).filter(person=person_id)
    held = (_origin(row)[0] for some in merges.values_list("held", flat=True) for row in some)
    return {import_id for import_id, _ in _records_of(workspace, person_id)} | {key for key in held if key}


def _records_of(workspace: Workspace, person_id: UUID) -> set[tuple[UUID, int]]:
    """(import, number of the record) of this person and of whoever became part of them."""
    people = Person.objects.of(workspace).filter(pk=person_id).values_list("source_import_id", "source_row")
    rows = ImportRow.objects.of(workspace).filter(Q(person=person_id) | Q(rival=person_id))
    gone = Merge.objects.of(workspace).filter(person=person_id).values_list("gone", flat=True)
    found = [*people, *rows.values_list("source_import_id", "number"), *map(_origin, gone)]
    return {(import_id, number or 0) for import_id, number in found if import_id}


def became_part_of(workspace: Workspace, person_id: UUID) -> set[UUID]:
    """Who was merged into this person: in an older backup they are still persons of their own."""
    return set(Merge.objects.of(workspace).filter(person=person_id).values_list("gone_id", flat=True))


def _origin(kept: Any) -> tuple[UUID | None, int]:
    """(import, number of the record) of a row that a merge keeps. It may have come in with a backup, and be
    anything."""
    fields = kept.get("fields") if isinstance(kept, dict) else None
    told = fields if isinstance(fields, dict) else {}
    number = told.get("source_row")
    return id_of(str(told.get("source_import"))), number if isinstance(number, int) else 0


def only_theirs(workspace: Workspace, person_id: UUID) -> QuerySet[Organisation]:
    """Organisations known through nobody else, aimed at by no target, written to at through nobody else."""
    others = Role.objects.of(workspace).exclude(person=person_id).filter(organisation__isnull=False)
    written = Thread.objects.of(workspace).exclude(person=person_id).filter(organisation__isnull=False)
    return (
        Organisation.objects.of(workspace)
        .filter(roles__person=person_id, targets=None)
        .exclude(pk__in=others.values("organisation"))
        .exclude(pk__in=written.values("organisation"))
        .order_by("name")
        .distinct()
    )


def tags_only_theirs(workspace: Workspace, person_id: UUID) -> QuerySet[Tag]:
    """Tags that nobody else carries."""
    others = PersonTag.objects.of(workspace).exclude(person=person_id)
    return (
        Tag.objects.of(workspace)
        .filter(person_tags__person=person_id)
        .exclude(pk__in=others.values("tag"))
        .order_by("name")
    )


def everything(workspace: Workspace) -> Iterator[tuple[str, int]]:
    """Each table with how many rows of it there are, empty ones left out."""
    counts = ((model._meta.label, model.objects.of(workspace).count()) for model in exported())
    return ((label, count) for label, count in counts if count)
