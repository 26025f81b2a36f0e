"""A query that is built once answers as one that is built each time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Upper
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries.prepared import prepared, prepared_count, prepared_objects
from askwell.people.models import Note, Person

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)


def make_people(workspace: Workspace, count: int) -> list[Person]:
    made = [
        Person(workspace=workspace, given_name=f"P{number}", created_at=NOW, updated_at=NOW + timedelta(days=number))
        for number in range(count)
    ]
    return Person.objects.bulk_create(made)


@prepared
def names(workspace: Workspace, ids: tuple[Any, ...], after: datetime, most: int) -> "QuerySet[Person, Any]":
    people = Person.objects.of(workspace).filter(pk__in=ids, updated_at__gte=after).order_by("given_name")
    return people.values_list("id", "given_name", "updated_at")[:most]


@prepared_objects
def notes(workspace: Workspace, word: str) -> "QuerySet[Note]":
    return Note.objects.of(workspace).filter(text=word).select_related("person").annotate(loud=Upper("text"))


@prepared_count
def known_by(workspace: Workspace, day: date, most: str) -> "QuerySet[Person]":
    return Person.objects.of(workspace).filter(known_since__lte=day, given_name__lte=most).order_by("given_name")


@prepared
def changes_a_moment(workspace: Workspace, now: datetime) -> "QuerySet[Person, Any]":
    people = Person.objects.of(workspace).filter(created_at__lte=now, updated_at__gt=now - timedelta(days=90))
    return people.values_list("id")


@prepared
def changes_a_day(workspace: Workspace, day: date) -> "QuerySet[Person, Any]":
    people = Person.objects.of(workspace).filter(known_since__lte=day, known_since__gt=day - timedelta(days=90))
    return people.values_list("id")


@prepared
def changes_a_word(workspace: Workspace, word: str) -> "QuerySet[Person, Any]":
    return Person.objects.of(workspace).filter(given_name__startswith=word).values_list("id")


@prepared
def forgets_the_workspace(workspace: Workspace, now: datetime) -> "QuerySet[Person, Any]":
    return Person._base_manager.filter(updated_at__gt=now).values_list("id")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5])
def test_each_call_answers_for_its_own_values(workspace: Workspace, count: int) -> None:
    people = make_people(workspace, 6)
    ids = tuple(one.pk for one in people[:count])
    expected = [(one.pk, one.given_name, one.updated_at) for one in people[:count]]
    assert names(workspace, ids, NOW, 10) == expected
    assert names(workspace, ids, NOW + timedelta(days=2), 10) == expected[2:]
    assert names(workspace, ids, NOW, 2) == expected[:2]


def test_a_stranger_gets_nothing_from_a_query_built_for_another(workspace: Workspace, stranger: User) -> None:
    ids = tuple(one.pk for one in make_people(workspace, 2))
    assert len(names(workspace, ids, NOW, 10)) == 2
    assert stranger.workspace
    assert names(stranger.workspace, ids, NOW, 10) == []


def test_objects_come_with_what_was_joined_and_reckoned(workspace: Workspace, stranger: User) -> None:
    for person, text in zip(make_people(workspace, 3), ("calm", "kind", "calm"), strict=True):
        Note.objects.create(workspace=workspace, person=person, text=text, written_at=NOW)
    assert stranger.workspace
    assert notes(stranger.workspace, "calm") == notes(workspace, "loud") == []
    found = notes(workspace, "calm")
    with CaptureQueriesContext(connection) as asked:
        assert sorted((one.person.given_name, one.text, one.loud) for one in found) == [  # type: ignore[attr-defined]
            ("P0", "calm", "CALM"), ("P2", "calm", "CALM"),
        ]  # fmt: skip
    assert not asked.captured_queries
    assert {one.text for one in notes(workspace, "kind")} == {"kind"}
    found[0].text = "calmer"
    found[0].save()
    assert [one.text for one in notes(workspace, "calmer")] == ["calmer"]


def test_so_many_are_counted_as_there_are(workspace: Workspace) -> None:
    people = make_people(workspace, 4)
    for number, person in enumerate(people):
        Person.objects.of(workspace).filter(pk=person.pk).update(known_since=date(2026, 1, 1 + number))
    assert [known_by(workspace, date(2026, 1, day), "Z") for day in (1, 3, 30)] == [1, 3, 4]
    assert known_by(workspace, date(2026, 1, 30), "P1") == 2
    assert known_by(workspace, date(2025, 1, 1), "Z") == 0


@pytest.mark.parametrize(
    ("broken", "value"),
    [(changes_a_moment, NOW), (changes_a_day, NOW.date()), (changes_a_word, "P"), (forgets_the_workspace, NOW)],
)
def test_a_value_that_would_be_built_in_is_refused(workspace: Workspace, broken: Any, value: Any) -> None:
    with pytest.raises(ValueError, match="changes a value"):
        broken(workspace, value)
