"""A mail left, or will not: what follows on its conversation."""

from datetime import datetime

from django.db import transaction

from askwell.outreach.actions.mail.ways import step
from askwell.outreach.actions.sending import enter_sent
from askwell.outreach.actions.threads import locked
from askwell.outreach.choices import DispatchState, MessageKind
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.rules.mail.sending import Way
from askwell.outreach.rules.threads import ImpossibleMove


@transaction.atomic
def store(dispatch: Dispatch, after: Way, *, now: datetime, said: str = "") -> bool:
    """Store `after` (see `ways.step`), with the server's own words; a letter that was sent enters its thread at the
    moment it was handed over. False, and nothing written, when somebody else moved it meanwhile."""
    message, handed_at = dispatch.message, dispatch.handed_at
    if not step(dispatch, after, trouble_said=said[:300]):
        return False
    if after.state is DispatchState.SENT and message is not None:
        _enter(message, dispatch.seen_as or dispatch.mail_id, handed_at or now, now)
    return True


def _enter(draft: Message, mail_id: str, at: datetime, now: datetime) -> None:
    """Whatever happened meanwhile, what left stands on the timeline; if it fits no history any more, as a note."""
    thread = locked(draft.workspace, draft.thread_id)
    try:
        with transaction.atomic():
            enter_sent(thread, draft, at=at, mail_id=mail_id, now=now)
    except ImpossibleMove:
        thread = Thread.objects.of(draft.workspace).select_related("person", "workspace").get(pk=thread.pk)
        draft.kind = MessageKind.NOTE
        enter_sent(thread, draft, at=at, mail_id=mail_id, now=now)
