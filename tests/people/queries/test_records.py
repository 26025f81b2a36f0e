"""Everyone as linkage compares them."""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName
from askwell.people.actions import add_role, write_note
from askwell.people.actions.imports import start_undoing, undo_import
from askwell.people.models import Person
from askwell.people.queries import records
from askwell.people.queries.records import records_of
from askwell.people.rules.linkage import Job, Record
from tests.factories.people import import_file, linkedin_csv, make_person


def test_a_record_holds_every_address_role_and_note(workspace: Workspace, now: datetime) -> None:
    person = make_person(
        workspace, given="Min", family="Zhou", native="周敏", emails=["Min@Cedar.example", "zm@mail.example"],
        phones=["+16045550101"], links=["https://www.linkedin.com/in/minzhou"], title="Planner",
        organisation="Cedar & Pine Foods",
    )  # fmt: skip
    add_role(
        workspace=workspace, person_id=person.pk, organisation="Orchard College", title="Buyer", is_current=False,
        started_on=date(2019, 1, 1), ended_on=date(2020, 6, 1), now=now,
    )  # fmt: skip
    write_note(workspace=workspace, person_id=person.pk, text="formerly at Harbour Freight", now=now)
    assert list(records_of(workspace)) == [
        (
            person.pk,
            Record(
                PersonName("Min", "Zhou", "周敏", "Zhou Min"),
                emails=("min@cedar.example", "zm@mail.example"),
                phones=("+16045550101",),
                links=("https://www.linkedin.com/in/minzhou",),
                jobs=(
                    Job("Cedar & Pine Foods", "Planner"),
                    Job("Orchard College", "Buyer", date(2019, 1, 1), date(2020, 6, 1)),
                ),
                notes=("formerly at Harbour Freight",),
                source="by_hand",
            ),
        )
    ]


def test_other_names_are_taken_over_and_a_stand_in_is_no_name(workspace: Workspace) -> None:
    person = make_person(workspace, given="someone@mail.example", family="", emails=["someone@mail.example"])
    told = {person.pk: [PersonName("Ana", "Lee")]}
    [(_, record)] = records_of(workspace, other_names=told)
    assert (record.name, record.other_names) == (PersonName(), (PersonName("Ana", "Lee"),))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("chosen", [True, False])
def test_a_batch_takes_five_queries(workspace: Workspace, count: int, chosen: bool) -> None:
    people = [make_person(workspace, given=f"Ana{n}", emails=[f"ana{n}@mail.example"]) for n in range(count)]
    ids = [person.pk for person in people] if chosen else None
    with CaptureQueriesContext(connection) as asked:
        assert [record.emails for _, record in records_of(workspace, ids)] == [
            (f"ana{n}@mail.example",) for n in range(count)
        ]
    assert len(asked) == (5 if chosen else 6)


def test_batches_and_chosen_ids_lose_and_double_nobody(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "BATCH", 2)
    monkeypatch.setattr(records, "_ASKED_AT_ONCE", 2)
    ids = sorted(make_person(workspace, given=f"Ana{n}", organisation=f"Firm {n}").pk for n in range(5))
    everyone = [(person_id, len(record.jobs)) for person_id, record in records_of(workspace)]
    assert everyone == [(person_id, 1) for person_id in ids]
    chosen = [ids[4], ids[0], ids[2]]
    assert [(person_id, len(record.jobs)) for person_id, record in records_of(workspace, chosen)] == [
        (person_id, 1) for person_id in sorted(chosen)
    ]


def test_what_a_merged_row_calls_somebody_is_known_until_its_import_is_taken_back(
    workspace: Workspace, now: datetime
) -> None:
    person = make_person(workspace, given="Robert", family="Fraser", emails=["rf@mail.example"], organisation="Foo")
    row = import_file(workspace, linkedin_csv("Bob,Fraser,,rf@mail.example,Bar Freight,Clerk,"))
    [(_, record)] = records_of(workspace)
    assert (record.other_names, [job.organisation for job in record.jobs]) == (
        (PersonName("Bob", "Fraser"),),
        ["Bar Freight", "Foo"],
    )
    start_undoing(workspace=workspace, import_id=row.pk, now=now)
    undo_import(workspace=workspace, import_id=row.pk, clock=lambda: now)
    [(person_id, record)] = records_of(workspace)
    assert (person_id, record.other_names, len(record.jobs)) == (person.pk, (), 1)


def test_a_strangers_people_are_not_read(workspace: Workspace, stranger: Any) -> None:
    theirs = make_person(stranger.workspace, emails=["p@mail.example"])
    assert list(records_of(workspace)) == []
    assert list(records_of(workspace, [theirs.pk])) == []
    assert Person.objects.of(stranger.workspace).count() == 1
