"""A decision in writing: with how things stood, looked back on, taken back."""

from datetime import date, datetime

import pytest

from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.choosing import Writing, bring_choice_back, decide, look_back, take_back
from askwell.decisions.actions.errors import NothingSaidError
from askwell.decisions.actions.laying import weigh
from askwell.decisions.choices import DecisionState
from askwell.decisions.models import Choice, Option
from askwell.decisions.rules.looking_back import Stood, Then, Wanted
from tests.factories.decisions import Laid, lay_out

DAY = date(2026, 11, 25)


@pytest.fixture
def laid(workspace: Workspace) -> Laid:
    made = lay_out(workspace)
    made.give("Planner", "Pay", 8, half_width=1.0)
    made.give("Planner", "Hours", 6, half_width=1.0)
    made.give("Buyer", "Pay", 5, half_width=0.0)
    made.give("Buyer", "Hours", 5, half_width=0.0)
    return made


def written(laid: Laid, now: datetime, **facts: object) -> Choice:
    told = {
        "option_id": laid.options["Planner"],
        "text": "It pays, and I can leave at four.",
        "decided_on": DAY,
    } | facts
    return decide(workspace=laid.workspace, decision_id=laid.id, writing=Writing(**told), now=now)  # type: ignore[arg-type]


def test_how_things_stood_is_kept_whatever_comes_later(laid: Laid, now: datetime) -> None:
    written(laid, now)
    weigh(workspace=laid.workspace, decision_id=laid.id, weights={laid.wishes["Pay"]: 0}, now=now)

    (choice,) = laid.board.choices

    # .6 * 8 + .4 * 6 = 7.2, ± root of .36 + .16
    assert choice.stood == Stood(
        options=(Then("Planner", 7.2, 6.48, 7.92), Then("Buyer", 5.0, 5.0, 5.0)),
        wishes=(Wanted("Pay", 60), Wanted("Hours", 40)),
        insiders=0,
    )
    assert laid.board.state is DecisionState.DECIDED


def test_it_needs_words_and_an_option_of_the_question(laid: Laid, workspace: Workspace, now: datetime) -> None:
    other = lay_out(workspace)
    with pytest.raises(NothingSaidError):
        written(laid, now, text=" ")
    with pytest.raises(Option.DoesNotExist):
        written(laid, now, option_id=other.options["Planner"])

    assert not Choice.objects.of(workspace).exists()
    assert laid.board.state is DecisionState.OPEN


def test_what_came_of_it_is_written_beside_it(laid: Laid, now: datetime) -> None:
    choice = written(laid, now)

    look_back(workspace=laid.workspace, choice_id=choice.pk, came_of="It did pay.", on=date(2027, 3, 1))

    (row,) = laid.board.choices
    assert (row.came_of, row.looked_back_on, row.text) == ("It did pay.", date(2027, 3, 1), choice.text)


def test_taken_back_the_question_is_open_until_it_is_brought_back(laid: Laid, now: datetime) -> None:
    choice = written(laid, now)

    take_back(workspace=laid.workspace, choice_id=choice.pk, now=now)
    assert (laid.board.state, laid.board.choices) == (DecisionState.OPEN, ())

    bring_choice_back(workspace=laid.workspace, choice_id=choice.pk)
    assert laid.board.state is DecisionState.DECIDED


def test_an_earlier_decision_still_stands_when_the_last_is_taken_back(laid: Laid, now: datetime) -> None:
    written(laid, now)
    last = written(laid, now, option_id=laid.options["Buyer"], decided_on=date(2026, 11, 26))

    take_back(workspace=laid.workspace, choice_id=last.pk, now=now)

    assert laid.board.state is DecisionState.DECIDED
    assert [one.title for one in laid.board.choices] == ["Planner"]


def test_a_stranger_takes_nothing_back(laid: Laid, stranger: User, now: datetime) -> None:
    choice = written(laid, now)
    assert stranger.workspace
    with pytest.raises(Choice.DoesNotExist):
        take_back(workspace=stranger.workspace, choice_id=choice.pk, now=now)
    with pytest.raises(Choice.DoesNotExist):
        look_back(workspace=stranger.workspace, choice_id=choice.pk, came_of="Mine", on=DAY)
