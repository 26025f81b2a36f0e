"""Conversations on a board and as a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Answer, Direction, FollowUpKind, LetterState, Outcome, ThreadState
from askwell.outreach.models import FollowUp, Letter, Message, Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.duties import open_now
from askwell.outreach.queries.mail.letters import waiting_in
from askwell.outreach.queries.values import Board, Card, Column, ColumnCode, Duty, Turn
from askwell.outreach.rules.ranking import REST_AFTER_SILENCE

CARDS = 12
PAGE = 50
QUOTE = 120
CARD = ("id", "person_id", *rows.PERSON, "state", "outcome", "answer", *rows.LAST, "meets_at", "meets_by")
SILENT = (ThreadState.WAITING, ThreadState.NUDGED)


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of the list; `number` counts from 1."""

    cards: list[Card]
    total: int
    number: int
    pages: int


def threads_board(workspace: Workspace, now: datetime, cards: int = CARDS) -> Board:
    """The five columns, each cut at `cards`; at most ten queries, however many threads there are."""
    columns = _columns(workspace, now)
    found = {code: list(threads[:cards].values_list(*CARD)) for code, threads in columns.items()}
    counts = _counts(workspace, now)
    built = {card.thread_id: card for card in _cards(workspace, [row for part in found.values() for row in part], now)}
    return Board(
        columns=tuple(
            Column(code, tuple(built[row[0]] for row in part), counts[code.value]) for code, part in found.items()
        ),
        moving=sum(counts[code.value] for code in ColumnCode if code is not ColumnCode.RESTING),
        closed=counts["closed"],
        drafts=counts["drafts"],
    )


def threads_list(workspace: Workspace, now: datetime, *, only: str = "", number: int = 1) -> CardPage:
    """Threads, the last moved first. `only` is a ThreadState, an Outcome, or "" for all that are open."""
    threads = _only(Thread.objects.of(workspace), only)
    total = threads.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(number, 1), pages)
    start = (number - 1) * PAGE
    found = list(threads.order_by("-moved_at", "id")[start : start + PAGE].values_list(*CARD))
    return CardPage(_cards(workspace, found, now), total, number, pages)


def _only(threads: QuerySet[Thread], only: str) -> QuerySet[Thread]:
    if only in set(Outcome):
        return threads.filter(state=ThreadState.CLOSED, outcome=only)
    if only in set(ThreadState):
        return threads.filter(state=only)
    return threads.exclude(state=ThreadState.CLOSED)


def _nudge_due(workspace: Workspace, now: datetime) -> Q:
    nudges = FollowUp.objects.of(workspace).filter(open_now(now), thread=OuterRef("pk"), kind=FollowUpKind.NUDGE)
    return Q(Exists(nudges))


def _heard(workspace: Workspace) -> Q:
    """What came waits to be looked at, or says that their message reached nobody: it is the seeker's turn."""
    letters = Letter.objects.of(workspace).filter(thread=OuterRef("pk"), state=LetterState.OPEN)
    lost = FollowUp.objects.of(workspace).filter(
        thread=OuterRef("pk"), kind=FollowUpKind.ANOTHER_WAY, done_at=None, dismissed_at=None
    )
    return Q(Exists(letters)) | Q(Exists(lost))


def _columns(workspace: Workspace, now: datetime) -> dict[ColumnCode, QuerySet[Thread]]:
    threads, due, heard = Thread.objects.of(workspace), _nudge_due(workspace, now), _heard(workspace)
    answered = Q(state=ThreadState.ANSWERED)
    rested = Q(state=ThreadState.CLOSED, outcome__in=(Outcome.SILENT, Outcome.DECLINED))
    return {
        ColumnCode.WAITING: threads.filter(~due & ~heard, state__in=SILENT).order_by("moved_at"),
        ColumnCode.NUDGE_DUE: threads.filter(due & ~heard, state__in=SILENT).order_by("moved_at"),
        ColumnCode.ANSWERED: threads.filter(answered | heard & Q(state__in=SILENT)).order_by("moved_at"),
        ColumnCode.SCHEDULED: threads.filter(state=ThreadState.SCHEDULED).order_by("meets_at"),
        ColumnCode.RESTING: threads.filter(rested, closed_at__gt=now - REST_AFTER_SILENCE).order_by("-closed_at"),
    }


def _counts(workspace: Workspace, now: datetime) -> dict[str, int]:
    silent, rested = Q(state__in=SILENT), Q(outcome__in=(Outcome.SILENT, Outcome.DECLINED))
    due, heard = _nudge_due(workspace, now), _heard(workspace)
    resting = rested & Q(closed_at__gt=now - REST_AFTER_SILENCE)
    return Thread.objects.of(workspace).aggregate(
        waiting=Count("pk", filter=silent & ~due & ~heard),
        nudge_due=Count("pk", filter=silent & due & ~heard),
        answered=Count("pk", filter=Q(state=ThreadState.ANSWERED) | silent & heard),
        scheduled=Count("pk", filter=Q(state=ThreadState.SCHEDULED)),
        resting=Count("pk", filter=resting),
        closed=Count("pk", filter=Q(state=ThreadState.CLOSED)),
        drafts=Count("pk", filter=Q(state=ThreadState.DRAFTING)),
    )


def _cards(workspace: Workspace, found: list[tuple[Any, ...]], now: datetime) -> list[Card]:
    """Four queries for any number of rows, none for none."""
    if not found:
        return []
    jobs = rows.jobs_of(workspace, {row[1] for row in found})
    duties = rows.open_duties(workspace, [row[0] for row in found], now)
    quotes = quotes_of(workspace, [row[0] for row in found])
    letters = waiting_in(workspace, [row[0] for row in found])
    return [
        _card(row, jobs, duties.get(row[0], []), quotes.get(row[0], ""), letters.get(row[0], 0), now) for row in found
    ]


def _card(
    row: tuple[Any, ...],
    jobs: dict[UUID, rows.Job],
    duties: list[Duty],
    quote: str,
    letters: int,
    now: datetime,
) -> Card:
    key, person_id, given, family, native, state, outcome, answer, *last, meets_at, meets_by = row
    return Card(
        thread_id=key,
        who=rows.who(person_id, (given, family, native), jobs),
        state=ThreadState(state),
        outcome=Outcome(outcome) if outcome else None,
        answer=Answer(answer) if answer else None,
        last=rows.last(*last),
        moved_at=last[3],
        meets_at=meets_at,
        meets_by=meets_by,
        next=next((one for one in duties if one.is_open(now)), None),
        later=next((one for one in duties if not one.is_open(now)), None),
        quote=quote,
        turn=Turn.YOURS if letters else rows.turn(ThreadState(state), answer, duties, now),
        letters=letters,
    )


def quotes_of(workspace: Workspace, thread_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The first line of what each of them last wrote, where they wrote."""
    received = Message.objects.of(workspace).filter(thread_id__in=list(thread_ids), direction=Direction.IN)
    texts = received.exclude(body="").order_by("happened_at", "number").values_list("thread_id", "body")
    return {thread_id: _beginning(body) for thread_id, body in texts}


def _beginning(body: str) -> str:
    line = next((line.strip() for line in body.splitlines() if line.strip()), "")
    return line if len(line) <= QUOTE else f"{line[:QUOTE].rstrip()}…"
