"""What is logged on a thread: answers, calls, meetings, milestones."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import DoNotContactError
from askwell.outreach.actions.threads import Happening, discard_draft, locked, put
from askwell.outreach.choices import Answer, Channel, Direction, MeetingBy, MessageKind, MessageState
from askwell.outreach.models import Message

MEETING_CHANNELS = {
    MeetingBy.VIDEO: Channel.PHONE,
    MeetingBy.PHONE: Channel.PHONE,
    MeetingBy.IN_PERSON: Channel.IN_PERSON,
}


def _log(workspace: Workspace, thread_id: UUID, now: datetime, **what: Any) -> Message:
    return put(thread=locked(workspace, thread_id), what=Happening(**what), now=now)


@transaction.atomic
def log_answer(
    *,
    workspace: Workspace,
    thread_id: UUID,
    answer: Answer,
    channel: Channel,
    at: datetime,
    text: str = "",
    until: date | None = None,
    in_writing: bool = False,
    now: datetime,
) -> Message:
    """What they answered. `until` is the day to write again, when they defer; `in_writing`: `text` is what they had to
    say, instead of a talk or before it.

    After a stop nobody writes to them again.
    """
    return _log(
        workspace,
        thread_id,
        now,
        kind=MessageKind.ANSWER,
        direction=Direction.IN,
        state=MessageState.RECEIVED,
        answer=answer,
        channel=channel,
        at=at,
        text=text,
        facts={"until": until if answer is Answer.DEFERS else None, "in_writing": in_writing or None},
    )


@transaction.atomic
def log_out_of_office(
    *, workspace: Workspace, thread_id: UUID, at: datetime, until: date | None, text: str = "", now: datetime
) -> Message:
    """A machine's note; `until` is the day they are back, if it says so. It moves the dates, nothing else."""
    return _log(
        workspace,
        thread_id,
        now,
        kind=MessageKind.OUT_OF_OFFICE,
        direction=Direction.IN,
        state=MessageState.RECEIVED,
        channel=Channel.EMAIL,
        at=at,
        text=text,
        facts={"until": until},
    )


@transaction.atomic
def log_bounce(
    *, workspace: Workspace, thread_id: UUID, at: datetime, to: str, why: str, text: str = "", now: datetime
) -> Message:
    """A message did not arrive at `to`, for a reason `why` (a bounce's Kind). Whether an address is given up is the
    caller's."""
    facts: dict[str, object] = {"bounced": why, "to": to}
    return _log(workspace, thread_id, now, kind=MessageKind.NOTE, channel=Channel.EMAIL, at=at, text=text, facts=facts)


@transaction.atomic
def log_written(
    *, workspace: Workspace, thread_id: UUID, kind: MessageKind, at: datetime, text: str, now: datetime
) -> Message:
    """What the seeker wrote and sent with another program. Raises ThirdUnanswered and ImpossibleMove."""
    return _log(
        workspace,
        thread_id,
        now,
        kind=kind,
        direction=Direction.OUT,
        state=MessageState.SENT,
        channel=Channel.EMAIL,
        at=at,
        text=text,
    )


@transaction.atomic
def log_call(
    *,
    workspace: Workspace,
    thread_id: UUID,
    at: datetime,
    answer: Answer | None,
    text: str = "",
    until: date | None = None,
    now: datetime,
) -> Message:
    """A call: with their answer when you spoke, without when nobody picked up (it counts as a message then).

    Raises DoNotContactError for an attempt to someone who asked not to be contacted.
    """
    thread = locked(workspace, thread_id)
    if answer is None and thread.person.do_not_contact_at:
        raise DoNotContactError
    what = Happening(
        kind=MessageKind.CALL,
        direction=Direction.OUT if answer is None else Direction.NEITHER,
        answer=answer,
        channel=Channel.PHONE,
        at=at,
        text=text,
        facts={"until": until if answer is Answer.DEFERS else None},
    )
    return put(thread=thread, what=what, now=now)


@transaction.atomic
def log_chance_meeting(
    *,
    workspace: Workspace,
    thread_id: UUID,
    at: datetime,
    answer: Answer | None,
    text: str = "",
    until: date | None = None,
    now: datetime,
) -> Message:
    """You ran into each other; with their answer when they gave one."""
    return _log(
        workspace,
        thread_id,
        now,
        kind=MessageKind.CHANCE_MEETING,
        answer=answer,
        channel=Channel.IN_PERSON,
        at=at,
        text=text,
        facts={"until": until if answer is Answer.DEFERS else None},
    )


@transaction.atomic
def log_note(*, workspace: Workspace, thread_id: UUID, text: str, at: datetime, now: datetime) -> Message:
    """A note on the timeline; it moves nothing."""
    return _log(workspace, thread_id, now, kind=MessageKind.NOTE, channel=Channel.IN_PERSON, at=at, text=text)


@transaction.atomic
def schedule(
    *, workspace: Workspace, thread_id: UUID, meets_at: datetime, by: MeetingBy, text: str = "", now: datetime
) -> Message:
    """A time was agreed (also a new time instead of the old one)."""
    return _log(
        workspace,
        thread_id,
        now,
        kind=MessageKind.SCHEDULED,
        channel=MEETING_CHANNELS[by],
        at=now,
        text=text,
        facts={"meets_at": meets_at, "meets_by": by},
    )


@transaction.atomic
def cancel(
    *,
    workspace: Workspace,
    thread_id: UUID,
    text: str = "",
    missed: bool = False,
    by_them: bool = False,
    now: datetime,
) -> Message:
    """The agreed time fell through (`by_them`: they called it off), or somebody `missed` it; finding another is the
    next step."""
    facts = {"missed": missed or None, "by_them": by_them or None}
    what = {"kind": MessageKind.CANCELLED, "channel": Channel.EMAIL, "facts": facts}
    return _log(workspace, thread_id, now, at=now, text=text, **what)


@transaction.atomic
def met(
    *, workspace: Workspace, thread_id: UUID, at: datetime, by: MeetingBy, text: str = "", now: datetime
) -> Message:
    """The conversation took place: one door open."""
    channel = MEETING_CHANNELS[by]
    return _log(
        workspace, thread_id, now, kind=MessageKind.MET, channel=channel, at=at, text=text, facts={"meets_by": by}
    )


@transaction.atomic
def let_rest(*, workspace: Workspace, thread_id: UUID, now: datetime) -> Message:
    """Close it without a hard feeling; a late answer opens it again. A draft that was begun is discarded."""
    thread = locked(workspace, thread_id)
    discard_draft(thread)
    what = Happening(kind=MessageKind.RESTED, channel=Channel(thread.channel or Channel.EMAIL), at=now)
    return put(thread=thread, what=what, now=now)
