"""A query that is built once answers as one that is built each time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db.models import QuerySet

from askwell.accounts.models import User, Workspace
from askwell.people.models import Person
from askwell.people.queries.prepared import prepared

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


@prepared
def changes_a_moment(workspace: Workspace, now: datetime) -> "QuerySet[Person, Any]":
    people = Person.objects.of(workspace).filter(created_at__lte=now, updated_at__gt=now - timedelta(days=90))
    return people.values_list("id")


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


@pytest.mark.parametrize("broken", [changes_a_moment, forgets_the_workspace])
def test_a_value_that_would_be_built_in_is_refused(workspace: Workspace, broken: Any) -> None:
    with pytest.raises(ValueError, match="changes a value"):
        broken(workspace, NOW)
