"""Times offered, with the message that names them lying ready."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.meeting import offer_times
from askwell.interviews.actions.pages import open_page
from askwell.interviews.models import Interview
from askwell.interviews.queries.offering import Link, can_reply, offer_text
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.interviews.rules.offers import with_link
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.choices import MeetingBy, MessageKind, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import text_of
from askwell.outreach.queries.write import write_page


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
    link: Link | None = None,
) -> tuple[Interview, bool]:
    """Keep the offer (see `offer_times`) and put its text into the draft where a reply is possible.

    `own` is the seeker's zone. With `link` (it makes an address of a token) they also get a page on which to pick one
    of the times; then the link alone comes into a draft that is no reply, or in the seeker's own words. The second
    value says whether the draft holds it all; without a link a draft in the seeker's own words is left alone. Raises
    NoTimesError, DoNotContactError, Person.DoesNotExist.
    """
    interview = offer_times(workspace=workspace, person_id=person_id, times=times, minutes=minutes, by=by, now=now)
    if link is None:
        return interview, _draft(interview, own, now, "")
    page = open_page(workspace=workspace, interview_id=interview.pk, now=now)
    address = link(row_token(BOOKING, page, page.number))
    return interview, _draft(interview, own, now, address) or _link_alone(interview, address, now)


def _draft(interview: Interview, own: str, now: datetime, address: str) -> bool:
    workspace, thread = interview.workspace, interview.thread
    if not can_reply(thread):
        return False
    draft = Message.objects.of(workspace).filter(thread=thread, state=MessageState.DRAFT).first()
    if draft and draft.body and (draft.kind != MessageKind.REPLY or text_of(draft).edited):
        return False
    text = offer_text(interview, own=own, now=now, link=address)
    version = draft.version if draft else 0
    save_draft(workspace=workspace, person_id=interview.person_id, version=version, text=text, now=now)
    return True


def _link_alone(interview: Interview, address: str, now: datetime) -> bool:
    """The link before the closing of what lies there, or would: false where there are no words yet to put it into."""
    page = write_page(interview.workspace, interview.person_id, now)
    if not page.kinds or not page.text.body.strip():
        return False
    body = with_link(page.text.body, address, page.text.language)
    text = replace(page.text, body=body, edited=True, editor="")
    save_draft(workspace=interview.workspace, person_id=interview.person_id, version=page.version, text=text, now=now)
    return True
