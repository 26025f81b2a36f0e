"""Persons by hand: added, edited, tied, archived, stopped, removed; the index follows."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from askwell.accounts.models import User, Workspace
from askwell.people.actions import (
    FirstFacts,
    IntroductionCircleError,
    NobodyError,
    NoRoleError,
    PersonDetails,
    StaleEditError,
    UnreadableAddressError,
    add_contact_point,
    add_from_line,
    add_person,
    add_role,
    allow_contacting,
    edit_person,
    record_introduction,
    remove_contact_point,
    remove_person,
    remove_role,
    set_tags,
    stop_contacting,
    write_note,
)
from askwell.people.models import ContactPoint, Introduction, Organisation, Person, Role, Tag, Tie
from askwell.people.queries import search
from tests.factories.people import make_person


def test_a_line_becomes_a_person_with_role_tie_and_address(workspace: Workspace, now: datetime) -> None:
    line = "Aisha Khan, supply planner at Tidewater Foods, met at the port careers evening, aisha@tide.example"
    person = add_from_line(workspace=workspace, line=line, now=now)
    assert (person.given_name, person.family_name, person.sort_key) == ("Aisha", "Khan", "khan aisha")
    role = Role.objects.of(workspace).select_related("organisation").get()
    assert role.organisation
    assert (role.title, role.organisation.name, role.organisation.known) == ("supply planner", "Tidewater Foods", 1)
    tie = Tie.objects.of(workspace).get()
    assert (tie.kind, tie.how_met) == ("met_at_event", "the port careers evening")
    point = ContactPoint.objects.of(workspace).get()
    assert (point.value, point.obtained, point.obtained_on) == ("aisha@tide.example", "by_hand", now.date())


def test_a_chinese_name_gets_its_reading(workspace: Workspace) -> None:
    person = make_person(workspace, given="", family="", native="周敏")
    assert (person.given_name, person.family_name, person.reading) == ("Min", "Zhou", "Zhou Min")


def test_nobody_and_unreadable_addresses_are_refused(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(NobodyError):
        add_person(workspace=workspace, details=PersonDetails(), facts=FirstFacts(title="Buyer"), now=now)
    with pytest.raises(UnreadableAddressError):
        make_person(workspace, emails=["not an address"])
    assert Person.objects.of(workspace).count() == 0


def test_the_second_of_two_editors_is_told_and_nothing_is_lost(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, given="Priya", family="Nair")
    edit = {"workspace": workspace, "person_id": person.pk, "version": 1, "now": now}
    edit_person(**edit, details=PersonDetails("Priya", "Nair", place="Burnaby"))
    with pytest.raises(StaleEditError):
        edit_person(**edit, details=PersonDetails("Pria", "Nair"))
    person.refresh_from_db()
    assert (person.given_name, person.place, person.version) == ("Priya", "Burnaby", 2)


def test_do_not_contact_goes_on_and_off(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace)
    stop_contacting(workspace=workspace, person_id=person.pk, why="Please don’t write", now=now)
    person.refresh_from_db()
    assert (person.do_not_contact_at, person.do_not_contact_why) == (now, "Please don’t write")
    allow_contacting(workspace=workspace, person_id=person.pk, now=now)
    person.refresh_from_db()
    assert (person.do_not_contact_at, person.do_not_contact_why) == (None, "")


def test_introductions_tie_and_never_lead_in_a_circle(workspace: Workspace, now: datetime) -> None:
    ana, bo = make_person(workspace, given="Ana"), make_person(workspace, given="Bo")
    about: dict[str, Any] = {"workspace": workspace, "on": date(2026, 11, 1), "note": "", "now": now}
    record_introduction(introducer_id=ana.pk, introduced_id=bo.pk, **about)
    assert [tie.kind for tie in Tie.objects.of(workspace).filter(person=bo)] == ["introduced"]
    for pair in ((bo, ana), (ana, ana)):
        with pytest.raises(IntroductionCircleError):
            record_introduction(introducer_id=pair[0].pk, introduced_id=pair[1].pk, **about)
    assert Introduction.objects.of(workspace).count() == 1


def test_an_address_is_kept_once_and_forgotten_whole(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, given="Ana")
    point: dict[str, Any] = {"workspace": workspace, "person_id": person.pk, "kind": "email", "now": now}
    point |= {"obtained": "card", "obtained_on": None}
    first = add_contact_point(**point, value="Ana@Harbour.example")
    assert add_contact_point(**point, value="ana@harbour.example").pk == first.pk
    assert [one.id for one in search(workspace, "harbour")] == [person.pk]
    remove_contact_point(workspace=workspace, person_id=person.pk, point_id=first.pk, now=now)
    assert search(workspace, "harbour") == []


def test_employers_count_who_is_there(workspace: Workspace, now: datetime) -> None:
    ana = make_person(workspace, organisation="Cedar & Pine Foods")
    bo = make_person(workspace, organisation="Cedar and Pine Foods Ltd.")
    employer = Organisation.objects.of(workspace).get()
    assert employer.known == 2
    remove_role(workspace=workspace, person_id=ana.pk, role_id=Role.objects.of(workspace).get(person=ana).pk, now=now)
    remove_person(workspace=workspace, person_id=bo.pk)
    employer.refresh_from_db()
    assert employer.known == 0


def test_tags_are_exactly_those_named_and_unused_ones_vanish(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, tags=["Food", "warehouse"])
    set_tags(workspace=workspace, person_id=person.pk, names=["food", "alumni"], now=now)
    assert set(Tag.objects.of(workspace).values_list("name", flat=True)) == {"Food", "alumni"}


def test_a_strangers_person_is_nobody_here(workspace: Workspace, stranger: Any, now: datetime) -> None:
    person = make_person(workspace)
    there = {"workspace": stranger.workspace, "person_id": person.pk, "now": now}
    with pytest.raises(StaleEditError):
        edit_person(**there, version=1, details=PersonDetails("X"))
    for action, more in ((write_note, {"text": "x"}), (stop_contacting, {"why": ""}), (set_tags, {"names": ["x"]})):
        with pytest.raises(Person.DoesNotExist):
            action(**there, **more)  # type: ignore[operator]  # verbs of several signatures
    with pytest.raises(Person.DoesNotExist):
        remove_person(workspace=stranger.workspace, person_id=person.pk)


def test_an_address_came_on_the_day_it_was_for_the_seeker(workspace: Workspace, seeker: User) -> None:
    seeker.time_zone = "America/Vancouver"
    seeker.save()
    late = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)  # in Vancouver it is still the 25th
    person = add_from_line(workspace=workspace, line="Dana Lee, dana@example.org", now=late)
    days = {person.obtained_on, *ContactPoint.objects.of(workspace).values_list("obtained_on", flat=True)}
    assert days == {date(2026, 11, 25)}


def test_dates_alone_are_no_role(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace)
    with pytest.raises(NoRoleError):
        add_role(
            workspace=workspace, person_id=person.pk, title=" ", organisation="\u200b", started_on=None,
            ended_on=date(2020, 1, 1), is_current=False, now=now,
        )  # fmt: skip
    assert not Role.objects.of(workspace).exists()


def test_a_role_told_twice_is_one(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, title="Buyer", organisation="Cedar", now=now)
    of_hers: dict[str, Any] = {"workspace": workspace, "person_id": person.pk, "title": "Buyer", "now": now}
    first, second = (
        add_role(**of_hers, organisation="cedar ", started_on=None, ended_on=None, is_current=is_current)
        for is_current in (True, False)
    )
    assert first.pk == add_role(**of_hers, organisation="Cedar", started_on=None, ended_on=None, is_current=True).pk
    assert set(person.roles.values_list("pk", flat=True)) == {first.pk, second.pk}
