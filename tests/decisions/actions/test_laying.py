"""A decision laid out: options, wishes and weights, with what is refused."""

from datetime import datetime

import pytest

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.errors import ChangedSinceError, NothingSaidError, OutOfRangeError, TooManyError
from askwell.decisions.actions.laying import (
    MOST_OPTIONS,
    OptionFacts,
    WishFacts,
    add_option,
    add_wish,
    begin_decision,
    change_option,
    change_wish,
    put_otherwise,
    unweigh,
    weigh,
)
from askwell.decisions.choices import OptionKind
from askwell.decisions.models import Criterion, Decision, Option
from askwell.interviews.models import Insight
from askwell.outreach.actions.targets import add_target
from askwell.outreach.choices import TargetKind
from tests.factories.decisions import lay_out, make_claim
from tests.factories.people import make_person


def test_a_question_is_tidied_and_may_be_put_otherwise(workspace: Workspace, now: datetime) -> None:
    row = begin_decision(workspace=workspace, question="  Which   way? ", now=now)
    assert row.question == "Which way?"

    put_otherwise(workspace=workspace, decision_id=row.pk, question="Where to?", now=now)

    assert Decision.objects.of(workspace).get().question == "Where to?"


def test_an_empty_question_option_or_wish_is_refused(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    with pytest.raises(NothingSaidError, match="question"):
        begin_decision(workspace=workspace, question=" ", now=now)
    with pytest.raises(NothingSaidError, match="title"):
        add_option(workspace=workspace, decision_id=laid.id, facts=OptionFacts(title=""), now=now)
    with pytest.raises(NothingSaidError, match="words"):
        add_wish(workspace=workspace, decision_id=laid.id, facts=WishFacts(words=""), now=now)


def test_options_stand_in_the_order_in_which_they_were_named(workspace: Workspace) -> None:
    laid = lay_out(workspace, ("C", "A", "B"))

    assert [one.title for one in laid.board.options] == ["C", "A", "B"]


def test_an_employer_is_tied_to_the_organisation_and_the_target_of_that_name(
    workspace: Workspace, now: datetime
) -> None:
    make_person(workspace, organisation="Tidewater Foods", title="Planner")
    target, _ = add_target(workspace=workspace, name="Tidewater Foods", kind=TargetKind.EMPLOYER, now=now)
    laid = lay_out(workspace, ())
    facts = OptionFacts(title="tidewater foods", kind=OptionKind.EMPLOYER)

    row = add_option(workspace=workspace, decision_id=laid.id, facts=facts, now=now)

    assert row.organisation
    assert (row.organisation.name, row.target) == ("Tidewater Foods", target)


def test_an_offer_is_tied_to_the_employer_it_names_and_loses_it_with_the_name(
    workspace: Workspace, now: datetime
) -> None:
    make_person(workspace, organisation="Tidewater Foods", title="Planner")
    laid = lay_out(workspace, ())
    facts = OptionFacts(title="Planner at Tidewater", kind=OptionKind.OFFER, employer="Tidewater Foods")
    row = add_option(workspace=workspace, decision_id=laid.id, facts=facts, now=now)
    assert row.organisation

    plain = OptionFacts(title="Planner at Tidewater", kind=OptionKind.OFFER)
    row = change_option(workspace=workspace, option_id=row.pk, facts=plain, now=now)

    assert row.organisation is None


def test_more_options_than_anybody_can_weigh_are_refused(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace, tuple(f"Option {n}" for n in range(MOST_OPTIONS)))

    with pytest.raises(TooManyError, match="12"):
        add_option(workspace=workspace, decision_id=laid.id, facts=OptionFacts(title="One more"), now=now)


def test_weights_are_changed_together_and_the_change_is_told(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    pay, hours = laid.wishes["Pay"], laid.wishes["Hours"]

    changed = weigh(workspace=workspace, decision_id=laid.id, weights={pay: 10, hours: 40}, now=now)

    assert changed == {pay: (60, 10)}
    assert {wish.id: wish.weight for wish in laid.board.wishes} == {pay: 10, hours: 40}


def test_the_undo_of_weights_takes_back_its_own_change_only(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    pay, hours = laid.wishes["Pay"], laid.wishes["Hours"]
    first = weigh(workspace=workspace, decision_id=laid.id, weights={pay: 10}, now=now)
    second = weigh(workspace=workspace, decision_id=laid.id, weights={pay: 20, hours: 5}, now=now)

    with pytest.raises(ChangedSinceError):
        unweigh(workspace=workspace, decision_id=laid.id, changed=first, now=now)
    assert [wish.weight for wish in laid.board.wishes] == [20, 5]

    unweigh(workspace=workspace, decision_id=laid.id, changed=second, now=now)
    unweigh(workspace=workspace, decision_id=laid.id, changed=first, now=now)
    assert [wish.weight for wish in laid.board.wishes] == [60, 40]


def test_a_wish_is_made_from_a_claim_and_remembers_it(workspace: Workspace, stranger: User, now: datetime) -> None:
    laid, claim = lay_out(workspace, wishes={}), make_claim(workspace, "They leave at four")
    facts = WishFacts(words="Home by four", insight_id=claim.pk)

    add_wish(workspace=workspace, decision_id=laid.id, facts=facts, now=now)
    (wish,) = laid.board.wishes
    assert wish.insight_id == claim.pk

    change_wish(workspace=workspace, criterion_id=wish.id, facts=WishFacts(words="Home by five"), now=now)
    assert [(one.words, one.insight_id) for one in laid.board.wishes] == [("Home by five", claim.pk)]

    assert stranger.workspace
    theirs = lay_out(stranger.workspace, wishes={})
    with pytest.raises(Insight.DoesNotExist):
        add_wish(workspace=stranger.workspace, decision_id=theirs.id, facts=facts, now=now)


def test_a_weight_of_another_decision_is_left_alone(workspace: Workspace, now: datetime) -> None:
    laid, other = lay_out(workspace), lay_out(workspace)

    weigh(workspace=workspace, decision_id=laid.id, weights={other.wishes["Pay"]: 1}, now=now)

    assert [wish.weight for wish in other.board.wishes] == [60, 40]


@pytest.mark.parametrize("weight", [-1, 101])
def test_a_weight_out_of_range_changes_nothing(workspace: Workspace, now: datetime, weight: int) -> None:
    laid = lay_out(workspace)
    with pytest.raises(OutOfRangeError):
        weigh(workspace=workspace, decision_id=laid.id, weights={laid.wishes["Pay"]: weight}, now=now)
    with pytest.raises(OutOfRangeError):
        change_wish(
            workspace=workspace, criterion_id=laid.wishes["Pay"], facts=WishFacts(words="Pay", weight=weight), now=now
        )

    assert [wish.weight for wish in laid.board.wishes] == [60, 40]


def test_an_option_taken_away_comes_back_with_all_that_was_said(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    laid.found("Buyer", "Pay")
    laid.give("Buyer", "Pay", 7)

    throw_away(Option, workspace=workspace, key=laid.options["Buyer"], now=now)
    assert [one.title for one in laid.board.options] == ["Planner"]

    bring_back(Option, workspace=workspace, key=laid.options["Buyer"])
    field = laid.board.fields[laid.options["Buyer"], laid.wishes["Pay"]]
    assert (field.points, len(field.said)) == (7, 1)


def test_a_stranger_finds_nothing(workspace: Workspace, stranger: User, now: datetime) -> None:
    laid, other = lay_out(workspace), stranger.workspace
    assert other
    with pytest.raises(Decision.DoesNotExist):
        add_option(workspace=other, decision_id=laid.id, facts=OptionFacts(title="Mine"), now=now)
    with pytest.raises(Decision.DoesNotExist):
        weigh(workspace=other, decision_id=laid.id, weights={}, now=now)
    with pytest.raises(Option.DoesNotExist):
        change_option(workspace=other, option_id=laid.options["Buyer"], facts=OptionFacts(title="Mine"), now=now)
    with pytest.raises(Criterion.DoesNotExist):
        change_wish(workspace=other, criterion_id=laid.wishes["Pay"], facts=WishFacts(words="Mine"), now=now)
