"""Follow-ups put off, dismissed or done, each with its way back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.errors import OutreachError
from askwell.outreach.actions.settling import refresh
from askwell.outreach.actions.threads import locked
from askwell.outreach.models import FollowUp, Thread, thread_settled
from askwell.outreach.queries.history import standing_of


class DutyGoneError(OutreachError):
    """The follow-up is no longer there: something happened on its thread, or it is no longer as it was."""


@transaction.atomic
def snooze(*, workspace: Workspace, follow_up_id: UUID, until: datetime) -> FollowUp:
    """Not before `until`. Raises DutyGoneError."""
    return _change(workspace, follow_up_id, snoozed_until=until)


@transaction.atomic
def wake(*, workspace: Workspace, follow_up_id: UUID) -> FollowUp:
    """Undo of `snooze`. Raises DutyGoneError."""
    return _change(workspace, follow_up_id, snoozed_until=None)


@transaction.atomic
def dismiss(*, workspace: Workspace, follow_up_id: UUID, now: datetime) -> FollowUp:
    """The seeker won't do it; it is not asked for again. Raises DutyGoneError."""
    return _change(workspace, follow_up_id, dismissed_at=now)


@transaction.atomic
def done(*, workspace: Workspace, follow_up_id: UUID, now: datetime) -> FollowUp:
    """The seeker did it elsewhere. Raises DutyGoneError."""
    return _change(workspace, follow_up_id, done_at=now)


@transaction.atomic
def reopen(*, workspace: Workspace, follow_up_id: UUID, now: datetime) -> FollowUp:
    """Undo of `dismiss` and `done`. Raises DutyGoneError when the thread has moved on meanwhile."""
    duties = FollowUp.objects.of(workspace).filter(pk=follow_up_id)
    duty = duties.first()
    if duty is None:
        raise DutyGoneError
    alike = {"thread": duty.thread_id, "kind": duty.kind, "person": duty.person_id}
    if FollowUp.objects.of(workspace).filter(**alike, done_at=None, dismissed_at=None).exists():
        raise DutyGoneError
    duties.update(done_at=None, dismissed_at=None)
    if duty.thread_id:
        thread = locked(workspace, duty.thread_id)
        refresh(thread, standing_of(thread), now=now)
        thread_settled.send(sender=Thread, thread=thread, now=now)
    reopened = duties.first()
    if reopened is None:
        raise DutyGoneError
    return reopened


def _change(workspace: Workspace, follow_up_id: UUID, **values: datetime | None) -> FollowUp:
    open_ones = FollowUp.objects.of(workspace).filter(done_at=None, dismissed_at=None)
    if open_ones.filter(pk=follow_up_id).update(**values) != 1:
        raise DutyGoneError
    return FollowUp.objects.of(workspace).get(pk=follow_up_id)
