"""Rows that a merge holds, when those whom they name are merged and parted meanwhile; and answers that stay."""

import pytest

from askwell.accounts.models import User, Workspace
from askwell.lib.ids import uuid7
from askwell.people import actions
from askwell.people.actions.duplicates import ask_search, search_duplicates
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.choices import Decision
from askwell.people.models import Introduction, Merge, Pair, Person
from askwell.people.queries.duplicates import apart_pairs
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def four(workspace: Workspace) -> list[Person]:
    return [make_person(workspace, given=name, family="Fox") for name in ("Ann", "Anne", "Xu", "Yu")]


def introduce(introducer: Person, introduced: Person, now) -> None:
    actions.record_introduction(
        workspace=introducer.workspace, introducer_id=introducer.pk, introduced_id=introduced.pk, on=now.date(),
        note="", now=now,
    )  # fmt: skip


def merge(person: Person, gone: Person, now) -> Merge:
    return merge_persons(workspace=person.workspace, person_id=person.pk, gone_id=gone.pk, now=now)


def part(merged: Merge, now) -> None:
    part_persons(workspace=merged.workspace, merge_id=merged.pk, now=now)


def led(workspace: Workspace) -> set[tuple[str, str]]:
    rows = Introduction.objects.of(workspace).values_list("introducer__given_name", "introduced__given_name")
    return set(rows)


def test_a_held_introduction_by_somebody_merged_meanwhile_comes_back(workspace: Workspace, four, now) -> None:
    ann, anne, xu, yu = four
    introduce(xu, ann, now)
    introduce(xu, anne, now)
    first, second = merge(ann, anne, now), merge(yu, xu, now)

    part(first, now)
    assert led(workspace) == {("Yu", "Ann"), ("Yu", "Anne")}
    part(second, now)
    assert led(workspace) == {("Xu", "Ann"), ("Xu", "Anne")}


def test_a_held_introduction_that_would_stand_twice_waits_for_the_other_merge(workspace: Workspace, four, now) -> None:
    ann, anne, xu, yu = four
    for introducer, introduced in ((xu, ann), (xu, anne), (yu, anne)):
        introduce(introducer, introduced, now)
    first, second = merge(ann, anne, now), merge(yu, xu, now)

    part(first, now)
    part(second, now)
    assert led(workspace) == {("Xu", "Ann"), ("Xu", "Anne"), ("Yu", "Anne")}


def test_a_held_introduction_goes_back_with_who_is_parted_while_it_is_held(workspace: Workspace, four, now) -> None:
    ann, anne, xu, yu = four
    introduce(xu, anne, now)
    introduce(yu, ann, now)
    second, first = merge(yu, xu, now), merge(ann, anne, now)
    assert led(workspace) == {("Yu", "Ann")}

    part(second, now)
    part(first, now)
    assert led(workspace) == {("Xu", "Anne"), ("Yu", "Ann")}


@pytest.mark.parametrize("turned", [False, True], ids=["as it was", "the other way round"])
def test_of_two_pairs_with_one_third_the_answer_stays(workspace: Workspace, four, now, turned: bool) -> None:
    ann, anne, xu, _ = four
    waiting = actions.open_pair(workspace=workspace, one_id=ann.pk, other_id=xu.pk, now=now)
    one, other = (xu, anne) if turned else (anne, xu)
    answered = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)
    actions.decide_pair(workspace=workspace, pair_id=answered.pk, decision=Decision.DIFFERENT, now=now)

    merged = merge(ann, anne, now)
    assert {frozenset(pair) for pair in apart_pairs(workspace)} == {frozenset((ann.pk, xu.pk))}
    assert Pair.objects.of(workspace).get() == answered

    part(merged, now)
    decisions = dict(Pair.objects.of(workspace).values_list("id", "decision"))
    assert (decisions[waiting.pk], decisions[answered.pk]) == (Decision.OPEN, Decision.DIFFERENT)
    assert apart_pairs(workspace) >= {(one.pk, other.pk)}


def test_two_people_stay_two_for_the_search_when_one_is_merged(workspace: Workspace, now) -> None:
    one, other = (
        make_person(
            workspace, given="Min", family="Zhou", organisation="Cedar Foods", emails=["min.zhou@cedar.example"]
        )
        for _ in range(2)
    )
    third = make_person(workspace, given="Minna", family="Zhou", organisation="Cedar Foods")
    pair = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)
    actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.DIFFERENT, now=now)
    actions.open_pair(workspace=workspace, one_id=third.pk, other_id=other.pk, now=now)
    merge(third, one, now)

    ask_search(workspace=workspace, now=now)

    assert search_duplicates(workspace=workspace, clock=lambda: now).merged == 0


def test_a_pair_with_who_became_the_other_of_two_just_parted_waits(workspace: Workspace, four, now) -> None:
    ann, anne, xu, _ = four
    for one in (ann, anne):
        pair = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=xu.pk, now=now)
        actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.DIFFERENT, now=now)
    first, second = merge(ann, anne, now), merge(ann, xu, now)

    part(first, now)
    part(second, now)

    pairs = {frozenset(pair) for pair in apart_pairs(workspace)}
    assert pairs == {frozenset((a.pk, b.pk)) for a, b in ((ann, anne), (ann, xu), (anne, xu))}


def test_a_merge_taken_back_waits_for_the_seekers_answer_not_for_the_search(workspace: Workspace, now) -> None:
    facts = {"given": "Min", "family": "Zhou", "organisation": "Cedar Foods", "emails": ["min.zhou@cedar.example"]}
    one, other = (make_person(workspace, **facts) for _ in range(2))
    pair = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)
    merged = actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.SAME, now=now)
    assert merged
    part_persons(workspace=workspace, merge_id=merged.pk, now=now, decision=Decision.OPEN)

    ask_search(workspace=workspace, now=now)

    search = search_duplicates(workspace=workspace, clock=lambda: now)
    assert (search.merged, search.likely) == (0, 1)


def test_a_pair_that_the_seeker_opened_is_not_closed_by_a_search_that_does_not_see_it(
    workspace: Workspace, four, now
) -> None:
    pair = actions.open_pair(workspace=workspace, one_id=four[0].pk, other_id=four[2].pk, now=now)

    ask_search(workspace=workspace, now=now)
    search_duplicates(workspace=workspace, clock=lambda: now)

    assert Pair.objects.of(workspace).get() == pair


def test_two_people_said_while_a_search_goes_on_stay_two(workspace: Workspace, now) -> None:
    pairs = []
    for name in ("min", "lin"):
        facts = {"given": name.title(), "family": "Zhou", "emails": [f"{name}.zhou@cedar.example"]}
        one, other = (make_person(workspace, organisation="Cedar Foods", **facts) for _ in range(2))
        pairs.append((one, other))
    calls = []

    def clock():
        calls.append(now)
        if len(calls) == 3:  # the first two are about to become one
            for one, other in pairs:
                pair = actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=now)
                actions.decide_pair(workspace=workspace, pair_id=pair.pk, decision=Decision.DIFFERENT, now=now)
        return now

    ask_search(workspace=workspace, now=now)
    assert search_duplicates(workspace=workspace, clock=clock).merged == 1


def test_a_row_that_belongs_to_no_workspace_is_never_inserted(workspace: Workspace, now) -> None:
    one, other = make_person(workspace, given="Ann"), make_person(workspace, given="Anne")
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    fields = {"email": "intruder@x.example", "password": "!", "is_superuser": True}
    Merge.objects.of(workspace).update(held=[{"model": "accounts.user", "pk": str(uuid7()), "fields": fields}])

    with pytest.raises(TypeError):
        part_persons(workspace=workspace, merge_id=merge.pk, now=now)

    assert not User.objects.filter(email="intruder@x.example").exists()
