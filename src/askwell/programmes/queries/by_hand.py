"""Letters about a talk that could not leave by mail, and are still worth passing on."""

from django.db.models import Q

from askwell.programmes.choices import MatchState
from askwell.programmes.models import Match
from askwell.programmes.rules.letters import Kind

STANDS: dict[Kind, tuple[MatchState, ...]] = {
    Kind.REMIND: (MatchState.ASKED,),
    Kind.HOW_INSIDER: (MatchState.AGREED,),
    Kind.HOW_SEEKER: (MatchState.AGREED,),
    Kind.OFF_INSIDER: (MatchState.CANCELLED,),
    Kind.OFF_SEEKER: (MatchState.CANCELLED,),
    Kind.MISSED: (MatchState.MISSED, MatchState.CANCELLED),
    Kind.PAUSED: (MatchState.MISSED, MatchState.CANCELLED),
}
"""How a talk stands as long as the letter is worth passing on; a reminder only until there is an answer."""


def left_over(match: Match) -> list[Kind]:
    """Which of them wait to be passed on."""
    kinds = [Kind(one) for one in match.by_hand.split()]
    return [kind for kind in kinds if match.state in STANDS[kind] and not (kind is Kind.REMIND and match.answered_at)]


def _waits() -> Q:
    """A talk of which something is to be passed on; letters that ask a seeker to join have a page of their own."""
    asks = Q(state=MatchState.ASKED, asked_at=None, answered_at=None)
    thanks = Q(state=MatchState.HELD, thanked_at=None, thanks_ready_at__isnull=False)
    found = asks | (thanks & Q(insider__isnull=False))
    for kind, states in STANDS.items():
        unanswered = Q(answered_at=None) if kind is Kind.REMIND else Q()
        found |= Q(by_hand__contains=kind, state__in=states) & unanswered
    return found


BY_HAND = _waits()
