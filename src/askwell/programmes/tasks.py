"""Background work of programmes: rounds are solved and sent; what is due of their talks is done."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.erasing import erase_over
from askwell.programmes.actions.counting import count_overdue
from askwell.programmes.actions.feedback import thank_due
from askwell.programmes.actions.insiders.erasing import erase_due
from askwell.programmes.actions.sending import AT_ONCE, rounds_to_send, send_some
from askwell.programmes.actions.solving import left_unsolved, solve_round
from askwell.programmes.actions.uploading import forget_lists
from askwell.programmes.actions.waiting import inquire_due, release_due, remind_due
from askwell.programmes.actions.writing import programmes_to_write, write_marked
from askwell.programmes.queries.house import programme_of


@task()
def wake_round(workspace_id: str, round_id: str) -> None:
    """Solve a round, and again while it changes."""
    workspace = Workspace.objects.get(pk=workspace_id)
    while solve_round(workspace=workspace, round_id=UUID(round_id), clock=timezone.now):
        pass


def queue_round(workspace_id: UUID, round_id: UUID) -> None:
    """Leave the solving to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_round.enqueue(str(workspace_id), str(round_id)))


@task()
def send_matches(workspace_id: str, round_id: str) -> None:
    """Send what Send was pressed for, a few at a time, until nothing is left."""
    workspace = Workspace.objects.get(pk=workspace_id)
    while send_some(workspace=workspace, round_id=UUID(round_id), now=timezone.now()):
        pass


def queue_sending(workspace_id: UUID, round_id: UUID) -> None:
    """Leave the sending to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: send_matches.enqueue(str(workspace_id), str(round_id)))


@task()
def write_letters(workspace_id: str) -> None:
    """Put the letters that bring seekers in into the outbox, some at a time, until nothing is left."""
    programme = programme_of(Workspace.objects.get(pk=workspace_id))
    while programme and write_marked(programme=programme, most=AT_ONCE, now=timezone.now()):
        pass


def queue_writing(workspace_id: UUID) -> None:
    """Leave those letters to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: write_letters.enqueue(str(workspace_id)))


def sweep(now: datetime) -> int:
    """Wake the rounds and letters that wait for a worker, or lost one; remind, release, ask after, thank; erase
    insiders who left, and lists that nobody applied; count what pages of a sharded database cannot. Returns how many
    were woken or done."""
    unsolved, unsent = left_unsolved(now=now), rounds_to_send()
    for workspace_id, round_id in unsolved:
        queue_round(workspace_id, round_id)
    for workspace_id, round_id in unsent:
        queue_sending(workspace_id, round_id)
    unwritten = programmes_to_write()
    for workspace_id in unwritten:
        queue_writing(workspace_id)
    done = remind_due(now=now) + release_due(now=now) + inquire_due(now=now) + thank_due(now=now)
    done += erase_due(now=now) + forget_lists(now=now) + erase_over(now=now)
    count_overdue(now=now)
    return len(unsolved) + len(unsent) + len(unwritten) + done
