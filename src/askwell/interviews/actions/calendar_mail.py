"""A calendar goes out by mail: put into the outbox with what it says kept, and called back while it waits there."""

from datetime import datetime, timedelta

from askwell.interviews.models import CalendarWord, Interview
from askwell.outreach.actions.mail.outbox import cancel_dispatch, queue_mail
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.rules.mail.sending import NotNowError
from askwell.protocols.calendar import Event, Method, Party, read_calendar, write_invitation

GRACE = timedelta(minutes=1)
"""Until it leaves, so that an undo is quicker than the mail."""


def put_out(
    interview: Interview,
    mailbox: Mailbox,
    event: Event,
    *,
    method: Method,
    to: Party,
    subject: str,
    body: str,
    useless_after: datetime | None,
    now: datetime,
) -> None:
    """Raises UnknownAddressError, DoNotContactError, NotWritable."""
    workspace, data = interview.workspace, write_invitation(event, method=method, now=now).decode()
    dispatch = queue_mail(
        workspace=workspace,
        purpose=Purpose.INVITATION,
        thread_id=interview.thread_id,
        to=to.email,
        to_name=to.name,
        subject=subject,
        body=body,
        calendar=data,
        method=method,
        at=now + GRACE,
        useless_after=useless_after,
        now=now,
    )
    CalendarWord.objects.create(
        workspace=workspace, interview=interview, is_ours=True, dispatch=dispatch, sender=mailbox.address.lower(),
        data=data, said_at=now,
    )  # fmt: skip


def take_back_waiting(interview: Interview, *, uid: str = "") -> bool:
    """Call back what has not left yet, with `uid` only of that event; it was never said then. Whether there was
    anything."""
    workspace, called_back = interview.workspace, False
    waiting = Dispatch.objects.of(workspace).filter(
        thread=interview.thread_id, purpose=Purpose.INVITATION, state=DispatchState.WAITING
    )
    for key, data in waiting.values_list("pk", "calendar"):
        if uid and uid not in (event.uid for event in read_calendar(data.encode(), zone="UTC").events):
            continue
        try:
            cancel_dispatch(workspace=workspace, dispatch_id=key)
        except NotNowError:
            continue  # a worker was quicker
        CalendarWord.objects.of(workspace).filter(interview=interview, dispatch=key).delete()
        called_back = True
    return called_back
