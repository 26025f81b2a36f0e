"""Pictures of cards come in, are turned, or come in anew; `read_scans` reads them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.ids import uuid7
from askwell.lib.text import clean
from askwell.people.actions.scans.errors import (
    CardStateError,
    NoPictureError,
    PicturesTooLargeError,
    TooManyPicturesError,
)
from askwell.people.choices import ScanState
from askwell.people.models import CardPicture, CardScan, Event
from askwell.protocols.pictures import MOST_BYTES

MOST_PICTURES = 40
LARGEST_TOGETHER = 100 * 1024 * 1024
TO_CONFIRM = (ScanState.READY, ScanState.REFUSED)

Upload = tuple[str, bytes]
"""A file's name and its bytes."""


@transaction.atomic
def receive_cards(
    *, workspace: Workspace, uploads: Sequence[Upload], paired: bool, event_id: UUID | None, now: datetime
) -> list[CardScan]:
    """Take in pictures of cards, each a card of its own, or (`paired`) two after each other front and back.

    A picture past 30 MB becomes a refused card, and the others go on. Raises NoPictureError,
    TooManyPicturesError past 40, PicturesTooLargeError past 100 MB together, Event.DoesNotExist.
    """
    if not uploads:
        raise NoPictureError
    if len(uploads) > MOST_PICTURES:
        raise TooManyPicturesError
    if sum(len(data) for _, data in uploads) > LARGEST_TOGETHER:
        raise PicturesTooLargeError
    event = Event.objects.of(workspace).get(pk=event_id) if event_id else None
    cards, batch = _cards(uploads, 2 if paired else 1), uuid7()
    return [_receive(workspace, sides, event, batch, place, now) for place, sides in enumerate(cards, 1)]


def _cards(uploads: Sequence[Upload], sides: int) -> list[tuple[Upload, ...]]:
    return [tuple(uploads[start : start + sides]) for start in range(0, len(uploads), sides)]


def _receive(
    workspace: Workspace, sides: Sequence[Upload], event: Event | None, batch: UUID, place: int, now: datetime
) -> CardScan:
    too_large = any(len(data) > MOST_BYTES for _, data in sides)
    scan = CardScan.objects.create(
        workspace=workspace,
        state=ScanState.REFUSED if too_large else ScanState.READING,
        error="too_many_bytes" if too_large else "",
        batch=batch,
        position=place,
        filename=clean(sides[0][0], limit=255),
        event=event,
        created_at=now,
        touched_at=now,
    )
    if not too_large:
        pictures = [CardPicture(workspace=workspace, scan=scan, side=n, data=data) for n, (_, data) in enumerate(sides)]
        CardPicture.objects.bulk_create(pictures)
    return scan


@transaction.atomic
def turn_picture(*, workspace: Workspace, picture_id: UUID, now: datetime) -> CardScan:
    """Turn one side clockwise by a quarter; the card is read again. Raises CardPicture.DoesNotExist,
    CardStateError unless it waits to be confirmed."""
    picture = CardPicture.objects.of(workspace).defer("data").get(pk=picture_id)
    scan = to_read_again(workspace, picture.scan_id, now)
    picture.turn = (picture.turn + 90) % 360
    picture.save(update_fields=["turn"])
    return scan


@transaction.atomic
def replace_picture(*, workspace: Workspace, scan_id: UUID, side: int, upload: Upload, now: datetime) -> CardScan:
    """Another picture of the front (`side` 0) or the back (1); the card is read again.

    Raises CardScan.DoesNotExist, CardStateError, NoPictureError, PicturesTooLargeError, ValueError for no such side.
    """
    name, data = upload
    if side not in (0, 1):
        raise ValueError(side)
    if not data:
        raise NoPictureError
    if len(data) > MOST_BYTES:
        raise PicturesTooLargeError
    scan = to_read_again(workspace, scan_id, now, filename=clean(name, limit=255))
    new = {"data": data, "width": 0, "height": 0, "turn": 0}
    CardPicture.objects.of(workspace).update_or_create(workspace=workspace, scan=scan, side=side, defaults=new)
    return scan


@transaction.atomic
def read_again(*, workspace: Workspace, scan_id: UUID, now: datetime) -> CardScan:
    """Read the card once more, now that text recognition was installed, say. Raises CardScan.DoesNotExist,
    CardStateError, NoPictureError when nothing of it was kept."""
    scan = to_read_again(workspace, scan_id, now)
    if not CardPicture.objects.of(workspace).filter(scan=scan).exists():
        raise NoPictureError
    return scan


def to_read_again(workspace: Workspace, scan_id: UUID, now: datetime, **values: str) -> CardScan:
    mine = CardScan.objects.of(workspace).filter(pk=scan_id)
    reading = {"state": ScanState.READING, "error": "", "tries": 0, "touched_at": now, **values}
    if mine.filter(state__in=TO_CONFIRM).update(**reading) != 1:
        raise CardStateError(mine.get().state)
    return mine.get()
