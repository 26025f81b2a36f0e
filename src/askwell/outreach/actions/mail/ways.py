"""Where an outgoing mail is, stored so that of two who move it at once one gets nothing."""

from dataclasses import asdict
from typing import Any

from askwell.outreach.choices import DispatchState, MessageState
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.rules.mail import sending
from askwell.outreach.rules.mail.sending import NotNowError, Way
from askwell.protocols.mail.servers import Trouble

OVER = (DispatchState.FAILED, DispatchState.CANCELLED)


def way_of(dispatch: Dispatch) -> Way:
    return Way(
        state=DispatchState(dispatch.state),
        due_at=dispatch.due_at,
        began_at=dispatch.began_at,
        handed_at=dispatch.handed_at,
        sent_at=dispatch.sent_at,
        tries=dispatch.tries,
        trouble=Trouble(dispatch.trouble) if dispatch.trouble else None,
    )


def step(dispatch: Dispatch, after: Way, **more: Any) -> bool:
    """Store `after`, and `more` columns, if the row still stands as `dispatch` says; whether it did.

    One that is over lets go of its draft, which can be written on again.
    """
    columns = {**_columns(after), **more}
    if after.state in OVER:
        columns["message"] = None
    still = Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk, **_columns(way_of(dispatch)))
    if still.update(**columns) != 1:
        return False
    for name, value in columns.items():
        setattr(dispatch, name, value)
    return True


def _columns(way: Way) -> dict[str, Any]:
    return {**asdict(way), "trouble": way.trouble or ""}


def is_leaving(message: Message) -> bool:
    """Whether a draft is in the outbox: then nobody writes on it. An outgoing mail lets go of its draft when it is
    over, so a draft that has one still waits, or may have been sent."""
    return Dispatch.objects.of(message.workspace).filter(message=message).exists()


def unsure_again(message: Message) -> bool:
    """Take back that a mail was sent, where nobody but the seeker said so; whether that is the case."""
    dispatch = Dispatch.objects.of(message.workspace).get(message=message)
    try:
        return step(dispatch, sending.undecide(way_of(dispatch)))
    except NotNowError:
        return False


def withdraw(thread: Thread) -> None:
    """Call back what waits to leave on a thread. What was handed over already stays: it may have been sent."""
    for dispatch in Dispatch.objects.of(thread.workspace).filter(thread=thread, state__in=sending.OPEN):
        called_back(dispatch)


def called_back(dispatch: Dispatch) -> bool:
    """Cancel, whoever moves it meanwhile. False when it was handed over, or is over."""
    while True:
        try:
            after = sending.cancel(way_of(dispatch))
        except NotNowError:
            return False
        if step(dispatch, after):
            return True
        dispatch.refresh_from_db()


def leaving_drafts(thread: Thread) -> list[Any]:
    """Ids of the thread's drafts that may have been sent already."""
    dispatched = Dispatch.objects.of(thread.workspace).filter(thread=thread, message__state=MessageState.DRAFT)
    return list(dispatched.values_list("message", flat=True))
