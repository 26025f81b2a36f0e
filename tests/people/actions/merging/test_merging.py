"""Merging two persons, and what parting does when the world moved on."""

from datetime import timedelta
from itertools import permutations

import pytest

from askwell.accounts.models import User, Workspace
from askwell.desk.queries.tables import exported, rows_of
from askwell.outreach.choices import MessageKind, Outcome, ThreadState
from askwell.outreach.models import Thread
from askwell.people import actions
from askwell.people.actions.errors import SamePersonError
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.choices import Decision
from askwell.people.models import ContactPoint, Introduction, Merge, Organisation, Pair, Person, Role, Tie
from askwell.people.queries import search
from tests.factories.interviews import make_agreed
from tests.factories.outreach import make_waiting
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def people_of(workspace: Workspace) -> dict[str, list[dict]]:
    """Every table's rows, without what tells when something was touched."""
    left_out = {"people.Pair", "people.Merge"}
    plain = {"version", "updated_at"}
    return {
        model._meta.label: [
            {name: value for name, value in row.items() if name not in plain} for row in rows_of(model, workspace)
        ]
        for model in exported()
        if model._meta.label not in left_out
    }


def test_the_persons_own_values_win_and_gaps_are_filled(workspace: Workspace, now) -> None:
    kept = make_person(workspace, given="Min", family="Zhou", title="Planner", organisation="Cedar Foods")
    gone = make_person(
        workspace, given="", family="", native="周敏", place="Vancouver", emails=["min@cedar.example"],
        tie_kind="friend", title="planner", organisation="Cedar Foods Ltd.",
    )  # fmt: skip

    merge = merge_persons(workspace=workspace, person_id=kept.pk, gone_id=gone.pk, now=now)

    person = Person.objects.of(workspace).get()
    assert (person.given_name, person.family_name, person.native_name) == ("Min", "Zhou", "周敏")
    assert (person.place, person.region) == ("Vancouver", "CA-BC")
    assert list(Role.objects.of(workspace).values_list("title", flat=True)) == ["Planner"]
    assert Organisation.objects.of(workspace).get().known == 1
    assert merge.filled["place"] == ["", "Vancouver"]
    assert [found.id for found in search(workspace, "周敏")] == [kept.pk]
    assert [found.id for found in search(workspace, "min@cedar.example")] == [kept.pk]


def test_an_address_of_both_is_kept_once_and_comes_back_to_both(workspace: Workspace, now) -> None:
    one, other = (make_person(workspace, given=name, emails=["info@cedar.example"]) for name in ("Min", "Minnie"))

    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    assert [row["model"] for row in merge.held] == ["people.contactpoint"]
    assert ContactPoint.objects.of(workspace).count() == 1

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert {point.person_id for point in ContactPoint.objects.of(workspace)} == {one.pk, other.pk}


def test_a_wish_not_to_be_contacted_goes_over(workspace: Workspace, now) -> None:
    one, other = make_person(workspace, given="Min"), make_person(workspace, given="Minnie")
    actions.stop_contacting(workspace=workspace, person_id=other.pk, why="moved away", now=now)

    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    assert Person.objects.of(workspace).get().do_not_contact_why == "moved away"

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert Person.objects.of(workspace).get(do_not_contact_at=None).pk == one.pk


def test_of_two_open_conversations_the_further_one_goes_on(workspace: Workspace, now) -> None:
    waiting = make_waiting(workspace, now - timedelta(days=2), given="Min")
    agreed = make_agreed(workspace, now, given="Minnie").thread

    merge = merge_persons(workspace=workspace, person_id=waiting.person_id, gone_id=agreed.person_id, now=now)
    states = dict(Thread.objects.of(workspace).values_list("pk", "state"))
    assert states == {waiting.pk: ThreadState.CLOSED, agreed.pk: ThreadState.SCHEDULED}
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.last_kind) == (Outcome.JOINED, MessageKind.JOINED)

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.outcome) == (ThreadState.WAITING, "")


def test_introductions_never_lead_back(workspace: Workspace, now) -> None:
    one, other, between = (make_person(workspace, given=name) for name in ("Min", "Minnie", "Lin"))
    for introducer, introduced in ((one, between), (between, other)):
        actions.record_introduction(
            workspace=workspace, introducer_id=introducer.pk, introduced_id=introduced.pk, on=now.date(), note="",
            now=now,
        )  # fmt: skip

    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    pairs = Introduction.objects.of(workspace).values_list("introducer_id", "introduced_id")
    assert list(pairs) == [(one.pk, between.pk)]

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert set(pairs.all()) == {(one.pk, between.pk), (between.pk, other.pk)}


def test_the_answer_two_people_is_remembered(workspace: Workspace, now) -> None:
    one, other = make_person(workspace, given="Min"), make_person(workspace, given="Minnie")
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)

    pair = Pair.objects.of(workspace).get()
    assert ({pair.one_id, pair.other_id}, pair.decision) == ({one.pk, other.pk}, Decision.DIFFERENT)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_merges_of_merges_are_undone_in_any_order(workspace: Workspace, now, order: tuple[int, ...]) -> None:
    four = [
        make_person(workspace, given=name, emails=[f"{name}@mail.example", "us@mail.example"], place=place, note=name)
        for name, place in (("Min", ""), ("Minnie", "Delta"), ("Ming", ""), ("Minna", "Surrey"))
    ]
    before = people_of(workspace)
    merges = [
        merge_persons(workspace=workspace, person_id=kept.pk, gone_id=gone.pk, now=now + timedelta(hours=hour))
        for hour, (kept, gone) in enumerate([(four[0], four[1]), (four[2], four[3]), (four[2], four[0])])
    ]
    assert Person.objects.of(workspace).get().pk == four[2].pk

    for hour, number in enumerate(order):
        merge = Merge.objects.of(workspace).get(gone_id=merges[number].gone_id)
        part_persons(workspace=workspace, merge_id=merge.pk, now=now + timedelta(days=7, hours=hour))

    assert people_of(workspace) == before
    assert not Merge.objects.of(workspace).exists()


def test_an_id_that_another_workspace_has_is_never_overwritten(workspace: Workspace, stranger: User, now) -> None:
    one, other = make_person(workspace, given="Min"), make_person(workspace, given="Minnie", place="Delta")
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    assert stranger.workspace
    theirs = make_person(stranger.workspace, given="Sam")
    Person.objects.of(stranger.workspace).filter(pk=theirs.pk).update(id=other.pk)

    back = part_persons(workspace=workspace, merge_id=merge.pk, now=now)

    assert back != other.pk
    assert Person.objects.of(workspace).get(pk=back).place == "Delta"
    assert Person.objects.of(stranger.workspace).get(pk=other.pk).given_name == "Sam"


def test_nobody_is_merged_with_themselves_or_a_stranger(workspace: Workspace, stranger: User, now) -> None:
    one = make_person(workspace, given="Min")
    assert stranger.workspace
    theirs = make_person(stranger.workspace, given="Sam")

    with pytest.raises(SamePersonError):
        merge_persons(workspace=workspace, person_id=one.pk, gone_id=one.pk, now=now)
    with pytest.raises(Person.DoesNotExist):
        merge_persons(workspace=workspace, person_id=one.pk, gone_id=theirs.pk, now=now)
    assert Tie.objects.of(stranger.workspace).count() + Person.objects.of(workspace).count() == 1
