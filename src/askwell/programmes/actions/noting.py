"""What is put into the audit log of a programme: whom it is about by the numbers that they keep, never by name."""

from uuid import UUID

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.accounts.models import User, Workspace
from askwell.programmes.models import Insider, Participant, Round


def note_round(deed: Deed, row: Round, by: User) -> None:
    note(deed, place=row.workspace_id, by=by.pk, facts={"round": str(row.number)})


def note_two(
    deed: Deed, workspace: Workspace, by: User | None, *, participant_id: UUID | None, insider_id: UUID | None
) -> None:
    """Something was done about a pair, of whom one may have left. It is the programme's own: it does not stand in the
    seeker's log."""
    seeker = Participant.objects.of(workspace).get(pk=participant_id) if participant_id else None
    insider = Insider.objects.of(workspace).get(pk=insider_id) if insider_id else None
    facts = {"seeker": f"S-{seeker.number:03}"} if seeker else {}
    facts |= {"insider": f"I-{insider.number:03}"} if insider else {}
    note(deed, place=workspace.pk, by=by.pk if by else None, facts=facts)
