"""Hours in a role, and what was learned: into the story with one click, and out again."""

from datetime import date, timedelta

import pytest

from askwell.accounts.models import Workspace
from askwell.growth.actions.errors import HoursError, NothingSaidError, NotYetError, WrongKindError
from askwell.growth.actions.hours import DayFacts, change_hours, take_line_back, tell_learned
from askwell.growth.models import Hours, PlanStep
from askwell.portfolio.models import Accomplishment, Chapter
from tests.conftest import NOW
from tests.factories.growth import make_hours, make_plan, make_role, make_step

pytestmark = pytest.mark.django_db
SATURDAY = date(2026, 11, 21)


@pytest.fixture
def role(workspace: Workspace) -> PlanStep:
    return make_role(make_plan(workspace)[0])


@pytest.mark.parametrize("hours", [0, -1, 25, 24.5, float("nan"), float("inf")])
def test_hours_that_no_day_has_are_refused(role: PlanStep, hours: float) -> None:
    with pytest.raises(HoursError):
        make_hours(role, hours)
    assert not Hours.objects.of(role.workspace).exists()


def test_a_day_has_24_hours_over_all_its_entries(role: PlanStep) -> None:
    first = make_hours(role, 20)
    with pytest.raises(HoursError):
        make_hours(role, 4.5)
    make_hours(role, 4)
    make_hours(role, 24, on=SATURDAY - timedelta(days=1))

    same = change_hours(workspace=role.workspace, hours_id=first.pk, facts=DayFacts(on=SATURDAY, hours=20), now=NOW)
    assert same.hours == 20


def test_no_day_is_logged_before_it_came(role: PlanStep) -> None:
    with pytest.raises(NotYetError):
        make_hours(role, on=date(2026, 11, 26))
    make_hours(role, on=date(2026, 11, 25))


def test_a_course_has_no_hours_to_log(workspace: Workspace) -> None:
    with pytest.raises(WrongKindError):
        make_hours(make_step(make_plan(workspace)[0]))


def test_what_was_learned_becomes_a_line_and_is_one_only_once(role: PlanStep) -> None:
    day = make_hours(role, learned="Dates before shelves")

    line = tell_learned(workspace=role.workspace, hours_id=day.pk, language="en", now=NOW)

    chapter = Chapter.objects.of(role.workspace).get()
    assert (line.text, line.chapter) == ("Dates before shelves", chapter)
    assert (chapter.kind, chapter.title, chapter.end) == ("volunteering", "Stock helper", "")
    with pytest.raises(NothingSaidError):
        tell_learned(workspace=role.workspace, hours_id=day.pk, language="en", now=NOW)


def test_a_line_goes_again_and_with_the_last_the_chapter(role: PlanStep) -> None:
    days = [make_hours(role, learned=f"Lesson {n}") for n in range(2)]
    for day in days:
        tell_learned(workspace=role.workspace, hours_id=day.pk, language="en", now=NOW)

    take_line_back(workspace=role.workspace, hours_id=days[0].pk, now=NOW)
    assert [line.text for line in Accomplishment.objects.of(role.workspace)] == ["Lesson 1"]
    take_line_back(workspace=role.workspace, hours_id=days[1].pk, now=NOW)
    assert not Chapter.objects.of(role.workspace).exists()


def test_a_day_without_a_lesson_tells_nothing(role: PlanStep) -> None:
    with pytest.raises(NothingSaidError):
        tell_learned(workspace=role.workspace, hours_id=make_hours(role).pk, language="en", now=NOW)
