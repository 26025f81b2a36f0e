"""What was ticked of an intake becomes opportunities, and is taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.opportunities.actions.errors import IntakeStateError, NothingTickedError
from askwell.opportunities.actions.openings import Found, note_opportunity
from askwell.opportunities.choices import IntakeState
from askwell.opportunities.models import Intake, Opportunity
from askwell.opportunities.rules.posting import Facts


@dataclass(frozen=True, slots=True)
class Kept:
    """`rows` are new; `same` were known already and are now seen in one place more."""

    rows: tuple[Opportunity, ...]
    same: tuple[Opportunity, ...]


@transaction.atomic
def keep_intake(
    *, workspace: Workspace, intake_id: UUID, ticked: Mapping[int, Facts], found: Found, now: datetime
) -> Kept:
    """`ticked`: place in the intake → its facts as they were confirmed. All or nothing. Raises NothingTickedError,
    NoTitleError, IntakeStateError, Person.DoesNotExist, Intake.DoesNotExist."""
    intake = Intake.objects.of(workspace).select_for_update().get(pk=intake_id)
    if intake.state != IntakeState.READY:
        raise IntakeStateError(intake.state)
    if not ticked:
        raise NothingTickedError
    made = [note_opportunity(workspace=workspace, facts=facts, found=found, now=now) for facts in ticked.values()]
    intake.state, intake.kept, intake.touched_at = IntakeState.KEPT, [str(row.pk) for row in made], now
    intake.save(update_fields=["state", "kept", "touched_at"])
    same = dict.fromkeys(row.same_as for row in made if row.same_as)
    return Kept(tuple(row for row in made if row.same_as is None), tuple(same))


@transaction.atomic
def take_intake_back(*, workspace: Workspace, intake_id: UUID, now: datetime) -> int:
    """As before it was kept, also what was only seen once more; returns how many stay, because they
    were moved on or written about since. Raises IntakeStateError, Intake.DoesNotExist."""
    intake = Intake.objects.of(workspace).select_for_update().get(pk=intake_id)
    if intake.state != IntakeState.KEPT:
        raise IntakeStateError(intake.state)
    rows = Opportunity.objects.of(workspace).filter(pk__in=[UUID(key) for key in intake.kept])
    touched = rows.filter(Q(applications__steps__number__gt=0) | Q(applications__notes__gt=""))
    stay = set(touched.values_list("pk", flat=True))
    rows.exclude(pk__in=stay).delete()
    intake.state, intake.kept, intake.touched_at = IntakeState.READY, [], now
    intake.save(update_fields=["state", "kept", "touched_at"])
    return len(stay)
