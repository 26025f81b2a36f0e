"""Everything the write page shows: whom the message goes to, what it says, and what follows if they are silent."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.lib.times import good_hour
from askwell.outreach.choices import Answer, Channel, MessageKind, MessageState, Outcome, ThreadState
from askwell.outreach.models import Dispatch, Mailbox, Message, Thread
from askwell.outreach.queries.composing import composed
from askwell.outreach.queries.correspondent import Correspondent, correspondent
from askwell.outreach.queries.counts import expectation
from askwell.outreach.queries.drafts import DraftText, text_of
from askwell.outreach.queries.history import entries_of, recipient_of, replay
from askwell.outreach.queries.mail.mailboxes import mailbox_of, usual_mailbox
from askwell.outreach.queries.mail.outbox import free_moment
from askwell.outreach.queries.values import Opener
from askwell.outreach.rules.followups import Recipient, SilencePlan, silence_plan
from askwell.outreach.rules.silence import Expectation, expected_silence
from askwell.outreach.rules.threads import Standing, offers
from askwell.people.queries import PersonRow, rows_of

LANGUAGES = ("en", "zh-Hans", "fr")
WRITTEN = (MessageKind.FIRST, MessageKind.NUDGE, MessageKind.REPLY, MessageKind.AGAIN, MessageKind.THANKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the seeker asked for; None and "" where they leave it to us. `reach`: to be introduced to this person."""

    kind: MessageKind | None = None
    channel: Channel | None = None
    language: str = ""
    variant: int = 0
    reach: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage:
    """`version` is that of the saved draft, 0 for a text that is not saved yet; `kinds` what may be written now
    (nothing: the page says why instead); `they_said` the last words of theirs that this answers. `waits` is the
    kind that was asked for while a draft of another kind, in the seeker's own words, is not sent yet. `mailbox` is
    where it would leave from, `leaving` where in the outbox the draft waits, if it does. `programme`: who asked
    for this talk in the seeker's place."""

    to: Correspondent
    thread: Thread | None
    standing: Standing
    kinds: tuple[MessageKind, ...]
    reach: UUID | None
    text: DraftText
    version: int
    draft_id: UUID | None
    voicemail: str
    waits: MessageKind | None
    they_said: str
    recipient: Recipient
    plan: SilencePlan
    good_hour: datetime
    mailbox: Mailbox | None
    leaving: UUID | None
    counts: Opener
    expected: Expectation
    programme: str

    @property
    def keeps_touch(self) -> bool:
        """Whether it is a word to somebody whom the seeker has met."""
        return self.standing.outcome is Outcome.MET and self.text.kind is MessageKind.REPLY

    @property
    def seeks_time(self) -> bool:
        """Whether a time to talk is still to be found, and this message may offer some."""
        if self.text.kind is MessageKind.THANKS:
            return False
        over = self.standing.state in (ThreadState.SCHEDULED, ThreadState.CLOSED)
        return not over or self.text.kind is MessageKind.FIRST


def write_page(
    workspace: Workspace, person_id: UUID, now: datetime, wish: Wish | None = None, *, saved: bool = True
) -> WritePage:
    """The saved draft (unless `saved` is off), else a text composed as wished. Raises Person.DoesNotExist.

    A draft of another kind than the one asked for gives way while nobody changed its words.
    """
    to, wish = correspondent(workspace, person_id, now), wish or Wish()
    entries = entries_of(to.thread) if to.thread else []
    standing = replay(entries).standing
    lost = _lost(entries, standing)
    kinds, kind = _kinds(standing, lost, wish)
    draft, reach = _saved(to.thread) if saved else None, _reach(workspace, wish, person_id)
    wanted = _wanted(draft, kind, wish, reach)
    is_own = draft is not None and text_of(draft).edited
    text, voicemail = _wished(to, kind, _as_before(wish, draft) if reach else wish, entries, reach, now)
    recipient, tie = recipient_of(to.person), to.tie.kind if to.tie else ""
    counts = expectation(workspace, tie, text.channel)
    mailbox = mailbox_of(to.thread) if to.thread else usual_mailbox(workspace)
    return WritePage(
        to=to,
        thread=to.thread,
        standing=standing,
        kinds=kinds,
        reach=reach.id if reach else None,
        text=_to_living(to, text_of(draft)) if draft and (is_own or not wanted) else _once_more(to, text, lost),
        version=draft.version if draft else 0,
        draft_id=draft.pk if draft else None,
        voicemail=voicemail,
        waits=wanted if is_own else None,
        they_said=_last_words(entries),
        recipient=recipient,
        plan=silence_plan(now, recipient),
        mailbox=mailbox,
        leaving=_leaving(draft),
        good_hour=_good_hour(mailbox, recipient, now),
        counts=counts,
        expected=expected_silence(counts.yes, counts.tried),
        programme=next((str(one.facts["programme"]) for one in entries if "programme" in one.facts), ""),
    )


def _good_hour(mailbox: Mailbox | None, to: Recipient, now: datetime) -> datetime:
    """`now` where a message is welcome, else the next hour at which it is, apart from what leaves then already."""
    at = good_hour(now, to.zone, region=to.region)
    return free_moment(mailbox, at, to) if mailbox and at > now else at


def _kinds(standing: Standing, lost: Message | None, wish: Wish) -> tuple[tuple[MessageKind, ...], MessageKind]:
    """What may be written, and what of it is: the wished one, else the likeliest."""
    if lost:
        return (MessageKind(lost.kind),), MessageKind(lost.kind)
    kinds = may_write(standing)
    return kinds, wish.kind if wish.kind in kinds and wish.kind else usual_kind(standing)


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
        return _after_closing(standing)
    if standing.state is ThreadState.SCHEDULED:
        return MessageKind.REPLY
    if standing.state is ThreadState.ANSWERED:
        return _after(standing)
    return MessageKind.FIRST


def _after_closing(standing: Standing) -> MessageKind:
    """Thanks for a talk, then a word now and then; to all others a new start."""
    if standing.outcome is not Outcome.MET:
        return MessageKind.FIRST
    return MessageKind.REPLY if standing.settled else MessageKind.THANKS


def _after(standing: Standing) -> MessageKind:
    if standing.answer in (Answer.DECLINES, Answer.REFERS):
        return MessageKind.THANKS
    return MessageKind.AGAIN if standing.answer is Answer.DEFERS and standing.settled else MessageKind.REPLY


def _lost(entries: list[Message], standing: Standing) -> Message | None:
    """The message that reached nobody and goes out once more, by another way."""
    asked = (one for one in reversed(entries) if one.kind in WRITTEN and one.happened_at == standing.asked_at)
    return next(asked, None) if standing.lost_at else None


def _once_more(to: Correspondent, text: DraftText, lost: Message | None) -> DraftText:
    """The words that reached nobody, where the channel and the language are theirs, else the fresh text."""
    if lost is None or text.variant or (text.channel, text.language) != (lost.channel, lost.language):
        return text
    living = next((one.value for one in to.living_for(text.channel)), text.address)
    return replace(text, subject=lost.subject, body=lost.body, address=living, edited=True)


def _reach(workspace: Workspace, wish: Wish, person_id: UUID) -> PersonRow | None:
    """Whom the seeker wishes to be introduced to; nobody where they are a stranger's, or the very reader."""
    return rows_of(workspace, [wish.reach]).get(wish.reach) if wish.reach and wish.reach != person_id else None


def _as_before(wish: Wish, draft: Message | None) -> Wish:
    """The wish, with the channel, language and wording of the draft where it names none."""
    if draft is None:
        return wish
    text = text_of(draft)
    channel, language = wish.channel or text.channel, wish.language or text.language
    return replace(wish, channel=channel, language=language, variant=wish.variant or text.variant)


def _wanted(draft: Message | None, kind: MessageKind, wish: Wish, reach: PersonRow | None) -> MessageKind | None:
    """The kind that was asked for where the draft that lies there is something else."""
    if draft is None:
        return None
    is_other = wish.kind == kind and kind != draft.kind
    return kind if is_other or (reach and kind is MessageKind.FIRST) else None


def _saved(thread: Thread | None) -> Message | None:
    if thread is None:
        return None
    return Message.objects.of(thread.workspace).filter(thread=thread, state=MessageState.DRAFT).first()


def _to_living(to: Correspondent, text: DraftText) -> DraftText:
    """Where letters to its address come back, it goes to another one, if there is any."""
    living = to.living_for(text.channel)
    return replace(text, address=living[0].value) if to.dead_at(text.address) and living else text


def _leaving(draft: Message | None) -> UUID | None:
    if draft is None:
        return None
    return Dispatch.objects.of(draft.workspace).filter(message=draft).values_list("id", flat=True).first()


def _wished(
    to: Correspondent,
    kind: MessageKind,
    wish: Wish,
    entries: list[Message],
    reach: PersonRow | None,
    now: datetime,
) -> tuple[DraftText, str]:
    """A fresh text; a thread goes on by the channel and in the language it was begun in."""
    first = next((entry for entry in entries if entry.kind == MessageKind.FIRST), None)
    usual = Channel(first.channel) if first else to.best_channel
    channel = wish.channel or (usual if to.living_for(usual) or not to.addresses_for(usual) else to.best_channel)
    language = wish.language or (first.language if first else to.best_language)
    subject = first.subject if first else ""
    return composed(
        to,
        kind=kind,
        channel=channel,
        language=language,
        variant=wish.variant,
        earlier_subject=subject,
        reach=reach,
        agreed=kind is MessageKind.REPLY and bool(to.thread and to.thread.meets_at and to.thread.meets_at > now),
    )


def _last_words(entries: list[Message]) -> str:
    return next((entry.body for entry in reversed(entries) if entry.direction == "in" and entry.body), "")
