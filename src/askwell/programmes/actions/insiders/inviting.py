"""Insiders who were put on the list are asked whether they volunteer: one mail each, once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

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
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider, Programme
from askwell.programmes.queries.insiders.inviting import to_invite
from askwell.programmes.rules.inviting import letter

MOST_AT_ONCE = 500
"""Mails put into the outbox at one press."""
NO_MAIL = (NoMailboxError, DemoError, NoLetterheadError)
"""Why a programme sends no mail at all: its letters are copied from the page then."""

Link = Callable[[Insider], str]


@dataclass(slots=True)
class Invited:
    """Whom a mail was queued for, and who could not be: they asked for no mail, or the address is none."""

    sent: list[UUID] = field(default_factory=list)
    stopped: list[UUID] = field(default_factory=list)
    unreachable: list[UUID] = field(default_factory=list)


def invite(*, programme: Programme, insiders: Sequence[UUID] | None, link: Link, now: datetime) -> Invited:
    """Ask those of `insiders` (with None all) who were not asked yet and have an address; at most MOST_AT_ONCE. Pressed
    twice, or by two at once, nobody gets a second mail.

    Raises NoMailboxError, in a demo DemoError, and NoLetterheadError, before anything is sent."""
    done = Invited()
    for insider in to_invite(programme.workspace, insiders)[:MOST_AT_ONCE]:
        try:
            if _asked(programme, insider, link(insider), now):
                done.sent.append(insider.pk)
        except DoNotContactError:
            done.stopped.append(insider.pk)
        except UnknownAddressError:
            done.unreachable.append(insider.pk)
    return done


@transaction.atomic
def _asked(programme: Programme, insider: Insider, link: str, now: datetime) -> bool:
    """Marked and queued in one step; False where somebody else was quicker."""
    mine = Insider.objects.of(programme.workspace).filter(pk=insider.pk, asked_at=None, state=InsiderState.INVITED)
    if mine.update(asked_at=now) != 1:
        return False
    told = letter(
        name=insider.name or insider.native_name,
        programme=programme.name,
        link=link,
        obtained=insider.obtained,
        language=insider.page_language,
    )
    queue_mail(
        workspace=programme.workspace, purpose=Purpose.PROGRAMME, thread_id=None, to=insider.email,
        to_name=insider.name, subject=told.subject, body=told.body, now=now,
    )  # fmt: skip
    return True


def mark_asked(*, workspace: Workspace, insider_id: UUID, asked: bool, now: datetime) -> Insider:
    """The letter was copied and sent by hand, or after all it was not. Raises Insider.DoesNotExist."""
    rows = Insider.objects.of(workspace).filter(pk=insider_id)
    rows.filter(asked_at__isnull=asked).update(asked_at=now if asked else None)
    return rows.get()


def mark_all_asked(*, workspace: Workspace, chosen: Sequence[UUID] | None, now: datetime) -> int:
    """The letters to these, with None to all who were not asked yet, were sent by hand; how many it was."""
    return to_invite(workspace, chosen).order_by().update(asked_at=now)


def unmark_all_asked(*, workspace: Workspace, at: datetime) -> int:
    """Undo of `mark_all_asked`, done at that moment; how many it was."""
    return Insider.objects.of(workspace).filter(asked_at=at, state=InsiderState.INVITED).update(asked_at=None)
