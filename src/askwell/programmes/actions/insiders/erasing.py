"""Insiders who left are erased; what stays is that a talk was held, and a code that keeps others from writing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.actions import note_erasure
from askwell.accounts.choices import Gone
from askwell.accounts.models import Workspace
from askwell.people.actions.stopping import stop_address
from askwell.people.choices import UNSUBSCRIBED
from askwell.programmes.actions.calling_off import insider_leaves
from askwell.programmes.actions.forgetting import forget_letters
from askwell.programmes.choices import InsiderState, Side
from askwell.programmes.models import Feedback, Insider, Match


def erase_due(*, now: datetime) -> int:
    """All whose day has come, in all programmes; how many. Safe to call at any time, twice, or by two at once."""
    due = Insider._base_manager.filter(  # of every workspace
        state=InsiderState.LEFT, erase_at__lte=now
    )
    return sum(_erased(insider, now) for insider in due.select_related("workspace").order_by("erase_at", "id")[:500])


@transaction.atomic
def _erased(insider: Insider, now: datetime) -> bool:
    rows = Insider.objects.of(insider.workspace).filter(pk=insider.pk, state=InsiderState.LEFT, erase_at__lte=now)
    if insider.is_own_wish and insider.email and rows.exists():
        stop_address(workspace=insider.workspace, email=insider.email, why=UNSUBSCRIBED, now=now)
    _forget_words(insider, now)
    is_gone = rows.delete()[0] > 0
    if is_gone:
        place, own = insider.workspace_id, insider.is_own_wish
        note_erasure(Gone.INSIDER, place=place, key=insider.pk, is_stopped=own)
    return is_gone


@transaction.atomic
def erase_at_once(*, workspace: Workspace, insider_id: UUID, is_own_wish: bool, now: datetime) -> None:
    """Without the days of grace; their talks are called off. Raises Insider.DoesNotExist."""
    insider = Insider.objects.of(workspace).get(pk=insider_id)
    if insider.state != InsiderState.LEFT:
        insider_leaves(insider=insider, now=now)
    insider.state, insider.erase_at, insider.is_own_wish = InsiderState.LEFT, now, is_own_wish
    insider.save(update_fields=["state", "erase_at", "is_own_wish"])
    _erased(insider, now)


def _forget_words(insider: Insider, now: datetime) -> None:
    """What they said of talks and of themselves, and what was written to them and of them."""
    talks = Match.objects.of(insider.workspace).filter(insider=insider)
    talks.update(answer="", reason={})
    Feedback.objects.of(insider.workspace).filter(match__in=talks, side=Side.INSIDER).update(text="", may_tell=False)
    forget_letters(insider, now)
