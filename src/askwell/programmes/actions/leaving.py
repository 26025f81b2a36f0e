"""Somebody is in a programme no more: the view ends at once, and what is left counts without saying whose it was."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from askwell.accounts.actions import note_erasure
from askwell.accounts.choices import Gone
from askwell.accounts.models import Workspace
from askwell.interviews.actions.pages import end_arranging
from askwell.programmes.actions.calling_off import seeker_leaves
from askwell.programmes.actions.forgetting import forget_letters
from askwell.programmes.actions.taking_part import depart
from askwell.programmes.choices import MatchState, ParticipantState
from askwell.programmes.models import Consent, Feedback, Match, Outcome, Participant, Unmatched, Wish
from askwell.programmes.queries.mine import part_of, taking_part

FORGOTTEN: dict[str, Any] = {
    "seeker_workspace": None,
    "caseworker": None,
    "upload": None,
    "name": "",
    "native_name": "",
    "email": "",
    "phone": "",
    "field": "",
    "goals": {},
    "listed": {},
    "languages": [],
    "windows": [],
    "employer": "",
    "answers": {},
    "note": "",
}
"""What a row says of somebody, as it stands once they are gone."""


@transaction.atomic
def leave(*, seeker: Workspace, participant_id: UUID, now: datetime) -> None:
    """The seeker leaves a programme; their own workspace loses nothing. Raises Participant.DoesNotExist."""
    _end(part_of(seeker, participant_id, locked=True), now)


@transaction.atomic
def leave_all(*, seeker: Workspace, now: datetime) -> None:
    """Out of every programme, for a workspace that is emptied."""
    for participant in taking_part(seeker, locked=True):
        _end(participant, now)


@transaction.atomic
def remove_seeker(*, workspace: Workspace, participant_id: UUID, now: datetime) -> None:
    """The programme lets somebody go: the same end as leaving. Raises Participant.DoesNotExist."""
    rows = Participant.objects.of(workspace).exclude(state=ParticipantState.LEFT)
    _end(rows.select_for_update().get(pk=participant_id), now)


def _end(participant: Participant, now: datetime) -> None:
    note_erasure(Gone.SEEKER, place=participant.workspace_id, key=participant.pk)
    seeker_leaves(participant=participant, now=now)
    forget_letters(participant, now)
    leaver = uuid4()
    _forget_matches(participant, leaver)
    workspace = participant.workspace
    for model in (Wish, Unmatched):
        model.objects.of(workspace).filter(participant=participant).delete()
    Outcome.objects.of(workspace).filter(participant=participant).update(participant=None, leaver=leaver)
    Consent.objects.of(workspace).filter(participant=participant, withdrawn_at=None).update(withdrawn_at=now)
    ended = {**FORGOTTEN, "state": ParticipantState.LEFT, "left_at": now, "link_number": participant.link_number + 1}
    depart(participant)
    Participant.objects.of(workspace).filter(pk=participant.pk).update(**ended, version=participant.version + 1)


def _forget_matches(participant: Participant, leaver: UUID) -> None:
    """Talks stay as counts: that there was one, when, in which field, of how many seekers. The insider's own side of
    it is theirs."""
    mine = Match.objects.of(participant.workspace).filter(participant=participant)
    said = Feedback.objects.of(participant.workspace).filter(match__in=mine)
    said.update(text="", may_tell=False)
    mine.filter(state=MatchState.PROPOSED).delete()
    if own := participant.seeker_workspace:
        talks = mine.values_list("thread_id", flat=True)
        end_arranging(workspace=own, thread_ids=[key for key in talks if key])
    mine.update(participant=None, leaver=leaver, thread_id=None, reason={}, answer="")
