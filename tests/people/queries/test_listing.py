"""The list, the card and the facts for higher apps: what they hold and how many queries they take."""

from datetime import date, datetime
from typing import Any

import pytest

from askwell.accounts.models import Workspace
from askwell.people.actions import add_role, archive_person, record_introduction, set_tags, set_tie, write_note
from askwell.people.models import Person
from askwell.people.queries import (
    PeopleFilter,
    candidates_facts,
    filter_options,
    list_people,
    organisations_by_people,
    people_at,
    person_card,
)
from tests.factories.people import make_person


def families(workspace: Workspace, **filters: Any) -> list[str]:
    return [row.family for row in list_people(workspace, filters=PeopleFilter(**filters)).rows]


@pytest.fixture
def priya(workspace: Workspace, now: datetime) -> Person:
    lin = make_person(workspace, given="Lin", family="Hua")
    person = make_person(
        workspace, given="Priya", family="Nair", title="Planning manager", organisation="North Shore Logistics",
        emails=["priya@nsl.example"], tie_kind="alumni", languages="en fr", note="Loves hiking", tags=["food industry"],
    )  # fmt: skip
    set_tie(workspace=workspace, person_id=person.pk, kind="friend", strength=3, how_met="the choir", now=now)
    record_introduction(
        workspace=workspace, introducer_id=lin.pk, introduced_id=person.pk, on=date(2026, 11, 2), note="", now=now
    )
    return person


def test_a_row_shows_the_current_role_the_closest_tie_and_who_introduced(workspace: Workspace, priya: Person) -> None:
    row = next(row for row in list_people(workspace).rows if row.id == priya.pk)
    assert (row.given, row.family, row.title, row.organisation) == (
        "Priya", "Nair", "Planning manager", "North Shore Logistics"
    )  # fmt: skip
    assert (row.tie_kind, row.strength, row.how_met) == ("friend", 3, "the choir")
    assert (row.introducer_name, row.tags) == ("Lin Hua", ("food industry",))


def test_the_filters_offer_only_what_somebody_has(workspace: Workspace, priya: Person, now: datetime) -> None:
    make_person(workspace, given="Al", family="Ox", languages="pa en", tie_kind="neighbour")
    make_person(workspace, given="Bo", family="Ox", languages="")
    options = filter_options(workspace)
    assert options.languages == {*priya.languages.split(), "pa", "en"}
    assert options.ties == {"alumni", "friend", "neighbour"}
    set_tags(workspace=workspace, person_id=priya.pk, names=[], now=now)
    assert filter_options(workspace).tags == []


@pytest.mark.parametrize("people", [1, 3])
def test_the_filters_cost_three_queries(workspace: Workspace, people: int, django_assert_num_queries: Any) -> None:
    for n in range(people):
        make_person(workspace, given=f"Ana{n}", family="Roy", languages="en", tie_kind="friend")
    with django_assert_num_queries(3):
        filter_options(workspace)


def test_every_filter_narrows_the_list(workspace: Workspace, priya: Person, now: datetime) -> None:
    gone = make_person(workspace, given="Al", family="Gone")
    archive_person(workspace=workspace, person_id=gone.pk, now=now)
    options = filter_options(workspace)
    organisation, tag = options.organisations[0], options.tags[0]
    assert (organisation[1:], tag[1]) == (("North Shore Logistics", 1), "food industry")
    assert families(workspace) == ["Hua", "Nair"]
    assert families(workspace, tie="friend") == ["Nair"]
    assert families(workspace, tie="family") == []
    assert families(workspace, organisation=organisation[0]) == ["Nair"]
    assert families(workspace, language="fr") == ["Nair"]
    assert families(workspace, language="f") == []
    assert families(workspace, tag=tag[0]) == ["Nair"]
    assert families(workspace, archived=True) == ["Gone"]
    assert families(workspace, only=[priya.pk]) == ["Nair"]
    assert families(workspace, without=Person.objects.of(workspace).filter(pk=priya.pk).values("pk")) == ["Hua"]


@pytest.mark.parametrize("people", [1, 3])
def test_a_page_takes_three_queries(workspace: Workspace, people: int, django_assert_num_queries: Any) -> None:
    for n in range(people):
        make_person(workspace, family=f"Nair{n}", organisation="Cedar", tie_kind="friend", tags=["a", "b"])
    with django_assert_num_queries(3):
        assert list_people(workspace).total == people


def test_pages_follow_each_other(workspace: Workspace) -> None:
    for n in range(5):
        make_person(workspace, family=f"Nair{n}")
    pages = [[row.family for row in list_people(workspace, offset=start, limit=2).rows] for start in (0, 2, 4)]
    assert pages == [["Nair0", "Nair1"], ["Nair2", "Nair3"], ["Nair4"]]


def test_the_card_holds_everything_in_seven_queries(
    workspace: Workspace, priya: Person, now: datetime, django_assert_num_queries: Any
) -> None:
    add_role(
        workspace=workspace, person_id=priya.pk, title="Clerk", organisation="Old Firm", started_on=None,
        ended_on=date(2020, 1, 1), is_current=True, now=now,
    )  # fmt: skip
    write_note(workspace=workspace, person_id=priya.pk, text="Second", now=now)
    with django_assert_num_queries(7):
        card = person_card(workspace, priya.pk)
    assert [(role.title, role.is_current) for role in card.roles] == [("Planning manager", True), ("Clerk", False)]
    assert [(point.kind, point.value, point.obtained) for point in card.points] == [
        ("email", "priya@nsl.example", "by_hand")
    ]
    assert [note.text for note in card.notes] == ["Second", "Loves hiking"]
    assert [(other.given, other.family) for other in card.introduced_by] == [("Lin", "Hua")]
    assert [tie.kind for tie in card.ties] == ["friend", "alumni"]
    assert [name for _, name in card.tags] == ["food industry"]


@pytest.mark.parametrize("people", [1, 3])
def test_facts_for_ranking_take_four_queries(workspace: Workspace, people: int, django_assert_num_queries: Any) -> None:
    ids = [
        make_person(workspace, family=f"N{n}", organisation="Cedar", emails=[f"p{n}@x.example"]).pk
        for n in range(people)
    ]
    with django_assert_num_queries(4):
        found = candidates_facts(workspace, ids)
    assert {facts.channels for facts in found.values()} == {frozenset({"email"})}
    assert [facts.roles[0][1] for facts in found.values()] == ["Cedar"] * people


def test_employers_with_most_known_people_come_first(workspace: Workspace) -> None:
    for family in ("A", "B"):
        make_person(workspace, family=family, organisation="Cedar Foods Ltd.")
    make_person(workspace, family="C", organisation="Tidewater")
    make_person(workspace, family="D", organisation="Cedar Foods")
    employers = organisations_by_people(workspace)
    assert [(one.name, one.known) for one in employers] == [("Cedar Foods Ltd.", 3), ("Tidewater", 1)]
    assert [row.family for row in people_at(workspace, employers[0].id)] == ["A", "B", "D"]


def test_a_stranger_sees_none_of_it(workspace: Workspace, stranger: Any, priya: Person) -> None:
    other = stranger.workspace
    assert list_people(other).rows == []
    assert candidates_facts(other, [priya.pk]) == {}
    assert organisations_by_people(other) == []
    options = filter_options(other)
    assert (options.tags, options.languages, options.ties) == ([], frozenset(), frozenset())
    with pytest.raises(Person.DoesNotExist):
        person_card(other, priya.pk)
