"""A seeker's own part in programmes: the one module that goes from their workspace to a programme's rows.

It goes by `Part`, which says in which programmes there are any, and then to one programme's workspace after the other:
on a sharded database each lies on a node of its own.
"""

from collections.abc import Iterable
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.choices import ConsentItem, ParticipantState
from askwell.programmes.models import Consent, Part, Participant, Programme

OVER = (ParticipantState.LEFT, ParticipantState.TURNED_DOWN)


def programmes_of(seeker: Workspace) -> list[Workspace]:
    """The workspaces of the programmes that they take part in, in no order; one query, and mostly there are none."""
    return [part.workspace for part in Part.objects.filter(seeker=seeker).select_related("workspace")]


def taking_part(seeker: Workspace, *, locked: bool = False) -> list[Participant]:
    """The seeker's rows in programmes, each with its `workspace`, the oldest first; not those that they left. `locked`
    until the transaction ends. One query, and one a programme."""
    found: list[Participant] = []
    for workspace in programmes_of(seeker):
        rows = Participant.objects.of(workspace).filter(seeker_workspace=seeker).exclude(state=ParticipantState.LEFT)
        rows = rows.select_related("workspace", "caseworker")
        found += rows.select_for_update(of=("self",)) if locked else rows
    return sorted(found, key=lambda row: (row.came_at, row.pk))


def part_of(seeker: Workspace, participant_id: UUID, *, locked: bool = False) -> Participant:
    """One of them. Raises Participant.DoesNotExist."""
    for row in taking_part(seeker, locked=locked):
        if row.pk == participant_id:
            return row
    raise Participant.DoesNotExist


def programme_in(workspace_id: UUID) -> Programme:
    """What the programme says of itself to its people."""
    return Programme._base_manager.select_related("workspace").get(workspace=workspace_id)  # of the seeker's own rows


def consents_of(participants: Iterable[Participant]) -> dict[UUID, frozenset[ConsentItem]]:
    """What is shared now, by the participant's id; one query each."""
    found = {}
    for one in participants:
        given = Consent.objects.of(one.workspace).filter(participant=one, withdrawn_at=None)
        found[one.pk] = frozenset(ConsentItem(item) for item in given.values_list("item", flat=True))
    return found
