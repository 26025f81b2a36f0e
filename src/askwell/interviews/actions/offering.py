"""Times offered, with the message that names them lying ready."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.models import Interview
from askwell.interviews.queries.offering import can_reply, offer_text
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.choices import MeetingBy, MessageKind, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import text_of


@transaction.atomic
def offer_in_writing(
    *,
    workspace: Workspace,
    person_id: UUID,
    times: Sequence[datetime],
    minutes: int,
    by: MeetingBy,
    own: str,
    now: datetime,
) -> tuple[Interview, bool]:
    """Keep the offer (see `offer_times`) and, where a reply is possible, put its text into the draft.

    `own` is the seeker's zone. The second value says whether the draft holds the times: a draft in the
    seeker's own words is left alone. Raises NoTimesError, DoNotContactError, Person.DoesNotExist.
    """
    interview = offer_times(workspace=workspace, person_id=person_id, times=times, minutes=minutes, by=by, now=now)
    return interview, _draft(interview, own, now)


def _draft(interview: Interview, own: str, now: datetime) -> bool:
    workspace, thread = interview.workspace, interview.thread
    if not can_reply(thread):
        return False
    draft = Message.objects.of(workspace).filter(thread=thread, state=MessageState.DRAFT).first()
    if draft and draft.body and (draft.kind != MessageKind.REPLY or text_of(draft).edited):
        return False
    text = offer_text(interview, own=own, now=now)
    version = draft.version if draft else 0
    save_draft(workspace=workspace, person_id=interview.person_id, version=version, text=text, now=now)
    return True
