"""One person becomes part of another."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.errors import SamePersonError
from askwell.people.actions.indexing import recount, reindex
from askwell.people.actions.merging.filling import own_row, whereabouts_of, wholes_of
from askwell.people.actions.merging.pointing import repoint, take_out
from askwell.people.actions.merging.twins import twins
from askwell.people.actions.stopping import settle_stops
from askwell.people.models import Merge, Person, Role, persons_merged, whereabouts_changed

ENDED = "people.Role.ended"
"""Under this key `Merge.moved` has the roles that were made past ones."""


@transaction.atomic
def merge_persons(
    *,
    workspace: Workspace,
    person_id: UUID,
    gone_id: UUID,
    now: datetime,
    past_roles: Sequence[UUID] = (),
    reasons: Sequence[Any] = (),
    by_itself: bool = False,
) -> Merge:
    """`gone_id` becomes part of `person_id`: everything that pointed at one points at the other.

    The person's own values win, gaps are filled. What would stand twice is taken out. All of it is written into
    the Merge, so that `part_persons` can undo it at any later time. `past_roles`: roles of either that are no
    longer current. Raises Person.DoesNotExist, SamePersonError.
    """
    merge = Merge(gone_id=gone_id, by_itself=by_itself, reasons=list(reasons), merged_at=now)
    return merge_again(workspace=workspace, person_id=person_id, merge=merge, now=now, past_roles=past_roles)


def merge_again(
    *, workspace: Workspace, person_id: UUID, merge: Merge, now: datetime, past_roles: Sequence[UUID] = ()
) -> Merge:
    """As `merge_persons`, in the caller's transaction, by a merge that is not saved, or no longer: only what it tells
    of itself counts. Its place among the person's others is by its time."""
    person, gone = _both(workspace, person_id, merge.gone_id)
    answers: list[tuple[Any, Any]] = persons_merged.send(
        Person, workspace=workspace, person_id=person_id, gone_id=gone.pk, now=now
    )
    nonsense = [kept for _, rows in answers if rows is not None for kept in take_out(rows)]
    row, whereabouts = own_row(gone), {whereabouts_of(person), whereabouts_of(gone)}
    moved = repoint(workspace, gone.pk, person_id, twins)
    ended = _end(workspace, person, past_roles)
    gone.delete()
    merge = Merge.objects.create(
        pk=merge.pk,
        workspace=workspace,
        person=person,
        gone_id=merge.gone_id,
        gone=row,
        moved={**moved.moved, **({ENDED: ended} if ended else {})},
        held=[*nonsense, *moved.held],
        by_itself=merge.by_itself,
        reasons=merge.reasons,
        merged_at=merge.merged_at,
    )
    (whole,) = wholes_of(workspace, [person])
    whole.strip()
    whole.fill()
    person.version, person.updated_at = person.version + 1, now
    person.save()
    merge.refresh_from_db()
    derive(workspace, [person_id])
    if whereabouts != {whereabouts_of(person)}:
        whereabouts_changed.send(Person, workspace=workspace, person_id=person_id, now=now)
    settle_stops(workspace, [person_id], now)
    return merge


def _both(workspace: Workspace, person_id: UUID, gone_id: UUID) -> tuple[Person, Person]:
    """The two, held until the transaction ends."""
    if person_id == gone_id:
        raise SamePersonError
    found = Person.objects.of(workspace).select_for_update().in_bulk([person_id, gone_id])
    if len(found) != 2:
        raise Person.DoesNotExist
    return found[person_id], found[gone_id]


def derive(workspace: Workspace, ids: Sequence[UUID]) -> None:
    """What is made from these persons' rows: search columns, employers' counts."""
    employers = Role.objects.of(workspace).filter(person__in=ids).values_list("organisation_id", flat=True)
    recount(workspace, list(employers))
    reindex(workspace, ids)


def _end(workspace: Workspace, person: Person, role_ids: Sequence[UUID]) -> list[str]:
    current = Role.objects.of(workspace).filter(person=person, pk__in=role_ids, is_current=True)
    ended = [str(key) for key in current.values_list("pk", flat=True)]
    current.update(is_current=False)
    return ended
