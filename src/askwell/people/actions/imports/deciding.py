"""Likely duplicates, one pair at a time: the same person, or two. Before the import is applied, or after."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import ImportStateError
from askwell.people.actions.imports.merging import merge_records
from askwell.people.actions.imports.taking_back import take_back
from askwell.people.actions.imports.writing import Writer
from askwell.people.actions.indexing import recount
from askwell.people.actions.stopping import settle_stops
from askwell.people.choices import ContactKind, Decision, ImportState, RowOutcome
from askwell.people.models import ContactPoint, Import, ImportRow, Person, Role
from askwell.people.queries.records import records_of
from askwell.people.rules.duplicates import contact_key
from askwell.people.rules.linkage import Network, Outcome, record_of
from askwell.people.rules.stored import record_from_json
from askwell.protocols.contacts import ContactRecord


@transaction.atomic
def decide(*, workspace: Workspace, row_id: UUID, decision: Decision, now: datetime) -> ImportRow:
    """Answer one pair. While the import is READY the answer only waits; once it is DONE the record becomes
    part of the rival (SAME) or a person (DIFFERENT) at once.

    Raises ImportRow.DoesNotExist, ImportStateError when it is decided already or the import is elsewhere.
    """
    row = _locked(workspace, row_id)
    if row.decision != Decision.OPEN or row.source_import.state not in (ImportState.READY, ImportState.DONE):
        raise ImportStateError(row.source_import.state)
    row.decision = decision.value
    row.save(update_fields=["decision"])
    if row.source_import.state == ImportState.DONE:
        _carry_out(workspace, row, now)
    else:
        Import.objects.of(workspace).filter(pk=row.source_import_id).update(touched_at=now)
    return row


@transaction.atomic
def reopen(*, workspace: Workspace, row_id: UUID, now: datetime) -> ImportRow:
    """Take the answer back, with what it wrote. Raises ImportStateError when it was not answered, or the
    person that came of it was changed since."""
    row = _locked(workspace, row_id)
    if row.decision == Decision.OPEN:
        raise ImportStateError("open")
    if row.person_id and row.person_id != row.rival_id and not row.changes:
        _remove_untouched(workspace, row.person_id, row.number)
    elif row.person_id:
        take_back(workspace, [row], since=row.source_import.created_at, now=now)
    row.decision, row.person_id, row.changes = Decision.OPEN.value, None, {}
    row.save(update_fields=["decision", "person", "changes"])
    return row


@transaction.atomic
def part_row(*, workspace: Workspace, row_id: UUID, now: datetime) -> ImportRow:
    """A row that became part of somebody is a person of its own after all, and is not asked about again (`reopen`
    takes that back). Raises ImportRow.DoesNotExist, ImportStateError when it is part of nobody."""
    rows: Any = ImportRow.objects.of(workspace).select_for_update(of=("self",)).select_related("source_import")
    row: ImportRow = rows.defer("source_import__data").get(pk=row_id)
    if row.source_import.state != ImportState.DONE or not row.record or row.person_id is None:
        raise ImportStateError(row.source_import.state)
    if row.decision == Decision.DIFFERENT:
        raise ImportStateError("parted")
    take_back(workspace, [row], since=row.source_import.created_at, now=now)
    row.outcome, row.decision, row.rival_id = RowOutcome.LIKELY.value, Decision.DIFFERENT.value, row.person_id
    row.changes, row.person_id = {}, None
    writer = Writer(row.source_import, now)
    row.person_id = writer.person(record_from_json(row.record))
    writer.flush()
    row.save(update_fields=["outcome", "decision", "rival", "changes", "person"])
    settle_stops(workspace, [row.person_id], now)
    return row


def _locked(workspace: Workspace, row_id: UUID) -> ImportRow:
    rows: Any = ImportRow.objects.of(workspace).filter(outcome=RowOutcome.LIKELY)
    found: ImportRow = (
        rows.select_for_update(of=("self",)).select_related("source_import").defer("source_import__data").get(pk=row_id)
    )
    return found


def _carry_out(workspace: Workspace, row: ImportRow, now: datetime) -> None:
    record = record_from_json(row.record)
    writer = Writer(row.source_import, now)
    target = row.rival_id if row.decision == Decision.SAME else _certainly(workspace, record, row.rival_id)
    if target:
        merge_records(writer, [(row.pk, record, target)])
    else:
        row.person_id = writer.person(record)
        writer.flush()
        row.save(update_fields=["person"])
        settle_stops(workspace, [row.person_id], now)


def _certainly(workspace: Workspace, record: ContactRecord, rival_id: UUID | None) -> UUID | None:
    """Whom the record belongs to for certain, if not to the rival: somebody who came in meanwhile."""
    links = [contact_key(ContactKind.LINK, link) for link in record.links]
    points = ContactPoint.objects.of(workspace).filter(key__in=[*record.emails, *record.phones, *links])
    holders = set(points.exclude(person=rival_id).values_list("person_id", flat=True))
    people = list(records_of(workspace, holders))
    matches = Network(other for _, other in people).add(record_of(record))
    certain = (people[match.one][0] for match in matches if match.outcome is Outcome.CERTAIN)
    return next(certain, None)


def _remove_untouched(workspace: Workspace, person_id: UUID, number: int) -> None:
    person = Person.objects.of(workspace).get(pk=person_id)
    if person.version != 1 or person.source_row != number:
        raise ImportStateError("changed since")
    employers = list(Role.objects.of(workspace).filter(person=person).values_list("organisation_id", flat=True))
    person.delete()
    recount(workspace, employers)
