"""Lists that coordinators put in: looked at before they come in, and what came of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.people.actions.stopping import stopped_of
from askwell.people.choices import ContactKind
from askwell.people.rules.stopping import mailbox_key
from askwell.programmes.choices import Audience, RowFault
from askwell.programmes.models import Cohort, Insider, Match, Participant, Upload, Wish
from askwell.programmes.queries.listed import Update, known_keys, updates
from askwell.programmes.rules.columns import Column, columns_for, heading_row, recognised
from askwell.programmes.rules.listed import Listed, RowProblem, heard, read_rows
from askwell.programmes.rules.updating import is_touched
from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.contacts.plain import read_table
from askwell.protocols.contacts.text_tables import Row

MOST_ROWS = 5000
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column of the file, what it is taken for, and its first values."""

    heading: str
    column: Column | None
    samples: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What would come in: `fresh`; `known` are here already, `updates` those of them of whom it says something new;
    `problems` by row; `heard`: hours in words, and what they were taken for."""

    columns: Sequence[ColumnSeen]
    rows: int
    fresh: Sequence[Listed]
    known: Sequence[Listed]
    updates: Sequence[Update]
    problems: Sequence[RowProblem]
    heard: Mapping[str, Sequence[Sequence[int | str]]]

    @property
    def has_names(self) -> bool:
        names = (Column.NAME, Column.GIVEN, Column.FAMILY, Column.NATIVE_NAME)
        return any(one.column in names for one in self.columns)

    @property
    def unheeded(self) -> list[str]:
        """Headings of columns that are left out though something stands in them."""
        return [one.heading or one.samples[0] for one in self.columns if one.column is None and one.samples]

    @property
    def left_out(self) -> int:
        return self.rows - len(self.fresh) - len(self.known)


def read_upload(upload: Upload) -> Reading:
    """Read its file, as its columns are understood. Raises UnreadableFile."""
    audience = Audience(upload.audience)
    table = read_table(bytes(upload.data), most=MOST_ROWS + HEADINGS)
    headings, below = _headings(table, audience)
    columns = chosen(upload.columns, headings, audience, earlier(upload))
    listed, problems = read_rows(below, columns, stopped=stopping(upload.workspace))
    there = known_keys(upload.workspace, audience)
    found = {one.row: key for one in listed if (key := _who(one, there))}
    fresh = [one for one in listed if one.row not in found]
    known = [one for one in listed if one.row in found]
    new = list(updates(upload.workspace, audience, [(one, found[one.row]) for one in known]))
    problems += _without_cohort(fresh, upload.workspace)
    problems.sort(key=lambda problem: problem.row)
    seen = _seen(headings, columns, below)
    return Reading(seen, len(below), fresh, known, new, problems, heard(below, columns))


def _who(one: Listed, there: Mapping[str, UUID]) -> UUID | None:
    keys = (*one.told.keys, one.told.lone_key)
    return next((there[key] for key in keys if key in there), None)


HEADINGS = 20
"""Lines of a file that may stand above its first row."""


def _headings(table: Sequence[Row], audience: Audience) -> tuple[list[str], Sequence[Row]]:
    """The heading, the first row where none is known, and the rows below it."""
    place = max(heading_row([row.cells for row in table], audience), 0)
    return table[place].cells, table[place + 1 :]


def chosen(
    said: Sequence[Sequence[str]], headings: Sequence[str], audience: Audience, before: Mapping[str, str]
) -> list[Column | None]:
    """What a coordinator said each column is, else what they said of its heading in an earlier list, else what the
    heading says."""
    allowed = set(columns_for(audience))
    if [heading for heading, _code in said] == list(headings):
        return [Column(code) if code in allowed else None for _heading, code in said]
    told = [before.get(heading_key(heading), "") for heading in headings]
    first = [code if code in allowed and code not in told[:place] else "" for place, code in enumerate(told)]
    others = recognised(["" if code else heading for heading, code in zip(headings, first, strict=True)], audience)
    free = [None if other in first else other for other in others]
    return [Column(code) if code else other for code, other in zip(first, free, strict=True)]


def earlier(upload: Upload) -> dict[str, str]:
    """What a coordinator said that headings hold, the latest of this programme's lists of these people first."""
    rows = Upload.objects.of(upload.workspace).filter(audience=upload.audience).exclude(columns=[])
    found: dict[str, str] = {}
    for columns in rows.exclude(pk=upload.pk).order_by("made_at").values_list("columns", flat=True)[:200]:
        found |= {heading_key(heading): code for heading, code in columns if code}
    return found


def _seen(headings: Sequence[str], columns: Sequence[Column | None], rows: Sequence[Row]) -> list[ColumnSeen]:
    seen = []
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        cells = (row.cells[place][:60] for row in rows[:200] if len(row.cells) > place and row.cells[place])
        seen.append(ColumnSeen(heading, column, list(dict.fromkeys(cells))[:SAMPLES]))
    return seen


def stopping(workspace: Workspace) -> Callable[[str], bool]:
    """Whether nobody is to write to an address: asked of the database once for all."""
    known = stopped_of(workspace)
    return lambda email: known.knows([(ContactKind.EMAIL.value, mailbox_key(email))])


def cohorts_by_name(workspace: Workspace) -> dict[str, UUID]:
    rows = Cohort.objects.of(workspace).filter(removed_at=None).order_by("created_at")
    return {fold(name): key for key, name in rows.values_list("pk", "name")}


def _without_cohort(fresh: Iterable[Listed], workspace: Workspace) -> list[RowProblem]:
    """Who is to go with a cohort that does not exist."""
    asked = [one for one in fresh if one.told.cohort]
    there = cohorts_by_name(workspace) if asked else {}
    return [
        RowProblem(one.row, RowFault.UNKNOWN_COHORT, one.told.cohort, one.told.name)
        for one in asked
        if fold(one.told.cohort) not in there
    ]


def uploads(workspace: Workspace, audience: Audience | None = None) -> list[Upload]:
    """The latest, without their files."""
    rows = Upload.objects.of(workspace).defer("data", "problems").order_by("-made_at")
    return list((rows.filter(audience=audience) if audience else rows)[:50])


def hanging(upload: Upload) -> int:
    """How many of its people something hangs on already: they were asked, answered, changed or matched."""
    workspace = upload.workspace
    if upload.audience == Audience.INSIDERS:
        insiders = Insider.objects.of(workspace).filter(upload=upload)
        touched = {*insiders.exclude(asked_at=None, seen_at=None).values_list("pk", flat=True), *_changed(insiders)}
        return len(touched | _matched(workspace, "insider", upload))
    seekers = Participant.objects.of(workspace).filter(upload=upload)
    touched = {*seekers.exclude(seeker_workspace=None).values_list("pk", flat=True), *_changed(seekers)}
    for table in ("attendances", "outcomes", "consents"):
        touched |= {*seekers.exclude(**{table: None}).values_list("pk", flat=True)}
    return len(touched | _matched(workspace, "participant", upload))


def _changed(rows: "QuerySet[Insider] | QuerySet[Participant]") -> Iterator[UUID]:
    """Those whom somebody changed, and not only a list."""
    told = rows.exclude(version=1).values_list("pk", "version", "listed")
    return (key for key, version, listed in told if is_touched(version, listed))


def _matched(workspace: Workspace, side: str, upload: Upload) -> set[UUID]:
    among = {f"{side}__upload": upload}
    found = set(Match.objects.of(workspace).filter(**among).values_list(side, flat=True))
    return found | set(Wish.objects.of(workspace).filter(**among).values_list(side, flat=True))
