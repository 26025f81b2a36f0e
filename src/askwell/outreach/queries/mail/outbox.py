"""What is on its way out, as pages show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.accounts.queries.prepared import prepared_count
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.queries.mail.mailboxes import text_of
from askwell.outreach.queries.values import Who
from askwell.outreach.rules.followups import Recipient
from askwell.outreach.rules.mail.sending import OPEN
from askwell.outreach.rules.mail.spreading import APART, apart
from askwell.protocols.mail.servers import Trouble

COLUMNS = (
    "id", "state", "purpose", "thread", "message", "to", "subject", "body", "due_at", "handed_at", "sent_at", "tries",
    "trouble", "trouble_said", "thread__person", "thread__person__given_name", "thread__person__family_name",
    "thread__person__native_name", "thread__person__time_zone", "mailbox__removed_at",
)  # fmt: skip
MOST = 50


@dataclass(frozen=True, slots=True)
class Leaving:
    """One mail. `who`: the person of its thread, None for a reminder; `said`: the server's own words;
    `is_stranded`: the mailbox that it was to leave from is disconnected; `zone`: the reader's, empty if not known."""

    id: UUID
    state: DispatchState
    purpose: Purpose
    thread_id: UUID | None
    message_id: UUID | None
    to: str
    subject: str
    body: str
    due_at: datetime
    handed_at: datetime | None
    sent_at: datetime | None
    tries: int
    trouble: Trouble | None
    said: str
    who: Who | None
    is_stranded: bool = False
    zone: str = ""

    @property
    def is_letter(self) -> bool:
        return self.purpose is Purpose.LETTER


@dataclass(frozen=True, slots=True)
class Outbox:
    """What `waits` to leave (or is leaving), what is `unsure`, what `failed`, what left lately; each at most MOST."""

    waits: list[Leaving]
    unsure: list[Leaving]
    failed: list[Leaving]
    sent: list[Leaving]

    @property
    def is_empty(self) -> bool:
        return not (self.waits or self.unsure or self.failed or self.sent)


def outbox(workspace: Workspace) -> Outbox:
    """The whole outbox, the soonest first, the last sent first; two queries."""
    there = _dispatches(workspace).filter(state__in=(*OPEN, DispatchState.FAILED)).order_by("due_at", "id")
    sent = _dispatches(workspace).filter(state=DispatchState.SENT).order_by("-sent_at", "-id")
    rows = [_leaving(row) for row in there[: 3 * MOST]]
    return Outbox(
        waits=[row for row in rows if row.state in (DispatchState.WAITING, DispatchState.SENDING)][:MOST],
        unsure=[row for row in rows if row.state is DispatchState.UNSURE][:MOST],
        failed=[row for row in rows if row.state is DispatchState.FAILED][:MOST],
        sent=[_leaving(row) for row in sent[:20]],
    )


def count_stuck(workspace: Workspace) -> int:
    """How many mails wait for the seeker: unsure, or not sent."""
    return _stuck(workspace)


@prepared_count
def _stuck(workspace: Workspace) -> "QuerySet[Dispatch]":
    return Dispatch.objects.of(workspace).filter(state__in=(DispatchState.UNSURE, DispatchState.FAILED))


def leaving(workspace: Workspace, dispatch_id: UUID) -> Leaving:
    """One mail of the outbox. Raises Dispatch.DoesNotExist."""
    return _leaving(_dispatches(workspace).get(pk=dispatch_id))


def leaving_of(workspace: Workspace, thread_id: UUID) -> Leaving | None:
    """The letter of a thread that waits to leave, or whose last try to leave failed."""
    letters = _dispatches(workspace).filter(thread=thread_id, purpose=Purpose.LETTER).order_by("-asked_at", "-id")
    last = letters.first()
    found = _leaving(last) if last else None
    return found if found and found.state in (*OPEN, DispatchState.FAILED) else None


def whole_text(workspace: Workspace, dispatch_id: UUID) -> str:
    """What one mail says, word by word, the signature included where it has one. Raises Dispatch.DoesNotExist."""
    dispatch = Dispatch.objects.of(workspace).select_related("mailbox").get(pk=dispatch_id)
    return text_of(dispatch, profile_of(workspace))


def free_moment(mailbox: Mailbox, at: datetime, to: Recipient) -> datetime:
    """When a letter that the seeker put at `at` leaves: some minutes apart from all that wait to leave from there."""
    return apart(at, waiting_from(mailbox, at - APART), zone=to.zone, region=to.region)


def waiting_from(mailbox: Mailbox, moment: datetime) -> list[datetime]:
    """The moments after this one at which something waits to leave from there."""
    waiting = Dispatch.objects.of(mailbox.workspace).filter(mailbox=mailbox, state=DispatchState.WAITING)
    return list(waiting.filter(due_at__gt=moment).values_list("due_at", flat=True))


def _dispatches(workspace: Workspace) -> "QuerySet[Dispatch, Any]":
    return Dispatch.objects.of(workspace).values_list(*COLUMNS)


def _leaving(columns: tuple[Any, ...]) -> Leaving:
    *row, zone, removed = columns
    (key, state, purpose, thread, message, to, subject, body, due, handed, sent, tries, trouble, said, *person) = row
    return Leaving(
        key, DispatchState(state), Purpose(purpose), thread, message, to, subject, body, due, handed, sent, tries,
        Trouble(trouble) if trouble else None, said, Who(*person) if person[0] else None, removed is not None,
        zone or "",
    )  # fmt: skip
