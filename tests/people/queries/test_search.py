"""Who is found by what, in which order, and never across workspaces."""

from datetime import datetime
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from askwell.accounts.models import Workspace
from askwell.people.actions import (
    PersonDetails,
    add_role,
    archive_person,
    edit_person,
    end_role,
    remove_contact_point,
    remove_person,
    set_tags,
    stop_contacting,
    write_note,
)
from askwell.people.models import ContactPoint
from askwell.people.queries import PeopleFilter, list_people, search
from askwell.people.queries.rows import as_uuid
from askwell.people.queries.search import with_title
from tests.factories.people import import_file, make_person


def names(workspace: Workspace, text: str) -> list[str]:
    return [person.native or f"{person.given} {person.family}" for person in search(workspace, text)]


def test_every_script_and_spelling_from_the_first_character(workspace: Workspace) -> None:
    make_person(workspace, given="", family="", native="周敏")
    make_person(workspace, given="Hélène", family="Gagnon")
    make_person(workspace, given="Ka-chun", family="Lau", nickname="Kenny")
    for typed in ("周", "敏", "周敏", "z", "zh", "zhou", "min", "zhoumin", "minzhou", "zm", "Zhou M"):
        assert names(workspace, typed) == ["周敏"], typed
    for typed in ("h", "helene", "Hélène", "GAG", "gagnon h"):
        assert names(workspace, typed) == ["Hélène Gagnon"], typed
    for typed in ("ka", "kachun", "chun", "kenn"):
        assert names(workspace, typed) == ["Ka-chun Lau"], typed


def test_employer_title_note_tag_and_address_are_found_too(workspace: Workspace, now: datetime) -> None:
    person = make_person(
        workspace, given="Priya", family="Nair", title="Planning manager", organisation="North Shore Logistics",
        emails=["priya.n@nsl.example"],
    )  # fmt: skip
    write_note(workspace=workspace, person_id=person.pk, text="Loves hiking in Squamish", now=now)
    set_tags(workspace=workspace, person_id=person.pk, names=["food industry"], now=now)
    found = {text: [one.matched for one in search(workspace, text)] for text in
             ("nor", "planning", "squam", "industry", "nsl", "nair logistics")}  # fmt: skip
    assert found == {
        "nor": ["organisation"], "planning": ["title"], "squam": ["note"], "industry": ["note"], "nsl": ["note"],
        "nair logistics": ["several"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("604-555-0123", ("604 555", "+1604", "+1 (604) 555", "6045550123", "16045550123", "555-01", "0123", "550123")),
        ("+86 138 0013 8000", ("138 0013", "13800138000", "+86138", "0086 138", "8000", "０１３８０００")),
        ("+86 10 6234 5678", ("010-6234", "5678", "62345678")),
    ],
)  # fmt: skip
def test_a_telephone_number_is_found_by_its_first_and_its_last_digits(
    workspace: Workspace, number: str, typed: tuple[str, ...]
) -> None:
    make_person(workspace, given="Ana", family="Roy", phones=[number])
    make_person(workspace, given="Bo", family="Ox", phones=["+1 778 556 0199", "+86 139 1234 5679"])
    for text in typed:
        assert [(one.family, one.matched) for one in search(workspace, text)] == [("Roy", "phone")], text


def test_a_number_that_is_gone_or_a_strangers_is_not_found(workspace: Workspace, stranger: Any, now: datetime) -> None:
    person = make_person(workspace, given="Ana", family="Roy", phones=["604-555-0123"])
    assert search(stranger.workspace, "0123") == []
    point = ContactPoint.objects.of(workspace).get()
    remove_contact_point(workspace=workspace, person_id=person.pk, point_id=point.pk, now=now)
    assert names(workspace, "0123") == names(workspace, "604 555") == []


def test_numbers_of_a_file_are_found(workspace: Workspace) -> None:
    import_file(workspace, b"Name,Phone,E-mail\nAna Roy,604-555-0123,ana@roy.example\n", "list.csv")
    assert names(workspace, "0123") == names(workspace, "ana@roy") == ["Ana Roy"]


def test_a_script_that_is_younger_than_sqlites_tables_is_found(workspace: Workspace) -> None:
    make_person(workspace, given="𞤀𞤣𞤤𞤢𞤥", family="Bah𞤣o")
    make_person(workspace, given="Bah", family="Ox")
    assert names(workspace, "𞤀𞤣𞤤") == names(workspace, "bah𞤣") == ["𞤀𞤣𞤤𞤢𞤥 Bah𞤣o"]


def test_a_name_is_not_taken_for_a_title_and_a_field_that_begins_alike_not_for_another(workspace: Workspace) -> None:
    make_person(workspace, given="Baker", family="Nott", title="Tailor", organisation="Oak")
    found = {text: [one.matched for one in search(workspace, text)] for text in ("baker", "tailor", "oak", "n", "t")}
    assert found == {"baker": ["name"], "tailor": ["title"], "oak": ["organisation"], "n": ["name"], "t": ["title"]}


def test_long_words_and_their_beginnings_are_found_the_whole_word_first(workspace: Workspace) -> None:
    make_person(workspace, given="Ana", family="Roy", title="Accounting clerk")
    make_person(workspace, given="Bo", family="Ox", title="Accounting clerk", organisation="Accountingbooks")
    assert names(workspace, "accounting") == names(workspace, "accounti") == ["Bo Ox", "Ana Roy"]
    assert names(workspace, "accountingb") == names(workspace, "clerk accountingb") == ["Bo Ox"]
    assert sorted(names(workspace, "accounting cle")) == ["Ana Roy", "Bo Ox"]


def test_the_newest_and_the_older_are_found_each_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("askwell.people.queries.search"), "NEWEST", 2)
    for given in ("Ana", "Bo", "Cy", "Di", "Ed"):
        make_person(workspace, given=given, family="Roy")
    found = names(workspace, "roy")
    assert sorted(found) == ["Ana Roy", "Bo Roy", "Cy Roy", "Di Roy", "Ed Roy"]
    assert found[:2] == ["Ed Roy", "Di Roy"]


def test_names_come_before_employers_before_titles_and_the_name_itself_first(workspace: Workspace) -> None:
    make_person(workspace, given="Ana", family="Roy", title="Cedar buyer")
    make_person(workspace, given="Bo", family="Roy", organisation="Cedar Foods")
    make_person(workspace, given="Cedar", family="Young")
    assert names(workspace, "cedar") == ["Cedar Young", "Bo Roy", "Ana Roy"]
    make_person(workspace, given="", family="", native="王伟明")
    make_person(workspace, given="", family="", native="王伟")
    make_person(workspace, given="", family="", native="伟王")
    assert names(workspace, "王伟") == ["王伟", "王伟明", "伟王"]


def test_every_change_is_found_at_once_and_the_old_words_no_more(workspace: Workspace, now: datetime) -> None:
    person = make_person(workspace, given="Ana", family="Roy", organisation="Cedar Foods", title="Buyer")
    edit_person(workspace=workspace, person_id=person.pk, version=1, details=PersonDetails("Anna", "Leroy"), now=now)
    role = add_role(
        workspace=workspace, person_id=person.pk, title="Planner", organisation="Harbourline", started_on=None,
        ended_on=None, is_current=True, now=now,
    )  # fmt: skip
    end_role(workspace=workspace, person_id=person.pk, role_id=role.pk, ended_on=None, now=now)
    assert names(workspace, "roy") == []
    assert names(workspace, "leroy") == names(workspace, "harbour") == names(workspace, "planner") == ["Anna Leroy"]
    remove_person(workspace=workspace, person_id=person.pk)
    assert names(workspace, "leroy") == []


def test_who_asked_not_to_be_contacted_and_the_archived_are_still_found(workspace: Workspace, now: datetime) -> None:
    stopped = make_person(workspace, given="Ana", family="Roy")
    archived = make_person(workspace, given="Ana", family="Rowe")
    make_person(workspace, given="Ana", family="Rolle")
    stop_contacting(workspace=workspace, person_id=stopped.pk, why="", now=now)
    archive_person(workspace=workspace, person_id=archived.pk, now=now)
    found = search(workspace, "ana r")
    assert [(one.family, one.do_not_contact, one.archived) for one in found] == [
        ("Rolle", False, False), ("Roy", True, False), ("Rowe", False, True)
    ]  # fmt: skip


def test_a_stranger_finds_nothing(workspace: Workspace, stranger: Any) -> None:
    make_person(workspace, given="", family="", native="周敏", organisation="Cedar Foods")
    for typed in ("周", "zhou", "zm", "cedar"):
        assert search(stranger.workspace, typed) == []


@pytest.mark.parametrize(
    "typed", ["", " ", "***", '"', "a OR b", "NEAR(", "it's", "a:b", "\\", "'; --", "😀", "\0", "(" * 50]
)
def test_nothing_typed_breaks_it(workspace: Workspace, typed: str) -> None:
    make_person(workspace)
    assert search(workspace, typed) == []


@pytest.mark.parametrize("people", [1, 3])
def test_queries_do_not_grow_with_people(workspace: Workspace, people: int, django_assert_num_queries: Any) -> None:
    for n in range(people):
        make_person(workspace, given=f"Ana{n}", family="Roy", organisation="Cedar")
    with django_assert_num_queries(5):
        assert len(search(workspace, "ana")) == people


def test_no_later_migration_lost_the_triggers_or_indexes(db: None) -> None:
    kept = {
        "sqlite": ("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'people_person'",
                   {"people_search_added", "people_search_changed", "people_search_removed"}),
        "postgresql": ("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'people_search_%%'",
                       {"people_search_name", "people_search_organisation", "people_search_title",
                        "people_search_note"}),
    }  # fmt: skip
    statement, names_kept = kept[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)
        assert {name for (name,) in cursor.fetchall()} == names_kept


def test_a_list_that_searches_keeps_the_order_and_the_filters(workspace: Workspace, now: datetime) -> None:
    make_person(workspace, given="Ana", family="Roy", organisation="Cedar Foods", tie_kind="friend")
    make_person(workspace, given="Cedar", family="Young", tie_kind="friend")
    make_person(workspace, given="Cedric", family="Ox", organisation="Cedar Foods")
    page = list_people(workspace, filters=PeopleFilter(q="ced", tie="friend"))
    assert ([row.family for row in page.rows], page.total, page.capped) == (["Young", "Roy"], 2, False)


def test_everybody_with_a_title_is_there_once_however_long_the_word(workspace: Workspace) -> None:
    here = make_person(workspace, given="Min", family="Zhou", title="Engineer")
    there = make_person(workspace, given="Ann", family="Lee", title="Engineer")
    assert [as_uuid(one) for one in with_title(workspace, "engineer", limit=10)] == [there.pk, here.pk]
    assert [as_uuid(one) for one in with_title(workspace, "engineer", limit=1)] == [there.pk]
