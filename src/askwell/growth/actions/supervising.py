"""Who supervises a volunteer role: a person, with a tie."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import NothingSaidError
from askwell.growth.actions.hours import volunteer_row
from askwell.growth.choices import StepState
from askwell.growth.models import PlanStep
from askwell.lib.names import parse_name
from askwell.lib.text import clean
from askwell.people.actions import FirstFacts, PersonDetails, add_person
from askwell.people.actions.facts import set_tie
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Person, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who is not among the people yet. `how_met` is kept with the tie."""

    name: str
    title: str = ""
    email: str = ""


@transaction.atomic
def name_supervisor(
    *, workspace: Workspace, step_id: UUID, who: UUID | Newcomer, how_met: str, now: datetime
) -> PlanStep:
    """They become a person at the role's organisation where they are none yet, and have the tie of somebody one works
    with, or worked with where the role is done. Raises NothingSaidError, WrongKindError, PlanStep.DoesNotExist,
    Person.DoesNotExist, UnreadableAddressError."""
    row = volunteer_row(workspace, step_id, now)
    kind = TieKind.FORMER_COLLEAGUE if row.state == StepState.DONE else TieKind.COLLEAGUE
    if isinstance(who, Newcomer):
        row.person = _add(row, who, kind, how_met, now)
    else:
        row.person = Person.objects.of(workspace).get(pk=who)
        _tie(workspace, who, kind, how_met, now)
    row.save(update_fields=["person", "changed_at"])
    return row


@transaction.atomic
def name_nobody(*, workspace: Workspace, step_id: UUID, now: datetime) -> UUID | None:
    """Nobody is named as who supervises; they stay among the people. Returns who it was. Raises WrongKindError,
    PlanStep.DoesNotExist."""
    row = volunteer_row(workspace, step_id, now)
    before, row.person = row.person_id, None
    row.save(update_fields=["person", "changed_at"])
    return before


def _add(row: PlanStep, who: Newcomer, kind: TieKind, how_met: str, now: datetime) -> Person:
    if not clean(who.name):
        raise NothingSaidError("name")
    name = parse_name(clean(who.name, limit=120))
    facts = FirstFacts(
        title=who.title, organisation=row.provider, tie_kind=kind, strength=Strength.GOOD, how_met=how_met,
        emails=[who.email] if clean(who.email) else [],
    )  # fmt: skip
    details = PersonDetails(given=name.given, family=name.family, native=name.native)
    return add_person(workspace=row.workspace, details=details, facts=facts, now=now)


def _tie(workspace: Workspace, person_id: UUID, kind: TieKind, how_met: str, now: datetime) -> None:
    """A tie of that kind that is there stays as it is."""
    if not Tie.objects.of(workspace).filter(person=person_id, kind=kind).exists():
        set_tie(workspace=workspace, person_id=person_id, kind=kind, strength=Strength.GOOD, how_met=how_met, now=now)
