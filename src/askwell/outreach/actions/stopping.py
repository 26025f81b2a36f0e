"""What follows on threads when a person asks not to be contacted, wherever that was said."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.threads import Happening, discard_draft, locked, put, undo_entry
from askwell.outreach.choices import Channel, MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread


@transaction.atomic
def close_threads(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Close the open thread as stopped and discard its draft; closed threads lose theirs as well."""
    for thread in Thread.objects.of(workspace).filter(person=person_id):
        held = locked(workspace, thread.pk)
        discard_draft(held)
        if held.state != ThreadState.CLOSED:
            what = Happening(kind=MessageKind.STOPPED, channel=Channel(held.last_channel or Channel.EMAIL), at=now)
            put(thread=held, what=what, now=now)


@transaction.atomic
def reopen_threads(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Take `close_threads` back where nothing was recorded since and no other thread is open. What they said
    themselves stays said."""
    if Thread.objects.of(workspace).filter(person=person_id).exclude(state=ThreadState.CLOSED).exists():
        return
    stopped = Thread.objects.of(workspace).filter(person=person_id, outcome=Outcome.STOPPED)
    for thread in stopped.order_by("-opened_at")[:1]:
        last = Message.objects.of(workspace).filter(thread=thread, number__isnull=False).order_by("-number").first()
        if last and last.kind == MessageKind.STOPPED:
            undo_entry(workspace=workspace, message_id=last.pk, now=now)
