"""A card is left out, or its picture taken off a person; and back again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.scans.errors import CardStateError
from askwell.people.choices import ScanState
from askwell.people.models import CardPicture, CardScan

TO_LEAVE = (ScanState.READY, ScanState.REFUSED, ScanState.KEPT)


@transaction.atomic
def leave_out_card(*, workspace: Workspace, scan_id: UUID, now: datetime) -> CardScan:
    """Nobody is to come of this card; or, of a kept one, its picture is no longer to be with the person, who stays.
    For a week it can be brought back. Raises CardScan.DoesNotExist, CardStateError."""
    mine = CardScan.objects.of(workspace).filter(pk=scan_id)
    if mine.filter(state__in=TO_LEAVE).update(state=ScanState.LEFT_OUT, touched_at=now) != 1:
        raise CardStateError(mine.get().state)
    return mine.get()


@transaction.atomic
def bring_back_card(*, workspace: Workspace, scan_id: UUID, now: datetime) -> CardScan:
    """Undo of `leave_out_card`: as it was before. Raises CardScan.DoesNotExist, CardStateError."""
    scan = CardScan.objects.of(workspace).select_for_update().get(pk=scan_id)
    if scan.state != ScanState.LEFT_OUT:
        raise CardStateError(scan.state)
    readable = CardPicture.objects.of(workspace).filter(scan=scan).exists()
    scan.state = ScanState.KEPT if scan.person_id else ScanState.READY if readable else ScanState.REFUSED
    scan.touched_at = now
    scan.save(update_fields=["state", "touched_at"])
    return scan
