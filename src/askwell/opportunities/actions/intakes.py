"""Postings come in, are read in the worker, and their bytes are let go.

What its worker gave no sign of life for two minutes is taken again; the third time it is refused, since it may be what
kills workers. What was read and left alone is forgotten after four weeks, what was refused after one.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.opportunities.actions.errors import (
    IntakeStateError,
    NoLinkError,
    NothingBroughtError,
    TooLargeError,
    TooManyWaitingError,
)
from askwell.opportunities.actions.reading import UnreadableError, read_address, read_bytes
from askwell.opportunities.choices import Brought, IntakeState
from askwell.opportunities.models import Intake
from askwell.opportunities.rules.posting import facts_of, plain
from askwell.protocols.postings import MOST_BYTES, Posting

PATIENCE = timedelta(minutes=2)
MOST_TRIES = 2
MOST_WAITING = 5
MOST_REMARKS = 50
WAITS, REFUSED_FOR = timedelta(weeks=4), timedelta(weeks=1)

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@transaction.atomic
def receive(
    *, workspace: Workspace, brought: Brought, now: datetime, data: bytes = b"", name: str = "", address: str = ""
) -> Intake:
    """Take in what `read_intake` reads; a LINK has an address instead of bytes. Raises NothingBroughtError,
    NoLinkError, TooLargeError, TooManyWaitingError while five wait."""
    address = clean(address, limit=2000)
    if brought is Brought.LINK and not address.lower().startswith(("https://", "http://")):
        raise NoLinkError
    if brought is not Brought.LINK and not data.strip():
        raise NothingBroughtError
    if len(data) > MOST_BYTES:
        raise TooLargeError
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # so that two windows are counted one after the other
    if Intake.objects.of(workspace).filter(state=IntakeState.READING).count() >= MOST_WAITING:
        raise TooManyWaitingError
    called = name or (_first_words(data) if brought is Brought.PASTED else "")
    return Intake.objects.create(
        workspace=workspace, brought=brought, name=clean(called, limit=200), address=address, data=data, created_at=now,
        touched_at=now,
    )  # fmt: skip


def read_intake(*, workspace: Workspace, intake_id: UUID, clock: Clock) -> None:
    """Read one that waits: READY with what was found, or REFUSED with the code of why not. Does no harm when called
    twice, by two workers, or when it is gone. Raises what a later call may mend (OperationalError)."""
    mine = _begin(workspace, intake_id, clock())
    row = mine.first() if mine is not None else None
    if mine is None or row is None:
        return
    try:
        _finish(mine, clock(), _outcome(row))
    except UnreadableError as error:
        _finish(mine, clock(), {"state": IntakeState.REFUSED, "code": error.code})
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("intake %s was not read", intake_id)
        _finish(mine, clock(), {"state": IntakeState.REFUSED, "code": "unexpected"})


def discard(*, workspace: Workspace, intake_id: UUID) -> None:
    """Let go of what nothing is kept of. Raises IntakeStateError, Intake.DoesNotExist."""
    rows = Intake.objects.of(workspace).filter(pk=intake_id)
    if not rows.exclude(state=IntakeState.KEPT).delete()[0]:
        raise IntakeStateError(rows.values_list("state", flat=True).get())


def left_unread(*, now: datetime) -> list[tuple[UUID, UUID, str]]:
    """(workspace id, id, how it was brought) of what waits for a worker, or lost one."""
    waiting = Intake._base_manager.filter(state=IntakeState.READING)  # of every workspace
    return list(waiting.filter(touched_at__lt=now - PATIENCE).values_list("workspace_id", "id", "brought"))


def forget_intakes(*, now: datetime) -> int:
    """Delete what was refused a week ago, and what nobody looked at for four. Returns how many."""
    refused = Q(state=IntakeState.REFUSED, touched_at__lt=now - REFUSED_FOR)
    waited = Q(state=IntakeState.READY, touched_at__lt=now - WAITS)
    return Intake._base_manager.filter(refused | waited).delete()[0]  # of every workspace


def as_found(posting: Posting) -> dict[str, Any]:
    """A posting as an intake keeps it."""
    told = asdict(posting)
    return plain(facts_of({**told, "organisation_name": told["organisation"]}))


def offered(found: Sequence[Posting]) -> list[dict[str, Any]]:
    """Those that have a title."""
    return [told for told in map(as_found, found) if told["title"]]


def _first_words(data: bytes) -> str:
    """The first line of a text, to know it again by; nothing of a page's code."""
    lines = (line.strip() for line in data[:2000].decode(errors="ignore").splitlines())
    first = next(filter(None, lines), "")
    return "" if first.startswith(("<", "{", "[")) else first[:80]


def _outcome(row: Intake) -> dict[str, Any]:
    filename = row.name if row.brought == Brought.FILE else ""
    is_link = row.brought == Brought.LINK
    read = read_address(row.address) if is_link else read_bytes(bytes(row.data), address=row.address, filename=filename)
    found = offered(read.postings)
    if not found:
        return {"state": IntakeState.REFUSED, "code": "nothing_found"}
    remarks = sorted(read.remarks, key=lambda one: one.code == "no_title")[:MOST_REMARKS]
    return {"state": IntakeState.READY, "found": found, "remarks": [asdict(one) for one in remarks]}


def _begin(workspace: Workspace, intake_id: UUID, now: datetime) -> QuerySet[Intake] | None:
    """The intake, taken by this worker; None when it is another's, or has been tried often enough."""
    waiting = Intake.objects.of(workspace).filter(pk=intake_id, state=IntakeState.READING)
    row = waiting.defer("data").first()
    if row is None or (row.tries and row.touched_at > now - PATIENCE):
        return None
    mine = waiting.filter(tries=row.tries)
    if row.tries >= MOST_TRIES:
        _finish(mine, now, {"state": IntakeState.REFUSED, "code": "crashed"})
        return None
    return waiting.filter(tries=row.tries + 1) if mine.update(tries=F("tries") + 1, touched_at=now) else None


def _finish(mine: QuerySet[Intake], now: datetime, outcome: dict[str, Any]) -> None:
    """Keep what came of it, unless somebody took it over meanwhile. The bytes of what was read go; those of what was
    refused stay until they are forgotten, so that they can be written down by hand."""
    gone = {"data": b""} if outcome["state"] == IntakeState.READY else {}
    mine.update(touched_at=now, **outcome, **gone)
