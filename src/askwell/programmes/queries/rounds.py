"""The rounds of a programme."""

from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Round


def rounds(workspace: Workspace) -> QuerySet[Round]:
    """All rounds, the newest first."""
    return Round.objects.of(workspace).select_related("cohort").defer("problems", "change").order_by("-number")


def round_of(workspace: Workspace, round_id: UUID) -> Round | None:
    return Round.objects.of(workspace).select_related("cohort").filter(pk=round_id).first()


def open_beside(workspace: Workspace, cohort_id: UUID | None) -> QuerySet[Round]:
    """The open rounds that some seekers of this cohort (None: anybody) take part in, the newest first."""
    same = Q(cohort=None) | Q(cohort=cohort_id) if cohort_id else Q()
    return rounds(workspace).filter(same).exclude(state=RoundState.CLOSED)
