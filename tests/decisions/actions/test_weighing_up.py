"""Numbers with where they come from, and evidence with who said it."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.actions import throw_away
from askwell.accounts.models import User, Workspace
from askwell.decisions.actions.errors import ChangedSinceError, NoSourceError, NothingSaidError, OutOfRangeError
from askwell.decisions.actions.weighing_up import (
    Finding,
    Number,
    Side,
    bear_out,
    give_number,
    stand_as_before,
    take_number_back,
)
from askwell.decisions.choices import Strength
from askwell.decisions.models import Criterion, Evidence, Option, Score
from askwell.decisions.rules.cells import Basis
from askwell.interviews.actions.learning import hear, set_aside
from askwell.interviews.models import Insight
from tests.factories.decisions import lay_out, make_claim
from tests.factories.people import make_person


def test_a_number_needs_a_source_or_somebodys_word_or_to_be_called_a_guess(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    at = laid.at("Planner", "Pay")
    with pytest.raises(NoSourceError):
        give_number(workspace=workspace, **at, number=Number(points=7), now=now)

    give_number(workspace=workspace, **at, number=Number(points=7, is_guess=True), now=now)
    give_number(workspace=workspace, **at, number=Number(points=7, source="the posting"), now=now)
    laid.found("Planner", "Pay")
    give_number(workspace=workspace, **at, number=Number(points=8), now=now)

    assert Score.objects.of(workspace).get().points == 8


@pytest.mark.parametrize(("points", "half"), [(-1, None), (11, None), (5, -1), (5, 11)])
def test_a_number_out_of_range_is_refused(
    workspace: Workspace, now: datetime, points: float, half: float | None
) -> None:
    laid = lay_out(workspace)
    number = Number(points=points, half_width=half, source="x")

    with pytest.raises(OutOfRangeError):
        give_number(workspace=workspace, **laid.at("Planner", "Pay"), number=number, now=now)


def test_the_number_before_is_given_back_for_the_undo(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    at, first = laid.at("Planner", "Pay"), Number(points=7, half_width=1, source="the posting")

    assert give_number(workspace=workspace, **at, number=first, now=now) is None
    assert give_number(workspace=workspace, **at, number=None, now=now) == first
    assert not Score.objects.of(workspace).exists()


def test_the_undo_of_a_number_takes_back_its_own_change_only(workspace: Workspace, now: datetime) -> None:
    laid, later = lay_out(workspace), now + timedelta(minutes=1)
    at, first = laid.at("Planner", "Pay"), Number(points=7, source="the posting")
    give_number(workspace=workspace, **at, number=first, now=now)
    before = give_number(workspace=workspace, **at, number=Number(points=3, source="the news"), now=later)

    with pytest.raises(ChangedSinceError):
        take_number_back(workspace=workspace, **at, before=None, given_at=now, now=later)
    assert Score.objects.of(workspace).get().points == 3

    take_number_back(workspace=workspace, **at, before=before, given_at=later, now=later)
    assert Score.objects.of(workspace).get().points == 7


def test_a_number_comes_back_though_what_bore_it_out_is_gone(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    at, said = laid.at("Planner", "Pay"), laid.found("Planner", "Pay")
    give_number(workspace=workspace, **at, number=Number(points=7), now=now)
    before = give_number(workspace=workspace, **at, number=None, now=now)
    throw_away(Evidence, workspace=workspace, key=said.pk, now=now)

    take_number_back(workspace=workspace, **at, before=before, given_at=None, now=now)

    assert Score.objects.of(workspace).get().points == 7


def test_a_claim_put_otherwise_stands_as_before_again(workspace: Workspace, now: datetime) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    at = laid.at("Planner", "Pay")
    new = bear_out(workspace=workspace, **at, what=claim.pk, speaks_for=True, strength=Strength.HINT, now=now)
    again = bear_out(workspace=workspace, **at, what=claim.pk, speaks_for=False, now=now)
    was, now_is = Side(True, Strength.HINT), Side(False, Strength.CLEAR)
    assert (new.before, again.id, again.before) == (None, new.id, was)

    stand_as_before(workspace=workspace, evidence_id=new.id, before=was, after=now_is, now=now)

    row = Evidence.kept(workspace).get()
    assert (row.speaks_for, row.strength) == (True, Strength.HINT)
    with pytest.raises(ChangedSinceError):
        stand_as_before(workspace=workspace, evidence_id=new.id, before=was, after=now_is, now=now)


def test_a_claim_counts_with_everybody_on_it(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    claim = make_claim(workspace, "It pays well", organisation="North Shore", title="Planner")
    agrees = make_person(workspace, given="Grace", family="Okafor", organisation="Cedar & Pine", title="Analyst")
    differs = make_person(workspace, given="Chidi", family="Nwosu", organisation="Pacific Crate", title="Lead")
    for person, side in ((agrees, True), (differs, False)):
        hear(workspace=workspace, insight_id=claim.pk, person_id=person.pk, agrees=side, now=now)
    laid.said("Planner", "Pay", claim)
    laid.give("Planner", "Pay", 7, source="")

    field = laid.board.fields[laid.options["Planner"], laid.wishes["Pay"]]

    assert (field.cell.speak_for, field.cell.speak_against) == (2, 1)
    assert (field.cell.half, field.cell.basis) == (2.5, Basis.VOICES)
    assert [(one.who.given, one.speaks_for) for said in field.said for one in said.others] == [
        ("Grace", True),
        ("Chidi", False),
    ]


def test_who_agrees_with_a_claim_that_speaks_against_speaks_against(workspace: Workspace, now: datetime) -> None:
    laid = lay_out(workspace)
    claim = make_claim(workspace, "It pays badly")
    other = make_person(workspace, given="Grace", family="Okafor")
    hear(workspace=workspace, insight_id=claim.pk, person_id=other.pk, agrees=True, now=now)

    laid.said("Planner", "Pay", claim, speaks_for=False)

    cell = laid.board.fields[laid.options["Planner"], laid.wishes["Pay"]].cell
    assert (cell.speak_for, cell.speak_against) == (0, 2)


def test_a_claim_that_is_there_is_put_otherwise_rather_than_twice(workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    first = laid.said("Planner", "Pay", claim)

    second = laid.said("Planner", "Pay", claim, speaks_for=False)

    assert second.pk == first.pk
    assert [row.speaks_for for row in Evidence.objects.of(workspace)] == [False]


def test_a_claim_set_aside_counts_no_more(workspace: Workspace, now: datetime) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    laid.said("Planner", "Pay", claim)
    laid.found("Planner", "Pay", "Seen")

    set_aside(workspace=workspace, insight_id=claim.pk, now=now)

    field = laid.board.fields[laid.options["Planner"], laid.wishes["Pay"]]
    assert [one.text for one in field.said] == ["Seen"]


def test_a_finding_needs_words_and_a_source(workspace: Workspace, now: datetime) -> None:
    at = lay_out(workspace).at("Planner", "Pay")
    for finding, error in (
        (Finding(text="", source="x"), NothingSaidError),
        (Finding(text="x", source=" "), NoSourceError),
    ):
        with pytest.raises(error):
            bear_out(workspace=workspace, **at, what=finding, speaks_for=True, now=now)


def test_two_findings_of_one_source_are_one_voice(workspace: Workspace) -> None:
    laid = lay_out(workspace)
    laid.found("Planner", "Pay", "Good", "The survey")
    laid.found("Planner", "Pay", "Better", "the survey")
    laid.found("Planner", "Pay", "Best", "another survey")

    assert laid.board.fields[laid.options["Planner"], laid.wishes["Pay"]].cell.speak_for == 2


def test_an_option_and_a_wish_of_two_decisions_are_no_field(workspace: Workspace, now: datetime) -> None:
    laid, other = lay_out(workspace), lay_out(workspace)
    with pytest.raises(Criterion.DoesNotExist):
        give_number(
            workspace=workspace, option_id=laid.options["Planner"], criterion_id=other.wishes["Pay"],
            number=Number(points=1, is_guess=True), now=now,
        )  # fmt: skip


def test_a_stranger_puts_nothing_in_and_uses_nobody_elses_claim(
    workspace: Workspace, stranger: User, now: datetime
) -> None:
    laid, other = lay_out(workspace), stranger.workspace
    assert other
    theirs, claim = lay_out(other), make_claim(workspace, "It pays well")
    finding, strength = Finding(text="x", source="x"), Strength.CLEAR
    with pytest.raises(Option.DoesNotExist):
        bear_out(
            workspace=other, **laid.at("Planner", "Pay"), what=finding, speaks_for=True, strength=strength, now=now
        )
    with pytest.raises(Insight.DoesNotExist):
        bear_out(workspace=other, **theirs.at("Planner", "Pay"), what=claim.pk, speaks_for=True, now=now)
