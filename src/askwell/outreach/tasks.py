"""Background work of outreach: the outbox is emptied, and looked after by the sweep."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.fetching import due_mailboxes, fetch_mail, is_due
from askwell.outreach.actions.mail.filing import look_again
from askwell.outreach.actions.mail.opening import imap_of, smtp_of
from askwell.outreach.actions.mail.post import Clock, Post
from askwell.outreach.actions.mail.posting import outboxes_with_work, send_due
from askwell.outreach.choices import SERVERS
from askwell.outreach.models import Dispatch, Mailbox
from askwell.protocols.mail.servers import MailError


def _fetch(mailbox: Mailbox, clock: Clock) -> bool:
    fetched = fetch_mail(workspace=mailbox.workspace, mailbox_id=mailbox.pk, clock=clock)
    if fetched.trouble:
        raise MailError(fetched.trouble, permanent=False)
    return not fetched.busy


POST = Post(smtp_of=smtp_of, imap_of=imap_of, fetch=_fetch)


@task(queue_name=SERVERS)
def wake_outbox(workspace_id: str) -> None:
    """Send what is due of one workspace."""
    send_due(workspace=Workspace.objects.get(pk=workspace_id), clock=timezone.now, post=POST)


def queue_outbox(workspace_id: UUID, at: datetime) -> None:
    """Leave the outbox to a worker at that moment, once the caller's transaction is over."""
    waking = wake_outbox.using(run_after=at)
    transaction.on_commit(lambda: waking.enqueue(str(workspace_id)), robust=True)  # the sweep finds what is not woken


@task(queue_name=SERVERS)
def wake_look(workspace_id: str, dispatch_id: str) -> None:
    """Look into Sent for one that may have been sent; when that was settled meanwhile, there is nothing to do."""
    workspace = Workspace.objects.get(pk=workspace_id)
    try:
        look_again(workspace=workspace, dispatch_id=UUID(dispatch_id), clock=timezone.now, post=POST)
    except Dispatch.DoesNotExist:
        return


def queue_look(workspace_id: UUID, dispatch_id: UUID) -> None:
    """Leave the look into Sent to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_look.enqueue(str(workspace_id), str(dispatch_id)))


@task(queue_name=SERVERS)
def wake_mailbox(workspace_id: str, mailbox_id: str, only_if_due: bool = False) -> None:
    """Look for new mail in one mailbox; when another worker is at it already, leave it to that one. `only_if_due`:
    the sweep's, which queues what still waits in the queue once more."""
    if only_if_due and not is_due(mailbox_id=UUID(mailbox_id), now=timezone.now()):
        return
    workspace = Workspace.objects.get(pk=workspace_id)
    fetch_mail(workspace=workspace, mailbox_id=UUID(mailbox_id), clock=timezone.now)


def queue_mailbox(workspace_id: UUID, mailbox_id: UUID, *, only_if_due: bool = False) -> None:
    """Leave one mailbox to a worker, once the caller's transaction is over."""
    transaction.on_commit(lambda: wake_mailbox.enqueue(str(workspace_id), str(mailbox_id), only_if_due))


def sweep(now: datetime) -> int:
    """Wake each outbox that has something due, left by a dead worker, or to file, and each mailbox that was not looked
    into for a while. Returns how many."""
    workspaces, mailboxes = outboxes_with_work(now=now), due_mailboxes(now=now)
    for workspace_id in workspaces:
        queue_outbox(workspace_id, now)
    for workspace_id, mailbox_id in mailboxes:
        queue_mailbox(workspace_id, mailbox_id, only_if_due=True)
    return len(workspaces) + len(mailboxes)
