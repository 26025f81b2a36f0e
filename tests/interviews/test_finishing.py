"""The closing card: what it refuses, what it keeps, and that a refusal writes nothing."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import EmptyClosingError, NamelessError
from askwell.interviews.actions.finishing import Line, finish
from askwell.interviews.actions.holding import catch
from askwell.interviews.actions.learning import Claim
from askwell.interviews.actions.referring import Named
from askwell.interviews.choices import Caught, NextStep, SubjectKind
from askwell.interviews.models import Advice, Insight, Interview, Lead, Referral
from askwell.people.models import Person
from tests.factories.interviews import closing, make_agreed
from tests.factories.outreach import make_someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def interview(workspace: Workspace, now: datetime) -> Interview:
    return make_agreed(workspace, now)


@pytest.fixture
def after(now: datetime) -> datetime:
    return now + timedelta(days=2, hours=1)


@pytest.mark.parametrize(
    ("blank", "fields"),
    [
        ({"said": " "}, ("said",)),
        ({"next_step": None}, ("next_step",)),
        ({"next_step_text": ""}, ("next_step_text",)),
        ({"next_step": NextStep.PERSON, "next_step_text": ""}, ("next_step_text",)),
        ({"said": "", "next_step": None}, ("said", "next_step")),
    ],
)
def test_each_blank_is_named(
    interview: Interview, after: datetime, blank: dict[str, object], fields: tuple[str, ...]
) -> None:
    with pytest.raises(EmptyClosingError) as refusal:
        finish(workspace=interview.workspace, interview_id=interview.pk, closing=closing(**blank), now=after)
    assert refusal.value.fields == fields


def test_a_person_named_is_a_next_step_without_more_words(interview: Interview, after: datetime) -> None:
    card = closing(next_step=NextStep.PERSON, next_step_text="", named=[Named("Dana Lee, planner")])
    done = finish(workspace=interview.workspace, interview_id=interview.pk, closing=card, now=after)
    assert done.finished_at == after


def test_a_row_without_a_name_is_told_by_its_place_and_nothing_is_written(
    interview: Interview, after: datetime
) -> None:
    card = closing(named=[Named("Dana Lee, planner"), Named("，")], insights=[Claim("Calls come first")])
    with pytest.raises(NamelessError) as refusal:
        finish(workspace=interview.workspace, interview_id=interview.pk, closing=card, now=after)
    assert refusal.value.row == 1
    assert not Referral.objects.of(interview.workspace).exists()
    assert not Insight.objects.of(interview.workspace).exists()
    assert Interview.objects.of(interview.workspace).get().held_at is None


def test_what_was_caught_is_edited_on_the_card_and_an_emptied_row_goes(
    interview: Interview, now: datetime, after: datetime
) -> None:
    of = {"workspace": interview.workspace, "interview_id": interview.pk, "now": now}
    insight = catch(**of, kind=Caught.INSIGHT, text="calls", key=uuid4())
    course = catch(**of, kind=Caught.ACTION, text="port course", key=uuid4())
    opening = catch(**of, kind=Caught.LEAD, text="buyer", key=uuid4())
    card = closing(
        insights=[Claim("The calls are the work", SubjectKind.OCCUPATION, "Planner", 3, insight)],
        actions=[Line("", course), Line("read the port report")],
        leads=[Line("buyer at Cedar & Pine", opening)],
    )
    finish(workspace=interview.workspace, interview_id=interview.pk, closing=card, now=after)
    kept = Insight.objects.of(interview.workspace).get()
    assert (kept.pk, kept.text, kept.subject, kept.rating) == (insight, "The calls are the work", "Planner", 3)
    assert list(Advice.objects.of(interview.workspace).values_list("text", flat=True)) == ["read the port report"]
    assert list(Lead.objects.of(interview.workspace).values_list("pk", "text")) == [(opening, "buyer at Cedar & Pine")]


def test_somebody_known_already_is_not_made_a_second_time(interview: Interview, after: datetime) -> None:
    dana = make_someone(interview.workspace, "Dana", "Lee")
    before = Person.objects.of(interview.workspace).count()
    card = closing(named=[Named("Dana Lee, planner at Tidewater")])
    finish(workspace=interview.workspace, interview_id=interview.pk, closing=card, now=after)
    assert Referral.objects.of(interview.workspace).get().person == dana
    assert Person.objects.of(interview.workspace).count() == before
