"""What a coordinator says to a round, and how it is taken back."""

from datetime import date
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from askwell.accounts.models import User
from askwell.programmes.actions.errors import BadWeightsError, KeptTalkError, RoundStateError
from askwell.programmes.actions.rounds import match_again, undo_change, weigh, wish
from askwell.programmes.choices import MatchState, RoundState, WishKind
from askwell.programmes.models import Cohort, Insider, Match, Participant, Programme, Round, Wish
from askwell.programmes.rules.people import Weights
from askwell.programmes.rules.written import weights_of
from tests.conftest import NOW
from tests.factories.programmes import make_insider, make_participant, make_programme
from tests.factories.rounds import begun, solved


@pytest.fixture
def row(programme: Programme) -> Round:
    make_participant(programme)
    make_insider(programme)
    return solved(begun(programme))


def wished(row: Round, kind: WishKind | None, reason: str = "") -> None:
    seeker, insider = Participant.objects.of(row.workspace).get(), Insider.objects.of(row.workspace).get()
    both: dict[str, Any] = {"participant_id": seeker.pk, "insider_id": insider.pk}
    wish(workspace=row.workspace, round_id=row.pk, kind=kind, reason=reason, by=None, now=NOW, **both)
    row.refresh_from_db()


def wishes(row: Round) -> list[tuple[str, str]]:
    return list(Wish.objects.of(row.workspace).values_list("kind", "reason"))


def undo(row: Round) -> None:
    undo_change(workspace=row.workspace, round_id=row.pk, version=row.version, by=None, now=NOW)
    row.refresh_from_db()


def test_rounds_are_numbered_and_their_week_begins_on_monday(programme: Programme) -> None:
    first, second = begun(programme, week=date(2026, 12, 3)), begun(programme, name=" Winter\x00 ")

    assert (first.number, first.week, first.state) == (1, date(2026, 11, 30), "solving")
    assert (second.number, second.name) == (2, "Winter")


def test_a_cohort_of_others_is_not_found(programme: Programme) -> None:
    other = make_programme("rita@rival.example", "Inlet Bridges")
    cohort = Cohort.objects.create(workspace=other.workspace, name="Theirs", created_at=NOW)

    with pytest.raises(Cohort.DoesNotExist):
        begun(programme, cohort_id=cohort.pk)


def test_a_pair_has_one_wish_the_last(row: Round) -> None:
    wished(row, WishKind.PIN, "same street")
    wished(row, WishKind.FORBID, "cousins")

    assert wishes(row) == [("forbid", "cousins")]
    assert (row.version, row.state) == (3, "solving")


def test_a_wish_is_taken_back_and_the_taking_back_is_undone(row: Round) -> None:
    wished(row, WishKind.FORBID, "cousins")
    solved(row)
    wished(row, None)
    assert wishes(row) == []

    undo(row)

    assert wishes(row) == [("forbid", "cousins")]


def test_what_was_changed_before_it_was_solved_is_undone_together(row: Round) -> None:
    wished(row, WishKind.FORBID, "cousins")
    weigh(workspace=row.workspace, round_id=row.pk, weights=Weights(30, 20, 30))
    row.refresh_from_db()
    assert [sorted(step) for step in row.change["steps"]] == [["now", "pair", "was"], ["was", "weights"]]

    undo(row)

    assert (wishes(row), weights_of(row.weights)) == ([], Weights())


def test_an_undo_can_be_undone(row: Round) -> None:
    weigh(workspace=row.workspace, round_id=row.pk, weights=Weights(30, 20, 30))
    row = solved(row)
    undo(row)
    assert weights_of(row.weights) == Weights()

    undo(row)

    assert weights_of(row.weights) == Weights(30, 20, 30)


def test_nothing_is_undone_that_somebody_changed_since(row: Round) -> None:
    wished(row, WishKind.PIN)
    seen = row.version
    wished(row, WishKind.FORBID)

    with pytest.raises(RoundStateError):
        undo_change(workspace=row.workspace, round_id=row.pk, version=seen, by=None, now=NOW)
    assert wishes(row) == [("forbid", "")]


def test_matching_again_has_nothing_to_undo(row: Round) -> None:
    match_again(workspace=row.workspace, round_id=row.pk)
    row.refresh_from_db()

    with pytest.raises(RoundStateError):
        undo(row)


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        (Weights(-1, 10, 20), "negative"),
        (Weights(60, 11, 20), "too_much"),
        (Weights(0, 0, 0), "nothing"),
        (Weights(60, 10, 20, decay=Fraction(3, 2)), "decay"),
        (Weights(60, 10, 20, decay=Fraction(0)), "decay"),
    ],
)
def test_weights_have_bounds(row: Round, weights: Weights, code: str) -> None:
    with pytest.raises(BadWeightsError) as refused:
        weigh(workspace=row.workspace, round_id=row.pk, weights=weights)

    assert refused.value.code == code
    row.refresh_from_db()
    assert (row.version, row.weights) == (1, {})


def test_other_weights_match_others(programme: Programme) -> None:
    make_participant(programme, goals={"audit": 1}, languages=["en", "zh"])
    make_insider(programme, "Rosa Osei", topics=["audit"], languages=["en"])
    make_insider(programme, "Tom Nguyen", topics=["tax"], languages=["en", "zh"])
    row = solved(begun(programme))
    assert [one.insider.name for one in Match.objects.of(row.workspace)] == ["Rosa Osei"]

    weigh(workspace=row.workspace, round_id=row.pk, weights=Weights(0, 40, 20))

    row = solved(row)
    assert [one.insider.name for one in Match.objects.of(row.workspace)] == ["Tom Nguyen"]


def test_a_talk_on_its_way_cannot_be_ruled_out(row: Round) -> None:
    Match.objects.of(row.workspace).update(state=MatchState.AGREED)

    with pytest.raises(KeptTalkError):
        wished(row, WishKind.FORBID)


def test_a_closed_round_is_not_changed(row: Round) -> None:
    Round.objects.of(row.workspace).update(state=RoundState.CLOSED)

    with pytest.raises(RoundStateError):
        match_again(workspace=row.workspace, round_id=row.pk)


def test_people_of_others_cannot_be_wished_for(row: Round, owner: User) -> None:
    other = make_programme("rita@rival.example", "Inlet Bridges")
    theirs = make_insider(other)
    seeker = Participant.objects.of(row.workspace).get()
    told: dict[str, Any] = {"kind": WishKind.PIN, "by": owner, "now": NOW, "participant_id": seeker.pk}

    with pytest.raises(Insider.DoesNotExist):
        wish(workspace=row.workspace, round_id=row.pk, insider_id=theirs.pk, **told)
    with pytest.raises(Round.DoesNotExist):
        wish(workspace=row.workspace, round_id=uuid4(), insider_id=theirs.pk, **told)
