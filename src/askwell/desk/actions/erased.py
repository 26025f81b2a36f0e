"""Erasing once more what was erased since a backup was made that is now restored."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from askwell.accounts.choices import Gone
from askwell.accounts.models import Erasure, User, Workspace
from askwell.desk.actions.closing import end_account
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.desk.actions.ledger import told
from askwell.people.actions import part_persons
from askwell.people.actions.stopping import stop_contacting
from askwell.people.models import Merge, Person
from askwell.programmes.actions.insiders.erasing import erase_at_once
from askwell.programmes.actions.leaving import remove_seeker
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Insider, Participant


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
    """Whether it was there: it may be younger than the backup."""
    workspace = Workspace.objects.filter(pk=row.place).first()
    return workspace is not None and AGAIN[Gone(row.what)](workspace, row, now)


def _everything(workspace: Workspace, row: Erasure, now: datetime) -> bool:
    erase_everything(workspace=workspace, now=now)
    return True


def _account(workspace: Workspace, row: Erasure, now: datetime) -> bool:
    user = User.objects.filter(pk=row.key).first()
    if user:
        end_account(user=user, now=now)
    return user is not None


def _person(workspace: Workspace, row: Erasure, now: datetime) -> bool:
    person = Person.objects.of(workspace).filter(pk=_alone(workspace, row.key, now)).first()
    if person is None:
        return False
    if row.is_stopped and not person.do_not_contact_at:
        stop_contacting(workspace=workspace, person_id=person.pk, why="", now=now)
    erase_person(workspace=workspace, person_id=person.pk)
    return True


def _alone(workspace: Workspace, key: UUID, now: datetime) -> UUID:
    """That person's id, once they are parted from whoever they were one with in the backup and are not now: who was
    erased with them is named as well."""
    merges = Merge.objects.of(workspace)
    if into := merges.filter(gone_id=key).first():
        key = part_persons(workspace=workspace, merge_id=into.pk, now=now)
    named = Erasure.objects.filter(place=workspace.pk, what=Gone.PERSON).values("key")
    while other := merges.filter(person=key).exclude(gone_id__in=named).first():
        part_persons(workspace=workspace, merge_id=other.pk, now=now)
    return key


def _seeker(workspace: Workspace, row: Erasure, now: datetime) -> bool:
    there = Participant.objects.of(workspace).filter(pk=row.key).exclude(state=ParticipantState.LEFT)
    if is_there := there.exists():
        remove_seeker(workspace=workspace, participant_id=row.key, now=now)
    return is_there


def _insider(workspace: Workspace, row: Erasure, now: datetime) -> bool:
    if is_there := Insider.objects.of(workspace).filter(pk=row.key).exists():
        erase_at_once(workspace=workspace, insider_id=row.key, is_own_wish=row.is_stopped, now=now)
    return is_there


AGAIN: dict[Gone, Callable[[Workspace, Erasure, datetime], bool]] = {
    Gone.EVERYTHING: _everything, Gone.ACCOUNT: _account, Gone.PERSON: _person, Gone.SEEKER: _seeker,
    Gone.INSIDER: _insider,
}  # fmt: skip
