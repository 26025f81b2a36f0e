"""Talks that do not take place: called off by the programme, since somebody left, or for want of an answer."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.pages import restore_link, withdraw_link
from askwell.interviews.models import Booking
from askwell.outreach.actions import entries
from askwell.outreach.actions.errors import NotTheLastError
from askwell.outreach.actions.mail.outbox import cancel_dispatch
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import DispatchState, MessageKind, Purpose, ThreadState
from askwell.outreach.models import Dispatch, Message, Thread
from askwell.outreach.rules.mail.sending import NotNowError
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.programmes.actions.answering import free_pair
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.mailing import post
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Insider, Match, Participant, Programme
from askwell.programmes.queries import letters
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.standing import thread_of
from askwell.programmes.rules.standing import OPEN

TO_UNDO = timedelta(minutes=5)
"""Letters that call a talk off leave then: until then it can be undone without anybody having heard of it."""


@transaction.atomic
def call_talk_off(*, workspace: Workspace, match_id: UUID, reason: str = "", now: datetime) -> Match:
    """The programme calls an open talk off; both are told. Raises NotOpenError, Match.DoesNotExist."""
    match = held(workspace, match_id)
    if match.state not in OPEN:
        raise NotOpenError
    _off(match, reason, now, at=now + TO_UNDO)
    return match


@transaction.atomic
def call_off_all(
    *, participant: Participant | None = None, insider: Insider | None = None, reason: str = "", now: datetime
) -> int:
    """Of somebody who pauses or leaves: their open talks do not take place, and the others are told. To be called
    before the seeker's own workspace is let go of. Returns how many."""
    one = participant or insider
    assert one, "of one of the two"
    rows = Match.objects.of(one.workspace).filter(state__in=OPEN)
    mine = rows.filter(participant=participant) if participant else rows.filter(insider=insider)
    keys = list(mine.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        _off(held(one.workspace, key), reason, now, at=now)
    return len(keys)


@transaction.atomic
def restore_talk(*, workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    """Undo of `call_talk_off`, while nobody was told. Raises NotOpenError when it is too late, Match.DoesNotExist."""
    match = held(workspace, match_id)
    if match.state != MatchState.CANCELLED or not _unsaid(match, now):
        raise NotOpenError
    thread = _thread(match)
    if thread is None:
        match.state, match.ended_at = MatchState.WAITING, None
        match.save(update_fields=["state", "ended_at"])
        return match
    ending = Message.objects.of(thread.workspace).filter(
        thread=thread, kind__in=(MessageKind.RESTED, MessageKind.CANCELLED)
    )
    entry = ending.order_by("-number").first()
    match.state = MatchState.ASKED  # before the thread says which
    match.save(update_fields=["state"])
    try:
        if entry:
            undo_entry(workspace=thread.workspace, message_id=entry.pk, now=now)
    except NotTheLastError:
        raise NotOpenError from None
    booking = _booking(thread)
    if booking:
        restore_link(workspace=thread.workspace, booking_id=booking.pk)
    match.refresh_from_db()
    return match


@transaction.atomic
def release(*, workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    """No answer came in time: it counts as a no, and somebody else is found. Raises NotOpenError."""
    match = held(workspace, match_id)
    if match.state != MatchState.ASKED or match.answered_at:
        raise NotOpenError
    match.state, match.ended_at = MatchState.DECLINED, now
    match.save(update_fields=["state", "ended_at"])
    _end_thread(match, "", now)
    free_pair(match.round_id)
    return match


def held(workspace: Workspace, match_id: UUID) -> Match:
    """The match, held until the transaction ends; its thread before it, as whoever answers does."""
    rows = Match.objects.of(workspace).select_related("workspace", "participant__seeker_workspace", "insider")
    match = rows.get(pk=match_id)
    if match.participant and match.participant.seeker_workspace and match.thread_id:
        own = Thread.objects.of(match.participant.seeker_workspace).select_for_update(of=("self",))
        own.filter(pk=match.thread_id).first()
    return rows.select_for_update(of=("self",)).get(pk=match_id)


def _off(match: Match, reason: str, now: datetime, *, at: datetime) -> None:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    was, when = MatchState(match.state), match.starts_at
    match.state, match.ended_at = MatchState.CANCELLED, now
    match.save(update_fields=["state", "ended_at"])
    _end_thread(match, reason, now)
    if was is not MatchState.WAITING:
        _tell(programme, match, when, reason, now, at)


def _tell(programme: Programme, match: Match, when: datetime | None, reason: str, now: datetime, at: datetime) -> None:
    participant, insider = letters.both(match)
    for side, one in ((Side.INSIDER, insider), (Side.SEEKER, participant)):
        if side is Side.SEEKER or match.asked_at:
            words = letters.called_off(programme, match, side, when, reason)
            post(workspace=match.workspace, to=one.email, to_name=one.name, words=words, at=at, now=now)


def _end_thread(match: Match, reason: str, now: datetime) -> None:
    """In the seeker's workspace: an agreed time is called off, an open question rests, and the page ends."""
    thread = _thread(match)
    if thread is None:
        return
    workspace = thread.workspace
    try:
        if thread.state == ThreadState.SCHEDULED:
            entries.cancel(workspace=workspace, thread_id=thread.pk, text=reason, by_them=True, now=now)
        elif thread.state != ThreadState.CLOSED:
            entries.let_rest(workspace=workspace, thread_id=thread.pk, now=now)
    except ImpossibleMove:
        return
    booking = _booking(thread)
    if booking:
        withdraw_link(workspace=workspace, booking_id=booking.pk, now=now)


def _thread(match: Match) -> Thread | None:
    own = match.participant.seeker_workspace if match.participant else None
    return thread_of(own, match.thread_id) if own and match.thread_id else None


def _booking(thread: Thread) -> Booking | None:
    return Booking.objects.of(thread.workspace).filter(thread=thread).first()


def _unsaid(match: Match, now: datetime) -> bool:
    """Call the letters back that say so; false when one has left."""
    if match.ended_at is None or now >= match.ended_at + TO_UNDO:
        return False
    people = [one.email for one in (match.participant, match.insider) if one and one.email]
    told = Dispatch.objects.of(match.workspace).filter(
        purpose=Purpose.PROGRAMME, asked_at=match.ended_at, to__in=people
    )
    if told.exclude(state__in=(DispatchState.WAITING, DispatchState.CANCELLED)).exists():
        return False
    try:
        for dispatch in told.filter(state=DispatchState.WAITING):
            cancel_dispatch(workspace=match.workspace, dispatch_id=dispatch.pk)
    except NotNowError:
        return False
    return True
