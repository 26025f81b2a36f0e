"""Sessions and workshops, and who came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import User, Workspace
from askwell.lib.text import clean, clean_block
from askwell.programmes.actions.errors import NoNameError
from askwell.programmes.choices import AttendanceState
from askwell.programmes.models import Attendance, Cohort, Participant, Session
from askwell.programmes.queries.sessions import expected
from askwell.programmes.queries.theirs import seen


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """What is said of a session; of everybody where there is no cohort."""

    title: str
    starts_at: datetime
    minutes: int = 90
    place: str = ""
    about: str = ""
    cohort_id: UUID | None = None


@transaction.atomic
def add_session(*, workspace: Workspace, facts: SessionFacts) -> Session:
    """Raises NoNameError, Cohort.DoesNotExist."""
    return _put(Session(workspace=workspace), facts)


@transaction.atomic
def change_session(*, workspace: Workspace, session_id: UUID, facts: SessionFacts) -> Session:
    """Raises NoNameError, Cohort.DoesNotExist, Session.DoesNotExist."""
    return _put(_kept(workspace, session_id), facts)


@transaction.atomic
def remove_session(*, workspace: Workspace, session_id: UUID, now: datetime) -> Session:
    """Off all pages, with who came. Raises Session.DoesNotExist."""
    row = _kept(workspace, session_id)
    row.removed_at = now
    row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def bring_back_session(*, workspace: Workspace, session_id: UUID) -> Session:
    """Undo of `remove_session`. Raises Session.DoesNotExist."""
    row = Session.objects.of(workspace).get(pk=session_id)
    row.removed_at = None
    row.save(update_fields=["removed_at"])
    return row


@transaction.atomic
def take_attendance(
    *, workspace: Workspace, session_id: UUID, states: Mapping[UUID, AttendanceState], only: User | None, now: datetime
) -> int:
    """Put down who came; who is not named stays as they are, who is not expected is left out, and whoever `only` (as in
    theirs.seen) does not see. How many changed. Raises Session.DoesNotExist."""
    session = _kept(workspace, session_id)
    there = {row.participant_id: row for row in Attendance.objects.of(workspace).filter(session=session)}
    known = set(expected(session).filter(pk__in=list(states)).values_list("pk", flat=True)) | there.keys()
    mine = seen(Participant.objects.of(workspace), only).filter(pk__in=known & states.keys())
    changed = []
    for participant_id in mine.values_list("pk", flat=True):
        row = there.get(participant_id) or Attendance(
            workspace=workspace, session=session, participant_id=participant_id
        )
        if row.state != states[participant_id]:
            row.state_before, row.state, row.changed_at = row.state, states[participant_id], now
            changed.append(row)
    new = [row for row in changed if row.participant_id not in there]
    Attendance.objects.bulk_create(new)
    old = [row for row in changed if row.participant_id in there]
    Attendance.objects.of(workspace).bulk_update(old, ["state", "state_before", "changed_at"], batch_size=200)
    return len(changed)


@transaction.atomic
def take_attendance_back(*, workspace: Workspace, session_id: UUID, at: datetime, only: User | None) -> int:
    """Undo of what was put down at that moment: how many it was; `only` as there. Raises Session.DoesNotExist."""
    session = _kept(workspace, session_id)
    rows = seen(Attendance.objects.of(workspace), only, "participant__").filter(session=session, changed_at=at)
    return rows.update(state=F("state_before"), state_before=F("state"))


def _kept(workspace: Workspace, session_id: UUID) -> Session:
    return Session.objects.of(workspace).get(pk=session_id, removed_at=None)


def _put(row: Session, facts: SessionFacts) -> Session:
    row.title = clean(facts.title, limit=200)
    if not row.title:
        raise NoNameError
    mine = Cohort.objects.of(row.workspace).filter(removed_at=None)
    row.cohort = mine.get(pk=facts.cohort_id) if facts.cohort_id else None
    row.place, row.about = clean(facts.place, limit=300), clean_block(facts.about, limit=2000)
    row.starts_at, row.minutes = facts.starts_at, facts.minutes
    row.save()
    return row
