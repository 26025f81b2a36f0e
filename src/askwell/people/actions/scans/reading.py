"""Cards are read in the worker, one by one: each READING one becomes READY or REFUSED.

A worker that takes a card counts it in `tries` first. One that gives no sign of life for three minutes (a card
takes two at most) is taken again; the third time it is refused, since its picture may be what kills workers.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries import zone_of
from askwell.lib.places import region_of
from askwell.people.actions.cards import CardResult, read_sides
from askwell.people.choices import ScanState
from askwell.people.models import CardPicture, CardScan
from askwell.people.rules.cards.stored import fields_to_json, line_to_json
from askwell.protocols.pictures import Reader

PATIENCE = timedelta(minutes=3)
MOST_TRIES = 2
FORGOTTEN = timedelta(days=7)
WAIT_WEEKS = 4

Clock = Callable[[], datetime]


def read_scans(*, workspace: Workspace, batch: UUID, clock: Clock, reader: Reader | None = None) -> int:
    """Read the cards of a batch that wait for it; returns how many this call read. Does no harm when called twice,
    or by two workers: a card that one is at is left to it. `reader` to bound otherwise; it is closed at the end."""
    country = region_of("", zone_of(workspace)).partition("-")[0]
    waiting = CardScan.objects.of(workspace).filter(batch=batch, state=ScanState.READING).order_by("position")
    read = 0
    with reader or Reader() as eyes:
        for scan_id in list(waiting.values_list("id", flat=True)):
            scan = _begin(workspace, scan_id, clock())
            if scan:
                pictures = _pictures(scan)
                sides = [(bytes(picture.data), picture.turn) for picture in pictures]
                _finish(scan, pictures, read_sides(reader=eyes, sides=sides, region=country), clock())
                read += 1
    return read


def left_unread(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, batch) of cards that wait for a worker, or lost theirs. A wake too many does no harm."""
    stale = CardScan._base_manager.filter(state=ScanState.READING, touched_at__lt=now - PATIENCE)  # of every workspace
    return list(stale.values_list("workspace_id", "batch").distinct())


def discard_forgotten_cards(*, now: datetime) -> int:
    """Delete what was left out or refused and not touched for a week, and what waited for a yes for four: pictures of
    strangers. Returns how many."""
    over = Q(state__in=(ScanState.LEFT_OUT, ScanState.REFUSED), touched_at__lt=now - FORGOTTEN)
    waited = Q(state=ScanState.READY, touched_at__lt=now - timedelta(weeks=WAIT_WEEKS))
    old = CardScan._base_manager.filter(over | waited)  # of every workspace
    return sum(count for label, count in old.delete()[1].items() if label == CardScan._meta.label)


def _begin(workspace: Workspace, scan_id: UUID, now: datetime) -> CardScan | None:
    """The card, taken by this worker; None when it is another's, or has been tried often enough."""
    scan = CardScan.objects.of(workspace).filter(pk=scan_id, state=ScanState.READING).first()
    if scan is None or (scan.tries and scan.touched_at > now - PATIENCE):
        return None
    mine = CardScan.objects.of(workspace).filter(pk=scan_id, state=ScanState.READING, tries=scan.tries)
    if scan.tries >= MOST_TRIES:
        _refuse(mine, scan, "crashed", now)
        return None
    if mine.update(tries=F("tries") + 1, touched_at=now) != 1:
        return None
    scan.tries += 1
    return scan


@transaction.atomic
def _refuse(mine: QuerySet[CardScan], scan: CardScan, error: str, now: datetime) -> None:
    if mine.update(state=ScanState.REFUSED, error=error, touched_at=now):
        CardPicture.objects.of(scan.workspace).filter(scan=scan).delete()


def _pictures(scan: CardScan) -> list[CardPicture]:
    return list(CardPicture.objects.of(scan.workspace).filter(scan=scan).order_by("side"))


@transaction.atomic
def _finish(scan: CardScan, pictures: Sequence[CardPicture], result: CardResult, now: datetime) -> None:
    """Keep what came of it, unless somebody took the card over meanwhile. A picture on which nothing could be read
    is READY all the same: a person can read it."""
    mine = CardScan.objects.of(scan.workspace).filter(pk=scan.pk, state=ScanState.READING, tries=scan.tries)
    readable = any(side.picture for side in result.sides)
    outcome = {
        "state": ScanState.READY if readable else ScanState.REFUSED,
        "error": result.error or next((side.error for side in result.sides if side.error), ""),
        "fields": {**fields_to_json(result.fields), "coded": result.coded} if result.fields else {},
        "lines": [line_to_json(line) for line in result.lines],
        "tries": 0,
        "touched_at": now,
    }
    if mine.update(**outcome) != 1:
        return
    for picture, side in zip(pictures, result.sides, strict=False):
        if side.picture:
            picture.data, picture.width, picture.height, picture.turn = side.picture, side.width, side.height, 0
            picture.save()
        else:
            picture.delete()
