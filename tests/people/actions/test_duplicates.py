"""Looking for duplicates among everyone."""

from datetime import timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.people import actions
from askwell.people.actions.duplicates import unfinished_searches
from askwell.people.choices import Decision, SearchState
from askwell.people.models import Merge, Pair, PairSearch, Person
from tests.factories.people import clock_at, make_person

pytestmark = pytest.mark.django_db


def look(workspace: Workspace, now) -> PairSearch:
    actions.ask_search(workspace=workspace, now=now)
    return actions.search_duplicates(workspace=workspace, clock=clock_at(now))


def make_twice(workspace: Workspace) -> tuple[Person, Person]:
    """One person, certainly: in two scripts, with one address."""
    here = make_person(workspace, given="Min", family="Zhou", emails=["min.zhou@cedar.example"], title="Planner")
    there = make_person(workspace, given="", family="", native="周敏", emails=["min.zhou@cedar.example"])
    return here, there


def make_likely(workspace: Workspace) -> tuple[Person, Person]:
    """One person, perhaps: a nickname at one employer."""
    here = make_person(workspace, given="William", family="Tremblay", organisation="Harbourline Freight", title="Lead")
    there = make_person(workspace, given="Bill", family="Tremblay", organisation="Harbourline Freight Inc.", title="")
    return here, there


def test_sure_ones_become_one_and_say_why(workspace: Workspace, now) -> None:
    here, _ = make_twice(workspace)
    make_person(workspace, given="Lin", family="Hua")

    search = look(workspace, now)

    assert (search.state, search.merged, search.likely) == (SearchState.DONE, 1, 0)
    merge = Merge.objects.of(workspace).get()
    assert (merge.person_id, merge.by_itself) == (here.pk, True)
    assert {reason[0] for reason in merge.reasons} >= {"email_same", "name_same"}
    assert Person.objects.of(workspace).count() == 2


def test_likely_ones_wait_for_an_answer_once(workspace: Workspace, now) -> None:
    here, there = make_likely(workspace)

    assert look(workspace, now).likely == 1
    assert look(workspace, now + timedelta(hours=1)).likely == 1

    pair = Pair.objects.of(workspace).get()
    assert {pair.one_id, pair.other_id} == {here.pk, there.pk}
    assert Person.objects.of(workspace).count() == 2


def test_two_people_is_remembered(workspace: Workspace, now) -> None:
    make_likely(workspace)
    look(workspace, now)
    pair = Pair.objects.of(workspace).get()
    actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.DIFFERENT, now=now)

    assert look(workspace, now).likely == 0
    assert Person.objects.of(workspace).count() == 2

    actions.reopen_pair(workspace=workspace, pair_id=pair.pk)
    assert look(workspace, now).likely == 1


def test_what_was_parted_is_never_made_one_by_itself_again(workspace: Workspace, now) -> None:
    make_twice(workspace)
    look(workspace, now)
    actions.part_persons(workspace=workspace, merge_id=Merge.objects.of(workspace).get().pk, now=now)

    search = look(workspace, now)

    assert (search.merged, search.likely) == (0, 0)
    assert Person.objects.of(workspace).count() == 2


def test_who_became_part_of_somebody_is_still_known_by_their_name(workspace: Workspace, now) -> None:
    """Somebody who is called as the one who is gone was belongs to them, too."""
    one = make_person(workspace, given="Grace", family="Okafor", organisation="Cedar Foods", title="Buyer")
    married = make_person(workspace, given="Grace", family="Adeyemi", organisation="Cedar Foods", title="Buyer")
    actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=married.pk, now=now)
    make_person(workspace, given="Grace", family="Adeyemi", organisation="Cedar Foods", title="Buyer")

    search = look(workspace, now)

    assert search.merged + search.likely == 1


def test_the_answer_same_keeps_the_one_who_is_not_archived(workspace: Workspace, now) -> None:
    here, there = make_likely(workspace)
    actions.archive_person(workspace=workspace, person_id=here.pk, now=now)
    look(workspace, now)

    pair = Pair.objects.of(workspace).get()
    merge = actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.SAME, now=now)

    assert merge
    assert merge.person_id == there.pk
    assert Person.objects.of(workspace).get().archived_at is None
    with pytest.raises(Pair.DoesNotExist):
        actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.SAME, now=now)


def test_undoing_the_answer_same_lets_the_pair_wait_again(workspace: Workspace, now) -> None:
    make_likely(workspace)
    look(workspace, now)
    pair = Pair.objects.of(workspace).get()
    merge = actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.SAME, now=now)
    assert merge

    actions.part_persons(workspace=workspace, merge_id=merge.pk, now=now, decision=Decision.OPEN)

    back = Pair.objects.of(workspace).get()
    assert (back.pk, back.decision, back.reasons) == (pair.pk, Decision.OPEN, pair.reasons)


def test_one_search_at_a_time_and_a_killed_one_is_begun_again(workspace: Workspace, now) -> None:
    actions.ask_search(workspace=workspace, now=now)
    PairSearch.objects.of(workspace).update(state=SearchState.SEARCHING)
    with pytest.raises(actions.SearchStateError):
        actions.search_duplicates(workspace=workspace, clock=clock_at(now))

    assert unfinished_searches(now=now + timedelta(minutes=2)) == []
    assert unfinished_searches(now=now + timedelta(minutes=4)) == [workspace.pk]
    make_twice(workspace)
    assert actions.search_duplicates(workspace=workspace, clock=clock_at(now)).merged == 1


def test_nobody_of_another_workspace_is_compared(workspace: Workspace, stranger: User, now) -> None:
    assert stranger.workspace
    make_person(workspace, given="Min", family="Zhou", emails=["min.zhou@cedar.example"])
    make_person(stranger.workspace, given="Min", family="Zhou", emails=["min.zhou@cedar.example"])

    assert look(workspace, now).merged == 0
    assert Person.objects.of(stranger.workspace).count() == 1


def test_a_yes_taken_back_waits_for_the_seeker_however_sure_the_search_is(workspace: Workspace, now) -> None:
    make_twice(workspace)
    look(workspace, now)
    actions.part_persons(
        workspace=workspace, merge_id=Merge.objects.of(workspace).get().pk, now=now, decision=Decision.OPEN
    )

    look(workspace, now + timedelta(hours=1))

    assert Person.objects.of(workspace).count() == 2
    assert Pair.objects.of(workspace).get().decision == Decision.OPEN


def test_a_pair_that_the_seeker_opened_outlives_a_search_that_does_not_see_it(workspace: Workspace, now) -> None:
    one, other = (
        make_person(workspace, given="Grace", family="Okafor"),
        make_person(workspace, given="Tom", family="Li"),
    )
    pair = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)

    look(workspace, now)

    assert Pair.objects.of(workspace).get().pk == pair.pk


def test_an_open_pair_keeps_its_address_and_tells_the_reasons_of_now(workspace: Workspace, now) -> None:
    here, _there = make_likely(workspace)
    look(workspace, now)
    before = Pair.objects.of(workspace).get()
    Pair.objects.of(workspace).update(reasons=[["email_same", "gone@x.example", "gone@x.example", 9]])

    look(workspace, now + timedelta(hours=1))

    after = Pair.objects.of(workspace).get()
    assert (after.pk, after.reasons) == (before.pk, before.reasons)


def test_who_is_edited_while_everyone_is_compared_is_left_to_the_next_search(
    workspace: Workspace, now, monkeypatch
) -> None:
    here, _there = make_twice(workspace)
    real = actions.duplicates.records_of

    def meanwhile(*args, **keys):
        yield from real(*args, **keys)
        Person.objects.of(workspace).filter(pk=here.pk).update(updated_at=now + timedelta(minutes=5))

    monkeypatch.setattr(actions.duplicates, "records_of", meanwhile)
    look(workspace, now)
    assert Person.objects.of(workspace).count() == 2


def test_the_count_of_a_search_is_right_after_a_kill(workspace: Workspace, now) -> None:
    make_twice(workspace)
    look(workspace, now)
    PairSearch.objects.of(workspace).update(state=SearchState.WAITING)

    assert actions.search_duplicates(workspace=workspace, clock=clock_at(now)).merged == 1
