"""A programme's numbers as they are shown: live, and of a period for a report.

Small groups are hidden in the report, and from caseworkers, who see only the seekers given to them. Who leads the
programme sees each talk by name on its own pages: their dashboard hides nothing."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.times import at_local
from askwell.outreach.queries.fresh import kept
from askwell.programmes.choices import Breakdown, Measure
from askwell.programmes.models import Cohort, Programme
from askwell.programmes.queries.counting import OTHER, Wanted, counted, now_wanted, period_wanted
from askwell.programmes.rules.showing import Count, Names, Numbers, Shown, show

LONG = timedelta(days=1)
FUNNEL = (Measure.SENT, Measure.AGREED, Measure.HELD, Measure.SUCCESSFUL, Measure.NAMED)
LIVE = (
    Measure.WAITING, Measure.READY, Measure.TALKING,
    Measure.UNDER_WAY, Measure.HELD, Measure.SUCCESSFUL, Measure.REFERRALS, Measure.JOBS,
)  # fmt: skip
OVERALL = tuple(measure for measure in LIVE if measure not in (Measure.READY, Measure.TALKING))
"""Of `LIVE` what is told where small groups are hidden: the three that add up to all active seekers would tell them."""
REPORTED = (
    Measure.CAME, Measure.SENT, Measure.HELD, Measure.SUCCESSFUL, Measure.REFERRALS,
    Measure.ATTENDED, Measure.JOBS, Measure.VOLUNTEERING, Measure.COURSES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both counted, by the programme's clock."""

    first: date
    last: date

    def moments(self, zone: str) -> tuple[datetime, datetime]:
        """When it begins, and when it is over."""
        return at_local(self.first, 0, 0, zone), at_local(self.last + timedelta(days=1), 0, 0, zone)


def live_numbers(programme: Programme, now: datetime, *, hides: bool) -> Numbers:
    """How the programme stands now, with small groups hidden or not; kept while nothing changes."""
    workspace = programme.workspace
    return kept(
        ("programme", "numbers", workspace.pk, hides), now,
        lambda: (now + LONG, _numbers(workspace, now_wanted(), OVERALL if hides else LIVE, FUNNEL, hides=hides)),
    )  # fmt: skip


def period_numbers(programme: Programme, period: Period) -> Numbers:
    """What happened in a period, for the report."""
    start, end = period.moments(programme.zone)
    return _numbers(programme.workspace, period_wanted(start, end, period.first, period.last), REPORTED, ())


def _numbers(
    workspace: Workspace,
    wanted: Wanted,
    measures: tuple[Measure, ...],
    whole: tuple[Measure, ...],
    *,
    hides: bool = True,
) -> Numbers:
    """`measures` in whole and in parts, those of `whole` only in whole."""
    found = counted(workspace, wanted, hides=hides)
    parted = {measure: found[measure] for measure in measures}
    alone = {measure: Count(found[measure].total) for measure in whole if measure not in parted}
    return show(parted | alone, _names(workspace, parted), hides=hides)


def _names(workspace: Workspace, counts: Mapping[Measure, Count]) -> Names:
    """The rows of each table: kept cohorts also where nothing was counted, removed ones where something was."""
    used = {by: _used(counts, by) for by in Breakdown}
    known = Cohort.objects.of(workspace).order_by("-created_at", "-id")
    cohorts: list[tuple[Hashable, str]] = [
        (key, name)
        for key, name, removed in known.values_list("id", "name", "removed_at")
        if removed is None or key in used[Breakdown.COHORT]
    ]
    if None in used[Breakdown.COHORT]:
        cohorts.append((None, ""))
    most = _weight(counts)
    fields = sorted(used[Breakdown.FIELD], key=lambda key: (str(key) in ("", OTHER), -most.get(key, 0), str(key)))
    languages = sorted(used[Breakdown.LANGUAGE], key=lambda key: (key == OTHER, str(key)))
    return {
        Breakdown.COHORT: cohorts,
        Breakdown.FIELD: [(key, str(key)) for key in fields],
        Breakdown.LANGUAGE: [(key, str(key)) for key in languages],
    }


def _used(counts: Mapping[Measure, Count], by: Breakdown) -> set[Hashable]:
    every = (count.parts.get(by, {}) for count in counts.values())
    return {key for line in every for key, one in line.items() if one.value}


def _weight(counts: Mapping[Measure, Count]) -> dict[Hashable, int]:
    """The most people behind any number of a field: what its rows are ordered by. Steps of ten, so that the order tells
    nothing of what is hidden."""
    weights: dict[Hashable, int] = {}
    for count in counts.values():
        for key, one in count.parts.get(Breakdown.FIELD, {}).items():
            weights[key] = max(weights.get(key, 0), one.people // 10)
    return weights


def row_of(numbers: Numbers, cohort_id: UUID) -> dict[Measure, Shown]:
    """The numbers of one cohort by measure, hidden as in the table of all: else the two could be subtracted."""
    table = numbers.table(Breakdown.COHORT)
    row = next((row for row in table.rows if row.key == cohort_id), None)
    return dict(zip(table.measures, row.cells, strict=True)) if row else {}
