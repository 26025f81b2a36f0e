"""Erasing leaves nothing behind: in no table, not in the search index, not in the files' free pages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from askwell.accounts.models import Profile, User, Workspace
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.desk.queries.erasing import Hanging, everything, hanging_on
from askwell.desk.queries.tables import EXPORTED, exported
from askwell.people.actions import merge_persons, part_persons, record_introduction
from askwell.people.choices import ImportState
from askwell.people.models import Import, Organisation, Person, Role, Tag
from tests.conftest import NOW
from tests.desk.planting import NOT_THEIRS, forget_what_is_not_theirs, plant
from tests.factories.people import import_file, linkedin_csv, make_person
from tests.servers.askwell import Begun

ROOT = Path(__file__).resolve().parents[2]
CANARY, KEPT = "zqcanary", "zqkeeper"
WORDED = 15  # tables in which a word can stand: the exported ones but Pass and PersonTag, and the profile


def anywhere(word: str) -> set[str]:
    """Tables of the database in which any value of any row holds the word."""
    found = set()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{name}"')
            if word in " ".join(readable(value) for row in cursor.fetchall() for value in row):
                found.add(name)
    return found


def readable(value: object) -> str:
    return bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)


@pytest.fixture
def other(stranger: User) -> Workspace:
    assert stranger.workspace
    return stranger.workspace


@pytest.mark.django_db(transaction=True)
def test_erasing_everything_leaves_no_word_in_any_table(workspace: Workspace, other: Workspace) -> None:
    plant(workspace, CANARY)
    plant(other, KEPT)
    assert len(anywhere(CANARY)) >= WORDED

    erase_everything(workspace=workspace, now=NOW)

    assert anywhere(CANARY) == set()
    assert len(anywhere(KEPT)) >= WORDED
    assert [model for model in exported() if model.objects.of(other).count() != 1] == []


@pytest.mark.django_db(transaction=True)
def test_erasing_a_person_leaves_no_word_of_them_and_every_word_of_others(workspace: Workspace) -> None:
    Profile.objects.filter(workspace=workspace).update(name="Mei")
    gone = plant(workspace, CANARY, profile=False)["people.Person"]
    plant(workspace, KEPT, profile=False)
    theirs = Import.objects.of(workspace).filter(persons=gone.pk)
    shown = {"new": 1, "examples": [{"raw": [CANARY]}]}
    theirs.update(layout={"columns": [{"heading": "Name", "samples": [CANARY]}]}, counts=shown, error={}, options={})
    theirs.update(filename="book.csv", source="csv", digest="", state=ImportState.DONE)
    forget_what_is_not_theirs(workspace)

    erase_person(workspace=workspace, person_id=gone.pk)

    assert anywhere(CANARY) == set()
    assert {model._meta.label: model.objects.of(workspace).count() for model in exported()} == {
        **dict.fromkeys(EXPORTED, 1),
        "people.Import": 2,
        "people.Event": 2,
        **dict.fromkeys(NOT_THEIRS, 0),
    }


@pytest.mark.django_db(transaction=True)
def test_a_person_of_an_imported_file_leaves_no_word_of_it(workspace: Workspace, now) -> None:
    rows = [
        f"Zq{word},Canary,https://www.linkedin.com/in/zq{word}canary,,Zqcanary Foods,Zqcanary planner," for word in "ab"
    ]
    import_file(workspace, linkedin_csv(*rows, "Lin,Hua,,lin@mail.example,Evergreen,Buyer,"), now=now)
    gone = Person.objects.of(workspace).filter(family_name="Canary").values_list("pk", flat=True)

    for person_id in list(gone):
        erase_person(workspace=workspace, person_id=person_id)

    assert anywhere("zq") | anywhere("Zq") == set()
    assert Person.objects.of(workspace).get().given_name == "Lin"


@pytest.mark.django_db(transaction=True)
def test_whoever_became_part_of_them_leaves_no_word_of_their_file(workspace: Workspace, now) -> None:
    person = make_person(workspace, given="Lin", family="Hua", emails=["lin@mail.example"], now=now)
    row = "Zqb,Canary,,zqb@canary.example,Zqcanary Foods,Zqcanary planner,"
    import_file(workspace, linkedin_csv(row, row), now=now)
    gone = Person.objects.of(workspace).get(given_name="Zqb")
    merge_persons(workspace=workspace, person_id=person.pk, gone_id=gone.pk, now=now)

    erase_person(workspace=workspace, person_id=person.pk)

    assert anywhere("zq") | anywhere("Zq") == set()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("merged", [False, True], ids=["themselves", "as part of another"])
def test_what_merges_of_others_hold_about_them_goes(workspace: Workspace, merged: bool, now) -> None:
    """Two introductions by one person cannot stand once those introduced are one: the merge holds the second."""
    one, other, gone, whole = (make_person(workspace, given=name, now=now) for name in ("Ann", "Anne", "Xu", "Yu"))
    for introduced in (one, other):
        record_introduction(
            workspace=workspace, introducer_id=gone.pk, introduced_id=introduced.pk, on=now.date(), note=CANARY, now=now
        )
    merge = merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    assert "people_merge" in anywhere(CANARY)
    if merged:
        merge_persons(workspace=workspace, person_id=whole.pk, gone_id=gone.pk, now=now)

    erase_person(workspace=workspace, person_id=(whole if merged else gone).pk)

    assert anywhere(CANARY) == set()
    back = part_persons(workspace=workspace, merge_id=merge.pk, now=now)
    assert Person.objects.of(workspace).filter(pk=back).exists()


def test_an_import_that_is_being_written_keeps_its_file(workspace: Workspace) -> None:
    rows = plant(workspace, CANARY)
    Import.objects.of(workspace).update(state=ImportState.APPLYING)

    erase_person(workspace=workspace, person_id=rows["people.Person"].pk)

    assert bytes(Import.objects.of(workspace).get().data) == CANARY.encode()


@pytest.mark.parametrize("state", [ImportState.READING, ImportState.READY])
def test_a_file_that_waits_goes_too_but_no_strangers(workspace: Workspace, other: Workspace, state, now) -> None:
    gone = Person.objects.create(workspace=workspace, given_name="Lin", created_at=now, updated_at=now)
    for owner in (workspace, other):
        Import.objects.create(workspace=owner, state=state, data=CANARY.encode(), created_at=now, touched_at=now)

    erase_person(workspace=workspace, person_id=gone.pk)

    assert [Import.objects.of(owner).count() for owner in (workspace, other)] == [0, 1]


def test_what_others_share_stays(workspace: Workspace, now) -> None:
    gone = plant(workspace, CANARY)["people.Person"]
    friend = Person.objects.create(workspace=workspace, given_name="Lin", created_at=now, updated_at=now)
    organisation, tag = Organisation.objects.of(workspace).get(), Tag.objects.of(workspace).get()
    Role.objects.create(workspace=workspace, person=friend, organisation=organisation)
    friend.person_tags.create(workspace=workspace, tag=tag)

    assert hanging_on(workspace, gone.pk) == Hanging(1, 1, 1, 1, 1, 1, 1, 1, 1, organisations=(), tags=())
    erase_person(workspace=workspace, person_id=gone.pk)

    assert Organisation.objects.of(workspace).get() == organisation
    assert Tag.objects.of(workspace).get() == tag


def test_what_will_go_is_told_before_it_goes(workspace: Workspace) -> None:
    gone = plant(workspace, CANARY)["people.Person"]
    forget_what_is_not_theirs(workspace)

    assert hanging_on(workspace, gone.pk) == Hanging(1, 1, 1, 1, 1, 1, 1, 1, 1, organisations=(CANARY,), tags=(CANARY,))
    assert dict(everything(workspace)) == {label: 1 for label in EXPORTED if label not in NOT_THEIRS}


def test_a_strangers_person_is_not_erased(workspace: Workspace, other: Workspace) -> None:
    theirs = plant(other, KEPT)["people.Person"]

    with pytest.raises(Person.DoesNotExist):
        erase_person(workspace=workspace, person_id=theirs.pk)

    assert Person.objects.of(other).count() == 1


def test_erasing_everything_keeps_the_seeker_signed_in(seeker: User, workspace: Workspace, sign_in) -> None:
    client: Client = sign_in(seeker)
    plant(workspace, CANARY)
    Workspace.objects.filter(pk=workspace.pk).update(is_demo=True)

    erase_everything(workspace=workspace, now=NOW)

    assert client.get("/data/").status_code == 200
    assert not Workspace.objects.get(pk=workspace.pk).is_demo
    assert Profile.objects.get(workspace=workspace).name == ""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's own files are the database server's")
@pytest.mark.parametrize("what", ["person", "everything"])
def test_no_byte_stays_in_the_database_file(what: str, begun: Begun, tmp_path: Path) -> None:
    begun.copy(tmp_path)
    probe = [sys.executable, "-m", "tests.desk.erase_probe", what, CANARY]
    environment = {**os.environ, "ASKWELL_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    environment.pop("ASKWELL_DATABASE", None)
    result = subprocess.run(probe, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)

    before, after = result.stdout.split()
    assert int(before) > len(EXPORTED)
    assert int(after) == 0
    assert sum(path.read_bytes().count(CANARY.encode()) for path in tmp_path.rglob("*") if path.is_file()) == 0
