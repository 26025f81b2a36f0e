"""How seekers come in, and how one who is there already is recognised."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User
from askwell.programmes.actions.errors import LinkOverError, NoNameError, NotTheirsError, TakesPartError
from askwell.programmes.actions.joining import SeekerFacts, apply, join
from askwell.programmes.choices import ConsentItem, ParticipantState
from askwell.programmes.models import Consent, Participant, Programme
from askwell.programmes.queries.shared import agreed
from tests.conftest import NOW, make_user
from tests.factories.programmes import joined, make_participant

FACTS = SeekerFacts(name="Mei Chen", email="mei@seeker.example", goals={"licensing": 2})


@pytest.fixture
def open_to_all(programme: Programme) -> Programme:
    programme.takes_seekers = True
    programme.save()
    return programme


def rows(programme: Programme) -> list[Participant]:
    return list(Participant.objects.of(programme.workspace).order_by("number"))


@pytest.mark.parametrize(("approves", "state"), [(True, "applied"), (False, "active")])
def test_signing_up_waits_for_a_look_or_is_in_at_once(open_to_all: Programme, approves: bool, state: str) -> None:
    open_to_all.approves = approves

    row = apply(programme=open_to_all, facts=FACTS, user=None, now=NOW)

    assert row
    assert (row.state, row.number, row.seeker_workspace, bool(row.active_at)) == (state, 1, None, not approves)


def test_a_form_that_is_off_takes_nobody(programme: Programme) -> None:
    with pytest.raises(LinkOverError):
        apply(programme=programme, facts=FACTS, user=None, now=NOW)


def test_a_name_is_wanted(open_to_all: Programme) -> None:
    with pytest.raises(NoNameError):
        apply(programme=open_to_all, facts=SeekerFacts(name=" "), user=None, now=NOW)


def test_an_address_that_is_known_changes_nothing_and_tells_nobody(open_to_all: Programme) -> None:
    make_participant(open_to_all, "Mei Chen", email="MEI@seeker.example")

    assert (
        apply(programme=open_to_all, facts=SeekerFacts("Mallory", email="mei@seeker.example"), user=None, now=NOW)
        is None
    )
    assert [row.name for row in rows(open_to_all)] == ["Mei Chen"]


def test_nor_for_somebody_else_who_is_signed_in(open_to_all: Programme, stranger: User) -> None:
    make_participant(open_to_all, "Mei Chen", email="mei@seeker.example")

    assert apply(programme=open_to_all, facts=FACTS, user=stranger, now=NOW) is None


def test_the_same_account_is_the_same_row(open_to_all: Programme) -> None:
    row, user = joined(open_to_all)

    again = apply(
        programme=open_to_all, facts=SeekerFacts("Mei Lin Chen", email="new@mail.example"), user=user, now=NOW
    )

    assert again
    assert (again.pk, again.name, again.state) == (row.pk, "Mei Lin Chen", ParticipantState.ACTIVE)
    assert len(rows(open_to_all)) == 1


def test_a_row_made_by_hand_is_theirs_who_signs_in_with_its_address(open_to_all: Programme) -> None:
    by_hand = make_participant(open_to_all, state=ParticipantState.INVITED, email="mei@seeker.example", active_at=None)
    user = make_user("mei@seeker.example")

    row = apply(programme=open_to_all, facts=FACTS, user=user, now=NOW)

    assert row
    assert (row.pk, row.seeker_workspace, row.state) == (by_hand.pk, user.workspace, ParticipantState.ACTIVE)
    assert agreed(row) == frozenset()


def test_joining_shares_what_was_ticked_and_nothing_else(programme: Programme) -> None:
    row = make_participant(programme, state=ParticipantState.INVITED, active_at=None)
    user = make_user("mei@home.example")

    mine = join(participant=row, user=user, items=[ConsentItem.PLAN], number=1, now=NOW)

    assert (mine.state, mine.seeker_workspace, mine.active_at) == (ParticipantState.ACTIVE, user.workspace, NOW)
    assert agreed(mine) == {ConsentItem.PLAN}


def test_an_applicant_who_joins_still_waits(programme: Programme) -> None:
    row = make_participant(programme, state=ParticipantState.APPLIED, active_at=None)

    assert join(participant=row, user=make_user("m@h.example"), items=[], number=1, now=NOW).state == "applied"


def test_a_link_that_was_replaced_joins_nobody(programme: Programme) -> None:
    row = make_participant(programme, link_number=2)

    with pytest.raises(LinkOverError):
        join(participant=row, user=make_user("m@h.example"), items=list(ConsentItem), number=1, now=NOW)
    assert not Consent.objects.of(programme.workspace).exists()


def test_nobody_joins_in_somebody_elses_place(programme: Programme, stranger: User) -> None:
    row, _user = joined(programme)

    with pytest.raises(NotTheirsError):
        join(participant=row, user=stranger, items=[], number=1, now=NOW)


def test_one_account_takes_part_once(programme: Programme) -> None:
    _row, user = joined(programme)
    second = make_participant(programme, "Chen Mei")

    with pytest.raises(TakesPartError):
        join(participant=second, user=user, items=[], number=1, now=NOW)


def test_two_who_come_in_at_once_wait_for_each_other(open_to_all: Programme) -> None:
    """Before anything is looked up, so that both do not get the same number, nor one person two rows."""
    with CaptureQueriesContext(connection) as queries:
        apply(programme=open_to_all, facts=SeekerFacts(name="Mei Chen"), user=None, now=NOW)

    first = next(one["sql"] for one in queries if one["sql"].startswith("SELECT"))
    assert "programmes_programme" in first
    assert ("FOR UPDATE" in first) == connection.features.has_select_for_update
