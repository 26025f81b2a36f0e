"""Many people at once; each returns what the undo needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.names import parse_name
from askwell.lib.text import clean, fold
from askwell.outreach.actions.targets import add_target, put_back, remove_target, take_up
from askwell.outreach.models import Target
from askwell.people.actions.errors import NobodyError
from askwell.people.actions.facts import put_tags
from askwell.people.actions.indexing import reindex
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person, archive_person, restore_person
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Organisation, Person, PersonTag, Tag


class NamelessTagError(Exception):
    """A tag needs a word."""


class NoEmployerError(Exception):
    """None of these people has an employer to aim at."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Targets that are now among this week's five; `new` of them were no targets before."""

    targets: tuple[UUID, ...]
    new: tuple[UUID, ...]


@transaction.atomic
def tag_people(*, workspace: Workspace, person_ids: Sequence[UUID], name: str) -> tuple[Tag, list[UUID]]:
    """The tag, and who did not bear it before. Raises NamelessTagError."""
    if not clean(name, limit=60):
        raise NamelessTagError
    key = fold(clean(name, limit=60))[:60]
    mine = Person.objects.of(workspace).filter(pk__in=person_ids)
    changed = list(mine.exclude(person_tags__tag__key=key).select_related("workspace"))
    for person in changed:
        put_tags(person, [name])
    reindex(workspace, [person.pk for person in changed])
    return Tag.objects.of(workspace).get(key=key), [person.pk for person in changed]


@transaction.atomic
def untag_people(*, workspace: Workspace, person_ids: Sequence[UUID], tag_id: UUID) -> None:
    """Undo of `tag_people`; a tag that nobody bears any more vanishes."""
    PersonTag.objects.of(workspace).filter(tag=tag_id, person__in=person_ids).delete()
    Tag.objects.of(workspace).filter(pk=tag_id, person_tags=None).delete()
    reindex(workspace, list(Person.objects.of(workspace).filter(pk__in=person_ids).values_list("pk", flat=True)))


@transaction.atomic
def archive_people(*, workspace: Workspace, person_ids: Sequence[UUID], now: datetime) -> list[UUID]:
    """Out of the lists, nothing lost; returns who was there until now."""
    there = Person.objects.of(workspace).filter(pk__in=person_ids, archived_at=None)
    ids = list(there.values_list("pk", flat=True))
    for person_id in ids:
        archive_person(workspace=workspace, person_id=person_id, now=now)
    return ids


@transaction.atomic
def restore_people(*, workspace: Workspace, person_ids: Sequence[UUID], now: datetime) -> list[UUID]:
    """Back from the archive; returns who was in it."""
    there = Person.objects.of(workspace).filter(pk__in=person_ids, archived_at__isnull=False)
    ids = list(there.values_list("pk", flat=True))
    for person_id in ids:
        restore_person(workspace=workspace, person_id=person_id, now=now)
    return ids


@transaction.atomic
def aim_at_employers(*, workspace: Workspace, person_ids: Sequence[UUID], now: datetime) -> TakenUp:
    """Make these people's employers targets among this week's five.

    Raises NoEmployerError, and FiveAlreadyError (changing nothing) when they do not all fit in.
    """
    employers = Organisation.objects.of(workspace).filter(roles__person__in=person_ids, roles__is_current=True)
    names = list(employers.order_by("name").distinct().values_list("name", flat=True))
    if not names:
        raise NoEmployerError
    added = [add_target(workspace=workspace, name=name, now=now) for name in names]
    idle = [target for target, _ in added if not target.is_active]
    for target in idle:
        take_up(workspace=workspace, target_id=target.pk)
    return TakenUp(tuple(target.pk for target in idle), tuple(target.pk for target, is_new in added if is_new))


@transaction.atomic
def stop_aiming(*, workspace: Workspace, taken_up: TakenUp, now: datetime) -> None:
    """Undo of `aim_at_employers`. Targets that are gone meanwhile stay so."""
    there = set(Target.objects.of(workspace).filter(pk__in=taken_up.targets).values_list("pk", flat=True))
    for target_id in there:
        put_back(workspace=workspace, target_id=target_id)
    for target_id in there & set(taken_up.new):
        remove_target(workspace=workspace, target_id=target_id, now=now)


@transaction.atomic
def keep_from_memory(*, workspace: Workspace, named: Sequence[tuple[str, TieKind]], now: datetime) -> list[UUID]:
    """A person for each name (in any script) that is not empty, with how the seeker knows them.

    Raises NobodyError when no name is given, or one is none.
    """
    lines = [(name, kind) for name, kind in named if name.strip()]
    if not lines:
        raise NobodyError
    return [_remember(workspace, name, kind, now).pk for name, kind in lines]


def _remember(workspace: Workspace, text: str, kind: TieKind, now: datetime) -> Person:
    name = parse_name(text)
    details = PersonDetails(given=name.given, family=name.family, native=name.native, nickname=name.nickname)
    facts = FirstFacts(tie_kind=kind.value, strength=Strength.GOOD.value)
    return add_person(workspace=workspace, details=details, facts=facts, now=now)
