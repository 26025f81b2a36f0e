"""A programme asks for the seeker: the first message of a thread that the seeker did not write."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.entries import let_rest
from askwell.outreach.actions.threads import Happening, discard_draft, locked, put, start_thread
from askwell.outreach.choices import Channel, Direction, MessageKind, MessageState, ThreadState
from askwell.outreach.models import Message, Thread


@transaction.atomic
def ask_through_programme(
    *,
    workspace: Workspace,
    person_id: UUID,
    programme: str,
    seeker: tuple[str, str],
    subject: str,
    text: str,
    language: str,
    now: datetime,
) -> Thread:
    """Put on the timeline that the programme asked for a talk, in these words, and how it named the `seeker` there (in
    Latin letters and in Chinese). A conversation from before that led to nothing rests; a draft that was begun is
    discarded. It cannot be taken back.

    Raises as `start_thread`, and ImpossibleMove where a time is agreed already.
    """
    thread = start_thread(workspace=workspace, person_id=person_id, now=now)
    if thread.state != ThreadState.DRAFTING:
        let_rest(workspace=workspace, thread_id=thread.pk, now=now)
        thread = start_thread(workspace=workspace, person_id=person_id, now=now)
    held = locked(workspace, thread.pk)
    discard_draft(held)
    entry = put(
        thread=held,
        what=Happening(
            kind=MessageKind.FIRST, at=now, channel=Channel.EMAIL, direction=Direction.OUT, state=MessageState.SENT,
            text=text, facts={"programme": programme, "seeker": list(seeker)},
        ),
        now=now,
    )  # fmt: skip
    Message.objects.of(workspace).filter(pk=entry.pk).update(language=language, subject=subject[:300])
    return held
