"""A seeker's own part in programmes: the one module that goes from their workspace to a programme's rows."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import ConsentItem, ParticipantState
from askwell.programmes.models import Consent, Participant, Programme

OVER = (ParticipantState.LEFT, ParticipantState.TURNED_DOWN)


def taking_part(workspace: Workspace) -> QuerySet[Participant]:
    """The seeker's rows in programmes, each with its `workspace`; not those that they left."""
    rows = Participant._base_manager.filter(
        seeker_workspace=workspace
    )  # rows of the programmes, found by whose they are
    return rows.exclude(state=ParticipantState.LEFT).select_related("workspace", "caseworker").order_by("came_at", "pk")


def programmes_by_workspace(workspaces: Iterable[UUID]) -> dict[UUID, Programme]:
    rows = Programme._base_manager.filter(workspace__in=list(workspaces))  # what each says of itself to its people
    rows = rows.select_related("workspace")
    return {row.workspace_id: row for row in rows}


def consents_of(participants: Iterable[Participant]) -> dict[UUID, frozenset[ConsentItem]]:
    """What is shared now, by the participant's id."""
    keys = [one.pk for one in participants]
    rows = Consent._base_manager.filter(participant__in=keys, withdrawn_at=None)  # of the seeker's own rows
    found: dict[UUID, set[ConsentItem]] = {key: set() for key in keys}
    for key, item in rows.values_list("participant_id", "item"):
        found[key].add(ConsentItem(item))
    return {key: frozenset(items) for key, items in found.items()}
