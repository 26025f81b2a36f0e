"""Who signs up, and whether they are there already."""

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Participant


def living(workspace: Workspace) -> QuerySet[Participant]:
    """Everybody of the programme who has not left."""
    return Participant.objects.of(workspace).exclude(state=ParticipantState.LEFT)


def same_person(workspace: Workspace, *, email: str = "", seeker: Workspace | None = None) -> QuerySet[Participant]:
    """Rows of the programme that are the same person's: of the same account, or with the same e-mail address; the
    oldest first. Not those who left: nothing is known of them."""
    alike = Q(pk=None)
    if email:
        alike |= Q(email__iexact=email.strip())
    if seeker:
        alike |= Q(seeker_workspace=seeker)
    return living(workspace).filter(alike).order_by("came_at", "pk")
