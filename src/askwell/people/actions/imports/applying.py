"""The second half of an import: what was shown is written, 5,000 records a transaction.

Each transaction also moves `progress`, by a filtered update: a worker that was killed left whole chunks,
the next one goes on after them, and of two at work at once the slower one writes nothing.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import ImportStateError
from askwell.people.actions.imports.merging import Merge, merge_records
from askwell.people.actions.imports.reading import CHUNK, Clock, Record, read_import
from askwell.people.actions.imports.writing import Writer
from askwell.people.choices import Decision, ImportState, RowOutcome
from askwell.people.models import Import, ImportRow, Person, StoppedAddress
from askwell.people.rules.stored import layout_from_json
from askwell.protocols.contacts import Aside, ContactRecord, read


@transaction.atomic
def start_applying(*, workspace: Workspace, import_id: UUID, options: dict[str, Any], now: datetime) -> Import:
    """The user said yes: READY becomes APPLYING; `apply_import` does the work, here or in a worker.

    `options`: "former_colleagues" (bool), "tie" (a TieKind for everyone else). Raises ImportStateError.
    """
    ready = Import.objects.of(workspace).filter(pk=import_id, state=ImportState.READY)
    if ready.update(state=ImportState.APPLYING, options=options, progress=0, tries=0, touched_at=now) != 1:
        raise ImportStateError("not ready")
    return Import.objects.of(workspace).defer("data").get(pk=import_id)


def apply_import(*, workspace: Workspace, import_id: UUID, clock: Clock) -> Import:
    """Write what is left of an import that is APPLYING, to the end: then it is DONE.

    May be called again after a kill at any moment. Where people changed since the file was read, it is
    sorted anew first. Raises ImportStateError.
    """
    row = Import.objects.of(workspace).select_related("workspace").get(pk=import_id)
    if row.state != ImportState.APPLYING:
        raise ImportStateError(row.state)
    if row.progress == 0 and _people_changed(row):
        row = _read_again(row, clock)
    applier = _Applier(row, clock)
    records = islice(read(bytes(row.data), layout_from_json(row.layout)), row.progress, None)
    while some := list(islice(records, CHUNK)):
        applier.chunk(some)
    _finish(row, clock())
    return Import.objects.of(workspace).defer("data").get(pk=import_id)


def _people_changed(row: Import) -> bool:
    newest = Person.objects.of(row.workspace).aggregate(at=Max("updated_at"))["at"]
    stopped = StoppedAddress.objects.of(row.workspace).aggregate(at=Max("stopped_at"))["at"]
    read_at = datetime.fromisoformat(row.counts["read_at"])
    return any(at is not None and at > read_at for at in (newest, stopped))


def _read_again(row: Import, clock: Clock) -> Import:
    Import.objects.of(row.workspace).filter(pk=row.pk).update(state=ImportState.READING)
    again = read_import(workspace=row.workspace, import_id=row.pk, clock=clock)
    start_applying(workspace=row.workspace, import_id=row.pk, options=row.options, now=clock())
    row.progress, row.counts = 0, again.counts
    return row


def _finish(row: Import, now: datetime) -> None:
    done = Import.objects.of(row.workspace).filter(pk=row.pk, state=ImportState.APPLYING, progress=row.progress)
    if done.update(state=ImportState.DONE, data=b"", finished_at=now, touched_at=now) != 1:
        raise ImportStateError("applied by another worker")


class _Applier:
    """Writes chunk after chunk of one import, after what the rows say."""

    def __init__(self, row: Import, clock: Clock) -> None:
        self._row, self._clock = row, clock
        self._writer = Writer(row, clock())
        fields = ("number", "id", "outcome", "decision", "person_id", "rival_id", "facts")
        rows = ImportRow.objects.of(row.workspace).filter(source_import=row)
        self._rows = {values[0]: values[1:] for values in rows.values_list(*fields)}
        wanted = {facts["row"] for *_, facts in self._rows.values() if "row" in facts}
        written = Person.objects.of(row.workspace).filter(source_import=row, source_row__in=wanted)
        self._wanted = wanted
        self._written = dict(written.values_list("source_row", "id"))

    def chunk(self, records: list[Record]) -> None:
        with transaction.atomic():
            self._advance(len(records))
            merges = list(self._write(records))
            self._writer.flush()
            merge_records(self._writer, merges)
            self._name_rivals(records)

    def _advance(self, count: int) -> None:
        row = self._row
        mine = Import.objects.of(row.workspace).filter(pk=row.pk, state=ImportState.APPLYING, progress=row.progress)
        if mine.update(progress=row.progress + count, tries=0, touched_at=self._clock()) != 1:
            raise ImportStateError("applied by another worker")
        row.progress += count

    def _write(self, records: list[Record]) -> Iterator[Merge]:
        """New persons go to the writer; what is to be merged comes back."""
        for record in records:
            if isinstance(record, Aside):
                continue
            stored = self._rows.get(record.number)
            if stored is None:
                self._new(record)
                continue
            row_id, outcome, decision, person_id, rival_id, facts = stored
            same = outcome == RowOutcome.MERGED or decision == Decision.SAME
            target = person_id or rival_id or self._written.get(facts.get("row", 0))
            if same and target:
                yield row_id, record, target
            elif same or decision == Decision.DIFFERENT:
                mine = ImportRow.objects.of(self._row.workspace).filter(pk=row_id)
                mine.update(person=self._new(record))

    def _new(self, record: ContactRecord) -> UUID:
        person_id = self._writer.person(record)
        if record.number in self._wanted:
            self._written[record.number] = person_id
        return person_id

    def _name_rivals(self, records: list[Record]) -> None:
        """Likely rows whose rival came in with this chunk learn who it is."""
        for record in records:
            stored = self._rows.get(record.number)
            if stored and stored[1] == RowOutcome.LIKELY and "row" in stored[5]:
                rival = self._written.get(stored[5]["row"])
                ImportRow.objects.of(self._row.workspace).filter(pk=stored[0]).update(rival=rival)
