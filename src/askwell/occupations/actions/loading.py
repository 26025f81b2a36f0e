"""Put a release into the tables, in the place of the one that stood there; or take it out again.

All in one transaction: who looks meanwhile sees the old release, and one that could not be written leaves it there.
Rows are written as they are read, a few thousand at a time; only the heads of occupations and the keys of skills are
held.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Protocol

from django.db import transaction

from askwell.occupations.actions.indexing import index_titles
from askwell.occupations.actions.writing import Writer
from askwell.occupations.choices import Source
from askwell.occupations.models import Occupation, OccupationSkill, Release, SkillName, Task, Title, TitleIndex, Wage
from askwell.occupations.rules import own
from askwell.protocols.occupations import Remark, Row

MOST_REMARKS = 200
"""So many are kept; all are counted."""


class NothingToLoadError(Exception):
    """No occupation and no wage could be read: what stood there before still does. `remarks` say why."""

    def __init__(self, remarks: list[Remark]) -> None:
        super().__init__("nothing could be read")
        self.remarks = remarks


class NotLoadedError(Exception):
    """There is no release of that source."""


class Readable(Protocol):
    """A release that can be read; `protocols.occupations.Release` is one."""

    @property
    def source(self) -> str: ...
    @property
    def version(self) -> str: ...
    def rows(self) -> Iterator[Row]: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was written, by kind, and what could not be read."""

    counts: dict[str, int]
    remarks: list[Remark]


def load(*, release: Readable, now: datetime) -> Loaded:
    """Raises NothingToLoadError, and keeps what was there, where no row could be read."""
    remarks: list[Remark] = []
    counts: Counter[str] = Counter()
    with transaction.atomic():
        _forget(release.source)
        writer = Writer(release.source)
        writer.write(_without_remarks(release.rows(), remarks, counts))
        remarks += writer.remarks
        counts.update(writer.counts)
        if not writer.counts:
            raise NothingToLoadError(remarks)
        counts["remarks"] = counts["remarks"] + len(writer.remarks)
        said = [asdict(one) for one in remarks[:MOST_REMARKS]]
        row = {"version": release.version, "loaded_at": now, "counts": dict(counts), "remarks": said}
        Release.objects.update_or_create(source=release.source, defaults=row)
        index_titles()
    return Loaded(dict(counts), remarks)


def remove(*, source: str) -> None:
    """Take a release out; what Askwell brings along comes back with the next `migrate`. Raises NotLoadedError."""
    with transaction.atomic():
        if not Release.objects.filter(source=source).delete()[0]:
            raise NotLoadedError(source)
        _forget(source)
        index_titles()


def load_own(*, now: datetime) -> bool:
    """Load what Askwell brings along, unless just that is there; whether it was loaded."""
    if Release.objects.filter(source=Source.OWN, version=own.version()).exists() and TitleIndex.objects.exists():
        return False
    load(release=_Own(), now=now)
    return True


class _Own:
    source = Source.OWN.value
    version = own.version()

    def rows(self) -> Iterator[Row]:
        return own.rows()


def _without_remarks(rows: Iterable[Row], remarks: list[Remark], counts: Counter[str]) -> Iterator[Row]:
    """The rows; remarks are put aside, those of one kind and file no more than MOST_REMARKS times."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if not isinstance(row, Remark):
            yield row
            continue
        counts["remarks"] += 1
        seen[row.code, row.file] += 1
        if seen[row.code, row.file] <= MOST_REMARKS:
            remarks.append(row)


def _forget(source: str) -> None:
    if source == Source.WAGES:
        Wage.objects.all().delete()
        return
    for model in (Title, Task, OccupationSkill):
        model.objects.filter(occupation__source=source)._raw_delete(using="default")
    Occupation.objects.filter(source=source)._raw_delete(using="default")
    SkillName.objects.filter(source=source)._raw_delete(using="default")
