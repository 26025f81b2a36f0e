"""What a programme counts, before anything is hidden. A fixed number of queries, whatever the size; one
more where languages of few are counted together."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Sum,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from askwell.accounts.models import Workspace
from askwell.programmes.choices import (
    AttendanceState,
    Breakdown,
    MatchState,
    Measure,
    OutcomeKind,
    ParticipantState,
    RoundState,
    Side,
)
from askwell.programmes.models import Attendance, Match, Outcome, Participant
from askwell.programmes.rules.hiding import FEWEST
from askwell.programmes.rules.showing import Count as Counts
from askwell.programmes.rules.showing import Counted

OPEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED)
USEFUL = 4
"""Of five: from here on a seeker's word makes a talk a successful one."""
OTHER = "\x01other"
"""The key of all fields beyond the most frequent: no field begins so. PostgreSQL takes no U+0000."""
MOST_FIELDS = 12
NOBODY = UUID(int=0)
OUTCOMES = {
    Measure.JOBS: OutcomeKind.JOB,
    Measure.VOLUNTEERING: OutcomeKind.VOLUNTEERING,
    Measure.COURSES: OutcomeKind.COURSE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to count: seekers, talks and attendances by a condition each, outcomes within two days where these are
    given."""

    seekers: Mapping[Measure, Q]
    talks: Mapping[Measure, Q]
    outcomes: tuple[Measure, ...]
    attended: Q | None = None
    first: date | None = None
    last: date | None = None


HELD = Q(state=MatchState.HELD)
ASKED = Q(asked_at__isnull=False)
"""The letter to the insider left, or was passed on, or they answered it."""
UNDER_WAY = ASKED & Q(state__in=(MatchState.ASKED, MatchState.AGREED))


def now_wanted() -> Wanted:
    """How the programme stands."""
    talks = {Measure.SENT: ASKED, Measure.AGREED: HELD | Q(starts_at__isnull=False)}
    talks |= {Measure.UNDER_WAY: UNDER_WAY} | _held(HELD)
    return Wanted(_stand(), talks, (Measure.JOBS,))


def period_wanted(start: datetime, end: datetime, first: date, last: date) -> Wanted:
    """What happened from `start` until before `end`, the moments at which the days from `first` to `last` begin and
    end in the programme's zone."""
    came = Q(active_at__gte=start, active_at__lt=end)
    sent = ASKED & Q(asked_at__gte=start, asked_at__lt=end)
    held = HELD & Q(starts_at__gte=start, starts_at__lt=end)
    attended = Q(session__starts_at__gte=start, session__starts_at__lt=end)
    talks = {Measure.SENT: sent} | _held(held)
    return Wanted({Measure.CAME: came}, talks, tuple(OUTCOMES), attended, first, last)


def _held(held: Q) -> dict[Measure, Q]:
    return {
        Measure.HELD: held,
        Measure.SUCCESSFUL: held & Q(told__useful__gte=USEFUL),
        Measure.NAMED: held & Q(told__referrals__gt=0),
        Measure.REFERRALS: held & Q(told__referrals__gt=0),
    }


def _stand() -> dict[Measure, Q]:
    """All active seekers, each in one of these."""
    mine = Match._base_manager.filter(workspace=OuterRef("workspace"), participant=OuterRef("pk"))
    proposed = Q(state=MatchState.PROPOSED) & ~Q(round__state=RoundState.CLOSED)
    talking = Exists(mine.filter(state__in=(MatchState.ASKED, MatchState.AGREED, MatchState.HELD)))
    ready = Exists(mine.filter(proposed | Q(state=MatchState.WAITING)))
    active = Q(state=ParticipantState.ACTIVE)
    return {
        Measure.WAITING: active & Q(~talking) & Q(~ready),
        Measure.READY: active & Q(~talking) & Q(ready),
        Measure.TALKING: active & Q(talking),
    }


def counted(workspace: Workspace, wanted: Wanted, *, hides: bool = False) -> dict[Measure, Counts]:
    """Every measure that is wanted, in whole and by cohort, field and language of the talk. With `hides`, languages of
    fewer than five people are one row, which says of none that it was spoken."""
    fields = _frequent(workspace)
    found = _seekers(workspace, wanted.seekers, fields) | _talks(workspace, wanted.talks, fields, hides)
    if wanted.attended is not None:
        found[Measure.ATTENDED] = _attended(workspace, wanted.attended)
    return found | _outcomes(workspace, wanted, fields)


def _frequent(workspace: Workspace) -> set[str]:
    """The fields that get a row of their own."""
    often: Counter[str] = Counter()
    for model in (Match, Participant):
        rows = model.objects.of(workspace).exclude(field="").values_list("field").annotate(n=Count("pk"))
        often.update(dict(rows.order_by("-n", "field")[:MOST_FIELDS]))
    return {name for name, _times in often.most_common(MOST_FIELDS)}


def _field_key(fields: set[str]) -> Case:
    known = When(field__in=["", *fields], then=F("field"))
    return Case(known, default=Value(OTHER), output_field=CharField())


def _seekers(workspace: Workspace, wanted: Mapping[Measure, Q], fields: set[str]) -> dict[Measure, Counts]:
    rows = Participant.objects.of(workspace)
    found = {}
    for measure, meant in wanted.items():
        parted = rows.filter(meant).annotate(field_key=_field_key(fields)).values_list("cohort", "field_key")
        cohorts: Counter[Hashable] = Counter()
        by_field: Counter[Hashable] = Counter()
        for cohort, name, number in parted.annotate(n=Count("pk")):
            cohorts[cohort] += number
            by_field[name] += number
        parts = {Breakdown.COHORT: _people(cohorts), Breakdown.FIELD: _people(by_field)}
        found[measure] = Counts(Counted(cohorts.total(), cohorts.total()), parts)
    return found


def _people(counter: Counter[Hashable]) -> dict[Hashable, Counted]:
    return {key: Counted(number, number) for key, number in counter.items()}


def _talks(workspace: Workspace, wanted: Mapping[Measure, Q], fields: set[str], hides: bool) -> dict[Measure, Counts]:
    """Also of seekers who left."""
    told = FilteredRelation("feedback", condition=Q(feedback__side=Side.SEEKER))
    person = Coalesce("participant_id", "leaver", Value(NOBODY), output_field=UUIDField())
    rows = Match.objects.of(workspace).exclude(state=MatchState.PROPOSED).annotate(told=told, person=person)
    sums: dict[str, Any] = {}
    for measure, meant in wanted.items():
        sums[f"{measure}_n"] = (
            Sum("told__referrals", filter=meant, default=0)
            if measure is Measure.REFERRALS
            else Count("pk", filter=meant)
        )
        sums[f"{measure}_people"] = Count("person", filter=meant, distinct=True)
    total = rows.aggregate(**sums)
    by_field = rows.annotate(field_key=_field_key(fields))
    parted: dict[Breakdown, list[tuple[Hashable, Mapping[str, Any]]]] = {
        Breakdown.COHORT: [(row["cohort"], row) for row in rows.values("cohort").annotate(**sums)],
        Breakdown.FIELD: [(row["field_key"], row) for row in by_field.values("field_key").annotate(**sums)],
        Breakdown.LANGUAGE: [(row["language"], row) for row in rows.values("language").annotate(**sums)],
    }
    if hides and (few := _small(parted[Breakdown.LANGUAGE], wanted)):
        others = rows.filter(language__in=few).aggregate(**sums)
        parted[Breakdown.LANGUAGE] = [line for line in parted[Breakdown.LANGUAGE] if line[0] not in few] + [
            (OTHER, others)
        ]
    return {
        measure: Counts(
            _at(total, measure), {part: {key: _at(row, measure) for key, row in line} for part, line in parted.items()}
        )
        for measure in wanted
    }


def _small(lines: Iterable[tuple[Hashable, Mapping[str, Any]]], measures: Iterable[Measure]) -> list[Hashable]:
    """The languages that at no measure many people stand behind."""
    wanted = list(measures)
    most = {key: max((row[f"{measure}_people"] for measure in wanted), default=0) for key, row in lines}
    return [key for key, people in most.items() if key and people < FEWEST]


def _at(row: Mapping[str, Any], measure: Measure) -> Counted:
    return Counted(row[f"{measure}_n"], row[f"{measure}_people"])


def _attended(workspace: Workspace, meant: Q) -> Counts:
    """By the seeker's cohort: they are in one at a time, so its people add up."""
    came = Attendance.objects.of(workspace).filter(meant, state=AttendanceState.CAME, session__removed_at=None)
    rows = came.values_list("participant__cohort").annotate(n=Count("pk"), people=Count("participant", distinct=True))
    line: dict[Hashable, Counted] = {cohort: Counted(number, people) for cohort, number, people in rows}
    total = Counted(sum(one.value for one in line.values()), sum(one.people for one in line.values()))
    return Counts(total, {Breakdown.COHORT: line})


@dataclass(slots=True)
class _Tally:
    """A number with the people behind it, while it is counted."""

    value: int = 0
    people: set[Hashable] = field(default_factory=set)

    def add(self, person: Hashable) -> None:
        self.value += 1
        self.people.add(person)

    @property
    def counted(self) -> Counted:
        return Counted(self.value, len(self.people))


def _outcomes(workspace: Workspace, wanted: Wanted, fields: set[str]) -> dict[Measure, Counts]:
    rows = Outcome.objects.of(workspace).filter(removed_at=None)
    if wanted.first and wanted.last:
        rows = rows.filter(happened_on__gte=wanted.first, happened_on__lte=wanted.last)
    who = Coalesce("participant_id", "leaver", output_field=UUIDField())
    told = list(rows.annotate(who=who).values_list("kind", "who", "cohort", "field"))
    return {
        measure: _outcome(
            ((who, cohort, name) for kind, who, cohort, name in told if kind == OUTCOMES[measure]), fields
        )
        for measure in wanted.outcomes
    }


def _outcome(rows: Iterable[tuple[UUID | None, UUID | None, str]], fields: set[str]) -> Counts:
    total = _Tally()
    parts: dict[Breakdown, dict[Hashable, _Tally]] = {
        Breakdown.COHORT: defaultdict(_Tally),
        Breakdown.FIELD: defaultdict(_Tally),
    }
    for who, cohort, name in rows:
        key = name if not name or name in fields else OTHER
        for tally in (total, parts[Breakdown.COHORT][cohort], parts[Breakdown.FIELD][key]):
            tally.add(who)
    lines = {part: {key: tally.counted for key, tally in line.items()} for part, line in parts.items()}
    return Counts(total.counted, lines)
