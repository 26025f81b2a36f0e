"""How far a step is: done puts it into the story, taking that back takes it out."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User, Workspace
from askwell.growth.actions.filing import Filing
from askwell.growth.actions.hours import tell_learned
from askwell.growth.actions.moving import finish, move_step, put_off, take_move_back, take_up
from askwell.growth.actions.supervising import name_person
from askwell.growth.choices import StepState
from askwell.growth.models import Filed, PlanStep
from askwell.growth.queries.due import due_steps
from askwell.growth.rules.states import ImpossibleMoveError, NothingToTakeBackError
from askwell.people.models import Person, persons_in_use
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill
from tests.conftest import NOW
from tests.factories.growth import make_hours, make_plan, make_role, make_step
from tests.factories.people import make_person
from tests.factories.portfolio import make_job

pytestmark = pytest.mark.django_db
COURSE = Filing(kind=ChapterKind.COURSE, title="Basics", organisation="College", end="2026-10", skills=("SAP", "Excel"))
ROLE = Filing(
    kind=ChapterKind.VOLUNTEERING,
    title="Stock helper",
    start="2026-09",
    end="2026-11",
    note="21 hours",
    skills=("Reports",),
)


def story(workspace: Workspace) -> tuple[set[str], set[str], int]:
    """Titles of chapters, names of skills, how many proofs."""
    titles = set(Chapter.objects.of(workspace).values_list("title", flat=True))
    names = set(Skill.objects.of(workspace).values_list("name", flat=True))
    return titles, names, Proof.objects.of(workspace).count()


def test_a_course_that_is_done_is_in_the_story_with_its_skills(workspace: Workspace) -> None:
    step = make_step(make_plan(workspace)[0])

    finish(workspace=workspace, step_id=step.pk, filing=COURSE, now=NOW)

    assert story(workspace) == ({"Basics"}, {"SAP", "Excel"}, 2)
    assert Chapter.objects.of(workspace).get().kind == "course"


def test_taken_back_the_story_is_as_it_was(workspace: Workspace) -> None:
    job = make_job(workspace)
    known = add_skill(workspace=workspace, name="Excel", chapters=[job.pk])
    before, step = story(workspace), make_step(make_plan(workspace)[0])
    finish(workspace=workspace, step_id=step.pk, filing=COURSE, now=NOW)

    assert take_move_back(workspace=workspace, step_id=step.pk, now=NOW) is True

    assert story(workspace) == before
    assert Skill.objects.of(workspace).get() == known
    step.refresh_from_db()
    assert (step.state, step.chapter, Filed.objects.of(workspace).count()) == ("idea", None, 0)


def test_what_was_changed_since_stays(workspace: Workspace) -> None:
    step = make_step(make_plan(workspace)[0])
    finish(workspace=workspace, step_id=step.pk, filing=COURSE, now=NOW)
    Chapter.objects.of(workspace).update(version=7, summary="Mine")

    assert take_move_back(workspace=workspace, step_id=step.pk, now=NOW) is False

    assert story(workspace) == ({"Basics"}, set(), 0)


def test_a_role_with_lines_goes_on_when_its_end_is_taken_back(workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0], starts=date(2026, 9, 5))
    day = make_hours(role, learned="Dates first")
    tell_learned(workspace=workspace, hours_id=day.pk, language="en", now=NOW)
    finish(workspace=workspace, step_id=role.pk, filing=ROLE, now=NOW)
    chapter = Chapter.objects.of(workspace).get()
    assert (chapter.end, chapter.note) == ("2026-11", "21 hours")

    take_move_back(workspace=workspace, step_id=role.pk, now=NOW)

    chapter.refresh_from_db()
    assert (chapter.start, chapter.end, chapter.note) == ("2026-09-05", "", "")
    assert [line.text for line in Accomplishment.objects.of(workspace)] == ["Dates first"]
    assert not Skill.objects.of(workspace).exists()


def test_done_for_nobody_but_oneself_tells_the_story_nothing(workspace: Workspace) -> None:
    step = make_step(make_plan(workspace)[0])

    finish(workspace=workspace, step_id=step.pk, filing=None, now=NOW)

    assert story(workspace) == (set(), set(), 0)
    assert take_move_back(workspace=workspace, step_id=step.pk, now=NOW) is True


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["done", *StepState, "back"]), max_size=10))
def test_the_story_tells_of_a_step_exactly_while_it_is_done(orders: list[str]) -> None:
    """In any order of moves, whatever is refused on the way."""
    user = User.objects.create_user(f"{uuid4()}@seeker.example")
    workspace = open_workspace(user=user)
    step = make_step(make_plan(workspace)[0])
    for order in orders:
        try:
            if order == "back":
                take_move_back(workspace=workspace, step_id=step.pk, now=NOW)
            elif order == StepState.DONE:
                finish(workspace=workspace, step_id=step.pk, filing=COURSE, now=NOW)
            else:
                move_step(workspace=workspace, step_id=step.pk, to=StepState(order), now=NOW)
        except (ImpossibleMoveError, NothingToTakeBackError):
            pass
        step.refresh_from_db()
        told = ({"Basics"}, {"SAP", "Excel"}, 2) if step.state == StepState.DONE else (set(), set(), 0)
        assert story(workspace) == told


def test_what_was_put_off_is_due_again_in_a_week(workspace: Workspace) -> None:
    step: PlanStep = make_role(make_plan(workspace)[0], starts=date(2026, 9, 5))
    today = NOW.date()
    assert [one.id for one in due_steps(workspace, today)] == [step.pk]

    put_off(workspace=workspace, step_id=step.pk, now=NOW)
    assert due_steps(workspace, today) == []
    assert len(due_steps(workspace, date(2026, 12, 2))) == 1
    take_up(workspace=workspace, step_id=step.pk, now=NOW)
    assert len(due_steps(workspace, today)) == 1


def test_whoever_wants_to_be_left_alone_is_asked_for_no_reference(workspace: Workspace) -> None:
    role = make_role(make_plan(workspace)[0])
    make_hours(role, 22)
    ana = make_person(workspace, given="Ana")
    name_person(workspace=workspace, step_id=role.pk, who=ana.pk, how_met="", now=NOW)
    assert [one.duty.kind for one in due_steps(workspace, NOW.date())] == ["reference"]

    Person.objects.of(workspace).update(do_not_contact_at=NOW)

    assert due_steps(workspace, NOW.date()) == []


def test_who_supervises_is_in_use_when_an_import_is_taken_back(workspace: Workspace) -> None:
    role, ana, other = make_role(make_plan(workspace)[0]), make_person(workspace), make_person(workspace, given="Bo")
    name_person(workspace=workspace, step_id=role.pk, who=ana.pk, how_met="", now=NOW)

    asked = {"sender": Person, "workspace": workspace, "person_ids": [ana.pk, other.pk]}
    answers = [found for _receiver, found in persons_in_use.send(**asked)]

    assert set().union(*answers) == {ana.pk}
