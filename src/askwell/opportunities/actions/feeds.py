"""Feeds: read again and again, more rarely while they fail; what is new in one waits to be ticked."""

import logging
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.text import clean
from askwell.opportunities.actions.errors import NoLinkError
from askwell.opportunities.actions.intakes import Clock, offered
from askwell.opportunities.actions.reading import UnreadableError, read_address
from askwell.opportunities.choices import Brought, IntakeState, Source
from askwell.opportunities.models import Feed, Intake
from askwell.opportunities.queries.known import keys_of, known_among
from askwell.opportunities.rules.feeds import wait_after
from askwell.opportunities.rules.posting import facts_of
from askwell.protocols.postings import MOST_POSTINGS

MOST_SEEN = 5_000
CLAIMED = timedelta(minutes=10)
"""For so long a feed that is being read is given to no other worker."""

log = logging.getLogger(__name__)


@transaction.atomic
def add_feed(*, workspace: Workspace, address: str, name: str, source: str, now: datetime) -> Feed:
    """A feed that is read from now on; one of this address that is there already is read anew. Raises NoLinkError."""
    address = clean(address, limit=2000)
    if not address.lower().startswith(("https://", "http://")):
        raise NoLinkError
    row = Feed.kept(workspace).filter(address=address).first() or Feed(
        workspace=workspace, address=address, created_at=now
    )
    row.name, row.source = clean(name, limit=120), source if source in set(Source) else Source.BOARD
    row.due_at, row.fails, row.trouble = now, 0, ""
    row.save()
    return row


def read_feed(*, workspace: Workspace, feed_id: UUID, clock: Clock) -> int:
    """Read one now; returns how many postings are new. What went wrong is kept, and the next try waits longer."""
    row = Feed.kept(workspace).filter(pk=feed_id).first()
    if row is None:
        return 0
    try:
        found = offered(read_address(row.address).postings)
    except UnreadableError as error:
        return _failed(row, error.code, clock())
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("feed %s was not read", feed_id)
        return _failed(row, "unexpected", clock())
    return _read(row, found, clock())


def feeds_due(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, id) of feeds to be read now; each is given out once."""
    rows = Feed._base_manager.filter(removed_at=None, due_at__lte=now)  # of every workspace
    found = list(rows.values_list("workspace_id", "id"))
    return [(workspace, key) for workspace, key in found if rows.filter(pk=key).update(due_at=now + CLAIMED)]


def _failed(row: Feed, code: str, now: datetime) -> int:
    fails = row.fails + 1
    rows = Feed.kept(row.workspace).filter(pk=row.pk, address=row.address)
    rows.update(fails=fails, trouble=code[:40], due_at=now + wait_after(fails))
    return 0


@transaction.atomic
def _read(row: Feed, found: list[dict[str, Any]], now: datetime) -> int:
    """What was offered before, or is an opportunity already, is not new."""
    row = Feed.objects.of(row.workspace).select_for_update().get(pk=row.pk)
    keyed = {key: told for told in found if (key := _key(told))}
    known = set(row.seen) | _kept_already(row.workspace, keyed, now)
    new = {key: told for key, told in keyed.items() if key not in known}
    row.seen = [*row.seen, *(key for key in keyed if key not in set(row.seen))][-MOST_SEEN:]
    row.read_at, row.due_at, row.fails, row.trouble = now, now + wait_after(0), 0, ""
    row.save(update_fields=["seen", "read_at", "due_at", "fails", "trouble"])
    if new:
        _offer(row, list(new.values()), now)
    return len(new)


def _offer(row: Feed, new: list[dict[str, Any]], now: datetime) -> None:
    """Into what waits of this feed already, so that one list grows rather than many."""
    waiting = Intake.objects.of(row.workspace).filter(feed=row, state=IntakeState.READY).first()
    if waiting is None:
        waiting = Intake(workspace=row.workspace, feed=row, brought=Brought.FEED, created_at=now)
        waiting.name, waiting.address, waiting.state = row.name, row.address, IntakeState.READY
    waiting.found = [*new, *waiting.found][:MOST_POSTINGS]
    waiting.touched_at = now
    waiting.save()


def _kept_already(workspace: Workspace, keyed: dict[str, dict[str, Any]], now: datetime) -> set[str]:
    there = known_among(workspace, [facts_of(told) for told in keyed.values()], day_in(workspace, now))
    return {key for key, known in zip(keyed, there, strict=True) if known}


def _key(told: dict[str, Any]) -> str:
    """What a posting of a feed is known by: its address, else its words."""
    return next(iter(keys_of(facts_of(told))), "")
