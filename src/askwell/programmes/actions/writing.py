"""The letters that bring seekers in: marked as sent by hand, or left to leave by mail."""

import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.outbox import cancel_dispatch
from askwell.outreach.choices import DispatchState, Purpose
from askwell.outreach.models import Dispatch
from askwell.outreach.rules.mail.sending import NotNowError
from askwell.programmes.actions.calling_off import TO_UNDO
from askwell.programmes.actions.letters import post
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.joining_letters import WAITS, by_mail, letter_to, to_write_to

log = logging.getLogger(__name__)


def mark_written(*, workspace: Workspace, chosen: Sequence[UUID] | None, now: datetime) -> int:
    """The letters to these, with None all that wait and no worker has, were passed on by hand; how many it was."""
    rows = to_write_to(workspace, chosen).order_by()
    return (rows.filter(send_at=None) if chosen is None else rows).update(asked_at=now, send_at=None)


def unmark_written(*, workspace: Workspace, at: datetime) -> int:
    """Undo of `mark_written`, done at that moment; how many it was."""
    return Participant.objects.of(workspace).filter(asked_at=at).update(asked_at=None)


def mark_to_write(*, workspace: Workspace, chosen: Sequence[UUID] | None, now: datetime) -> int:
    """The letters to these, with None all that wait, are to leave by mail: a worker takes them from here. Those without
    an address stay. Returns how many."""
    return to_write_to(workspace, chosen).order_by().filter(send_at=None).exclude(email="").update(send_at=now)


def write_marked(*, programme: Programme, most: int, now: datetime) -> int:
    """Put up to `most` of those letters into the outbox, each by itself; how many are left. One that cannot leave waits
    to be passed on by hand, as before."""
    rows = to_write_to(programme.workspace).exclude(send_at=None)
    for key in list(rows.values_list("pk", flat=True)[:most]):
        _write(programme, key, now)
    return rows.count()


def write_to(*, programme: Programme, participant_id: UUID, now: datetime) -> bool:
    """The letter to one of them leaves by mail in a few minutes, if it can; whether it does."""
    to_write_to(programme.workspace, [participant_id]).order_by().update(send_at=now)
    return _write(programme, participant_id, now, at=now + TO_UNDO)


@transaction.atomic
def call_back(*, workspace: Workspace, participant_id: UUID) -> None:
    """Undo of `write_to`, while the letter has not left. Raises Participant.DoesNotExist."""
    row = Participant.objects.of(workspace).select_for_update().get(pk=participant_id)
    if row.asked_at is None:
        return
    letters = Dispatch.objects.of(workspace).filter(
        purpose=Purpose.PROGRAMME, to=row.email, asked_at=row.asked_at, state=DispatchState.WAITING
    )
    for letter in letters:
        try:
            cancel_dispatch(workspace=workspace, dispatch_id=letter.pk)
        except NotNowError:
            continue
        row.asked_at = None
        row.save(update_fields=["asked_at"])


def programmes_to_write() -> list[UUID]:
    """Workspaces whose letters were left to a worker, for the sweep."""
    rows = Participant._base_manager.filter(WAITS, send_at__isnull=False)  # of any programme
    return list(rows.values_list("workspace_id", flat=True).distinct())


def _write(programme: Programme, key: UUID, now: datetime, at: datetime | None = None) -> bool:
    """Costs no other letter anything. Raises what a later call may mend (OperationalError)."""
    try:
        return _put_out(programme, key, now, at)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("a letter was not written")
    Participant.objects.of(programme.workspace).filter(pk=key).update(send_at=None)
    return False


@transaction.atomic
def _put_out(programme: Programme, key: UUID, now: datetime, at: datetime | None) -> bool:
    row = to_write_to(programme.workspace, [key]).select_for_update().exclude(send_at=None).first()
    if row is None:
        return False
    words = letter_to(programme, row, by_mail)
    left = post(
        programme=programme, to=row.email, to_name=row.name, subject=words.subject, body=words.body, at=at, now=now
    )  # fmt: skip
    row.asked_at, row.send_at = (now if left else None), None
    row.save(update_fields=["asked_at", "send_at"])
    return left
