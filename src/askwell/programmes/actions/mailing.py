"""A programme's letters leave by its own mailbox, if it has one."""

from datetime import datetime

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import (
    DemoError,
    DoNotContactError,
    NoLetterheadError,
    NoMailboxError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.outbox import queue_mail
from askwell.outreach.choices import Purpose
from askwell.programmes.rules.letters import Words

CANNOT = (DemoError, DoNotContactError, NoLetterheadError, NoMailboxError, UnknownAddressError)


def post(
    *, workspace: Workspace, to: str, to_name: str, words: Words, at: datetime | None = None, now: datetime
) -> bool:
    """Whether the letter leaves by itself, at `at` or soon; false where no mailbox or letterhead is set up, the address
    is none, or its owner wants no more mail of the programme: then a person has to pass it on, or nobody."""
    try:
        with transaction.atomic():
            queue_mail(
                workspace=workspace, purpose=Purpose.PROGRAMME, thread_id=None, to=to, to_name=to_name,
                subject=words.subject, body=words.body, at=at, now=now,
            )  # fmt: skip
    except CANNOT:
        return False
    return True
