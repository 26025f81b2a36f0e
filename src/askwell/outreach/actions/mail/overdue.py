"""A computer that slept wakes: the letters whose time went by get another, so that they do not all leave at once."""

from datetime import datetime

from django.db import transaction

from askwell.outreach.actions.mail.ways import step, way_of
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.queries.mail.outbox import waiting_from
from askwell.outreach.rules.mail import sending
from askwell.outreach.rules.mail.spreading import LATE, anew, is_overdue


@transaction.atomic
def spread_overdue(*, mailbox: Mailbox, now: datetime) -> None:
    """Give every overdue letter of the mailbox a time of its own, from `now` on and welcome to its reader; the one that
    was due first comes first."""
    Mailbox.objects.of(mailbox.workspace).select_for_update().get(pk=mailbox.pk)  # one worker at a time
    for letter in _overdue(mailbox, now):
        assert letter.thread, "a letter has one"
        to = recipient_of(letter.thread.person)
        at = anew(letter.due_at, now, waiting_from(mailbox, now - LATE), zone=to.zone, region=to.region)
        step(letter, sending.postpone(way_of(letter), at))


def _overdue(mailbox: Mailbox, now: datetime) -> list[Dispatch]:
    waiting = Dispatch.objects.of(mailbox.workspace).filter(
        mailbox=mailbox, purpose=Purpose.LETTER, state=DispatchState.WAITING, due_at__lt=now - LATE
    )
    rows = waiting.select_related("workspace", "thread__person").order_by("due_at", "id")
    return [row for row in rows if is_overdue(row.due_at, asked_at=row.asked_at, now=now)]
