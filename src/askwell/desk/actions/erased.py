"""Erasing once more what was erased since a backup was made that is now restored."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from askwell.accounts.choices import Gone
from askwell.accounts.models import Erasure, Workspace
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.desk.actions.ledger import told
from askwell.people.actions.stopping import stop_contacting
from askwell.people.models import Person
from askwell.programmes.actions.insiders.erasing import erase_at_once
from askwell.programmes.actions.leaving import remove_seeker


@transaction.atomic
def erase_again(*, ledgers: Iterable[Path], now: datetime) -> int:
    """Whatever these files name and this database does not, in the order in which it went; all or nothing. Returns how
    many of them were there. Raises OSError where a file cannot be read."""
    known = set(Erasure.objects.values_list("pk", flat=True))
    missing = [row for row in told(ledgers) if row.pk not in known]
    Erasure.objects.bulk_create(missing)
    gone = sum(_is_gone(row, now) for row in missing)
    _forget_new(known.union(row.pk for row in missing))
    return gone


def _forget_new(named: set[UUID]) -> None:
    """Erasing again notes nothing new: a later backup knows the first time, and would lose what came after it."""
    new = set(Erasure.objects.values_list("pk", flat=True)) - named
    Erasure.objects.filter(pk__in=new).delete()


def _is_gone(row: Erasure, now: datetime) -> bool:
    workspace = Workspace.objects.filter(pk=row.place).first()
    if workspace is None:
        return False
    try:
        AGAIN[Gone(row.what)](workspace, row, now)
    except ObjectDoesNotExist:  # younger than the backup
        return False
    return True


def _everything(workspace: Workspace, row: Erasure, now: datetime) -> None:
    erase_everything(workspace=workspace, now=now)


def _person(workspace: Workspace, row: Erasure, now: datetime) -> None:
    person = Person.objects.of(workspace).get(pk=row.key)
    if row.is_stopped and not person.do_not_contact_at:
        stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now)
    erase_person(workspace=workspace, person_id=person.pk)


def _seeker(workspace: Workspace, row: Erasure, now: datetime) -> None:
    remove_seeker(workspace=workspace, participant_id=row.key, now=now)


def _insider(workspace: Workspace, row: Erasure, now: datetime) -> None:
    erase_at_once(workspace=workspace, insider_id=row.key, is_own_wish=row.is_stopped, now=now)


AGAIN: dict[Gone, Callable[[Workspace, Erasure, datetime], None]] = {
    Gone.EVERYTHING: _everything, Gone.PERSON: _person, Gone.SEEKER: _seeker, Gone.INSIDER: _insider,
}  # fmt: skip
