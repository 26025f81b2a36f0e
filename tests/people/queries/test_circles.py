"""The circles that people move in, as the search for a way asks for them."""

import pytest

from askwell.accounts.models import Workspace
from askwell.people.models import Organisation, Person, Role, Tie
from askwell.people.queries.circles import CLOSEST, Circles
from askwell.people.queries.rows import database_id
from askwell.people.rules.ways import LARGE, Circle, CircleKind

pytestmark = pytest.mark.django_db


def test_of_a_large_employer_the_closest_are_counted_once_however_many_ties_they_have(
    workspace: Workspace, now
) -> None:
    office = Organisation.objects.create(workspace=workspace, name="Big", key="big")
    people = Person.objects.bulk_create(
        Person(workspace=workspace, given_name=f"P{number}", created_at=now, updated_at=now)
        for number in range(LARGE + 1)
    )
    Role.objects.bulk_create(Role(workspace=workspace, person=one, organisation=office, title="x") for one in people)
    Tie.objects.bulk_create(
        Tie(workspace=workspace, person=one, kind=kind, strength=3)
        for one in people[: CLOSEST + 5]
        for kind in ("friend", "neighbour", "alumni")
    )

    circle = Circle(CircleKind.EMPLOYER, database_id(office.pk), LARGE + 1)
    ((_, members),) = Circles(workspace).members([circle])

    assert len(members) == len({member.person for member in members}) == CLOSEST
