"""A merge undone, at any later time."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.merging.filling import empty
from askwell.people.actions.merging.joining import ENDED, derive, merge_persons
from askwell.people.actions.merging.pointing import bring_back, point_back
from askwell.people.actions.stopping import digests_of, part_stops
from askwell.people.choices import Decision
from askwell.people.models import Merge, Pair, Person, Role, persons_parted
from askwell.people.queries.duplicates import pairs_of


@transaction.atomic
def part_persons(
    *, workspace: Workspace, merge_id: UUID, now: datetime, decision: Decision = Decision.DIFFERENT
) -> UUID:
    """The two are two again, and are not asked about again unless `decision` is OPEN. Returns the id of the one who
    is back.

    What came with either goes back to them, with what was changed on it since; what came after the merge stays
    with the person. A merge that was swallowed by a later one is undone under it: the later one is undone,
    and made again. Raises Merge.DoesNotExist.
    """
    merge = Merge.objects.of(workspace).select_for_update().get(pk=merge_id)
    later = _swallowed_by(workspace, merge)
    if later is None:
        back = _part(workspace, merge, now)
        _remember(workspace, merge.person_id, back, decision, now)
        return back
    person_id, by_itself, reasons = later.person_id, later.by_itself, later.reasons
    ended = [UUID(key) for key in later.moved.get(ENDED, ())]
    middle = _part(workspace, later, now)
    back = part_persons(workspace=workspace, merge_id=merge_id, now=now, decision=decision)
    merge_persons(
        workspace=workspace, person_id=person_id, gone_id=middle, now=now, past_roles=ended, reasons=reasons,
        by_itself=by_itself,
    )  # fmt: skip
    return back


def _swallowed_by(workspace: Workspace, merge: Merge) -> Merge | None:
    """The last merge that moved this one to whom it belongs to now."""
    later = Merge.objects.of(workspace).filter(person=merge.person_id).exclude(pk=merge.pk)
    label = f"{Merge._meta.label}.person"
    moved = [one for one in later if str(merge.pk) in one.moved.get(label, ())]
    return max(moved, key=lambda one: (one.merged_at, one.pk), default=None)


def _part(workspace: Workspace, merge: Merge, now: datetime) -> UUID:
    person = Person.objects.of(workspace).select_for_update().get(pk=merge.person_id)
    as_one = digests_of(workspace, [person.pk])
    back = bring_back(workspace, merge.gone, {})
    assert back is not None, "a person mentions nothing that they cannot be without"
    empty(person, merge.filled)
    person.version, person.updated_at = person.version + 1, now
    person.save()
    point_back(workspace, merge.moved, person.pk, back)
    for row in merge.held:
        bring_back(workspace, row, {merge.gone_id: back})
    roles = Role.objects.of(workspace).filter(pk__in=merge.moved.get(ENDED, ()), ended_on=None)
    roles.update(is_current=True)
    Merge.objects.of(workspace).filter(pk=merge.pk).delete()
    persons_parted.send(Person, workspace=workspace, person_id=person.pk, gone_id=back, now=now)
    derive(workspace, [person.pk, back])
    part_stops(workspace, [person.pk, back], as_one, now)
    return back


def _remember(workspace: Workspace, one: UUID, other: UUID, decision: Decision, now: datetime) -> None:
    """That these are two people, or wait to be looked at again."""
    known = pairs_of(workspace, one, other).first()
    pair = known or Pair(workspace=workspace, one_id=one, other_id=other, found_at=now)
    pair.decision, pair.decided_at = decision.value, now if decision else None
    pair.save()
