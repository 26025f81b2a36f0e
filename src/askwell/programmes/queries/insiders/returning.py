"""A seeker's own row in a programme, found from their own workspace."""

from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.models import Participant


def own_participant(workspace: Workspace, participant_id: UUID) -> Participant | None:
    """The row of whoever is at work in their own workspace, in a programme that they joined, left or not."""
    rows = Participant._base_manager.filter(seeker_workspace=workspace)  # the row is the programme's
    return rows.select_related("workspace").filter(pk=participant_id).first()
