"""A draft: begun, saved as it is typed, thrown away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions.errors import StaleEditError
from askwell.outreach.actions.threads import start_thread
from askwell.outreach.choices import Channel, Direction, MessageKind, MessageState
from askwell.outreach.models import Message, Thread

MOST = 20_000  # characters; a paste of a whole book is no message


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """What the seeker has in front of them.

    `kind` is one of the written kinds of message. `variant` says which of the ready-made texts it began
    as, `edited` whether it is still that text.
    """

    kind: MessageKind
    channel: Channel
    language: str
    body: str
    subject: str = ""
    address: str = ""
    variant: int = 0
    edited: bool = False

    def columns(self) -> dict[str, Any]:
        """As Message's fields."""
        return {
            "kind": self.kind,
            "channel": self.channel,
            "language": self.language,
            "address": clean(self.address, limit=320),
            "subject": clean(self.subject, limit=300),
            "body": clean_block(self.body, limit=MOST),
            "facts": {"variant": self.variant, "edited": self.edited},
        }


@transaction.atomic
def save_draft(*, workspace: Workspace, person_id: UUID, version: int, text: DraftText, now: datetime) -> Message:
    """Keep what was typed; `version` is that of the draft it was typed on, 0 for none yet.

    Begins a thread where there is none. Raises DoNotContactError, Person.DoesNotExist, and StaleEditError
    when the draft was saved, sent or discarded elsewhere since.
    """
    thread = start_thread(workspace=workspace, person_id=person_id, now=now)
    drafts = Message.objects.of(workspace).filter(thread=thread, state=MessageState.DRAFT)
    if version == 0:
        return _begin(thread, drafts.first(), text, now)
    changed = drafts.filter(version=version).update(**text.columns(), happened_at=now, version=F("version") + 1)
    if changed != 1:
        raise StaleEditError(drafts.first())
    return drafts.get()


def _begin(thread: Thread, begun_elsewhere: Message | None, text: DraftText, now: datetime) -> Message:
    if begun_elsewhere:
        raise StaleEditError(begun_elsewhere)
    draft = Message(workspace=thread.workspace, thread=thread, direction=Direction.OUT, happened_at=now)
    for name, value in text.columns().items():
        setattr(draft, name, value)
    draft.save(force_insert=True)
    return draft


@transaction.atomic
def discard_draft(*, workspace: Workspace, message_id: UUID) -> DraftText:
    """Throw a draft away, and its thread when there is nothing else on it; `save_draft` with version 0 is the undo.

    Raises Message.DoesNotExist.
    """
    draft = Message.objects.of(workspace).select_related("thread").get(pk=message_id, state=MessageState.DRAFT)
    thread, text = draft.thread, text_of(draft)
    draft.delete()
    if not Message.objects.of(workspace).filter(thread=thread).exists():
        thread.delete()
    return text


def text_of(draft: Message) -> DraftText:
    """A saved draft's text."""
    return DraftText(
        kind=MessageKind(draft.kind),
        channel=Channel(draft.channel),
        language=draft.language,
        body=draft.body,
        subject=draft.subject,
        address=draft.address,
        variant=draft.facts.get("variant", 0),
        edited=draft.facts.get("edited", False),
    )
