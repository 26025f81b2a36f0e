"""A draft as text."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from askwell.lib.text import clean, clean_block
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Message

MOST = 20_000  # characters; a paste of a whole book is no message


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """What the seeker has in front of them.

    `kind` is one of the written kinds of message. `variant` says which of the ready-made texts it began
    as, `edited` whether it is no longer that text. `editor` names the open form it was typed in, so that a
    form which saves as one types is not taken for two. `template` is the seeker's own one that it began as. `dismissed`
    are the codes of remarks that the seeker has read and does not want to see again on this draft.
    """

    kind: MessageKind
    channel: Channel
    language: str
    body: str
    subject: str = ""
    address: str = ""
    variant: int = 0
    edited: bool = False
    editor: str = ""
    template: UUID | None = None
    dismissed: tuple[str, ...] = ()

    def columns(self) -> dict[str, Any]:
        """As Message's fields."""
        return {
            "kind": self.kind,
            "channel": self.channel,
            "language": self.language,
            "address": clean(self.address, limit=320),
            "subject": clean(self.subject, limit=300),
            "body": clean_block(self.body, limit=MOST),
            "template_id": self.template,
            "facts": {
                "variant": self.variant,
                "edited": self.edited,
                "editor": self.editor,
                "dismissed": list(self.dismissed),
            },
        }


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
        template=draft.template_id,
        dismissed=tuple(draft.facts.get("dismissed", ())),
    )
