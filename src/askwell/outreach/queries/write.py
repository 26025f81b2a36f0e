"""Everything the write page shows: whom the message goes to, what it says, and what follows if they are silent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.times import good_hour
from askwell.outreach.choices import Answer, Channel, MessageKind, MessageState, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.composing import composed
from askwell.outreach.queries.correspondent import Correspondent, correspondent
from askwell.outreach.queries.counts import expectation
from askwell.outreach.queries.drafts import DraftText, text_of
from askwell.outreach.queries.history import entries_of, recipient_of, replay
from askwell.outreach.queries.values import Opener
from askwell.outreach.rules.followups import Recipient, SilencePlan, silence_plan
from askwell.outreach.rules.silence import Expectation, expected_silence
from askwell.outreach.rules.threads import Standing, offers

LANGUAGES = ("en", "zh-Hans", "fr")
WRITTEN = (MessageKind.FIRST, MessageKind.NUDGE, MessageKind.REPLY, MessageKind.AGAIN, MessageKind.THANKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the seeker asked for; None and "" where they leave it to us."""

    kind: MessageKind | None = None
    channel: Channel | None = None
    language: str = ""
    variant: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """`version` is that of the saved draft, 0 for a text that is not saved yet; `kinds` what may be written now
    (nothing: the page says why instead); `they_said` the last words of theirs that this answers. `waits` is the
    kind that was asked for while a draft of another kind, in the seeker's own words, is not sent yet."""

    to: Correspondent
    thread: Thread | None
    standing: Standing
    kinds: tuple[MessageKind, ...]
    text: DraftText
    version: int
    draft_id: UUID | None
    voicemail: str
    waits: MessageKind | None
    they_said: str
    recipient: Recipient
    plan: SilencePlan
    good_hour: datetime
    counts: Opener
    expected: Expectation


def write_page(
    workspace: Workspace, person_id: UUID, now: datetime, wish: Wish | None = None, *, saved: bool = True
) -> WritePage:
    """The saved draft (unless `saved` is off), else a text composed as wished. Raises Person.DoesNotExist.

    A draft of another kind than the one asked for gives way while nobody changed its words.
    """
    wish = wish or Wish()
    to = correspondent(workspace, person_id, now)
    entries = entries_of(to.thread) if to.thread else []
    standing = replay(entries).standing
    kinds = may_write(standing)
    kind = wish.kind if wish.kind in kinds else usual_kind(standing)
    draft = _saved(to.thread) if saved else None
    wanted = wish.kind if draft and wish.kind in kinds and wish.kind != draft.kind else None
    is_own = draft is not None and text_of(draft).edited
    text, voicemail = _wished(to, kind, wish, entries)
    recipient = recipient_of(to.person)
    counts = expectation(workspace, to.tie.kind if to.tie else "", text.channel)
    return WritePage(
        to=to,
        thread=to.thread,
        standing=standing,
        kinds=kinds,
        text=text_of(draft) if draft and (is_own or not wanted) else text,
        version=draft.version if draft else 0,
        draft_id=draft.pk if draft else None,
        voicemail=voicemail,
        waits=wanted if is_own else None,
        they_said=_last_words(entries),
        recipient=recipient,
        plan=silence_plan(now, recipient),
        good_hour=good_hour(now, recipient.zone, region=recipient.region),
        counts=counts,
        expected=expected_silence(counts.yes, counts.tried),
    )


def may_write(standing: Standing) -> tuple[MessageKind, ...]:
    """What may be written: on an open thread what the rules offer, after a closed one a new start."""
    possible = tuple(kind for kind in offers(standing) if isinstance(kind, MessageKind) and kind in WRITTEN)
    if standing.state is not ThreadState.CLOSED or standing.outcome is Outcome.STOPPED:
        return possible
    return (*possible, MessageKind.FIRST)


def usual_kind(standing: Standing) -> MessageKind:
    """What is most likely wanted now."""
    if standing.state is ThreadState.WAITING:
        return MessageKind.NUDGE
    if standing.state is ThreadState.CLOSED:
        owed = standing.outcome is Outcome.MET and not standing.settled
        return MessageKind.THANKS if owed else MessageKind.FIRST
    if standing.state is ThreadState.SCHEDULED:
        return MessageKind.REPLY
    if standing.state is ThreadState.ANSWERED:
        return _after(standing)
    return MessageKind.FIRST


def _after(standing: Standing) -> MessageKind:
    if standing.answer in (Answer.DECLINES, Answer.REFERS):
        return MessageKind.THANKS
    return MessageKind.AGAIN if standing.answer is Answer.DEFERS and standing.settled else MessageKind.REPLY


def _saved(thread: Thread | None) -> Message | None:
    if thread is None:
        return None
    return Message.objects.of(thread.workspace).filter(thread=thread, state=MessageState.DRAFT).first()


def _wished(to: Correspondent, kind: MessageKind, wish: Wish, entries: list[Message]) -> tuple[DraftText, str]:
    """A fresh text; a thread goes on by the channel and in the language it was begun in."""
    first = next((entry for entry in entries if entry.kind == MessageKind.FIRST), None)
    channel = wish.channel or (Channel(first.channel) if first else to.best_channel)
    language = wish.language or (first.language if first else to.best_language)
    subject = first.subject if first else ""
    return composed(to, kind=kind, channel=channel, language=language, variant=wish.variant, earlier_subject=subject)


def _last_words(entries: list[Message]) -> str:
    return next((entry.body for entry in reversed(entries) if entry.direction == "in" and entry.body), "")
