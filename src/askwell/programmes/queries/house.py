"""A programme and who works for it."""

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.models import Cohort, Programme


def programme_of(workspace: Workspace) -> Programme | None:
    """The programme of a programme's workspace; None for a seeker's."""
    return Programme.objects.of(workspace).first()


def cohorts_of(workspace: Workspace) -> QuerySet[Cohort]:
    """The cohorts that are on lists, the newest first."""
    return Cohort.objects.of(workspace).filter(removed_at=None).order_by("-created_at")
