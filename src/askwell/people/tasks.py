"""Background work of people: tasks that wake an import, a batch of cards or a search for duplicates, and the sweep
that finds those left alone."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.people.actions.duplicates import ask_search, search_duplicates, unfinished_searches
from askwell.people.actions.errors import ImportStateError, SearchStateError
from askwell.people.actions.imports import carry_on, discard_forgotten, left_alone
from askwell.people.actions.scans import discard_forgotten_cards, left_unread, read_scans
from askwell.people.choices import ImportState
from askwell.people.models import Import


@task()
def wake_import(workspace_id: str, import_id: str) -> None:
    """Go on with one import, and look for duplicates among everyone once it is in. When another worker is at it
    already, leave it to that one; when it was discarded on the way, there is nothing left to do."""
    workspace = Workspace.objects.get(pk=workspace_id)
    try:
        carry_on(workspace=workspace, import_id=UUID(import_id), clock=timezone.now)
    except (ImportStateError, Import.DoesNotExist):
        return
    if Import.objects.of(workspace).filter(pk=import_id, state=ImportState.DONE).exists():
        ask_search(workspace=workspace, now=timezone.now())
        queue_search(workspace.pk)


def queue_import(workspace_id: UUID, import_id: UUID) -> None:
    """Leave what is next for this import to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_import.enqueue(str(workspace_id), str(import_id)))


@task()
def wake_cards(workspace_id: str, batch: str) -> None:
    """Read the cards of a batch that wait for it."""
    read_scans(workspace=Workspace.objects.get(pk=workspace_id), batch=UUID(batch), clock=timezone.now)


def queue_cards(workspace_id: UUID, batch: UUID) -> None:
    """Leave the reading of these cards to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_cards.enqueue(str(workspace_id), str(batch)))


@task()
def wake_search(workspace_id: str) -> None:
    """Look for duplicates among everyone; when another worker is at it already, leave it to that one."""
    with suppress(SearchStateError):
        search_duplicates(workspace=Workspace.objects.get(pk=workspace_id), clock=timezone.now)


def queue_search(workspace_id: UUID) -> None:
    """Leave the search for duplicates to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_search.enqueue(str(workspace_id)))


def sweep(now: datetime) -> int:
    """Wake imports, cards and searches whose worker was killed, discard what was forgotten for a week. Returns how
    many."""
    woken, unread, unfinished = left_alone(now=now), left_unread(now=now), unfinished_searches(now=now)
    for workspace_id, import_id in woken:
        queue_import(workspace_id, import_id)
    for workspace_id, batch in unread:
        queue_cards(workspace_id, batch)
    for workspace_id in unfinished:
        queue_search(workspace_id)
    discarded = discard_forgotten(now=now) + discard_forgotten_cards(now=now)
    return len(woken) + len(unread) + len(unfinished) + discarded
