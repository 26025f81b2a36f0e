"""Letters that were kept, with what they are taken to mean."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared_count, prepared_objects
from askwell.lib.text import fold
from askwell.outreach.choices import LetterKind, LetterState, MessageState, Outcome, ThreadState
from askwell.outreach.models import Letter, Message, Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.history import recipient_of, replay
from askwell.outreach.queries.values import Who
from askwell.outreach.rules.mail.proposing import Proposal, passed_on, proposed

MOST_SHOWN = 3
_QUOTE = 400


@dataclass(frozen=True, slots=True)
class LetterPage:
    """One letter with its proposal. `thread_id` is the conversation it counts for now: where its own was joined with
    another, that one. `is_sure`: it answers a mail of the seeker's, from the address that this one went to. `zone` is
    the writer's. `fails`: why a message did not arrive, and where; `passed_on`: where, if it never went there.
    `answers`: it names the id of a mail of the seeker's, and is not from where that went. `meets_by`: how they meet,
    where that is agreed."""

    id: UUID
    thread_id: UUID
    who: Who
    kind: LetterKind
    state: LetterState
    sender: str
    sender_name: str
    subject: str
    text: str
    whole: str
    is_sure: bool
    written_at: datetime
    proposal: Proposal
    zone: str
    fails: tuple[str, str] = ("", "")
    passed_on: str = ""
    answers: bool = False
    entry: UUID | None = None
    meets_by: str = ""

    @property
    def is_open(self) -> bool:
        return self.state is LetterState.OPEN

    @property
    def quote(self) -> str:
        """The beginning of what they wrote, for a card."""
        return self.text if len(self.text) <= _QUOTE else self.text[:_QUOTE].rsplit(" ", 1)[0] + "…"

    @property
    def has_more(self) -> bool:
        """Whether the whole mail says more than is shown."""
        return fold(self.whole) != fold(self.text)


def letter_page(workspace: Workspace, letter_id: UUID, now: datetime) -> LetterPage:
    """Raises Letter.DoesNotExist."""
    return _pages(workspace, [_with_threads(workspace).get(pk=letter_id)], now)[0]


def open_letters(workspace: Workspace, now: datetime, limit: int = MOST_SHOWN) -> list[LetterPage]:
    """What waits to be understood, the latest first; one query where nothing does, else three (four where
    conversations were joined)."""
    return _pages(workspace, _waiting(workspace, limit), now)


@prepared_objects
def _waiting(workspace: Workspace, limit: int) -> "QuerySet[Letter]":
    return _with_threads(workspace).filter(_waits()).order_by("-written_at", "-id")[:limit]


def count_letters(workspace: Workspace) -> int:
    """How many wait."""
    return _all_waiting(workspace)


@prepared_count
def _all_waiting(workspace: Workspace) -> "QuerySet[Letter]":
    return Letter.objects.of(workspace).filter(_waits())


def waiting_in(workspace: Workspace, thread_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many letters wait in each of these conversations that has any."""
    waiting = Letter.objects.of(workspace).filter(_waits(), thread__in=list(thread_ids))
    return dict(waiting.values_list("thread").annotate(Count("pk")))


def letters_of(workspace: Workspace, thread_id: UUID, now: datetime) -> list[LetterPage]:
    """What waits on this conversation, the latest first, also from those that were joined with it; one query where
    nothing does."""
    own = Q(thread=thread_id)
    person = Thread.objects.of(workspace).filter(pk=thread_id).values("person")
    joined = Q(thread__outcome=Outcome.JOINED, thread__person__in=person)
    waiting = _with_threads(workspace).filter(own | joined, _waits()).order_by("-written_at", "-id")
    return _pages(workspace, waiting[:20], now)


def letters_from(workspace: Workspace, person_id: UUID, now: datetime) -> list[LetterPage]:
    """What waits to be understood from this person, the latest first; one query where nothing does."""
    waiting = _with_threads(workspace).filter(_waits(), thread__person=person_id).order_by("-written_at", "-id")
    return _pages(workspace, waiting[:MOST_SHOWN], now)


def letters_behind(workspace: Workspace, entries: Iterable[UUID]) -> dict[UUID, UUID]:
    """The letters that entries of a timeline were made of."""
    found = Letter.objects.of(workspace).filter(entry__in=list(entries)).values_list("entry_id", "id")
    return {entry: letter for entry, letter in found if entry}


def thread_for(letter: Letter) -> Thread:
    """The conversation that a letter counts for: its own, or where that was joined with another, the person's open
    one, else their latest."""
    return _counting([letter])[letter.pk]


def _counting(letters: Sequence[Letter]) -> dict[UUID, Thread]:
    """Of each letter the conversation that it counts for."""
    joined = {one.thread.person_id for one in letters if one.thread.outcome == Outcome.JOINED}
    latest: dict[UUID, Thread] = {}
    if joined:
        others = Thread.objects.of(letters[0].workspace).filter(person__in=joined).exclude(outcome=Outcome.JOINED)
        for thread in sorted(others.select_related("person"), key=_oldest_and_closed_first):
            latest[thread.person_id] = thread
    return {one.pk: latest.get(one.thread.person_id, one.thread) for one in letters}


def _oldest_and_closed_first(thread: Thread) -> tuple[bool, datetime]:
    return thread.state != ThreadState.CLOSED, thread.opened_at


def _waits() -> Q:
    return Q(state=LetterState.OPEN)


def _with_threads(workspace: Workspace) -> "QuerySet[Letter]":
    return Letter.objects.of(workspace).select_related("thread__person", "workspace")


def _pages(workspace: Workspace, wanted: Iterable[Letter], now: datetime) -> list[LetterPage]:
    letters = list(wanted)
    if not letters:
        return []
    threads = _counting(letters)
    jobs = rows.jobs_of(workspace, {thread.person_id for thread in threads.values()})
    past: dict[UUID, list[Message]] = defaultdict(list)
    entries = Message.objects.of(workspace).filter(thread__in={thread.pk for thread in threads.values()})
    for entry in entries.exclude(state=MessageState.DRAFT).order_by("happened_at", "number"):
        past[entry.thread_id].append(entry)
    return [_page(letter, threads[letter.pk], past[threads[letter.pk].pk], jobs, now) for letter in letters]


def _page(letter: Letter, thread: Thread, past: list[Message], jobs: dict[UUID, rows.Job], now: datetime) -> LetterPage:
    person, zone = thread.person, recipient_of(thread.person).zone
    kind, bounce = LetterKind(letter.kind), letter.reading.get("bounce", {})
    before = takewhile(lambda entry: entry.pk != letter.entry_id, past)
    return LetterPage(
        id=letter.pk,
        thread_id=thread.pk,
        who=rows.who(person.pk, (person.given_name, person.family_name, person.native_name), jobs),
        kind=kind,
        state=LetterState(letter.state),
        sender=letter.sender,
        sender_name=letter.sender_name,
        subject=letter.subject,
        text=letter.text,
        whole=letter.whole,
        is_sure=letter.is_sure,
        written_at=letter.written_at,
        proposal=proposed(kind, letter.reading, zone=zone, standing=replay(before).standing, now=now),
        zone=zone,
        fails=(bounce.get("kind", ""), bounce.get("address", "")),
        passed_on=passed_on(kind, letter.reading, is_sure=letter.is_sure),
        entry=letter.entry_id,
        answers=bool(letter.reading.get("answers")),
        meets_by=thread.meets_by,
    )
