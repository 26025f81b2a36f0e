"""A coordinator sends what was proposed: each pair becomes a talk, and the insider is asked."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import DoNotContactError
from askwell.people.actions.stopping import is_stopped
from askwell.programmes.actions.beginning import Begun, begin_talk, common_times
from askwell.programmes.actions.errors import RoundOverError
from askwell.programmes.actions.letters import post_to
from askwell.programmes.choices import InsiderState, MatchState, NotSent, ParticipantState, RoundState
from askwell.programmes.models import Match, Participant, Programme, Round
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.house import programme_of

log = logging.getLogger(__name__)
AT_ONCE = 24
"""So many talks are sent in one transaction: few enough that nobody waits for it."""
TO_SEND = (MatchState.PROPOSED, MatchState.WAITING)


@transaction.atomic
def mark_to_send(*, workspace: Workspace, round_id: UUID, now: datetime) -> int:
    """Send was pressed for all that is proposed: a worker sends it. Returns how many. Raises Round.DoesNotExist,
    RoundOverError."""
    one = Round.objects.of(workspace).select_for_update().get(pk=round_id)
    if one.state == RoundState.CLOSED:
        raise RoundOverError
    marked = Match.objects.of(workspace).filter(round=one, state=MatchState.PROPOSED).update(send_at=now, trouble="")
    one.state, one.sent_at = RoundState.SENT, one.sent_at or now
    one.save(update_fields=["state", "sent_at"])
    return marked


@transaction.atomic
def send_some(*, workspace: Workspace, round_id: UUID, now: datetime) -> int:
    """Send a few of the talks for which Send was pressed; one that fails costs no other. Returns how many were looked
    at: 0 once nothing is left, or another worker has the rest. A worker that is killed has sent none of its few, and
    the next call sends them."""
    marked = Match.objects.of(workspace).filter(round=round_id, state=MatchState.PROPOSED).exclude(send_at=None)
    few = list(_whole(marked.select_for_update(of=("self",), skip_locked=True)).order_by("pk")[:AT_ONCE])
    for match in few:
        _sent(match, now)
    return len(few)


def rounds_to_send() -> list[tuple[UUID, UUID]]:
    """Workspace and round of what was left to a worker, for the sweep."""
    rows = Match._base_manager.filter(state=MatchState.PROPOSED).exclude(send_at=None)  # of any programme
    return list(rows.values_list("workspace_id", "round_id").distinct())


@transaction.atomic
def send_match(*, workspace: Workspace, match_id: UUID, now: datetime) -> MatchState | NotSent:
    """Ask this insider for this seeker; where the seeker has not joined yet, wait until they have. What is sent already
    stays as it is. Raises Match.DoesNotExist."""
    match = _whole(Match.objects.of(workspace).select_for_update(of=("self",))).get(pk=match_id)
    return _sent(match, now)


def ask_waiting(participant: Participant, now: datetime) -> None:
    """A seeker has joined with their account: the insiders who waited for it are asked."""
    workspace = participant.workspace
    waiting = Match.objects.of(workspace).filter(participant=participant, state=MatchState.WAITING)
    for key in list(waiting.order_by("place", "pk").values_list("pk", flat=True)):
        send_match(workspace=workspace, match_id=key, now=now)


@transaction.atomic
def mark_asked(*, workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    """The coordinator passed the letter on by hand. Raises Match.DoesNotExist for one that waits for no such thing."""
    match = Match.objects.of(workspace).select_for_update().get(pk=match_id, state=MatchState.ASKED, asked_at=None)
    match.asked_at = now
    match.save(update_fields=["asked_at"])
    return match


@transaction.atomic
def unmark_asked(*, workspace: Workspace, match_id: UUID) -> None:
    """Undo of `mark_asked`. Raises Match.DoesNotExist."""
    match = Match.objects.of(workspace).select_for_update().get(pk=match_id, state=MatchState.ASKED)
    match.asked_at = None
    match.save(update_fields=["asked_at"])


def _whole(rows: QuerySet[Match]) -> QuerySet[Match]:
    return rows.select_related("workspace", "participant__seeker_workspace", "insider")


def _sent(match: Match, now: datetime) -> MatchState | NotSent:
    """Send what is held, all of it or nothing. Raises what a later call may mend (OperationalError)."""
    if match.state not in TO_SEND:
        return MatchState(match.state)
    try:
        with transaction.atomic():
            outcome = _send(match, now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("a match was not sent")
        outcome = NotSent.FAULT
    if isinstance(outcome, NotSent):
        rows = Match.objects.of(match.workspace).filter(pk=match.pk, state__in=TO_SEND)
        rows.update(send_at=None, trouble=outcome)
    return outcome


def _send(match: Match, now: datetime) -> MatchState | NotSent:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    if trouble := _refused(match):
        return trouble
    participant = letters.both(match)[0]
    if participant.seeker_workspace is None:
        return _wait(programme, match, now)
    times = common_times(programme, match, now)
    if not times:
        return NotSent.NO_TIMES
    try:
        begun = begin_talk(programme=programme, match=match, times=times, now=now)
    except DoNotContactError:
        return NotSent.STOPPED
    return _ask(programme, match, begun, now)


def _refused(match: Match) -> NotSent | None:
    participant, insider = match.participant, match.insider
    if participant is None or participant.state not in (ParticipantState.ACTIVE, ParticipantState.INVITED):
        return NotSent.LEFT
    if insider is None or insider.state != InsiderState.ACTIVE:
        return NotSent.AWAY
    return NotSent.STOPPED if insider.email and is_stopped(match.workspace, insider.email) else None


def _wait(programme: Programme, match: Match, now: datetime) -> MatchState:
    """The seeker is asked to join first, once for each match; where no mail leaves, that letter waits for the
    coordinator."""
    if match.state == MatchState.PROPOSED:
        participant = letters.both(match)[0]
        left = post_to(participant, letters.joining(programme, match), programme=programme, now=now)
        participant.asked_at, participant.send_at = (now if left else None), None
        participant.save(update_fields=["asked_at", "send_at"])
    match.state, match.send_at, match.trouble = MatchState.WAITING, None, ""
    match.save(update_fields=["state", "send_at", "trouble"])
    return MatchState.WAITING


def _ask(programme: Programme, match: Match, begun: Begun, now: datetime) -> MatchState:
    """The letters to both leave; without a mailbox the one to the insider waits for the coordinator."""
    participant, insider = letters.both(match)
    link = wording.site_link(letters.meet_path(begun.booking))
    words = letters.asking(programme, match, begun.times, link=link, own_page=wording.own_page(insider), now=now)
    to_seeker = letters.asked(programme, match, begun.times)
    left = post_to(insider, words, programme=programme, now=now)
    post_to(participant, to_seeker, programme=programme, now=now)  # else they see it on their own Today
    match.state, match.thread_id, match.by_hand = MatchState.ASKED, begun.thread.pk, ""
    match.asked_at, match.send_at, match.trouble = (now if left else None), None, ""
    match.save(update_fields=["state", "thread_id", "by_hand", "asked_at", "send_at", "trouble"])
    return MatchState.ASKED
