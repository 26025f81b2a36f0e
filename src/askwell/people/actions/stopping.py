"""Not to be contacted: said once, it holds for every address, and outlives the person's erasure.

`people.StoppedAddress` keeps salted hashes of what somebody who asked to be left alone can be known by. They are
written when contact is stopped and when such a person gets another address, and deleted when they changed their
mind. Erasing a person keeps them.
"""

import secrets
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.people.choices import STOPPED_BEFORE
from askwell.people.models import ContactPoint, Person, Role, StoppedAddress, contact_allowed, contact_stopped
from askwell.people.rules.duplicates import Key, is_stand_in
from askwell.people.rules.stopping import Stopped, address_signs, digest_of, name_signs


def stopped_of(workspace: Workspace) -> Stopped:
    """Everyone of the workspace who asked not to be contacted, as hashes."""
    rows = list(StoppedAddress.objects.of(workspace).order_by("id").values_list("salt", "digest"))
    return Stopped(rows[0][0], (digest for _, digest in rows)) if rows else Stopped()


@transaction.atomic
def stop_contacting(*, workspace: Workspace, person_id: UUID, why: str, now: datetime) -> None:
    """They asked not to be contacted: nobody of the workspace writes to them again. Raises Person.DoesNotExist."""
    _mark(workspace, person_id, now, do_not_contact_at=now, do_not_contact_why=clean(why, limit=200))
    settle_stops(workspace, [person_id], now)
    contact_stopped.send(Person, workspace=workspace, person_id=person_id, now=now)


@transaction.atomic
def allow_contacting(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Undo `stop_contacting`: it was a mistake, or they changed their mind. Raises Person.DoesNotExist."""
    _mark(workspace, person_id, now, do_not_contact_at=None, do_not_contact_why="")
    salt = _salt_of(workspace)
    signs = _signs(workspace, [person_id])[person_id]
    digests = [digest_of(salt, sign) for sign in (*signs.addresses, *signs.names)]
    StoppedAddress.objects.of(workspace).filter(digest__in=digests).delete()
    contact_allowed.send(Person, workspace=workspace, person_id=person_id, now=now)


def settle_stops(workspace: Workspace, person_ids: Collection[UUID], now: datetime) -> list[UUID]:
    """Call it in the same transaction when persons came or got another address, by hand, by a file or by a merge.

    Who is not to be contacted has all addresses remembered; who is known by an address of somebody who asked before
    is marked as not to be contacted. Returns those marked now. Two queries where nobody ever asked.
    """
    people = dict(Person.objects.of(workspace).filter(id__in=person_ids).values_list("id", "do_not_contact_at"))
    known = stopped_of(workspace)
    if not known and not any(people.values()):
        return []
    signs = _signs(workspace, list(people))
    asked = [key for key, at in people.items() if at is None and known.knows(signs[key].addresses + signs[key].names)]
    held = [person_id for person_id, at in people.items() if at]
    _remember(workspace, {sign for person_id in held + asked for sign in signs[person_id].kept}, now)
    for person_id in asked:
        _mark(workspace, person_id, now, do_not_contact_at=now, do_not_contact_why=STOPPED_BEFORE)
        contact_stopped.send(Person, workspace=workspace, person_id=person_id, now=now)
    return asked


def digests_of(workspace: Workspace, person_ids: Collection[UUID]) -> set[str]:
    """All by which these persons could be remembered."""
    salt, signs = _salt_of(workspace), _signs(workspace, person_ids)
    return {digest_of(salt, sign) for theirs in signs.values() for sign in (*theirs.addresses, *theirs.names)}


def part_stops(workspace: Workspace, person_ids: Collection[UUID], as_one: Collection[str], now: datetime) -> None:
    """Call it in the same transaction when persons were one and are two again: what was only remembered because they
    were one is forgotten. `as_one`: `digests_of` the one they were."""
    people = dict(Person.objects.of(workspace).filter(id__in=person_ids).values_list("id", "do_not_contact_at"))
    free = [person_id for person_id, at in people.items() if at is None]
    digests = {*as_one, *digests_of(workspace, free)}
    if not StoppedAddress.objects.of(workspace).filter(digest__in=digests).delete()[0]:
        return
    keys = ContactPoint.objects.of(workspace).filter(person__in=person_ids).values("key")
    others = ContactPoint.objects.of(workspace).filter(key__in=keys, person__do_not_contact_at__isnull=False)
    settle_stops(workspace, {*others.values_list("person_id", flat=True), *people} - set(free), now)


def _mark(workspace: Workspace, person_id: UUID, now: datetime, **values: object) -> None:
    mine = Person.objects.of(workspace).filter(pk=person_id)
    if mine.update(**values, version=F("version") + 1, updated_at=now) != 1:
        raise Person.DoesNotExist


def _remember(workspace: Workspace, signs: Collection[Key], now: datetime) -> None:
    salt = _salt_of(workspace)
    rows = [
        StoppedAddress(workspace=workspace, salt=salt, digest=digest_of(salt, sign), stopped_at=now) for sign in signs
    ]
    StoppedAddress.objects.bulk_create(rows, ignore_conflicts=True)


def _salt_of(workspace: Workspace) -> str:
    """The workspace's own salt; a new one where there is none."""
    first = StoppedAddress.objects.of(workspace).order_by("id").values_list("salt", flat=True).first()
    return first or secrets.token_hex(16)


class _Signs(NamedTuple):
    """What somebody can be known by."""

    addresses: list[Key]
    names: list[Key]

    @property
    def kept(self) -> list[Key]:
        """A name is only kept of somebody without an address: others may bear it."""
        return self.addresses or self.names


def _signs(workspace: Workspace, person_ids: Collection[UUID]) -> dict[UUID, _Signs]:
    points: dict[UUID, list[Key]] = defaultdict(list)
    held = ContactPoint.objects.of(workspace).filter(person__in=person_ids)
    for person_id, kind, value in held.values_list("person_id", "kind", "value"):
        points[person_id].append((kind, value))
    employers: dict[UUID, list[str]] = defaultdict(list)
    roles = Role.objects.of(workspace).filter(person__in=person_ids, organisation__isnull=False)
    for person_id, name in roles.values_list("person_id", "organisation__name"):
        employers[person_id].append(name or "")
    found: dict[UUID, _Signs] = {}
    people = Person.objects.of(workspace).filter(id__in=person_ids)
    for person_id, given, family, native in people.values_list("id", "given_name", "family_name", "native_name"):
        names = ("" if is_stand_in(given) else f"{given} {family}", native)
        theirs = points[person_id]
        at = name_signs(names, employers[person_id], alone=not theirs)
        found[person_id] = _Signs(list(address_signs(theirs, names)), list(at))
    return found
