"""Whose a row of the programme is. It is written into the row, and where everybody looks first (`models.Part`)."""

from askwell.accounts.models import Workspace
from askwell.programmes.models import Part, Participant


def enter(participant: Participant, seeker: Workspace) -> None:
    """The row is this seeker's; whoever calls saves it, in the same transaction."""
    participant.seeker_workspace = seeker
    Part.objects.bulk_create([Part(seeker=seeker, workspace=participant.workspace)], ignore_conflicts=True)


def depart(participant: Participant) -> None:
    """The row is nobody's any more; whoever calls saves that, in the same transaction."""
    Part.objects.filter(seeker=participant.seeker_workspace_id, workspace=participant.workspace_id).delete()
