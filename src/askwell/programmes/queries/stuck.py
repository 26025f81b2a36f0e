"""Who of a programme does not get on: facts of everybody in a fixed number of queries, the rules over them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, FilteredRelation, Max, Min, Q

from askwell.accounts.models import User, Workspace
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.programmes.choices import AttendanceState, Barrier, Lack, MatchState, ParticipantState, Side, Stuck, Unmet
from askwell.programmes.models import Attendance, Match, Participant, Programme, Round, Unmatched
from askwell.programmes.queries.shared import overdue_among
from askwell.programmes.queries.theirs import seen
from askwell.programmes.rules.standing import OPEN
from askwell.programmes.rules.stuck import Facts, Limits, Reason, reasons, urgency

ROUNDS = 10
"""So many of the last rounds are asked why somebody was left out."""
ENDED = (MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED)
LACKS = Q(languages=[]) | Q(windows=[]) | Q(goals={}, field="")


@dataclass(frozen=True, slots=True)
class StuckRow:
    """A seeker with at least one reason, the most pressing first."""

    id: UUID
    number: int
    name: str
    native_name: str
    cohort: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class StuckList:
    """Everybody who is stuck, the most pressing first; how many for each reason."""

    rows: tuple[StuckRow, ...]
    counts: Mapping[Stuck, int]


def stuck_list(
    programme: Programme, now: datetime, *, caseworker: User | None = None, cohort_id: UUID | None = None
) -> StuckList:
    """Of the whole programme, of one caseworker's seekers, of a cohort; kept until something changes or a minute has
    gone."""
    key = ("programme", "stuck", programme.workspace_id, caseworker and caseworker.pk, cohort_id)
    return kept(key, now, lambda: (next_minute(now), _stuck(programme, now, caseworker, cohort_id)))


def _stuck(programme: Programme, now: datetime, caseworker: User | None, cohort_id: UUID | None) -> StuckList:
    people = seen(Participant.objects.of(programme.workspace), caseworker)
    people = people.filter(state__in=(ParticipantState.ACTIVE, ParticipantState.INVITED))
    if cohort_id:
        people = people.filter(cohort=cohort_id)
    known = _Known(programme.workspace, now)
    limits = Limits(programme.answer_days, programme.most_missed)
    columns = (
        "id",
        "number",
        "name",
        "native_name",
        "cohort__name",
        "state",
        "came_at",
        "active_at",
        "seeker_workspace",
        "asked_at",
    )
    rows = []
    for key, number, name, native, cohort, *facts in people.values_list(*columns):
        if found := reasons(known.facts(key, *facts), limits, now):
            rows.append(StuckRow(key, number, name, native, cohort, found))
    rows.sort(key=lambda row: (urgency(row.reasons[0]), row.number))
    return StuckList(tuple(rows), Counter(one.code for row in rows for one in row.reasons))


class _Known:
    """What the programme's tables say of its seekers, and what those say who share it."""

    def __init__(self, workspace: Workspace, now: datetime) -> None:
        lacking = Participant.objects.of(workspace).filter(LACKS, state=ParticipantState.ACTIVE)
        self.lacking = {
            key: tuple(lack for lack, told in zip(Lack, facts, strict=True) if not told)
            for key, *facts in lacking.values_list("pk", "languages", "windows", "goals")
        }
        self.talks = _talks(workspace)
        self.unspoken = _unspoken(workspace)
        self.left_out = _left_out(workspace)
        self.sessions = _sessions(workspace)
        self.overdue = overdue_among(workspace, now)

    def facts(
        self,
        key: UUID,
        state: str,
        came_at: datetime,
        active_at: datetime | None,
        own: UUID | None,
        written_at: datetime | None,
    ) -> Facts:
        talks = self.talks.get(key, {})
        is_free = not talks.get("busy")
        why, against = self.left_out.get(key, (None, None)) if is_free else (None, None)
        overdue, overdue_since = self.overdue.get(key, (0, None))
        in_a_row, missed_session_at = self.sessions.get(key, (0, None))
        return Facts(
            state=ParticipantState(state),
            came_at=came_at,
            free_since=max(filter(None, (active_at or came_at, talks.get("ended")))) if is_free else None,
            why=why,
            against=against,
            lacks=self.lacking.get(key, ()),
            asked_at=talks.get("asked"),
            written_at=None if own else written_at,
            is_ready=bool(talks.get("ready")),
            held_at=self.unspoken.get(key),
            missed_talks=talks.get("missed", 0),
            missed_talk_at=talks.get("missed_at"),
            sessions_in_a_row=in_a_row,
            missed_session_at=missed_session_at,
            overdue=overdue,
            overdue_since=overdue_since,
        )


def _talks(workspace: Workspace) -> dict[UUID, dict[str, Any]]:
    mine = Q(state=MatchState.MISSED, missed_by=Side.SEEKER)
    rows = (
        Match.objects.of(workspace).exclude(participant=None).exclude(state=MatchState.PROPOSED).values("participant")
    )
    counted = rows.annotate(
        busy=Count("pk", filter=Q(state__in=(*OPEN, MatchState.HELD))),
        ended=Max("ended_at", filter=Q(state__in=ENDED)),
        asked=Min("asked_at", filter=Q(state=MatchState.ASKED)),
        ready=Count("pk", filter=Q(state=MatchState.WAITING)),
        missed=Count("pk", filter=mine),
        missed_at=Max("ended_at", filter=mine),
    )
    return {row["participant"]: dict(row) for row in counted}


def _unspoken(workspace: Workspace) -> dict[UUID, datetime]:
    """Since when a talk was held of which the seeker has said nothing."""
    told = FilteredRelation("feedback", condition=Q(feedback__side=Side.SEEKER))
    held = Match.objects.of(workspace).filter(state=MatchState.HELD).exclude(participant=None).annotate(told=told)
    return dict(held.filter(told=None).values_list("participant").annotate(since=Min("starts_at")))


def _left_out(workspace: Workspace) -> dict[UUID, tuple[Unmet | None, Barrier | None]]:
    """Why the last round that left somebody out did so, and what stands in the way most often."""
    last = Round.objects.of(workspace).exclude(solved_at=None).order_by("-number").values("pk")[:ROUNDS]
    rows = Unmatched.objects.of(workspace).filter(round__in=list(last.values_list("pk", flat=True)))
    return {key: _why(reason) for key, reason in rows.order_by("round__number").values_list("participant", "reason")}


def _why(reason: Mapping[str, Any]) -> tuple[Unmet | None, Barrier | None]:
    why, against = reason.get("why"), reason.get("against") or {}
    most = max(against, key=lambda code: against[code][0], default=None)
    return Unmet(why) if why in set(Unmet) else None, Barrier(most) if most in set(Barrier) else None


def _sessions(workspace: Workspace) -> dict[UUID, tuple[int, datetime]]:
    """How many sessions somebody missed one after the other up to the last, and when the last one was. Whoever was
    excused is passed over."""
    told = Attendance.objects.of(workspace).filter(session__removed_at=None)
    often = told.filter(state=AttendanceState.MISSED).values("participant").annotate(n=Count("pk")).filter(n__gte=2)
    rows = told.filter(participant__in=often.values("participant"))
    rows = rows.filter(state__in=(AttendanceState.CAME, AttendanceState.MISSED)).order_by("-session__starts_at")
    stories: dict[UUID, list[tuple[str, datetime]]] = defaultdict(list)
    for key, state, at in rows.values_list("participant", "state", "session__starts_at"):
        stories[key].append((state, at))
    return {key: (_streak(story), story[0][1]) for key, story in stories.items() if _streak(story)}


def _streak(story: Iterable[tuple[str, datetime]]) -> int:
    number = 0
    for state, _at in story:
        if state != AttendanceState.MISSED:
            break
        number += 1
    return number
