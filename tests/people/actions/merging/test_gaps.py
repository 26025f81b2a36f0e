"""What stands in a person's gaps: always from those who are part of them now."""

import pytest

from askwell.accounts.models import Workspace
from askwell.people.actions import FirstFacts, PersonDetails
from askwell.people.actions.imports import start_undoing, undo_import
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.actions.scans import confirm_card, take_back_card
from askwell.people.models import ContactPoint, Import, Person
from askwell.people.queries import search
from tests.factories.cards import read
from tests.factories.people import import_file, make_person

pytestmark = pytest.mark.django_db

FILE = b"First Name,Last Name,Email Address,Location\nMin,Zhou,min@cedar.example,Vancouver\n"


def test_a_gap_stays_filled_while_somebody_else_fills_it(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Min", family="Zhou")
    others = [make_person(workspace, given=name, family="Zhou", place="Delta") for name in ("Minnie", "Mina")]
    first, second = (merge_persons(workspace=workspace, person_id=person.pk, gone_id=one.pk, now=now) for one in others)

    part_persons(workspace=workspace, merge_id=first.pk, now=now)
    person.refresh_from_db()
    assert (person.place, person.region) == ("Delta", "CA-BC")

    part_persons(workspace=workspace, merge_id=second.pk, now=now)
    person.refresh_from_db()
    assert (person.place, person.region) == ("", "")


def test_an_undone_import_empties_only_what_the_file_filled(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Min", family="Zhou", place="Vancouver")
    other = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"])
    row = import_file(workspace, FILE, "Connections.csv")
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)

    undo(workspace, row.pk, now)
    person.refresh_from_db()
    assert person.place == "Vancouver"

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert dict(Person.objects.of(workspace).values_list("id", "place")) == {person.pk: "Vancouver", other.pk: ""}


def test_what_an_undone_import_filled_does_not_stay_in_whom_it_went_to(workspace: Workspace, now) -> None:
    outer, person = (make_person(workspace, given=name, family="Zhou") for name in ("Minna", "Ming"))
    other = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"])
    row = import_file(workspace, FILE, "Connections.csv")
    merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)
    merge = merge_persons(workspace=workspace, person_id=outer.pk, gone_id=person.pk, now=now)
    assert Person.objects.of(workspace).get().place == "Vancouver"

    undo(workspace, row.pk, now)
    assert Person.objects.of(workspace).get().place == ""
    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert set(Person.objects.of(workspace).values_list("place", flat=True)) == {""}


def test_an_undone_import_leaves_the_address_that_both_had(workspace: Workspace, now) -> None:
    """By hand at one, by the file at the other: held or standing, only the file's goes."""
    for by_hand_first in (True, False):
        Person.objects.of(workspace).delete()
        named = make_person(workspace, given="Min", family="Zhou", emails=["min@cedar.example"], note="by hand")
        row = import_file(
            workspace, FILE.replace(b"Location", b"Phone").replace(b"Vancouver", b"+16045550111"), "x.csv"
        )
        other = make_person(workspace, given="Mina", family="Fox", phones=["+16045550111"])
        person, gone = (other, named) if by_hand_first else (named, other)
        merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=gone.pk, now=now)
        undo(workspace, row.pk, now)

        phones = ContactPoint.objects.of(workspace).filter(kind="phone")
        assert [point.person_id for point in phones] == [person.pk]
        part_persons(workspace=workspace, merge_id=merge.pk, now=now)
        assert [point.person_id for point in phones.all()] == [other.pk]


def test_who_became_part_of_somebody_is_counted_as_kept_when_the_import_is_undone(workspace: Workspace, now) -> None:
    row = import_file(workspace, FILE, "Connections.csv")
    came, person = Person.objects.of(workspace).get(), make_person(workspace, given="Minnie", family="Zhou")
    merge_persons(workspace=workspace, person_id=person.pk, gone_id=came.pk, now=now)

    assert undo(workspace, row.pk, now).counts["kept"] == 1


def undo(workspace: Workspace, import_id, now) -> Import:
    start_undoing(workspace=workspace, import_id=import_id, now=now)
    return undo_import(workspace=workspace, import_id=import_id, clock=lambda: now)


def test_a_card_taken_back_empties_only_what_it_filled(workspace: Workspace, now) -> None:
    person, other = (make_person(workspace, given="Sofia", family="Ricci", place=place) for place in ("Delta", ""))
    (scan,) = read(workspace, b"x", now=now)
    confirm_card(
        workspace=workspace, scan_id=scan.pk, details=PersonDetails(given="Sofia", family="Ricci", place="Delta"),
        facts=FirstFacts(obtained="card"), person_id=other.pk, event_id=None, now=now,
    )  # fmt: skip
    merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)

    take_back_card(workspace=workspace, scan_id=scan.pk, now=now)

    assert Person.objects.of(workspace).get().place == "Delta"


def test_a_name_in_latin_letters_comes_before_one_that_was_read_off_the_characters(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="", family="", native="黄家俊")
    other = make_person(workspace, given="Daniel", family="Wong")
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)

    person.refresh_from_db()
    assert (person.given_name, person.family_name, person.native_name) == ("Daniel", "Wong", "黄家俊")
    assert person.sort_key == "wong daniel"

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    person.refresh_from_db()
    assert (person.given_name, person.family_name, person.sort_key) == ("Jiajun", "Huang", "huang jiajun")


def test_people_are_found_by_every_name_of_whoever_is_part_of_them(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Dan", family="Wong", native="黄家俊")
    other = make_person(workspace, given="Daniel", family="Huang", native="黃小明")
    typed = ("Daniel", "Huang", "小明", "xiaoming", "Dan")
    assert [len(search(workspace, one)) for one in typed] == [1, 2, 1, 1, 2]
    merge = merge_persons(workspace=workspace, person_id=person.pk, gone_id=other.pk, now=now)

    assert [[found.id for found in search(workspace, one)] for one in typed] == [[person.pk]] * 5

    part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert [len(search(workspace, one)) for one in typed] == [1, 2, 1, 1, 2]
