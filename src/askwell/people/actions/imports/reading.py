"""The first half of an import: the file is read, every row is sorted, nothing is written to people."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.lib.ids import id_of, uuid7
from askwell.lib.text import clean
from askwell.people.actions.bulk import insert_rows
from askwell.people.actions.errors import FileTooLargeError, ImportStateError
from askwell.people.actions.imports.ledger import ledger_of
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import Import, ImportRow, Person
from askwell.people.rules.linkage import Reason
from askwell.people.rules.organisations import organisation_key
from askwell.people.rules.sorting import NEW, Ledger, Owner, Verdict, sort_records
from askwell.people.rules.stored import layout_from_json, layout_to_json, record_to_json, with_fields
from askwell.protocols.contacts import Aside, ContactRecord, Layout, UnreadableFile, inspect, read

CHUNK = 5000
LARGEST_FILE = 50 * 1024 * 1024
EXAMPLES = 3
ROW_COLUMNS = (
    "id", "workspace_id", "source_import_id", "number", "line", "outcome", "reason", "facts", "raw", "record",
    "rival_id", "person_id", "decision", "changes",
)  # fmt: skip

Clock = Callable[[], datetime]
Record = ContactRecord | Aside
Answers = dict[tuple[int, Owner], str]
"""By record number and whom it was asked about."""


@transaction.atomic
def receive_file(*, workspace: Workspace, filename: str, data: bytes, now: datetime) -> Import:
    """Take in a file, or a pasted table (with no `filename`); `read_import` reads it.

    Raises FileTooLargeError past 50 MB.
    """
    if len(data) > LARGEST_FILE:
        raise FileTooLargeError
    return Import.objects.create(
        workspace=workspace,
        filename=clean(filename, limit=255),
        data=data,
        digest=hashlib.sha256(data).hexdigest(),
        created_at=now,
        touched_at=now,
    )


def read_import(*, workspace: Workspace, import_id: UUID, clock: Clock) -> Import:
    """Read and sort the whole file: READING becomes READY with counts, examples and rows to look at, or
    REFUSED with the code of why it cannot be read. Reading again begins anew, so it may be killed at will.

    `clock` is asked after each 5,000 rows, so that others see that somebody is at work.
    """
    row = Import.objects.of(workspace).get(pk=import_id)
    if row.state != ImportState.READING:
        raise ImportStateError(row.state)
    answers = _answers(row)
    ImportRow.objects.of(workspace).filter(source_import=row).delete()
    Import.objects.of(workspace).filter(pk=row.pk).update(progress=0, touched_at=clock())
    row.progress = 0
    try:
        layout = layout_from_json(row.layout) if row.layout else inspect(bytes(row.data), row.filename)
        _read_rows(row, layout, answers, clock)
    except UnreadableFile as error:
        refused = {"code": error.code, "detail": error.detail}
        Import.objects.of(workspace).filter(pk=row.pk).update(
            state=ImportState.REFUSED, error=refused, data=b"", touched_at=clock(), finished_at=clock()
        )
    return Import.objects.of(workspace).defer("data").get(pk=import_id)


@transaction.atomic
def change_columns(*, workspace: Workspace, import_id: UUID, fields: dict[int, str], now: datetime) -> None:
    """Other meanings for columns, by index ("" leaves one out); the file is to be read again after it.

    Raises ImportStateError unless READY, ValueError for a field that does not exist.
    """
    row = Import.objects.of(workspace).defer("data").select_for_update().get(pk=import_id)
    if row.state != ImportState.READY:
        raise ImportStateError(row.state)
    row.layout = layout_to_json(with_fields(layout_from_json(row.layout), fields))
    row.state, row.progress, row.tries, row.touched_at = ImportState.READING, 0, 0, now
    row.save(update_fields=["layout", "state", "progress", "tries", "touched_at"])


def _answers(row: Import) -> Answers:
    """What was answered about this file when it was read before."""
    rows = ImportRow.objects.of(row.workspace).filter(source_import=row).exclude(decision=Decision.OPEN)
    told = rows.values_list("number", "rival_id", "facts", "decision")
    return {(number, rival or facts.get("row")): decision for number, rival, facts, decision in told}


def _read_rows(row: Import, layout: Layout, answers: Answers, clock: Clock) -> None:
    row.total = layout.rows
    fields = {"layout": layout_to_json(layout), "source": layout.source.value, "total": layout.rows}
    Import.objects.of(row.workspace).filter(pk=row.pk).update(**fields)

    def records() -> Iterator[Record]:
        return own_people(row.workspace, read(bytes(row.data), layout))

    denied = [(number, rival) for (number, rival), said in answers.items() if said == Decision.DIFFERENT]
    ledger = ledger_of(row.workspace, records(), denied=denied, alive=lambda: _advance(row, 0, clock()))
    sorter = _Sorter(row, ledger, answers)
    verdicts = sort_records(ledger, records())
    while some := list(islice(verdicts, CHUNK)):
        stored = list(sorter.rows(some))
        with transaction.atomic():
            insert_rows(ImportRow, ROW_COLUMNS, stored)
            _advance(row, len(some), clock())
    _finish(row, sorter, clock())


def own_people(workspace: Workspace, records: Iterator[Record]) -> Iterator[Record]:
    """The records of an export of ours keep the id of a person who is among this workspace's; others lose it."""
    while some := list(islice(records, CHUNK)):
        named = [key for record in some if (key := _id_in(record))]
        mine = set(Person.objects.of(workspace).filter(id__in=named).values_list("id", flat=True)) if named else set()
        for record in some:
            if isinstance(record, ContactRecord) and record.own and _id_in(record) not in mine:
                record = replace(record, own=replace(record.own, person=""))
            yield record


def _id_in(record: Record) -> UUID | None:
    return id_of(record.own.person) if isinstance(record, ContactRecord) and record.own else None


def _advance(row: Import, records: int, now: datetime) -> None:
    """Move the bar; raises ImportStateError when another worker reads the same import."""
    before = Import.objects.of(row.workspace).filter(pk=row.pk, state=ImportState.READING, progress=row.progress)
    row.progress += records
    if before.update(progress=row.progress, touched_at=now) != 1:
        raise ImportStateError("read by another worker")


def _finish(row: Import, sorter: "_Sorter", now: datetime) -> None:
    if not sorter.counts:
        raise UnreadableFile("no_records")
    counts = {
        **dict.fromkeys((NEW, *RowOutcome), 0),
        **sorter.counts,
        "reasons": dict(sorter.reasons),
        "former_colleagues": sorter.former_colleagues,
        "native_names": sorter.native_names,
        "examples": sorter.examples,
        "read_at": now.isoformat(),
    }
    Import.objects.of(row.workspace).filter(pk=row.pk, state=ImportState.READING).update(
        state=ImportState.READY, counts=counts, touched_at=now, total=row.progress
    )


class _Sorter:
    """Turns verdicts into rows to store, and counts on the way."""

    def __init__(self, row: Import, ledger: Ledger, answers: Answers) -> None:
        self.ledger, self._answers = ledger, answers
        self.counts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.examples: list[dict[str, Any]] = []
        self.former_colleagues = self.native_names = 0
        self._row = row
        self._likely: dict[int, UUID | int | None] = {}
        self._past = {organisation_key(name) for name in past_employers(row.workspace)}

    def rows(self, sorted_records: list[tuple[Record, Verdict]]) -> Iterator[tuple[Any, ...]]:
        for record, verdict in sorted_records:
            if not record.number:
                continue  # a heading that is repeated further down is no record
            outcome, reason, owner = self._settled(record, verdict)
            self._count(record, outcome, reason, owner)
            if outcome != NEW:
                yield self._stored(record, outcome, reason, owner, verdict.reasons)

    def _settled(self, record: Record, verdict: Verdict) -> tuple[str, str, UUID | int | None]:
        """A row that belongs to one which waits for a decision waits with it."""
        outcome, owner = str(verdict.outcome), verdict.owner
        if isinstance(owner, int) and owner in self._likely and outcome in (RowOutcome.MERGED, RowOutcome.LIKELY):
            outcome, owner = RowOutcome.LIKELY.value, self._likely[owner]
        if outcome == RowOutcome.LIKELY:
            self._likely[record.number] = owner
        return outcome, str(verdict.reason), owner

    def _stored(
        self, record: Record, outcome: str, reason: str, owner: UUID | int | None, reasons: tuple[Reason, ...]
    ) -> tuple[Any, ...]:
        facts: dict[str, Any] = {"row": owner} if isinstance(owner, int) else {}
        if reasons:
            facts["reasons"] = [reason.as_json() for reason in reasons]
        kept = record_to_json(record) if isinstance(record, ContactRecord) and outcome != RowOutcome.ASIDE else {}
        person = owner if isinstance(owner, UUID) else None
        likely = outcome == RowOutcome.LIKELY
        return (
            uuid7(), self._row.workspace_id, self._row.pk, record.number, record.line, outcome, reason,
            _json(facts), _json(record.raw), _json(kept),
            person if likely else None, None if likely else person,
            self._answers.get((record.number, owner), Decision.OPEN.value) if owner else Decision.OPEN.value, "{}",
        )  # fmt: skip

    def _count(self, record: Record, outcome: str, reason: str, owner: UUID | int | None) -> None:
        self.counts[outcome] += 1
        if reason:
            self.reasons[f"{outcome}:{reason}"] += 1
        if isinstance(record, ContactRecord) and outcome in (NEW, RowOutcome.MERGED):
            self.former_colleagues += bool(self._past) and organisation_key(record.organisation) in self._past
            self.native_names += bool(record.name.native)
        if sum(example["outcome"] == outcome for example in self.examples) < EXAMPLES:
            self.examples.append(example_of(record, outcome, reason, owner))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def example_of(record: Record, outcome: str, reason: str, owner: UUID | int | None) -> dict[str, Any]:
    """One row as the preview shows it, as JSON."""
    read_as = record_to_json(record) if isinstance(record, ContactRecord) else {}
    return {
        "number": record.number,
        "line": record.line,
        "outcome": outcome,
        "reason": reason,
        "owner": owner if isinstance(owner, int) or owner is None else str(owner),
        "record": {**read_as, "note": read_as.get("note", "")[:200]},
        "raw": [cell[:80] for cell in record.raw[:8]],
    }


def past_employers(workspace: Workspace) -> list[str]:
    """Where the seeker worked before: names as they told them."""
    stored = profile_of(workspace).past_employers
    return [name for entry in stored if (name := entry.get("name", "") if isinstance(entry, dict) else str(entry))]
