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
from askwell.programmes.actions.keeping import at_version, kept
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
def change_session(*, workspace: Workspace, session_id: UUID, version: int, facts: SessionFacts) -> Session:
    """Raises NoNameError, Cohort.DoesNotExist, Session.DoesNotExist, and ChangedMeanwhileError where it is no longer
    `version`."""
    return _put(at_version(Session, workspace, session_id, version), facts)


@transaction.atomic
def take_attendance(
    *, workspace: Workspace, session_id: UUID, states: Mapping[UUID, AttendanceState], only: User | None, now: datetime
) -> int:
    """Put down who came; who is not named stays as they are, who is not expected is left out, and whoever `only` (as in
    theirs.seen) does not see. How many changed. Raises Session.DoesNotExist."""
    session = kept(Session, workspace, session_id)
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
    session = kept(Session, workspace, session_id)
    rows = seen(Attendance.objects.of(workspace), only, "participant__").filter(session=session, changed_at=at)
    return rows.update(state=F("state_before"), state_before=F("state"))


def _put(row: Session, facts: SessionFacts) -> Session:
    row.title = clean(facts.title, limit=200)
    if not row.title:
        raise NoNameError
    row.cohort = kept(Cohort, row.workspace, facts.cohort_id) if facts.cohort_id else None
    row.place, row.about = clean(facts.place, limit=300), clean_block(facts.about, limit=2000)
    row.starts_at, row.minutes = facts.starts_at, facts.minutes
    row.save()
    return row
