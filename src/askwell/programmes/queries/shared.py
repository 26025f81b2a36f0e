"""What a programme sees of a seeker's own workspace: the one module that reads it.

Everything is read anew, by what is agreed to at this moment, and no copy is kept. Nothing here touches the address
book, notes, letters or insights: no consent is about them. Steps of a plan that are conversations are left out, since
they name people; so are pauses in a story, which are owed to nobody, and the days between which they would show.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Min, Q, QuerySet

from askwell.accounts.models import Profile, Workspace
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import PlanStep
from askwell.interviews.models import Interview
from askwell.interviews.rules.duties import HELD
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.models import Application
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import FollowUp, Target, Thread
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Chapter, Skill
from askwell.portfolio.rules.order import newest_first
from askwell.practice.models import JobInterview, Rehearsal
from askwell.practice.rules.record import restored
from askwell.programmes.choices import ConsentItem, ParticipantState
from askwell.programmes.models import Consent, Participant
from askwell.programmes.queries.mine import OVER

MOST = 60
"""Rows of one kind."""
TOLD = tuple(kind for kind in ChapterKind if kind is not ChapterKind.PAUSE)
_day = re.compile(r"(\d{4})(?:-(\d\d))?(?:-\d\d)?$")
APPLIED = (Stage.APPLIED, Stage.JOB_INTERVIEW, Stage.OFFER, Stage.ACCEPTED, Stage.DECLINED, Stage.SILENT)


@dataclass(frozen=True, slots=True)
class Aims:
    occupation: str
    occupations: tuple[str, ...]
    employers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """How many people were asked, how many talks were held and were successful, duties past their day."""

    asked: int
    held: int
    successful: int
    overdue: int


@dataclass(frozen=True, slots=True)
class SharedChapter:
    """A chapter without its dates, between which pauses would show; `months` is how long it took, if that is known."""

    kind: ChapterKind
    title: str
    organisation: str
    months: int | None


@dataclass(frozen=True, slots=True)
class Story:
    parts: tuple[SharedChapter, ...]
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """Rehearsals that ended, and mock job interviews; `share` is what the seeker spoke of the last rehearsal, a hundred
    being all of it."""

    rehearsals: int
    job_interviews: int
    last: datetime | None
    share: int | None


@dataclass(frozen=True, slots=True)
class Opening:
    title: str
    organisation: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Step:
    kind: StepKind
    title: str
    state: StepState


@dataclass(frozen=True, slots=True)
class Found:
    """Work that was found; its day is the first of its month."""

    kind: Kind
    month: date


Shown = Aims | Effort | Story | Practice | tuple[Opening, ...] | tuple[Step, ...] | tuple[Found, ...]


def shared(participant: Participant, now: datetime) -> dict[ConsentItem, Shown | None]:
    """Each thing that can be agreed to, with what it shows now; None where it is not shared."""
    given = agreed(participant)
    return {item: READ[item](participant, now) if item in given else None for item in ConsentItem}


def agreed(participant: Participant) -> frozenset[ConsentItem]:
    """What the seeker shares at this moment; nothing, before they joined, and once they left or were turned down."""
    if participant.seeker_workspace_id is None or participant.state in OVER:
        return frozenset()
    given = Consent.objects.of(participant.workspace).filter(participant=participant, withdrawn_at=None)
    return frozenset(ConsentItem(item) for item in given.values_list("item", flat=True))


def _theirs(participant: Participant) -> Workspace:
    assert participant.seeker_workspace, "only somebody with a workspace shares something of it"
    return participant.seeker_workspace


def _aims(participant: Participant, now: datetime) -> Aims:
    workspace = _theirs(participant)
    occupation = Profile.objects.filter(workspace=workspace).values_list("occupation", flat=True).first() or ""
    rows = Target.objects.of(workspace).filter(removed_at=None).order_by("created_at", "pk").values_list("kind", "name")
    named = list(rows[:MOST])
    of_kind = {kind: tuple(name for one, name in named if one == kind) for kind in TargetKind}
    return Aims(occupation, of_kind[TargetKind.OCCUPATION], of_kind[TargetKind.EMPLOYER])


def _effort(participant: Participant, now: datetime) -> Effort:
    workspace = _theirs(participant)
    asked = Thread.objects.of(workspace).exclude(asked_at=None).count()
    talks = Interview.objects.of(workspace).filter(state__in=HELD)
    talked = talks.aggregate(held=Count("pk"), successful=Count("pk", filter=Q(is_successful=True)))
    overdue = _overdue(now).filter(workspace=workspace).count()
    return Effort(asked, talked["held"], talked["successful"], overdue)


def _overdue(now: datetime) -> QuerySet[FollowUp]:
    """Duties past their day, of every workspace: whoever asks says whose."""
    open_now = FollowUp._base_manager.filter(done_at=None, dismissed_at=None, due_at__lt=now)
    return open_now.exclude(snoozed_until__gt=now).filter(person__do_not_contact_at=None)


def overdue_among(workspace: Workspace, now: datetime) -> dict[UUID, tuple[int, datetime]]:
    """How many duties are past their day, and since when, for each seeker of the programme who shares their progress
    and has some; two queries at most. On a sharded database they lie on many nodes: there it is what the last sweep
    counted, of those who share it now (`actions/counting`)."""
    people = dict(sharing_progress(workspace).values_list("participant", "participant__seeker_workspace"))
    found = cache.get(counted_under(workspace), {}) if settings.SHARDED else overdue_in(people.values(), now)
    return {key: found[home] for key, home in people.items() if home in found}


def sharing_progress(workspace: Workspace) -> QuerySet[Consent]:
    """The consents of those of the programme who share it now."""
    given = Consent.objects.of(workspace).filter(item=ConsentItem.PROGRESS, withdrawn_at=None)
    return given.exclude(participant__seeker_workspace=None).exclude(participant__state=ParticipantState.LEFT)


def overdue_in(homes: Iterable[UUID], now: datetime) -> dict[UUID, tuple[int, datetime]]:
    """By seeker's workspace, of those that have some; one query to every node."""
    counted = _overdue(now).filter(workspace__in=list(homes)).values_list("workspace")
    return {key: (many, since) for key, many, since in counted.annotate(many=Count("pk"), since=Min("due_at"))}


def counted_under(workspace: Workspace) -> str:
    """The cache's key for what was counted for a programme."""
    return f"overdue-{workspace.pk}"


def _story(participant: Participant, now: datetime) -> Story:
    workspace = _theirs(participant)
    rows = newest_first(Chapter.kept(workspace).filter(kind__in=TOLD)[:MOST])
    today = now.date().isoformat()
    parts = [
        SharedChapter(ChapterKind(row.kind), row.title, row.organisation, months_from(row.start, row.end or today))
        for row in rows
    ]
    skills = Skill.kept(workspace).order_by("number", "pk").values_list("name", flat=True)[:MOST]
    return Story(tuple(parts), tuple(skills))


def months_from(start: str, end: str) -> int | None:
    """From "2019-06" or "2019" to the other day; None where either is not known."""
    known = [_day.match(text) for text in (start, end)]
    if not all(known):
        return None
    first, last = (12 * int(found[1]) + int(found[2] or 1) for found in known if found)
    return max(0, last - first)


def _practice(participant: Participant, now: datetime) -> Practice:
    workspace = _theirs(participant)
    ended = Rehearsal.kept(workspace).exclude(ended_at=None)
    count = ended.aggregate(many=Count("pk"), last=Max("ended_at"))
    last = restored(ended.order_by("-ended_at").values_list("judgement", flat=True).first() or {})
    mocks = JobInterview.kept(workspace).count()
    return Practice(count["many"], mocks, count["last"], last.share if last else None)


def _openings(participant: Participant, now: datetime) -> tuple[Opening, ...]:
    rows = _applications(_theirs(participant)).filter(stage__in=APPLIED).order_by("-since", "pk")
    told = rows.values_list("opportunity__title", "opportunity__organisation_name", "stage")[:MOST]
    return tuple(Opening(title, organisation, Stage(stage)) for title, organisation, stage in told)


def _plan(participant: Participant, now: datetime) -> tuple[Step, ...]:
    kinds = [kind for kind in StepKind if kind is not StepKind.CONVERSATION]
    rows = PlanStep.kept(_theirs(participant)).filter(kind__in=kinds, state__in=StepState, plan__removed_at=None)
    told = rows.order_by("plan__created_at", "position", "pk").values_list("kind", "title", "state")[:MOST]
    return tuple(Step(StepKind(kind), title, StepState(state)) for kind, title, state in told)


def _outcome(participant: Participant, now: datetime) -> tuple[Found, ...]:
    accepted = _applications(_theirs(participant)).filter(stage=Stage.ACCEPTED, opportunity__kind__in=Kind)
    told = accepted.order_by("-since", "pk").values_list("opportunity__kind", "since")[:MOST]
    return tuple(Found(Kind(kind), since.replace(day=1)) for kind, since in told)


def _applications(workspace: Workspace) -> Any:
    kept = Application.objects.of(workspace)
    return kept.filter(opportunity__removed_at=None, opportunity__same_as=None)


READ: dict[ConsentItem, Callable[[Participant, datetime], Shown]] = {
    ConsentItem.TARGET: _aims,
    ConsentItem.PROGRESS: _effort,
    ConsentItem.STORY: _story,
    ConsentItem.PRACTICE: _practice,
    ConsentItem.OPENINGS: _openings,
    ConsentItem.PLAN: _plan,
    ConsentItem.OUTCOME: _outcome,
}
