"""How a talk went: said by either of the two on their page, or by the programme's staff; and the thanks that follow."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean_block
from askwell.people.actions.stopping import is_stopped
from askwell.programmes.actions.calling_off import held
from askwell.programmes.actions.errors import NotOpenError, NotYetError
from askwell.programmes.actions.letters import post_to
from askwell.programmes.actions.missing import write_of_missing
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Feedback, Match
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.talks import is_to_be_asked, said_by_seeker
from askwell.programmes.rules.standing import is_past

CAN_BE_SAID = (MatchState.AGREED, MatchState.HELD, MatchState.MISSED)
LONGEST = 2000
MOST_NAMED = 20
OTHER = {Side.SEEKER: Side.INSIDER, Side.INSIDER: Side.SEEKER}


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the two says of a talk. `came`: whether the other came."""

    came: bool
    useful: int | None = None
    again: bool | None = None
    referrals: int = 0
    text: str = ""
    may_tell: bool = False


@transaction.atomic
def give_feedback(*, workspace: Workspace, match_id: UUID, side: Side, said: Said, now: datetime) -> Feedback:
    """Keep what one of the two said; said again, the new words stand. The first who says whether the talk was held
    decides how it stands, unless the seeker's own record does.

    Raises NotOpenError for a talk without a time, NotYetError before it, Match.DoesNotExist.
    """
    match = _sayable(workspace, match_id, now)
    told = {
        "came": said.came,
        "useful": said.useful if said.came and said.useful in range(1, 6) else None,
        "again": said.again,
        "referrals": min(max(said.referrals, 0), MOST_NAMED) if said.came else 0,
        "text": clean_block(said.text, limit=LONGEST),
        "may_tell": said.may_tell,
        "given_at": now,
    }
    kept, _made = Feedback.objects.of(workspace).update_or_create(
        match=match, side=side, defaults=told, create_defaults={"workspace": workspace, **told}
    )
    if match.state == MatchState.AGREED:
        _settle(match, MatchState.HELD if said.came else MatchState.MISSED, OTHER[side], now)
    return kept


@transaction.atomic
def mark_held(*, workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    """Staff heard that it was held. Raises as `give_feedback`."""
    match = _sayable(workspace, match_id, now)
    _settle(match, MatchState.HELD, None, now)
    return match


@transaction.atomic
def mark_missed(*, workspace: Workspace, match_id: UUID, by: Side, now: datetime) -> Match:
    """Staff heard that one of the two was not there. Raises as `give_feedback`."""
    match = _sayable(workspace, match_id, now)
    _settle(match, MatchState.MISSED, by, now)
    return match


@transaction.atomic
def unmark(*, workspace: Workspace, match_id: UUID) -> Match:
    """Undo of `mark_held` and `mark_missed`: nobody knows yet how it went. Raises NotOpenError, Match.DoesNotExist."""
    match = held(workspace, match_id)
    if match.state not in (MatchState.HELD, MatchState.MISSED):
        raise NotOpenError
    match.state, match.ended_at, match.missed_by = MatchState.AGREED, None, ""
    match.save(update_fields=["state", "ended_at", "missed_by"])
    return match


def thank_due(*, now: datetime) -> int:
    """Thank every insider whose talk was held, once: when the seeker has said how it was or has left, or three days
    after. Where no letter can leave, it lies ready to be sent by hand. How many left."""
    waiting = Match._base_manager.filter(  # of every programme
        state=MatchState.HELD, thanked_at=None, thanks_ready_at=None, ended_at__gt=now - TOO_LATE
    ).exclude(insider=None)
    keys = waiting.order_by("ended_at").values_list("workspace", "pk")
    return sum(_thank(Workspace.objects.get(pk=workspace), key, now) for workspace, key in list(keys[:MOST]))


THINKING, TOO_LATE = timedelta(days=3), timedelta(days=30)
MOST = 200


@transaction.atomic
def _thank(workspace: Workspace, match_id: UUID, now: datetime) -> bool:
    match = held(workspace, match_id)
    said = said_by_seeker(match) if match.participant else None
    is_told = said is not None or match.participant is None
    is_due = match.ended_at is not None and (is_told or match.ended_at + THINKING <= now)
    if match.state != MatchState.HELD or match.thanked_at or match.thanks_ready_at or not is_due:
        return False
    programme = programme_of(workspace)
    assert programme, "every programme's workspace has one"
    insider = match.insider
    assert insider, "thank_due leaves the erased out"
    how = wording.site_link(wording.talk_path(match)) if is_to_be_asked(match) else ""
    words = letters.thanking(programme, match, said, own_page=wording.own_page(insider), how=how, now=now)
    left = post_to(insider, words, programme=programme, now=now)
    if left or (insider.email and is_stopped(workspace, insider.email)):
        match.thanked_at = now
    else:
        match.thanks_ready_at = now
    match.save(update_fields=["thanked_at", "thanks_ready_at"])
    return left


@transaction.atomic
def mark_thanked(*, workspace: Workspace, match_id: UUID, now: datetime | None) -> Match:
    """The coordinator passed the thank-you on by hand; with None after all not. Raises Match.DoesNotExist for one that
    waits for no such thing."""
    rows = Match.objects.of(workspace).select_for_update().exclude(thanks_ready_at=None)
    match = rows.get(pk=match_id, thanked_at__isnull=now is not None)
    match.thanked_at = now
    match.save(update_fields=["thanked_at"])
    return match


def _sayable(workspace: Workspace, match_id: UUID, now: datetime) -> Match:
    match = held(workspace, match_id)
    if match.state not in CAN_BE_SAID:
        raise NotOpenError
    if not is_past(match.starts_at, now):
        raise NotYetError
    return match


def _settle(match: Match, state: MatchState, missed_by: Side | None, now: datetime) -> None:
    match.state, match.ended_at = state, now
    match.missed_by = missed_by or "" if state is MatchState.MISSED else ""
    match.save(update_fields=["state", "ended_at", "missed_by"])
    if match.missed_by:
        write_of_missing(workspace=match.workspace, match_id=match.pk, now=now)
