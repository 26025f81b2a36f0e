"""Whom to ask about what is unknown: whom one meets soon, has met, knows, or nobody."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.laying import OptionFacts, add_option
from askwell.decisions.choices import OptionKind
from askwell.decisions.queries.asking import Ask, Way, asks
from askwell.decisions.queries.values import OptionRow, Wish
from askwell.interviews.actions.finishing import finish
from askwell.interviews.actions.preparing import add_question
from askwell.outreach.choices import Direction
from askwell.outreach.models import Message
from askwell.people.models import Person
from tests.factories.decisions import Laid, lay_out, make_claim, planner_met
from tests.factories.interviews import closing
from tests.factories.people import make_person

QUESTION = "How is that?"


@pytest.fixture
def laid(workspace: Workspace) -> Laid:
    """Level but for one guess: pay as a demand planner is what is worth asking."""
    made = lay_out(workspace, ("Demand planner", "Buyer"), {"Pay": 50, "Hours": 50})
    for option, wish in (("Demand planner", "Hours"), ("Buyer", "Pay"), ("Buyer", "Hours")):
        made.give(option, wish, 5, half_width=0.0)
    made.give("Demand planner", "Pay", 5, is_guess=True)
    return made


def first(laid: Laid) -> Ask:
    board = laid.board
    return asks(laid.workspace, board, worded, timezone.now())[0]


def worded(option: OptionRow, wish: Wish, language: str) -> str:
    return f"{QUESTION}{language}"


def test_what_is_worth_most_is_asked_first(laid: Laid) -> None:
    ask = first(laid)

    assert (ask.option.title, ask.wish.words, ask.question) == ("Demand planner", "Pay", QUESTION)
    assert ask.unknown.tips


def test_who_is_met_soon_comes_before_who_was_met_and_who_is_known(laid: Laid, workspace: Workspace) -> None:
    now = timezone.now()
    make_person(workspace, given="Aisha", title="Demand planner", organisation="Tidewater")
    assert first(laid).insider.way is Way.KNOWN

    met = planner_met(workspace, now - timedelta(days=4), "Grace")
    finish(workspace=workspace, interview_id=met.pk, closing=closing(), now=now)
    assert (first(laid).insider.way, _given(first(laid))) == (Way.MET, "Grace")

    later = planner_met(workspace, now, "Min", in_days=9)
    soon = planner_met(workspace, now, "Marc")
    insider = first(laid).insider
    assert (insider.way, _given(first(laid)), insider.interview_id) == (Way.MEETS, "Marc", soon.pk)
    assert insider.interview_id != later.pk


def test_a_related_title_is_better_than_nobody(workspace: Workspace) -> None:
    laid = lay_out(workspace, ("Procurement specialist", "Buyer"), {"Pay": 1})
    laid.give("Buyer", "Pay", 5, half_width=0.0)
    make_person(workspace, given="Ravi", title="Procurement manager")

    assert _given(first(laid)) == "Ravi"


def test_an_employers_people_are_asked_about_it(workspace: Workspace, now: datetime) -> None:
    make_person(workspace, given="Aisha", family="Khan", organisation="Tidewater", title="Driver")
    laid = lay_out(workspace, ("Other",), {"Pay": 1})
    laid.give("Other", "Pay", 5, half_width=0.0)
    facts = OptionFacts(title="Tidewater", kind=OptionKind.EMPLOYER)
    add_option(workspace=workspace, decision_id=laid.id, facts=facts, now=now)

    assert _given(first(laid)) == "Aisha"


def test_who_spoke_of_the_occupation_may_know(laid: Laid, workspace: Workspace) -> None:
    make_claim(workspace, "They plan a year ahead", subject="Demand planner", given="Tomasz", family="Z")

    assert _given(first(laid)) == "Tomasz"


def test_who_has_said_so_already_is_not_asked_again(laid: Laid, workspace: Workspace) -> None:
    laid.said("Demand planner", "Pay", make_claim(workspace, "Good", given="Priya", title="Demand planner"))

    assert first(laid).insider.way is Way.NOBODY


def test_who_must_not_be_contacted_is_not_named(laid: Laid, workspace: Workspace, now: datetime) -> None:
    someone = make_person(workspace, title="Demand planner")
    Person.objects.of(workspace).filter(pk=someone.pk).update(do_not_contact_at=now)

    assert first(laid).insider.way is Way.NOBODY


def test_a_question_that_is_in_the_brief_is_not_offered_again(laid: Laid, workspace: Workspace) -> None:
    now = timezone.now()
    talk = planner_met(workspace, now, "Marc")
    assert (first(laid).question_id, first(laid).question) == (None, f"{QUESTION}en")

    asked = add_question(workspace=workspace, interview_id=talk.pk, text=f"{QUESTION}en", now=now)

    assert first(laid).question_id == asked.pk


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_question_is_in_the_language_in_which_one_writes_to_them(
    laid: Laid, workspace: Workspace, language: str
) -> None:
    planner_met(workspace, timezone.now(), "Marc")
    Message.objects.of(workspace).filter(direction=Direction.OUT).update(language=language)

    ask = first(laid)

    assert (ask.language, ask.question) == (language, f"{QUESTION}{language}")


def test_to_whom_nothing_was_written_the_question_is_the_viewers(laid: Laid, workspace: Workspace) -> None:
    make_person(workspace, title="Demand planner")

    assert (first(laid).language, first(laid).question) == ("", QUESTION)


def test_a_strangers_people_are_not_found(laid: Laid, stranger: User) -> None:
    assert stranger.workspace
    make_person(stranger.workspace, title="Demand planner")

    assert first(laid).insider.way is Way.NOBODY


def _given(ask: Ask) -> str:
    return ask.insider.who.given if ask.insider.who else ""
