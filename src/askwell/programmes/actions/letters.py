"""Letters of a programme to its people."""

from datetime import datetime

from django.db import transaction

from askwell.outreach.actions.errors import (
    DemoError,
    DoNotContactError,
    NoLetterheadError,
    NoMailboxError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.programmes.models import Programme

UNSENT = (DemoError, NoMailboxError, NoLetterheadError, DoNotContactError, UnknownAddressError)


def post(
    *,
    programme: Programme,
    to: str,
    to_name: str,
    subject: str,
    body: str,
    at: datetime | None = None,
    now: datetime,
) -> bool:
    """Put a letter into the programme's outbox, to leave at `at` or soon. False where it cannot leave: no mailbox is
    connected, no postal address is given, they want no mail, or it is no address. Whoever wrote it then gives it by
    hand."""
    try:
        with transaction.atomic():
            queue_mail(
                workspace=programme.workspace, purpose=Purpose.PROGRAMME, thread_id=None, to=to, to_name=to_name,
                subject=subject, body=body, at=at, now=now,
            )  # fmt: skip
    except UNSENT:
        return False
    return True
