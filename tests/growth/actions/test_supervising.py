"""Who is named in a step: the reference is theirs, and taking the naming back gives back the state before."""

from datetime import date

import pytest

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import WrongKindError
from askwell.growth.actions.referring import note_reference, stage
from askwell.growth.actions.supervising import Newcomer, name_person, take_naming_back
from askwell.growth.choices import ReferenceStage, StepKind
from askwell.growth.models import PlanStep
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.people.actions.facts import write_note
from askwell.people.models import Person, Tie
from askwell.portfolio.models import Reference
from tests.conftest import NOW
from tests.factories.growth import make_plan, make_role, make_step
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def role(workspace: Workspace) -> PlanStep:
    return make_role(make_plan(workspace)[0])


def name(role: PlanStep, who: Person | str) -> None:
    key = Newcomer(name=who) if isinstance(who, str) else who.pk
    name_person(workspace=role.workspace, step_id=role.pk, who=key, how_met="through work", now=NOW)
    role.refresh_from_db()


def note(role: PlanStep, *stages: str) -> None:
    for to in stages:
        note_reference(
            workspace=role.workspace, step_id=role.pk, to=ReferenceStage(to), on=DAY, language="en", now=NOW
        )  # fmt: skip
    role.refresh_from_db()


def back(role: PlanStep) -> None:
    take_naming_back(workspace=role.workspace, step_id=role.pk, now=NOW)
    role.refresh_from_db()


@pytest.mark.parametrize("stages", [("asked", "agreed", "given"), ("asked", "declined")])
def test_somebody_else_begins_at_not_asked_yet(role: PlanStep, stages: tuple[str, ...]) -> None:
    name(role, "Ana Silva")
    note(role, *stages)
    before = Reference.objects.of(role.workspace).values().get()

    name(role, "Paul Reyes")

    assert (stage(role), role.reference, role.reference_given_on) == ("not_asked", None, None)
    assert Reference.objects.of(role.workspace).values().get() == before
    note(role, "asked")
    assert {one.name for one in Reference.objects.of(role.workspace)} == {"Ana Silva", "Paul Reyes"}


def test_who_said_no_is_not_asked_again_when_named_again(role: PlanStep) -> None:
    name(role, "Ana Silva")
    ana = Person.objects.of(role.workspace).get()
    note(role, "asked", "declined")

    name(role, "Paul Reyes")
    name(role, ana)

    assert stage(role) == "declined"


def test_taken_back_the_one_before_is_named_with_their_reference(role: PlanStep) -> None:
    name(role, "Ana Silva")
    note(role, "asked", "agreed", "given")
    before = (role.person_id, role.reference_id, role.reference_is_new, role.reference_given_on)
    hannah = make_person(role.workspace, given="Hannah")
    name(role, hannah)
    assert Tie.objects.of(role.workspace).filter(person=hannah, kind="colleague").exists()

    back(role)

    assert (role.person_id, role.reference_id, role.reference_is_new, role.reference_given_on) == before
    assert stage(role) == "given"
    assert not Tie.objects.of(role.workspace).filter(person=hannah).exists()
    with pytest.raises(NothingToTakeBackError):
        back(role)


def test_taken_back_who_was_new_is_no_longer_there(role: PlanStep) -> None:
    name(role, "Ana Silva")

    back(role)

    assert role.person is None
    assert not Person.objects.of(role.workspace).exists()


def test_who_was_new_stays_once_more_is_known_of_them(role: PlanStep) -> None:
    name(role, "Ana Silva")
    ana = Person.objects.of(role.workspace).get()
    write_note(workspace=role.workspace, person_id=ana.pk, text="Likes tea", now=NOW)

    back(role)

    assert role.person is None
    assert Person.objects.of(role.workspace).get() == ana


def test_a_tie_that_was_there_before_stays(role: PlanStep) -> None:
    ana = make_person(role.workspace, given="Ana", tie_kind="colleague")
    name(role, ana)
    name(role, ana)

    back(role)

    assert role.person is None
    assert Tie.objects.of(role.workspace).get(person=ana).kind == "colleague"


def test_a_conversation_names_somebody_without_a_tie(workspace: Workspace) -> None:
    talk = make_step(make_plan(workspace)[0], StepKind.CONVERSATION)

    name(talk, "Ana Silva")

    assert talk.person == Person.objects.of(workspace).get()
    assert not Tie.objects.of(workspace).exists()


def test_a_course_names_nobody(workspace: Workspace) -> None:
    course = make_step(make_plan(workspace)[0])

    with pytest.raises(WrongKindError):
        name(course, "Ana Silva")
