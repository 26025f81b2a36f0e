"""Talks that do not take place: called off by the programme, since somebody left, or for want of an answer."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

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
from askwell.programmes.actions.letters import drop_for_hand, post_about
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Insider, Match, Participant
from askwell.programmes.queries import letters
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.standing import thread_of
from askwell.programmes.rules.letters import Kind
from askwell.programmes.rules.standing import OPEN

OFF = {Side.INSIDER: Kind.OFF_INSIDER, Side.SEEKER: Kind.OFF_SEEKER}
TO_UNDO = timedelta(minutes=5)
"""Letters that call a talk off leave then: until then it can be undone without anybody having heard of it."""


@transaction.atomic
def call_talk_off(*, workspace: Workspace, match_id: UUID, reason: str = "", now: datetime) -> Match:
    """The programme calls an open talk off; both are told. Raises NotOpenError, Match.DoesNotExist."""
    match = held(workspace, match_id)
    if match.state not in OPEN:
        raise NotOpenError
    _off(match, reason, now, at=now + TO_UNDO, tell=tuple(Side))
    return match


@transaction.atomic
def seeker_leaves(*, participant: Participant, now: datetime) -> int:
    """Their open talks do not take place, and the insiders are told; before their own workspace is let go of. Returns
    how many."""
    return _off_all(Match.objects.of(participant.workspace).filter(participant=participant), Side.INSIDER, OPEN, now)


@transaction.atomic
def insider_leaves(*, insider: Insider, now: datetime) -> int:
    """Their open talks do not take place, and the seekers are told. Returns how many."""
    return _off_all(Match.objects.of(insider.workspace).filter(insider=insider), Side.SEEKER, OPEN, now)


@transaction.atomic
def insider_pauses(*, insider: Insider, now: datetime) -> int:
    """What they were asked and have not answered is not to be, and the seekers are told; what is agreed stands. Returns
    how many."""
    unanswered = Match.objects.of(insider.workspace).filter(insider=insider, answered_at=None)
    return _off_all(unanswered, Side.SEEKER, (MatchState.WAITING, MatchState.ASKED), now)


@transaction.atomic
def restore_talk(*, workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    """Undo of `call_talk_off`, while nobody was told. Raises NotOpenError when it is too late, Match.DoesNotExist."""
    match = held(workspace, match_id)
    if match.state != MatchState.CANCELLED or not _unsaid(match, now):
        raise NotOpenError
    thread = _thread(match)
    if thread is None:
        drop_for_hand(match, *OFF.values())
        match.state, match.ended_at, match.answer = MatchState.WAITING, None, ""
        match.save(update_fields=["state", "ended_at", "answer"])
        return match
    ending = Message.objects.of(thread.workspace).filter(
        thread=thread, kind__in=(MessageKind.RESTED, MessageKind.CANCELLED)
    )
    entry = ending.order_by("-number").first()
    drop_for_hand(match, *OFF.values())
    match.state, match.answer = MatchState.ASKED, ""  # before the thread says which
    match.save(update_fields=["state", "answer"])
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
    free_pair(match.workspace, match.round_id)
    return match


def held(workspace: Workspace, match_id: UUID) -> Match:
    """The match, held until the transaction ends; its thread before it, as whoever answers does."""
    rows = Match.objects.of(workspace).select_related("workspace", "participant__seeker_workspace", "insider")
    match = rows.get(pk=match_id)
    if match.participant and match.participant.seeker_workspace and match.thread_id:
        own = Thread.objects.of(match.participant.seeker_workspace).select_for_update(of=("self",))
        own.filter(pk=match.thread_id).first()
    return rows.select_for_update(of=("self",)).get(pk=match_id)


def _off_all(rows: QuerySet[Match], tell: Side, states: Collection[MatchState], now: datetime) -> int:
    keys = list(rows.filter(state__in=states).order_by("pk").values_list("workspace", "pk"))
    for workspace, key in keys:
        _off(held(Workspace.objects.get(pk=workspace), key), "", now, at=now, tell=(tell,))
    return len(keys)


def _off(match: Match, reason: str, now: datetime, *, at: datetime, tell: Collection[Side]) -> None:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    was, when = MatchState(match.state), match.starts_at
    match.state, match.ended_at, match.answer = MatchState.CANCELLED, now, reason
    match.save(update_fields=["state", "ended_at", "answer"])
    _end_thread(match, reason, now)
    free_pair(match.workspace, match.round_id)
    knows = {Side.SEEKER: was is not MatchState.WAITING, Side.INSIDER: match.asked_at is not None}
    participant, insider = letters.both(match)
    for side, one in ((Side.INSIDER, insider), (Side.SEEKER, participant)):
        if side in tell and knows[side]:
            words = letters.called_off(programme, match, side, when, reason)
            post_about(match, OFF[side], programme=programme, to=one, words=words, at=at, now=now)


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
