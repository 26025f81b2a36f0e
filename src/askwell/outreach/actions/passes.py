"""People whom the seeker does not want suggested for now, or ever."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.models import Pass
from askwell.people.models import Person


@transaction.atomic
def pass_over(*, workspace: Workspace, person_id: UUID, until: datetime | None) -> Pass:
    """Don't suggest this person before `until`; None: not again. Raises Person.DoesNotExist."""
    person = Person.objects.of(workspace).get(pk=person_id)
    passed, _ = Pass.objects.of(workspace).update_or_create(
        workspace=workspace, person=person, defaults={"until": until}
    )
    return passed


@transaction.atomic
def take_back_pass(*, workspace: Workspace, person_id: UUID) -> None:
    """Undo of `pass_over`; it is none when nothing is left to take back."""
    Pass.objects.of(workspace).filter(person=person_id).delete()
