"""What was erased stays erased where an older backup is restored."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from askwell.accounts.actions import note_erasure
from askwell.accounts.choices import Gone
from askwell.accounts.models import Erasure, Membership, User, Workspace
from askwell.desk.actions.closing import close_account
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.desk.actions.erased import erase_again
from askwell.desk.actions.ledger import told, write_down, write_down_new
from askwell.people.actions import merge_persons
from askwell.people.actions.stopping import is_stopped, stop_contacting
from askwell.people.models import ContactPoint, Merge, Person, StoppedAddress
from askwell.programmes.actions.insiders.erasing import erase_due
from askwell.programmes.actions.leaving import remove_seeker
from askwell.programmes.choices import InsiderState, ParticipantState
from askwell.programmes.models import Insider, Participant
from tests.conftest import NOW
from tests.factories.people import make_person
from tests.factories.programmes import joined, make_insider, make_programme
from tests.servers.askwell import Begun

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def ledger(settings: Any, tmp_path: Path) -> Path:
    settings.ERASED_FILE = tmp_path / "data" / "erased.jsonl"
    return settings.ERASED_FILE


def older() -> None:
    """The database as a backup has it that was made before anything was erased; rows are put back by the test."""
    write_down()
    Erasure.objects.all().delete()


def back(row: Any) -> None:
    """A row that was erased, as the backup holds it."""
    row.save(force_insert=True)


def test_a_person_is_erased_again_once(workspace: Workspace, ledger: Path) -> None:
    gone = make_person(workspace, given="Lin", emails=["lin@mail.example"], now=NOW)
    kept = make_person(workspace, given="Yu", now=NOW)
    row = Person.objects.of(workspace).get(pk=gone.pk)
    erase_person(workspace=workspace, person_id=gone.pk)
    older()
    back(row)

    assert erase_again(ledgers=[ledger], now=NOW) == 1
    assert erase_again(ledgers=[ledger], now=NOW) == 0

    assert Person.objects.of(workspace).get() == kept
    assert (ledger.stat().st_mode & 0o777, b"Lin" in ledger.read_bytes()) == (0o600, False)


def test_an_account_is_closed_again_though_they_owned_the_programme_then(seeker: User, ledger: Path) -> None:
    """The backup holds neither that somebody else became owner, nor anything since."""
    user, own = User.objects.get(), Workspace.objects.get()
    membership, programme = Membership.objects.get(), make_programme()
    close_account(user=seeker, now=NOW)
    older()
    for row in (own, user, membership, Membership(workspace=programme.workspace, user=user)):
        back(row)

    assert erase_again(ledgers=[ledger], now=NOW) == 2
    assert erase_again(ledgers=[ledger], now=NOW) == 0

    assert not User.objects.filter(pk=user.pk).exists()
    assert not Workspace.objects.filter(pk=own.pk).exists()
    assert Workspace.objects.filter(pk=programme.workspace.pk).exists()


def test_whoever_had_asked_not_to_be_contacted_is_not_forgotten(workspace: Workspace, ledger: Path) -> None:
    """The backup knows neither that they asked nor that they went."""
    gone = make_person(workspace, given="Lin", emails=["lin@mail.example"], now=NOW)
    row, points = Person.objects.of(workspace).get(), list(ContactPoint.objects.of(workspace))
    stop_contacting(workspace=workspace, person_id=gone.pk, why="", now=NOW)
    erase_person(workspace=workspace, person_id=gone.pk)
    older()
    StoppedAddress.objects.of(workspace).delete()
    for one in (row, *points):
        back(one)

    erase_again(ledgers=[ledger], now=NOW)

    assert not Person.objects.of(workspace).exists()
    assert is_stopped(workspace, "lin@mail.example")


def test_whoever_had_become_part_of_them_goes_too(workspace: Workspace, ledger: Path) -> None:
    """In the backup they are still two."""
    one, other = (make_person(workspace, given=name, now=NOW) for name in ("Ann", "Anne"))
    rows = list(Person.objects.of(workspace))
    merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=NOW)
    erase_person(workspace=workspace, person_id=one.pk)
    older()
    for row in rows:
        back(row)

    assert erase_again(ledgers=[ledger], now=NOW) == 2
    assert not Person.objects.of(workspace).exists()


@pytest.mark.parametrize("erased", [0, 1])
def test_only_one_of_two_goes_who_were_one_when_the_backup_was_made(
    workspace: Workspace, ledger: Path, erased: int
) -> None:
    """They were parted afterwards, and one was erased."""
    both = [make_person(workspace, given=name, emails=[f"{name}@mail.example"], now=NOW) for name in ("ann", "eve")]
    gone, kept = both[erased], both[1 - erased]
    Erasure.objects.create(what=Gone.PERSON, place=workspace.pk, key=gone.pk)
    older()
    merge_persons(workspace=workspace, person_id=both[0].pk, gone_id=both[1].pk, now=NOW)

    assert erase_again(ledgers=[ledger], now=NOW) == 1

    assert Person.objects.of(workspace).get() == kept
    assert ContactPoint.objects.of(workspace).get().person_id == kept.pk
    assert not Merge.objects.of(workspace).exists()


def test_what_came_after_everything_was_erased_is_not_erased(workspace: Workspace, ledger: Path) -> None:
    """A backup that was made after an erasure knows of it."""
    erase_everything(workspace=workspace, now=NOW)
    write_down()
    new = make_person(workspace, given="Yu", now=NOW)

    assert erase_again(ledgers=[ledger], now=NOW) == 0
    assert Person.objects.of(workspace).get() == new


def test_erasing_again_does_not_reach_what_came_after_the_first_time(workspace: Workspace, ledger: Path) -> None:
    """A backup, everything erased, a week's work, a second backup; the first is restored, then the second."""
    erase_everything(workspace=workspace, now=NOW)
    write_down()
    first = ledger.read_bytes()
    second = list(Erasure.objects.all())
    older()
    make_person(workspace, given="Lin", now=NOW)
    assert erase_again(ledgers=[ledger], now=NOW) == 1
    assert not Person.objects.of(workspace).exists()
    older()
    Erasure.objects.bulk_create(second)
    work = make_person(workspace, given="Yu", now=NOW)

    assert erase_again(ledgers=[ledger], now=NOW) == 0

    assert Person.objects.of(workspace).get() == work
    assert ledger.read_bytes() == first


def test_who_left_a_programme_leaves_it_again(db: None, ledger: Path) -> None:
    programme = make_programme()
    seeker, insider = joined(programme)[0], make_insider(programme, state=InsiderState.LEFT, erase_at=NOW)
    remove_seeker(workspace=programme.workspace, participant_id=seeker.pk, now=NOW)
    erase_due(now=NOW)
    older()
    Participant.objects.of(programme.workspace).filter(pk=seeker.pk).update(
        state=ParticipantState.ACTIVE, name="Mei Chen"
    )
    back(Insider(**{**vars_of(insider), "state": InsiderState.ACTIVE, "erase_at": None}))

    assert erase_again(ledgers=[ledger], now=NOW) == 2

    left = Participant.objects.of(programme.workspace).get(pk=seeker.pk)
    assert (left.state, left.name) == (ParticipantState.LEFT, "")
    assert not Insider.objects.of(programme.workspace).exists()


def vars_of(row: Any) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_torn_line_costs_no_other(workspace: Workspace, stranger: User, ledger: Path) -> None:
    """Nor does another's workspace lose anything."""
    gone = make_person(workspace, given="Lin", now=NOW)
    row = Person.objects.of(workspace).get(pk=gone.pk)
    assert stranger.workspace
    make_person(stranger.workspace, given="Yu", now=NOW)
    erase_person(workspace=workspace, person_id=gone.pk)
    older()
    back(row)
    ledger.write_bytes(b'{"id": "x"}\n[1]\n\xff\n' + ledger.read_bytes() + b'{"id": "01')

    assert erase_again(ledgers=[ledger], now=NOW) == 1
    assert Person.objects.of(stranger.workspace).count() == 1


def test_only_what_is_new_is_looked_for_every_minute(db: None, ledger: Path) -> None:
    """But a line that was torn off, or a file that is gone, costs nothing."""
    note_erasure(Gone.PERSON, place=UUID(int=1), key=UUID(int=2))
    assert (write_down_new(), write_down_new()) == (1, 0)
    ledger.write_bytes(ledger.read_bytes() + b'{"id": "01')
    note_erasure(Gone.PERSON, place=UUID(int=1), key=UUID(int=3))
    Erasure.objects.create(pk=UUID(int=4), what=Gone.PERSON, place=UUID(int=1), key=UUID(int=4))
    assert (write_down_new(), write_down_new(), write_down()) == (1, 0, 1)
    assert {row.key.int for row in told([ledger])} == {2, 3, 4}

    ledger.unlink()

    assert (write_down_new(), write_down_new()) == (3, 0)


@pytest.mark.long
@pytest.mark.database
@pytest.mark.parametrize("what", ["person", "everything"])
def test_no_canary_is_left_after_erasing_nor_after_an_older_backup(what: str, begun: Begun, tmp_path: Path) -> None:
    """In no row of any table, no byte of any file below the data folder, not in the search index. PostgreSQL's own
    files are the database server's."""
    own = begun.copy(tmp_path / "home") or {"ASKWELL_DATABASE": ""}
    home = {"ASKWELL_DATA": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
    told = {**os.environ, **home, **own}
    probe = [sys.executable, "-m", "tests.desk.canary_probe", what, str(tmp_path / "older")]

    done = subprocess.run(probe, cwd=ROOT, env=told, check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    before, erased, restored = json.loads(done.stdout.splitlines()[-1])
    assert before[0] >= 30
    assert (before[1] >= 30, before[2]) == (connection.vendor == "sqlite", 1)
    assert (erased, restored) == ([0, 0, 0], [0, 0, 0])
