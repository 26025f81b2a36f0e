"""What the guard must know before a message goes out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.names import latin_name
from askwell.lib.times import at_local, local_day
from askwell.outreach.choices import Direction, MessageKind, MessageState, Outcome
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.queries.history import standing_of
from askwell.outreach.rules.guard import WITHIN, Sent
from askwell.outreach.rules.mail.sending import OPEN
from askwell.outreach.rules.ranking import REST_AFTER_SILENCE
from askwell.people.models import Person

NAMES = ("given_name", "family_name", "native_name", "reading", "nickname")


def names_of(person: Person) -> tuple[str, ...]:
    """Every form of the name that may stand in a text, the one for the screen first."""
    return _names(tuple(getattr(person, name) for name in NAMES))


def _names(columns: tuple[str, ...]) -> tuple[str, ...]:
    given, family, native, reading, nickname = columns
    latin = (latin_name(given, family, native), latin_name(given, family))
    forms = (*latin, native, given, family, reading, nickname, native[1:])
    return tuple(dict.fromkeys(form for form in forms if form)) or ("?",)


def sent_lately(workspace: Workspace, now: datetime) -> list[Sent]:
    """Every message that went out in the last days the guard looks at; one query."""
    columns = ("thread__person", "thread__organisation", "body", "kind", "happened_at")
    sent = Message.objects.of(workspace).filter(
        direction=Direction.OUT, state=MessageState.SENT, happened_at__gt=now - WITHIN - timedelta(hours=1)
    )
    return _sent(sent.order_by("-happened_at").values_list(*columns, *(f"thread__person__{name}" for name in NAMES)))


def going_out(workspace: Workspace, at: datetime, *, zone: str, but: UUID) -> list[Sent]:
    """What counts as sent already for a message (`but`) that goes out at `at`: what was sent lately, and the letters in
    the outbox, whenever on that day (of `zone`) they leave."""
    waiting = Dispatch.objects.of(workspace).filter(state__in=OPEN, message__isnull=False).exclude(message=but)
    near = waiting.filter(due_at__lt=at_local(local_day(at, zone) + timedelta(days=1), 0, 0, zone))
    columns = ("thread__person", "thread__organisation", "body", "message__kind", "due_at")
    leaving = _sent(near.values_list(*columns, *(f"thread__person__{name}" for name in NAMES)))
    return [*(replace(one, sent_at=min(one.sent_at, at)) for one in leaving), *sent_lately(workspace, at)]


def _sent(rows: Iterable[tuple[Any, ...]]) -> list[Sent]:
    return [
        Sent(str(person), str(employer or ""), _names(tuple(names)), body, MessageKind(kind), at)
        for person, employer, body, kind, at, *names in rows
    ]


def unanswered(workspace: Workspace, person_id: UUID, now: datetime) -> int:
    """Messages in a row without an answer, a thread let rest not long ago included: a new one is no new start."""
    threads = Thread.objects.of(workspace).filter(person=person_id).order_by("-opened_at").select_related("workspace")
    count = 0
    for thread in threads:
        if not _counts(thread, now):
            return count
        standing = standing_of(thread)
        count += standing.unanswered
        if standing.first_heard_at:
            return count
    return count


def _counts(thread: Thread, now: datetime) -> bool:
    if thread.closed_at is None:
        return True
    return thread.outcome == Outcome.SILENT and thread.closed_at > now - REST_AFTER_SILENCE
