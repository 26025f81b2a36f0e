"""A decision in writing: with how things stood, looked back on, taken back."""

from datetime import date, datetime

import pytest

from askwell.accounts.actions import throw_away
from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.choosing import Writing, bring_choice_back, correct, decide, look_back, take_back
from askwell.decisions.actions.errors import DayError, NothingSaidError
from askwell.decisions.actions.laying import weigh
from askwell.decisions.choices import DecisionState
from askwell.decisions.models import Choice, Option
from askwell.decisions.rules.looking_back import Stood, Then, Wanted
from tests.factories.decisions import Laid, lay_out

DAY, TODAY = date(2026, 11, 25), date(2026, 11, 26)


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
    writing = Writing(**told)  # type: ignore[arg-type]
    return decide(workspace=laid.workspace, decision_id=laid.id, writing=writing, today=TODAY, now=now)


def test_how_things_stood_is_kept_whatever_comes_later(laid: Laid, now: datetime) -> None:
    written(laid, now)
    weigh(workspace=laid.workspace, decision_id=laid.id, weights={laid.wishes["Pay"]: 0}, now=now)

    (choice,) = laid.board.choices
    planner, buyer = str(laid.options["Planner"]), str(laid.options["Buyer"])

    # .6 * 8 + .4 * 6 = 7.2, ± root of .36 + .16
    assert choice.stood == Stood(
        options=(Then(planner, "Planner", 7.2, 6.48, 7.92), Then(buyer, "Buyer", 5.0, 5.0, 5.0)),
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


@pytest.mark.parametrize(
    ("decided", "back", "column"),
    [
        (date(2026, 11, 27), None, "decided_on"),
        (date(2031, 1, 1), date(2032, 1, 1), "decided_on"),
        (DAY, DAY, "look_back_on"),
        (DAY, date(2020, 1, 1), "look_back_on"),
    ],
)
def test_it_was_decided_by_today_and_is_looked_back_on_later(
    laid: Laid, now: datetime, decided: date, back: date | None, column: str
) -> None:
    with pytest.raises(DayError, match=column):
        written(laid, now, decided_on=decided, look_back_on=back)

    assert laid.board.choices == ()


def test_a_written_decision_is_corrected_and_how_things_stood_stays(laid: Laid, now: datetime) -> None:
    choice = written(laid, now)
    laid.give("Planner", "Pay", 1)
    writing = Writing(option_id=laid.options["Buyer"], text="I wrote the wrong one.", decided_on=date(2026, 11, 20))

    correct(workspace=laid.workspace, choice_id=choice.pk, writing=writing, today=TODAY, now=now)

    (row,) = laid.board.choices
    assert (row.title, row.text, row.decided_on) == ("Buyer", "I wrote the wrong one.", date(2026, 11, 20))
    assert [one.total for one in row.stood.options] == [7.2, 5.0]


def test_a_correction_keeps_an_option_that_is_gone_and_refuses_what_a_new_decision_would(
    laid: Laid, now: datetime
) -> None:
    choice = written(laid, now)
    throw_away(Option, workspace=laid.workspace, key=laid.options["Planner"], now=now)
    kept = Writing(option_id=None, text="Better said.", decided_on=DAY)
    late = Writing(option_id=None, text="Better said.", decided_on=date(2026, 11, 27))

    correct(workspace=laid.workspace, choice_id=choice.pk, writing=kept, today=TODAY, now=now)
    with pytest.raises(DayError):
        correct(workspace=laid.workspace, choice_id=choice.pk, writing=late, today=TODAY, now=now)

    assert [(row.title, row.text) for row in laid.board.choices] == [("Planner", "Better said.")]


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
    writing = Writing(option_id=None, text="Mine", decided_on=DAY)
    with pytest.raises(Choice.DoesNotExist):
        correct(workspace=stranger.workspace, choice_id=choice.pk, writing=writing, today=TODAY, now=now)
