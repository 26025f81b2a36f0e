"""Who is in: coordinators let seekers in or turn them down, place them, and renew their link."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import User, Workspace
from askwell.lib.text import clean_block
from askwell.programmes.actions.errors import ChangedMeanwhileError, NotNowError
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Cohort, Participant
from askwell.programmes.queries.people import living

STATES = tuple(state for state in ParticipantState if state is not ParticipantState.LEFT)


@transaction.atomic
def set_state(
    *, workspace: Workspace, participant_id: UUID, state: ParticipantState, now: datetime
) -> ParticipantState:
    """Let somebody in, turn them down, or take either back. Returns how they stood before. Waiting is counted from when
    they were first let in. Raises Participant.DoesNotExist, and NotNowError for leaving, which is no mere state."""
    if state not in STATES:
        raise NotNowError
    row = living(workspace).select_for_update().get(pk=participant_id)
    before = ParticipantState(row.state)
    row.state = state
    if state == ParticipantState.ACTIVE:
        row.active_at = row.active_at or now
    row.version += 1
    row.save(update_fields=["state", "active_at", "version"])
    return before


@transaction.atomic
def place(
    *, workspace: Workspace, participant_id: UUID, version: int, cohort_id: UUID | None, caseworker: User | None
) -> tuple[UUID | None, UUID | None]:
    """Which cohort they go with, and who looks after them. Returns the ids of both before. Raises
    Participant.DoesNotExist, Cohort.DoesNotExist, and ChangedMeanwhileError where what staff says of them is no longer
    `version`."""
    row = _at_version(workspace, participant_id, version)
    before = (row.cohort_id, row.caseworker_id)
    row.cohort = Cohort.objects.of(workspace).get(pk=cohort_id) if cohort_id else None
    row.caseworker = caseworker
    row.save(update_fields=["cohort", "caseworker", "staff_version"])
    return before


@transaction.atomic
def write_note(*, workspace: Workspace, participant_id: UUID, version: int, note: str) -> None:
    """The programme's own note on a seeker. Raises Participant.DoesNotExist, and ChangedMeanwhileError as `place`."""
    row = _at_version(workspace, participant_id, version)
    row.note = clean_block(note, limit=8000)
    row.save(update_fields=["note", "staff_version"])


def renew_link(*, workspace: Workspace, participant_id: UUID) -> None:
    """A new joining link; the one before leads nowhere from now on, so that a letter waits again. Raises
    Participant.DoesNotExist."""
    anew = {"link_number": F("link_number") + 1, "asked_at": None, "send_at": None}
    if not living(workspace).filter(pk=participant_id).update(**anew):
        raise Participant.DoesNotExist


def _at_version(workspace: Workspace, participant_id: UUID, version: int) -> Participant:
    row = living(workspace).select_for_update().get(pk=participant_id)
    if row.staff_version != version:
        raise ChangedMeanwhileError
    row.staff_version += 1
    return row
