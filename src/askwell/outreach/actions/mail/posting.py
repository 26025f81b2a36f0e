"""A worker empties the outbox: each mail that is due leaves once, or says why not.

Several workers may be at it, and each may be killed at any moment (`rules/mail/sending` says why that is safe).
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.checking import is_follow_up, is_useless, stands_against
from askwell.outreach.actions.mail.durable import durable
from askwell.outreach.actions.mail.filing import FILE_FOR, file_sent, find_out
from askwell.outreach.actions.mail.leaving import store
from askwell.outreach.actions.mail.overdue import spread_overdue
from askwell.outreach.actions.mail.post import Clock, Post, Smtp
from askwell.outreach.actions.mail.ways import step, way_of
from askwell.outreach.actions.mail.wording import mail_of
from askwell.outreach.actions.threads import locked
from askwell.outreach.choices import DispatchState
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.queries.mail.mailboxes import mailboxes_of
from askwell.outreach.rules.mail import sending
from askwell.protocols.mail.servers import MailError, Trouble
from askwell.protocols.mail.writing import NotWritable, ascii_address

log = logging.getLogger(__name__)

MOST_SESSIONS = 20
GOES_ON_AFTER = (Trouble.REFUSED, Trouble.TOO_BIG)  # of one mail only; the connection is as good as before


class CalledBackError(Exception):
    """It was called back, or its claim does not stand any more, in the last moment: the last byte is not given."""


class _HangUpError(Exception):
    """Nothing more goes through this connection."""


def send_due(*, workspace: Workspace, clock: Clock, post: Post) -> int:
    """Send what is due, find out about what is open, file what was sent. Returns how many mails left.

    `clock` is asked at every step. Troubles with servers are stored with the mails, never raised.
    """
    find_out(workspace=workspace, clock=clock, post=post)
    mailboxes = Mailbox.objects.of(workspace).filter(pk__in=_due(workspace, clock()).values("mailbox"))
    sent = sum(_send_through(mailbox, clock, post) for mailbox in mailboxes.select_related("workspace"))
    file_sent(workspace=workspace, clock=clock, post=post)
    return sent


def outboxes_with_work(*, now: datetime) -> list[UUID]:
    """Ids of the workspaces in whose outbox something is due, was left by a dead worker, or has to be filed."""
    everywhere = Dispatch._base_manager  # of every workspace
    due = Q(state=DispatchState.WAITING, due_at__lte=now)
    left = Q(state=DispatchState.SENDING) & (Q(began_at__lt=now - sending.LEASE) | ~Q(trouble=""))
    moving = everywhere.filter(due | left).values_list("workspace", flat=True)
    recent = now - FILE_FOR, now - timedelta(minutes=1)
    unfiled = everywhere.filter(state=DispatchState.SENT, filed_at=None, sent_at__range=recent)
    return sorted({*moving, *unfiled.values_list("workspace", flat=True)})


def _due(workspace: Workspace, now: datetime) -> QuerySet[Dispatch]:
    waiting = Dispatch.objects.of(workspace).filter(state=DispatchState.WAITING, due_at__lte=now)
    return waiting.select_related("message", "workspace").order_by("due_at", "id")


def _send_through(mailbox: Mailbox, clock: Clock, post: Post) -> int:
    """Session after session while there is something due: what went wrong in one is not due any more after it."""
    sent = 0
    if not mailbox.removed_at:
        spread_overdue(mailbox=mailbox, now=clock())
    for _ in range(MOST_SESSIONS):
        due = list(_due(mailbox.workspace, clock()).filter(mailbox=mailbox))
        due = due if mailbox.removed_at else _heard_first(due, clock, post)
        if not due:
            break
        sent += _session(mailbox, due, clock, post)
    return sent


def _heard_first(due: list[Dispatch], clock: Clock, post: Post) -> list[Dispatch]:
    """Before a follow-up leaves, what came meanwhile is fetched, from wherever an answer may lie; while that cannot be
    done, it waits."""
    fetched: dict[UUID, bool | MailError] = {}
    return [dispatch for dispatch in due if not is_follow_up(dispatch) or _is_heard(dispatch, fetched, clock, post)]


def _is_heard(dispatch: Dispatch, fetched: dict[UUID, bool | MailError], clock: Clock, post: Post) -> bool:
    """Whether each mailbox that a mail of its conversation left from was looked into, this time each once."""
    assert dispatch.thread_id, "a follow-up is a letter"
    for mailbox in mailboxes_of(dispatch.thread_id, dispatch.workspace):
        if mailbox.pk not in fetched:
            fetched[mailbox.pk] = _fetched(mailbox, clock, post)
        how = fetched[mailbox.pk]
        if isinstance(how, MailError):
            _put_off([dispatch], how, clock())
        if how is not True:
            return False
    return True


def _fetched(mailbox: Mailbox, clock: Clock, post: Post) -> bool | MailError:
    try:
        return post.fetch(mailbox, clock)
    except MailError as error:
        return error
    except Exception as error:  # nobody foresaw it: what may have been answered waits, all else leaves
        log.warning("a mailbox could not be looked into: %s", type(error))
        return MailError(Trouble.NO_ANSWER, permanent=False)


def _session(mailbox: Mailbox, due: list[Dispatch], clock: Clock, post: Post) -> int:
    sent = 0
    if mailbox.removed_at:
        for dispatch in due:
            _claimed(dispatch, clock())
        return 0
    try:
        with post.smtp_of(mailbox, clock()) as smtp:
            for dispatch in due:
                sent += _send(smtp, dispatch, clock)
    except _HangUpError:
        return sent
    except MailError as error:
        _put_off(due, error, clock())
    return sent


def _send(smtp: Smtp, dispatch: Dispatch, clock: Clock) -> int:
    """One mail, from the claim to the server's answer; 1 if the server took it. Raises _HangUpError."""
    claimed = _claimed(dispatch, clock())
    if claimed is None:
        return 0
    try:
        data = mail_of(claimed, at=claimed.began_at or clock())
        sender, to = ascii_address(claimed.mailbox.address), ascii_address(claimed.to)
    except NotWritable:
        _fail(claimed, MailError(Trouble.REFUSED, permanent=True), clock())
        return 0
    try:
        said = smtp.send(sender, [to], data, before_end=lambda: _hand(claimed, clock()))
    except CalledBackError:
        raise _HangUpError from None
    except MailError as error:
        _fail(claimed, error, clock())
        if error.trouble in GOES_ON_AFTER:
            return 0
        raise _HangUpError from None
    _take(claimed, said, clock())
    return 1


def _take(claimed: Dispatch, said: str, now: datetime) -> None:
    """The server's yes counts, also where somebody took this worker for dead meanwhile, as when the clock jumps: unless
    the mail was handed over anew since."""
    handed_at = claimed.handed_at
    while not store(claimed, sending.take(way_of(claimed), now=now), now=now, said=said):
        claimed = (
            Dispatch.objects.of(claimed.workspace).select_related("workspace", "message__workspace").get(pk=claimed.pk)
        )
        if claimed.handed_at != handed_at or claimed.state not in (DispatchState.SENDING, DispatchState.UNSURE):
            return


@transaction.atomic
def _claimed(dispatch: Dispatch, now: datetime) -> Dispatch | None:
    """This worker's from now on; None where another has it, or something stands against it."""
    rows = Dispatch.objects.of(dispatch.workspace).filter(pk=dispatch.pk, state=DispatchState.WAITING, due_at__lte=now)
    row = rows.select_related("workspace", "mailbox", "message__workspace").first()
    if row is None:
        return None
    thread = locked(row.workspace, row.thread_id) if row.thread_id else None
    way = way_of(row)
    against = stands_against(row, thread, now=now)
    if is_useless(row, now=now):
        after = sending.cancel(way)
    else:
        after = sending.hold(way, against) if against else sending.claim(way, now=now)
    message = row.message
    if not step(row, after) or after.state is not DispatchState.SENDING:
        return None
    row.message = message
    return row


def _hand(dispatch: Dispatch, now: datetime) -> None:
    """On the disk before the last byte is given: from here on the server may have it, and after a power cut too that is
    known."""
    with durable():
        if not step(dispatch, sending.hand(way_of(dispatch), now=now)):
            raise CalledBackError


def _fail(dispatch: Dispatch, error: MailError, now: datetime) -> None:
    after = sending.fail(way_of(dispatch), error.trouble, permanent=error.permanent, now=now)
    store(dispatch, after, now=now, said=error.said)


def _put_off(dispatches: list[Dispatch], error: MailError, now: datetime) -> None:
    """What was not tried, because its mailbox cannot be reached."""
    for dispatch in dispatches:
        way = way_of(dispatch)
        if way.state is DispatchState.WAITING:
            store(dispatch, sending.put_off(way, error.trouble, now=now), now=now, said=error.said)
