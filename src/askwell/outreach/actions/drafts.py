"""A draft: begun, saved as it is typed, thrown away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import LockedDraftError, StaleEditError
from askwell.outreach.actions.mail.ways import is_leaving
from askwell.outreach.actions.threads import drop_if_bare, thread_to_write
from askwell.outreach.choices import Direction, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.drafts import DraftText, text_of


@transaction.atomic
def save_draft(*, workspace: Workspace, person_id: UUID, version: int, text: DraftText, now: datetime) -> Message:
    """Keep what was typed; `version` is that of the draft it was typed on, 0 for none yet.

    Begins a thread where there is none. Raises DoNotContactError, Person.DoesNotExist, LockedDraftError for one in
    the outbox, and StaleEditError when the draft was saved, sent or discarded elsewhere since.
    """
    thread = thread_to_write(workspace=workspace, person_id=person_id, kind=text.kind, now=now)
    draft = Message.objects.of(workspace).filter(thread=thread, state=MessageState.DRAFT).first()
    if draft and is_leaving(draft):
        raise LockedDraftError
    if (draft.version if draft else 0) != version and not _is_same_form(draft, text):
        raise StaleEditError(draft)
    draft = draft or Message(workspace=workspace, thread=thread, direction=Direction.OUT, version=0)
    for name, value in text.columns().items():
        setattr(draft, name, value)
    draft.version, draft.happened_at = draft.version + 1, now
    draft.save()
    return draft


def _is_same_form(draft: Message | None, text: DraftText) -> bool:
    return draft is not None and bool(text.editor) and draft.facts.get("editor") == text.editor


@transaction.atomic
def discard_draft(*, workspace: Workspace, message_id: UUID) -> DraftText:
    """Throw a draft away, and its thread when there is nothing else on it; `save_draft` with version 0 is the undo.

    Raises Message.DoesNotExist, and LockedDraftError for one in the outbox.
    """
    draft = Message.objects.of(workspace).select_related("thread").get(pk=message_id, state=MessageState.DRAFT)
    thread, text = draft.thread, text_of(draft)
    if is_leaving(draft):
        raise LockedDraftError
    draft.delete()
    if not Message.objects.of(workspace).filter(thread=thread).exists():
        drop_if_bare(thread)
    return text
