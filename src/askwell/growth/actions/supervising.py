"""Who supervises a volunteer role: a person, with a tie. And whom a conversation is with: a person."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import NothingSaidError, WrongKindError
from askwell.growth.actions.referring import reference_of
from askwell.growth.actions.steps import step_row
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import PlanStep
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.lib.ids import id_of
from askwell.lib.names import parse_name
from askwell.lib.text import clean
from askwell.people.actions import FirstFacts, PersonDetails, add_person, remove_person, remove_tie
from askwell.people.actions.facts import set_tie
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Person, Tie, persons_in_use
from askwell.portfolio.models import Reference

Row = TypeVar("Row", Person, Reference)
NAMING = (StepKind.VOLUNTEER, StepKind.CONVERSATION)
"""The kinds of step that name somebody."""
_COLUMNS = ["person", "reference", "reference_is_new", "reference_given_on", "named_before", "changed_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who is not among the people yet. `how_met` is kept with the tie."""

    name: str
    title: str = ""
    email: str = ""


@transaction.atomic
def name_person(
    *, workspace: Workspace, step_id: UUID, who: UUID | Newcomer, how_met: str, now: datetime
) -> PlanStep:  # fmt: skip
    """They become a person at the step's organisation where they are none yet. Who supervises has the tie of somebody
    one works with, or worked with where the role is done; the reference begins anew, with what the story holds of them.
    Raises NothingSaidError, WrongKindError, PlanStep.DoesNotExist, Person.DoesNotExist, UnreadableAddressError."""
    row = step_row(workspace, step_id, now)
    if row.kind not in NAMING:
        raise WrongKindError
    if who == row.person_id:
        return row
    before, kind = _standing(row), _tie_kind(row)
    if isinstance(who, Newcomer):
        row.person, before["is_new"] = _add(row, who, kind, how_met, now), True
    else:
        row.person = Person.objects.of(workspace).get(pk=who)
        before["tie"] = _tie(workspace, who, kind, how_met, now)
    row.named_before, row.reference = before, reference_of(row)
    row.reference_is_new, row.reference_given_on = False, None
    row.save(update_fields=_COLUMNS)
    return row


@transaction.atomic
def take_naming_back(*, workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """Undo of `name_person`: who was named before is named, with their reference, and the tie and the person that
    naming made go, unless more hangs on them by now. Raises NothingToTakeBackError, PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    told = row.named_before
    if not isinstance(told, dict) or not told:
        raise NothingToTakeBackError
    named, row.named_before = row.person, {}
    row.person = _there(Person, workspace, told.get("person"))
    row.reference = _there(Reference, workspace, told.get("reference"))
    row.reference_is_new = bool(row.reference and told.get("reference_is_new"))
    row.reference_given_on = _day(told.get("given_on"))
    row.save(update_fields=_COLUMNS)
    if named:
        _unmake(named, told, now)
    return row


def _standing(row: PlanStep) -> dict[str, Any]:
    """Who is named, and how far their reference is, as JSON holds it."""
    given = row.reference_given_on
    return {
        "person": str(row.person_id or ""), "reference": str(row.reference_id or ""),
        "reference_is_new": row.reference_is_new, "given_on": given.isoformat() if given else "",
    }  # fmt: skip


def _tie_kind(row: PlanStep) -> TieKind:
    """A conversation makes no tie by itself."""
    if row.kind != StepKind.VOLUNTEER:
        return TieKind.NONE
    return TieKind.FORMER_COLLEAGUE if row.state == StepState.DONE else TieKind.COLLEAGUE


def _add(row: PlanStep, who: Newcomer, kind: TieKind, how_met: str, now: datetime) -> Person:
    if not clean(who.name):
        raise NothingSaidError("name")
    name = parse_name(clean(who.name, limit=120))
    facts = FirstFacts(
        title=who.title, organisation=row.provider, tie_kind=kind, strength=Strength.GOOD,
        how_met=how_met if kind is not TieKind.NONE else "",
        emails=[who.email] if clean(who.email) else [],
    )  # fmt: skip
    details = PersonDetails(given=name.given, family=name.family, native=name.native)
    return add_person(workspace=row.workspace, details=details, facts=facts, now=now)


def _tie(workspace: Workspace, person_id: UUID, kind: TieKind, how_met: str, now: datetime) -> str:
    """The tie that was made. One of that kind that is there stays as it is."""
    if kind is TieKind.NONE or Tie.objects.of(workspace).filter(person=person_id, kind=kind).exists():
        return ""
    told = {"kind": kind, "strength": Strength.GOOD, "how_met": how_met}
    return str(set_tie(workspace=workspace, person_id=person_id, now=now, **told).pk)  # type: ignore[arg-type]  # of each its kind


def _unmake(person: Person, told: dict[str, Any], now: datetime) -> None:
    workspace, tie = person.workspace, id_of(str(told.get("tie", "")))
    if told.get("is_new") and person.version == 1 and not _is_used(person):
        remove_person(workspace=workspace, person_id=person.pk)
    elif tie and Tie.objects.of(workspace).filter(pk=tie, person=person).exists():
        remove_tie(workspace=workspace, person_id=person.pk, tie_id=tie, now=now)


def _is_used(person: Person) -> bool:
    asked = {"workspace": person.workspace, "person_ids": [person.pk]}
    answers: list[tuple[Any, Any]] = persons_in_use.send(sender=Person, **asked)
    return any(found for _receiver, found in answers)


def _there(kind: type[Row], workspace: Workspace, key: object) -> Row | None:
    known = id_of(str(key or ""))
    return kind.objects.of(workspace).filter(pk=known).first() if known else None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
