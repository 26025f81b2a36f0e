"""Where it stands with people, for list pages and their filters."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.outreach.choices import Answer, Outcome, ThreadState
from askwell.outreach.models import Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Stage, StageCode

COLUMNS = ("person_id", "id", "state", "outcome", "answer", "meets_at", "meets_by", *rows.LAST)


@prepared
def _threads(workspace: Workspace, person_ids: tuple[UUID, ...]) -> "QuerySet[Thread, Any]":
    threads = Thread.objects.of(workspace).filter(person_id__in=person_ids)
    return threads.order_by("opened_at", "id").values_list(*COLUMNS)


def where_it_stands(workspace: Workspace, person_ids: Iterable[UUID], now: datetime) -> dict[UUID, Stage]:
    """The stage of each person with a thread, after their newest one; two queries. Others are absent."""
    newest = {row[0]: row[1:] for row in _threads(workspace, tuple(person_ids))}
    duties = rows.open_duties(workspace, [row[0] for row in newest.values()], now) if newest else {}
    stages = {}
    for person_id, (thread_id, state, outcome, answer, meets_at, meets_by, *last) in newest.items():
        own = duties.get(thread_id, [])
        stages[person_id] = Stage(
            code=rows.stage_code(ThreadState(state), outcome),
            turn=rows.turn(ThreadState(state), answer, own, now),
            thread_id=thread_id,
            last=rows.last(*last),
            answer=Answer(answer) if answer else None,
            meets_at=meets_at,
            meets_by=meets_by,
            next=own[0] if own else None,
        )
    return stages


def at_stage(workspace: Workspace, code: StageCode) -> QuerySet[Thread, UUID]:
    """Ids of the persons whose newest thread is at this stage, for `PeopleFilter.only`.

    For NOT_WRITTEN pass `in_touch` as `PeopleFilter.without` instead.
    """
    newer = Thread.objects.of(workspace).filter(person=OuterRef("person"), opened_at__gt=OuterRef("opened_at"))
    newest = Thread.objects.of(workspace).filter(~Exists(newer))
    closed = Q(state=ThreadState.CLOSED, outcome=code.value)
    here = newest.filter(closed if code.value in set(Outcome) else Q(state=code.value))
    return here.values_list("person_id", flat=True)


def in_touch(workspace: Workspace) -> QuerySet[Thread, UUID]:
    """Ids of the persons with anything on a timeline."""
    return Thread.objects.of(workspace).exclude(last_kind="").values_list("person_id", flat=True)


def persons_with_threads(workspace: Workspace, person_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these persons outreach still needs."""
    threads = Thread.objects.of(workspace).filter(person_id__in=list(person_ids))
    return set(threads.values_list("person_id", flat=True))
