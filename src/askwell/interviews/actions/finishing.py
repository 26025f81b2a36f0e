"""The closing card: what was said, what was learned, who was named, and how it goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.actions.errors import EmptyClosingError, NamelessError, StaleClosingError
from askwell.interviews.actions.following import follow, locked
from askwell.interviews.actions.inserting import insert
from askwell.interviews.actions.learning import Claim, write_insight
from askwell.interviews.actions.referring import Named, write_referral
from askwell.interviews.choices import GoalReached, NextStep
from askwell.interviews.models import Advice, Interview, Lead
from askwell.interviews.queries.closing import card_stamp, draft_waits
from askwell.interviews.queries.thanking import thanks_text
from askwell.lib.ids import uuid7
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions import drafts, entries
from askwell.outreach.choices import MeetingBy, MessageState
from askwell.outreach.models import Message
from askwell.people.actions.errors import NobodyError


@dataclass(frozen=True, slots=True)
class Line:
    """An opening or something to do; an `id` that nobody has yet is given to a new one."""

    text: str
    id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The card as the form has it. `held_at` (aware) and `by` say when and how, where the thread does not yet.

    `seen` is the stamp of the card that it was filled in from, empty for whatever stands there.
    """

    said: str
    aim_reached: GoalReached | None
    next_step: NextStep | None
    next_step_text: str = ""
    held_at: datetime | None = None
    by: MeetingBy = MeetingBy.VIDEO
    insights: Sequence[Claim] = field(default_factory=tuple)
    named: Sequence[Named] = field(default_factory=tuple)
    actions: Sequence[Line] = field(default_factory=tuple)
    leads: Sequence[Line] = field(default_factory=tuple)
    seen: str = ""


@transaction.atomic
def finish(*, workspace: Workspace, interview_id: UUID, closing: Closing, now: datetime) -> Interview:
    """Fill in the card: the interview was held, what came of it is kept, a draft of the thanks lies ready.

    Filling it in again corrects it. Raises StaleClosingError when somebody did so since it was seen and wrote
    something else, EmptyClosingError, NamelessError for a named person without a name,
    InTheFutureError, ImpossibleMove, Interview.DoesNotExist; whatever is raised, nothing is written.
    """
    interview = locked(workspace, interview_id)
    _refuse_blanks(interview, closing)
    before = card_stamp(interview)
    if interview.held_at is None:
        at = closing.held_at or interview.starts_at or interview.began_at or now
        entries.met(workspace=workspace, thread_id=interview.thread_id, at=at, by=closing.by, now=now)
        interview = locked(workspace, interview_id)
        interview.by = closing.by
    _write_card(interview, closing, now)
    for claim in closing.insights:
        write_insight(interview, claim, now)
    _write_named(interview, closing.named, now)
    _write_lines(interview, Advice, closing.actions, now)
    _write_lines(interview, Lead, closing.leads, now)
    if closing.seen not in ("", before) and card_stamp(interview) != before:
        raise StaleClosingError
    followed = follow(thread=interview.thread, now=now) or interview
    _draft_thanks(followed, now)
    return followed


@transaction.atomic
def take_back(*, workspace: Workspace, interview_id: UUID, now: datetime) -> Interview:
    """The card counts as not filled in; what was written on it stays. Raises Interview.DoesNotExist."""
    interview = locked(workspace, interview_id)
    interview.finished_at = None
    interview.save(update_fields=["finished_at"])
    return follow(thread=interview.thread, now=now) or interview


def _refuse_blanks(interview: Interview, closing: Closing) -> None:
    blank = []
    if not closing.said.strip():
        blank.append("said")
    if closing.next_step is None:
        blank.append("next_step")
    elif not (closing.next_step_text.strip() or closing.next_step is NextStep.NOTHING or _told_elsewhere(closing)):
        blank.append("next_step_text")
    if not (interview.held_at or closing.held_at or interview.starts_at or interview.began_at):
        blank.append("held_at")
    if blank:
        raise EmptyClosingError(blank)


def _told_elsewhere(closing: Closing) -> bool:
    """A person named, or an action, says what the next step is."""
    lists: dict[NextStep | None, Sequence[Named] | Sequence[Line]] = {
        NextStep.PERSON: closing.named,
        NextStep.ACTION: closing.actions,
    }
    return any(one.text.strip() for one in lists.get(closing.next_step, ()))


def _write_card(interview: Interview, closing: Closing, now: datetime) -> None:
    interview.said = clean_block(closing.said, limit=2000)
    interview.aim_reached = closing.aim_reached or ""
    interview.next_step = closing.next_step or ""
    interview.next_step_text = clean(closing.next_step_text, limit=300)
    interview.finished_at = interview.finished_at or now
    if interview.began_at and interview.ended_at is None:
        interview.ended_at = now
    interview.save(
        update_fields=["by", "said", "aim_reached", "next_step", "next_step_text", "finished_at", "ended_at"]
    )


def _write_named(interview: Interview, named: Sequence[Named], now: datetime) -> None:
    for row, one in enumerate(named):
        try:
            write_referral(interview, one, now)
        except NobodyError:
            raise NamelessError(row) from None


def _write_lines(interview: Interview, table: type[Advice | Lead], lines: Sequence[Line], now: datetime) -> None:
    """Each line as it stands now; an emptied one goes."""
    own = table.objects.of(interview.workspace).filter(interview=interview)
    for line in lines:
        key = line.id or uuid7()
        text, there = clean(line.text, limit=300), own.filter(pk=key)
        if not text:
            there.delete()
        elif there.update(text=text) == 0:
            insert(table(pk=key, workspace=interview.workspace, interview=interview, text=text, noted_at=now))


def _draft_thanks(interview: Interview, now: datetime) -> None:
    """A first text of the thanks, which reuses what they said; of drafts only an untouched one of ours gives way."""
    thread, workspace = interview.thread, interview.workspace
    if interview.thanked_at or thread.person.do_not_contact_at or draft_waits(workspace, interview.pk):
        return
    draft = Message.objects.of(workspace).filter(thread=thread, state=MessageState.DRAFT).first()
    text, version = thanks_text(interview, profile_of(workspace)), draft.version if draft else 0
    drafts.save_draft(workspace=workspace, person_id=thread.person_id, version=version, text=text, now=now)
