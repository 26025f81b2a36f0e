"""The reference of a volunteer role: asked, agreed or declined, given. It stands among the story's references."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import NobodyNamedError, WrongStageError
from askwell.growth.actions.hours import volunteer_row
from askwell.growth.choices import ReferenceStage, StepKind
from askwell.growth.models import PlanStep
from askwell.growth.rules.references import AFTER, stage_of
from askwell.lib.names import latin_name
from askwell.outreach.queries.rows import jobs_of
from askwell.people.models import ContactPoint, Person
from askwell.portfolio.actions.references import ReferenceFacts, add_reference, change_reference
from askwell.portfolio.models import Reference

NOT_ASKED, ASKED, AGREED, DECLINED, GIVEN = ReferenceStage


@transaction.atomic
def note_reference(
    *, workspace: Workspace, step_id: UUID, to: ReferenceStage, on: date, language: str, now: datetime
) -> PlanStep:
    """The next thing that happened: asked, then agreed or declined, then given. Asking puts who supervises among the
    story's references. Raises NobodyNamedError, WrongStageError, WrongKindError, PlanStep.DoesNotExist."""
    row = volunteer_row(workspace, step_id, now)
    if to not in AFTER[stage(row)]:
        raise WrongStageError
    if to is GIVEN:
        row.reference_given_on = on
    elif to is ASKED:
        _ask(row, on, language)
    else:
        _set(row, _day(to, on))
    row.save(update_fields=["reference", "reference_is_new", "reference_given_on", "changed_at"])
    return row


@transaction.atomic
def take_note_back(*, workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """Undo of the last thing noted. Who was only asked goes out of the references again, unless more is known of them
    there. Raises WrongStageError, WrongKindError, PlanStep.DoesNotExist."""
    row = volunteer_row(workspace, step_id, now)
    at = stage(row)
    if at is NOT_ASKED:
        raise WrongStageError
    if at is GIVEN:
        row.reference_given_on = None
        row.save(update_fields=["reference_given_on", "changed_at"])
    else:
        _set(row, _day(at, None))
    if at is ASKED:
        _forget(row)
    return row


def stage(row: PlanStep) -> ReferenceStage:
    """How far the asking is, by what the story's reference says."""
    one = row.reference if row.reference and not row.reference.removed_at else None
    days = (one.asked_on, one.agreed_on, one.declined_on) if one else (None, None, None)
    return stage_of(*days, given_on=row.reference_given_on)


def reference_of(row: PlanStep) -> Reference | None:
    """What the story's references hold of who is named, in this role."""
    if row.person is None or row.kind != StepKind.VOLUNTEER:
        return None
    mine = Reference.kept(row.workspace).filter(name=_name(row.person), organisation=row.provider)
    return mine.order_by("id").first()


def _day(at: ReferenceStage, on: date | None) -> ReferenceFacts:
    if at is ASKED:
        return {"asked_on": on}
    return {"agreed_on": on} if at is AGREED else {"declined_on": on}


def _ask(row: PlanStep, on: date, language: str) -> None:
    """The story's reference of that name, marked as asked; made where there is none."""
    person = row.person
    if person is None:
        raise NobodyNamedError
    there = reference_of(row)
    row.reference_is_new = there is None
    row.reference = there or add_reference(
        workspace=row.workspace, name=_name(person), language=language, organisation=row.provider, email=_email(person),
        chapter_id=_chapter(row), role=_role(person),
    )  # fmt: skip
    _set(row, {"asked_on": on, "agreed_on": None, "declined_on": None})


def _name(person: Person) -> str:
    """As every page writes it: the native name first."""
    latin = latin_name(person.given_name, person.family_name, person.native_name)
    return " ".join(dict.fromkeys(filter(None, (person.native_name, latin))))


def _role(person: Person) -> str:
    title, _organisation = jobs_of(person.workspace, [person.pk]).get(person.pk, ("", ""))
    return title[:120]


def _set(row: PlanStep, days: ReferenceFacts) -> None:
    one = row.reference
    if one is None:
        raise WrongStageError
    change_reference(workspace=row.workspace, reference_id=one.pk, version=one.version, name=one.name, **days)


def _forget(row: PlanStep) -> None:
    one, is_new = row.reference, row.reference_is_new
    row.reference, row.reference_is_new = None, False
    row.save(update_fields=["reference", "reference_is_new", "changed_at"])
    if one and is_new and not (one.attests or one.words or one.phone):
        one.delete()


def _email(person: Person) -> str:
    points = ContactPoint.objects.of(person.workspace).filter(person=person, kind="email")
    return points.order_by("id").values_list("value", flat=True).first() or ""


def _chapter(row: PlanStep) -> UUID | None:
    return row.chapter_id if row.chapter and not row.chapter.removed_at else None
