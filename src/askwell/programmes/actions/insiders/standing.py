"""In, paused, out: how an insider stands, decided by them or by a coordinator."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.programmes.actions.calling_off import insider_leaves, insider_pauses
from askwell.programmes.actions.errors import NotNowError
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider
from askwell.programmes.rules.leaving import ERASE_WITHIN

IN = (InsiderState.ACTIVE, InsiderState.PAUSED)


def approve(*, workspace: Workspace, insider_id: UUID, now: datetime) -> Insider:
    """Somebody who applied, or was invited and said yes elsewhere, is in. Raises Insider.DoesNotExist, NotNowError."""
    before = (InsiderState.APPLIED, InsiderState.INVITED)
    return _move(workspace, insider_id, before, state=InsiderState.ACTIVE, active_at=now)


def take_approval_back(*, workspace: Workspace, insider_id: UUID) -> Insider:
    """They wait again. Raises as `approve`."""
    return _move(workspace, insider_id, (InsiderState.ACTIVE,), state=InsiderState.APPLIED, active_at=None)


@transaction.atomic
def pause(*, workspace: Workspace, insider_id: UUID, until: date | None, now: datetime) -> Insider:
    """No new talks until that day, or until they are back by themselves; what is agreed stands, what they have not
    answered is off. Raises Insider.DoesNotExist, NotNowError."""
    insider = _move(workspace, insider_id, IN, state=InsiderState.PAUSED, paused_until=until)
    insider_pauses(insider=insider, now=now)
    return insider


def resume(*, workspace: Workspace, insider_id: UUID) -> Insider:
    """Back at once. Raises Insider.DoesNotExist, NotNowError."""
    return _move(workspace, insider_id, IN, state=InsiderState.ACTIVE, paused_until=None)


@transaction.atomic
def leave(*, workspace: Workspace, insider_id: UUID, is_own_wish: bool, now: datetime) -> Insider:
    """No talks and no mail from now on, and erased within a week; until then it can be taken back, by themselves
    only where it was their own wish. Raises Insider.DoesNotExist, NotNowError."""
    before = (*IN, InsiderState.APPLIED, InsiderState.INVITED)
    gone = {"left_at": now, "erase_at": now + ERASE_WITHIN, "is_own_wish": is_own_wish}
    insider = _move(workspace, insider_id, before, state=InsiderState.LEFT, **gone)
    insider_leaves(insider=insider, now=now)
    return insider


@transaction.atomic
def stay(*, workspace: Workspace, insider_id: UUID, is_own_wish: bool) -> Insider:
    """`leave` taken back: as they stood before. Raises Insider.DoesNotExist, NotNowError where a coordinator would take
    back what was their own wish."""
    insider = Insider.objects.of(workspace).get(pk=insider_id)
    if insider.is_own_wish and not is_own_wish:
        raise NotNowError
    return _move(
        workspace, insider_id, (InsiderState.LEFT,), state=_before(insider), left_at=None, erase_at=None,
        is_own_wish=False,
    )  # fmt: skip


def _before(insider: Insider) -> InsiderState:
    if insider.active_at:
        return InsiderState.ACTIVE
    return InsiderState.INVITED if insider.asked_at or insider.upload_id else InsiderState.APPLIED


def renew_link(*, workspace: Workspace, insider_id: UUID) -> Insider:
    """Another link to their page; the one before leads nowhere any more. Raises Insider.DoesNotExist."""
    rows = Insider.objects.of(workspace).filter(pk=insider_id)
    rows.update(link_number=F("link_number") + 1)
    return rows.get()


def _move(workspace: Workspace, insider_id: UUID, before: tuple[InsiderState, ...], **columns: Any) -> Insider:
    rows = Insider.objects.of(workspace).filter(pk=insider_id)
    if rows.filter(state__in=before).update(version=F("version") + 1, **columns) != 1:
        rows.get()
        raise NotNowError
    return rows.get()
