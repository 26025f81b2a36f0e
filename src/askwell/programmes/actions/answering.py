"""A match follows the talk in the seeker's workspace, as long as the seeker is in the programme: how it stands, when
it is, and nothing else."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.outreach.models import Thread
from askwell.programmes.actions.missing import write_of_missing
from askwell.programmes.choices import MatchState, RoundState, Side
from askwell.programmes.models import Match, Round
from askwell.programmes.queries.standing import fell_through, followed_by, told_of, words_of_no
from askwell.programmes.rules.missing import is_late
from askwell.programmes.rules.standing import OVER, Told, stands

FOLLOWED = ("state", "starts_at", "asked_at", "answered_at", "ended_at", "answer", "missed_by")


@transaction.atomic
def follow_talk(*, thread: Thread, now: datetime) -> None:
    """Bring the matches of this thread in line with it, also after an undo there."""
    for match in followed_by(thread):
        held = Match.objects.of(match.workspace).select_for_update().get(pk=match.pk)
        _follow(held, match.workspace, thread, now)


def _follow(match: Match, workspace: Workspace, thread: Thread, now: datetime) -> None:
    told, was = told_of(thread), MatchState(match.state)
    state = stands(told, was=was, starts_at=match.starts_at)
    before = _told(match)
    _bring(match, thread, told, state, now)
    if _told(match) != before:
        match.save(update_fields=FOLLOWED)
    if state is MatchState.DECLINED and was is not MatchState.DECLINED:
        free_pair(workspace, match.round_id)
    if match.missed_by and match.missed_by != before[-1]:
        write_of_missing(workspace=workspace, match_id=match.pk, now=now)


def _told(match: Match) -> tuple[object, ...]:
    return tuple(getattr(match, name) for name in FOLLOWED)


def _bring(match: Match, thread: Thread, told: Told, state: MatchState, now: datetime) -> None:
    was, match.state = MatchState(match.state), state
    if state is MatchState.AGREED:
        match.starts_at = told.meets_at
    elif state is MatchState.HELD and told.held_at:
        match.starts_at = told.held_at
    elif state is MatchState.ASKED:
        match.starts_at = None
    has_answer = told.answer is not None or state in (MatchState.AGREED, MatchState.HELD)
    match.answered_at = (match.answered_at or now) if has_answer else None
    match.asked_at = match.asked_at or match.answered_at  # who answers had the letter, ticked off or not
    match.ended_at = (match.ended_at if was is state else now) if state in OVER else None
    if state is MatchState.DECLINED:
        match.answer = words_of_no(thread)
    elif not was is state is MatchState.CANCELLED:
        match.answer = ""
    match.missed_by = _missed_by(match, thread, state, was)


def _missed_by(match: Match, thread: Thread, state: MatchState, was: MatchState) -> str:
    """Who called the agreed time off late; who did not come is said on a page, and kept."""
    if was is state:
        return match.missed_by
    end = fell_through(thread) if (was, state) == (MatchState.AGREED, MatchState.CANCELLED) else None
    if end is None or match.starts_at is None or not is_late(match.starts_at, end.at):
        return ""
    return Side.INSIDER if end.by_insider else Side.SEEKER


def free_pair(workspace: Workspace, round_id: UUID) -> None:
    """A talk of a round that was sent is not to be: the round is solved anew by the sweep, so that the seeker gets
    another one, as few of the other proposals moving as can be."""
    rows = Round.objects.of(workspace).filter(pk=round_id, state=RoundState.SENT)
    rows.update(version=F("version") + 1, tries=0, trouble="")
