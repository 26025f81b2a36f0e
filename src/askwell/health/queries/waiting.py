"""What waits, of everybody together: numbers only, nothing of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, F, Min, Model, Q, QuerySet, When
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from askwell.health.models import Worker
from askwell.opportunities.choices import IntakeState
from askwell.opportunities.models import Intake
from askwell.outreach.choices import SERVERS, DispatchState
from askwell.outreach.models import Dispatch, Mailbox
from askwell.people.choices import ImportState, ScanState
from askwell.people.models import CardScan, Import
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile
from askwell.practice.choices import RecordingState
from askwell.practice.models import Recording
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Round

UNFINISHED: Mapping[str, tuple[type[Model], tuple[str, ...]]] = {
    "import": (Import, (ImportState.READING, ImportState.APPLYING, ImportState.UNDOING)),
    "card": (CardScan, (ScanState.READING,)),
    "resume": (StoryFile, (FileState.READING,)),
    "posting": (Intake, (IntakeState.READING,)),
    "recording": (Recording, (RecordingState.WAITING,)),
    "round": (Round, (RoundState.SOLVING,)),
}
ON_ITS_WAY = (DispatchState.WAITING, DispatchState.SENDING, DispatchState.UNSURE, DispatchState.FAILED)


@dataclass(frozen=True, slots=True)
class Queue:
    """Tasks that may begin: how many, and for how many seconds the first has waited."""

    name: str
    length: int
    oldest: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a look at the database says."""

    queues: list[Queue]
    failed_tasks: int
    outbox: dict[str, int]
    mailboxes: int
    mailboxes_in_trouble: dict[str, int]
    unfinished: dict[str, int]
    workers: dict[str, float]
    """Seconds since the last sign of life, by the worker's id."""


def waiting(now: datetime) -> Waiting:
    """All of it, of every workspace."""
    connected = Mailbox._base_manager.filter(removed_at=None)  # of every workspace, as all below
    return Waiting(
        queues=_queues(now),
        failed_tasks=DBTaskResult.objects.failed().count(),
        outbox=_outbox(),
        mailboxes=connected.count(),
        mailboxes_in_trouble=_in_trouble(connected),
        unfinished={
            name: model._base_manager.filter(state__in=states).count() for name, (model, states) in UNFINISHED.items()
        },
        workers={str(key): (now - seen).total_seconds() for key, seen in Worker.objects.values_list("pk", "seen_at")},
    )


def _queues(now: datetime) -> list[Queue]:
    since = Case(When(run_after__lte=now, then=F("run_after")), default=F("enqueued_at"))  # "at once" is the year 9999
    may_begin = Q(run_after__lte=now) | Q(run_after=get_date_max())
    ready = DBTaskResult.objects.filter(may_begin, status=TaskResultStatus.READY).order_by()
    found = ready.values_list("queue_name").annotate(length=Count("pk"), oldest=Min(since))
    counted = {name: Queue(name, length, max((now - oldest).total_seconds(), 0)) for name, length, oldest in found}
    return [counted.get(name, Queue(name, 0, 0)) for name in ("default", SERVERS)]


def _outbox() -> dict[str, int]:
    moving = Dispatch._base_manager.filter(state__in=ON_ITS_WAY).values_list("state").annotate(Count("pk"))
    return dict.fromkeys(map(str, ON_ITS_WAY), 0) | dict(moving)


def _in_trouble(connected: QuerySet[Mailbox]) -> dict[str, int]:
    """By the way that is troubled; a mailbox may be in trouble on both."""
    ways = {"in": ~Q(trouble=""), "out": ~Q(out_trouble="")}
    return {way: connected.filter(troubled).count() for way, troubled in ways.items()}
