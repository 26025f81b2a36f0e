"""A coordinator sends what was proposed: each pair becomes a talk, and the insider is asked."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import DoNotContactError
from askwell.people.actions.stopping import is_stopped
from askwell.programmes.actions.beginning import Begun, begin_talk, common_times
from askwell.programmes.actions.errors import RoundOverError
from askwell.programmes.actions.letters import post
from askwell.programmes.choices import InsiderState, MatchState, NotSent, ParticipantState, RoundState
from askwell.programmes.models import Match, Participant, Programme, Round
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.house import programme_of

log = logging.getLogger(__name__)
AT_ONCE = 20
"""So many are sent while the coordinator waits; more are left to a worker."""
TO_SEND = (MatchState.PROPOSED, MatchState.WAITING)


@dataclass(slots=True)
class Sent:
    """How many insiders were asked by mail, are to be asked by hand, wait until their seeker joins; what was not sent,
    and why; how many a worker still has before it."""

    asked: int = 0
    by_hand: int = 0
    waiting: int = 0
    left: int = 0
    not_sent: dict[UUID, NotSent] = field(default_factory=dict)


def send_round(*, workspace: Workspace, round_id: UUID, now: datetime) -> Sent:
    """Send every pair that the round proposes, at once where they are few; safe to call twice, or by two at once.

    Raises Round.DoesNotExist, RoundOverError.
    """
    mark_to_send(workspace=workspace, round_id=round_id, now=now)
    return send_marked(workspace=workspace, round_id=round_id, most=AT_ONCE, now=now)


@transaction.atomic
def mark_to_send(*, workspace: Workspace, round_id: UUID, now: datetime) -> int:
    """Send was pressed for all that is proposed: nothing has left yet. Returns how many. Raises as `send_round`."""
    one = Round.objects.of(workspace).select_for_update().get(pk=round_id)
    if one.state == RoundState.CLOSED:
        raise RoundOverError
    marked = Match.objects.of(workspace).filter(round=one, state=MatchState.PROPOSED).update(send_at=now, trouble="")
    one.state, one.sent_at = RoundState.SENT, one.sent_at or now
    one.save(update_fields=["state", "sent_at"])
    return marked


def send_marked(*, workspace: Workspace, round_id: UUID, most: int, now: datetime) -> Sent:
    """Send up to `most` of the pairs for which Send was pressed, each by itself: one that fails costs no other."""
    marked = Match.objects.of(workspace).filter(round=round_id, state=MatchState.PROPOSED).exclude(send_at=None)
    keys = list(marked.order_by("pk").values_list("pk", flat=True)[:most])
    sent = _send_each(workspace, keys, now)
    sent.left = marked.count()
    return sent


def rounds_to_send() -> list[tuple[UUID, UUID]]:
    """Workspace and round of what was left to a worker, for the sweep."""
    rows = Match._base_manager.filter(state=MatchState.PROPOSED).exclude(send_at=None)  # of any programme
    return list(rows.values_list("workspace_id", "round_id").distinct())


def send_match(*, workspace: Workspace, match_id: UUID, now: datetime) -> MatchState | NotSent:
    """Ask this insider for this seeker; where the seeker has not joined yet, wait until they have. What is sent already
    stays as it is. Raises Match.DoesNotExist."""
    try:
        with transaction.atomic():
            match, was_sent = _held(workspace, match_id)
            outcome = MatchState(match.state) if was_sent else _send(match, now)
    except Match.DoesNotExist:
        raise
    except Exception:
        log.exception("a match was not sent")
        outcome = NotSent.FAULT
    if isinstance(outcome, NotSent):
        rows = Match.objects.of(workspace).filter(pk=match_id, state__in=TO_SEND)
        rows.update(send_at=None, trouble=outcome)
    return outcome


def ask_waiting(participant: Participant, now: datetime) -> Sent:
    """A seeker has joined with their account: the insiders who waited for it are asked."""
    workspace = participant.workspace
    waiting = Match.objects.of(workspace).filter(participant=participant, state=MatchState.WAITING)
    return _send_each(workspace, list(waiting.order_by("place", "pk").values_list("pk", flat=True)), now)


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


def _held(workspace: Workspace, match_id: UUID) -> tuple[Match, bool]:
    rows = Match.objects.of(workspace).select_for_update(of=("self",))
    match = rows.select_related("workspace", "participant__seeker_workspace", "insider").get(pk=match_id)
    return match, match.state not in TO_SEND


def _send(match: Match, now: datetime) -> MatchState | NotSent:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    if trouble := _refused(match):
        return trouble
    participant = letters.both(match)[0]
    if participant.seeker_workspace is None:
        return _wait(programme, match, now)
    times = common_times(match, now)
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
        participant, words = letters.both(match)[0], letters.joining(programme, match)
        left = post(
            programme=programme, to=participant.email, to_name=participant.name, subject=words.subject,
            body=words.body, now=now,
        )  # fmt: skip
        participant.asked_at = now if left else None
        participant.save(update_fields=["asked_at"])
    match.state, match.send_at, match.trouble = MatchState.WAITING, None, ""
    match.save(update_fields=["state", "send_at", "trouble"])
    return MatchState.WAITING


def _ask(programme: Programme, match: Match, begun: Begun, now: datetime) -> MatchState:
    """The letters to both leave; without a mailbox the one to the insider waits for the coordinator."""
    participant, insider = letters.both(match)
    link = wording.site_link(letters.meet_path(begun.booking))
    words = letters.asking(programme, match, begun.times, link=link, own_page=wording.own_page(insider), now=now)
    to_seeker = letters.asked(programme, match, begun.times)
    left = post(
        programme=programme, to=insider.email, to_name=insider.name, subject=words.subject, body=words.body, now=now
    )
    post(
        programme=programme,
        to=participant.email,
        to_name=participant.name,
        subject=to_seeker.subject,
        body=to_seeker.body,
        now=now,
    )
    match.state, match.thread_id = MatchState.ASKED, begun.thread.pk
    match.asked_at, match.send_at, match.trouble = (now if left else None), None, ""
    match.save(update_fields=["state", "thread_id", "asked_at", "send_at", "trouble"])
    return MatchState.ASKED


def _send_each(workspace: Workspace, keys: Sequence[UUID], now: datetime) -> Sent:
    sent = Sent()
    for key in keys:
        outcome = send_match(workspace=workspace, match_id=key, now=now)
        if isinstance(outcome, NotSent):
            sent.not_sent[key] = outcome
        elif outcome is MatchState.WAITING:
            sent.waiting += 1
        else:
            sent.asked += 1
    by_hand = Match.objects.of(workspace).filter(pk__in=keys, state=MatchState.ASKED, asked_at=None)
    sent.by_hand = by_hand.count()
    sent.asked -= sent.by_hand
    return sent
