"""The seeker's own mailboxes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries.prepared import prepared_objects
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch, Mailbox, Thread
from askwell.outreach.rules.mail.letters import signed
from askwell.outreach.rules.mail.resting import needs_seeker
from askwell.protocols.mail.servers import Trouble


@dataclass(frozen=True, slots=True)
class Alert:
    """A mailbox that does not go on until its owner does something. `since`: when it began; `is_out`: mail comes in,
    and only does not leave."""

    mailbox_id: UUID
    address: str
    trouble: Trouble
    said: str
    since: datetime
    is_out: bool = False


def mailboxes(workspace: Workspace) -> QuerySet[Mailbox]:
    """Those that are connected, the usual one first."""
    return Mailbox.objects.of(workspace).filter(removed_at=None).order_by("-is_usual", "address")


def usual_mailbox(workspace: Workspace) -> Mailbox | None:
    """The one that messages leave from; None where none is connected."""
    return mailboxes(workspace).filter(is_usual=True).first()


def mailbox_of(thread: Thread) -> Mailbox | None:
    """The one that a conversation goes on from: where its last mail left from, else the usual one; None where none is
    connected."""
    left = Dispatch.objects.of(thread.workspace).filter(thread=thread, mailbox__removed_at=None)
    left = left.exclude(state__in=(DispatchState.CANCELLED, DispatchState.FAILED)).select_related("mailbox__workspace")
    last = left.order_by("-asked_at", "-id").first()
    return last.mailbox if last else usual_mailbox(thread.workspace)


def mailboxes_of(thread_id: UUID, workspace: Workspace) -> QuerySet[Mailbox]:
    """Those that are connected and that a mail of this conversation left from: an answer may lie in each."""
    own = mailboxes(workspace).filter(dispatches__thread=thread_id).select_related("workspace")
    return own.distinct()


def signed_by(mailbox: Mailbox, profile: Profile, body: str) -> str:
    """A text as it leaves from there: with the signature below it, unless it is signed already."""
    return signed(body, mailbox.signature, (mailbox.name, profile.name, profile.native_name))


def text_of(dispatch: Dispatch, profile: Profile) -> str:
    """What a mail says as it leaves: with the signature below it, unless it is a reminder to the seeker themself."""
    if dispatch.purpose == Purpose.REMINDER:
        return dispatch.body
    return signed_by(dispatch.mailbox, profile, dispatch.body)


def mailbox_alerts(workspace: Workspace, now: datetime) -> list[Alert]:
    """One for each mailbox whose owner has to do something, however often it was tried since. One query."""
    told = (_alert(mailbox, now) for mailbox in _troubled(workspace))
    return [alert for alert in told if alert]


@prepared_objects
def _troubled(workspace: Workspace) -> "QuerySet[Mailbox]":
    return mailboxes(workspace).exclude(trouble="", out_trouble="")


def _alert(mailbox: Mailbox, now: datetime) -> Alert | None:
    """Of its two sides the first that needs the seeker; where mail comes in before where it leaves."""
    sides = (
        (mailbox.trouble, mailbox.trouble_said, mailbox.trouble_at, False),
        (mailbox.out_trouble, mailbox.out_trouble_said, mailbox.out_trouble_at, True),
    )
    for trouble, said, since, is_out in sides:
        if trouble and since and needs_seeker(Trouble(trouble), since, now):
            return Alert(mailbox.pk, mailbox.address, Trouble(trouble), said, since, is_out)
    return None
