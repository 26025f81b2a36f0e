"""A merge undone, at any later time."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.people.actions.merging.filling import STOPPED, own_row, whereabouts_of, wholes_of
from askwell.people.actions.merging.joining import ENDED, derive, merge_again
from askwell.people.actions.merging.pointing import MERGES, Kept, bring_back, point_back
from askwell.people.actions.merging.twins import may_stand
from askwell.people.actions.stopping import digests_of, take_stops_back
from askwell.people.choices import Decision
from askwell.people.models import Merge, Pair, Person, Role, persons_parted, whereabouts_changed
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
    person_id, ended = later.person_id, [UUID(key) for key in later.moved.get(ENDED, ())]
    later.gone_id = _part(workspace, later, now)
    back = part_persons(workspace=workspace, merge_id=merge_id, now=now, decision=decision)
    merge_again(workspace=workspace, person_id=person_id, merge=later, now=now, past_roles=ended)
    return back


def _swallowed_by(workspace: Workspace, merge: Merge) -> Merge | None:
    """The last merge that moved this one to whom it belongs to now."""
    later = Merge.objects.of(workspace).filter(person=merge.person_id).exclude(pk=merge.pk)
    moved = [one for one in later if str(merge.pk) in one.moved.get(MERGES, ())]
    return max(moved, key=lambda one: (one.merged_at, one.pk), default=None)


def _part(workspace: Workspace, merge: Merge, now: datetime) -> UUID:
    person = Person.objects.of(workspace).select_for_update().get(pk=merge.person_id)
    as_one, whereabouts = digests_of(workspace, [person.pk]), whereabouts_of(person)
    back = bring_back(workspace, _take_off(person, merge), {}, may_stand)
    assert back is not None, "a person mentions nothing that they cannot be without"
    person.version, person.updated_at = person.version + 1, now
    person.save()
    point_back(workspace, merge.moved, person.pk, back)
    Merge.objects.of(workspace).filter(pk=merge.pk).delete()
    for row in merge.held:
        bring_back(workspace, row, {merge.gone_id: back}, partial(may_stand, apart={person.pk, back}))
    roles = Role.objects.of(workspace).filter(pk__in=merge.moved.get(ENDED, ()), ended_on=None)
    roles.update(is_current=True)
    persons_parted.send(Person, workspace=workspace, person_id=person.pk, gone_id=back, now=now)
    derive(workspace, [person.pk, back])
    for one in Person.objects.of(workspace).filter(pk__in=(person.pk, back)):
        if whereabouts_of(one) != whereabouts:
            whereabouts_changed.send(Person, workspace=workspace, person_id=one.pk, now=now)
    take_stops_back(workspace, [person.pk, back], as_one, since=merge.merged_at, now=now)
    return back


def _take_off(person: Person, merge: Merge) -> Kept:
    """Let the person, in memory, show what they do without this merge. Returns the row of the one who goes.

    Nobody knows which of the two asked not to be contacted while they were one: both did, and whoever is part of
    the one who goes.
    """
    (whole,) = wholes_of(merge.workspace, [person])
    whole.strip()
    (part,) = (part for part in whole.parts if part.merge == merge)
    asked, own = person.do_not_contact_at, own_row(person)["fields"]
    whole.parts.remove(part)
    whole.fill()
    row: Kept = merge.gone
    if asked and asked >= merge.merged_at and (part.parts or not part.person.do_not_contact_at):
        row["fields"] |= {name: own[name] for name in STOPPED}
    return row


def _remember(workspace: Workspace, one: UUID, other: UUID, decision: Decision, now: datetime) -> None:
    """That these are two people, or wait to be looked at again."""
    known = pairs_of(workspace, one, other).first()
    pair = known or Pair(workspace=workspace, one_id=one, other_id=other, found_at=now)
    pair.decision, pair.decided_at = decision.value, now
    pair.save()
