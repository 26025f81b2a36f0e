"""Not to be contacted: said once, it holds for every address, and outlives the person's erasure.

`people.StoppedAddress` keeps salted hashes of what somebody who asked to be left alone can be known by. They are
written when contact is stopped and when such a person gets another address, and deleted when they changed their
mind, as far as nobody else who asked is known by them. Erasing a person keeps them.
"""

import secrets
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.people.choices import STOPPED_BEFORE, ContactKind
from askwell.people.models import ContactPoint, Person, Role, StoppedAddress, contact_allowed, contact_stopped
from askwell.people.rules.duplicates import Key, contact_key
from askwell.people.rules.stopping import (
    Called,
    Stopped,
    are_others,
    asked_signs,
    digest_of,
    kept_signs,
    mailbox_key,
)


def stopped_of(workspace: Workspace) -> Stopped:
    """Everyone of the workspace who asked not to be contacted, as hashes."""
    digests: dict[str, set[str]] = defaultdict(set)
    for salt, digest in StoppedAddress.objects.of(workspace).values_list("salt", "digest"):
        digests[salt].add(digest)
    return Stopped(digests)


@transaction.atomic
def stop_contacting(
    *, workspace: Workspace, person_id: UUID, why: str, now: datetime, since: datetime | None = None
) -> None:
    """They asked not to be contacted, now or at an earlier moment (`since`): nobody of the workspace writes to them
    again. Raises Person.DoesNotExist."""
    said = {"do_not_contact_at": since or now, "do_not_contact_why": clean(why, limit=200)}
    _mark(workspace, person_id, now, contact_allowed=None, **said)
    settle_stops(workspace, [person_id], now)
    contact_stopped.send(Person, workspace=workspace, person_id=person_id, now=now)


@transaction.atomic
def allow_contacting(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Undo `stop_contacting`: it was a mistake, or they changed their mind. What others who asked are known by as
    well stays remembered, and does not mark this person again. Raises Person.DoesNotExist."""
    _mark(workspace, person_id, now, do_not_contact_at=None, do_not_contact_why="")
    theirs, others = digests_of(workspace, [person_id]), _kept_of_stopped(workspace)
    StoppedAddress.objects.of(workspace).filter(digest__in=theirs - others).delete()
    Person.objects.of(workspace).filter(pk=person_id).update(contact_allowed=sorted(theirs & others) or None)
    contact_allowed.send(Person, workspace=workspace, person_id=person_id, now=now)


@transaction.atomic
def stop_address(*, workspace: Workspace, email: str, why: str, now: datetime) -> None:
    """Whoever is reached there wants no more mail: all persons with that address are not to be contacted, undone as
    for each. Where it is nobody's, it is remembered for whoever comes with it. Once more changes nothing."""
    key = contact_key(ContactKind.EMAIL, email)
    theirs = Person.objects.of(workspace).filter(contact_points__kind=ContactKind.EMAIL, contact_points__key=key)
    known = dict(theirs.values_list("id", "do_not_contact_at"))
    for person_id in [key for key, at in known.items() if at is None]:
        stop_contacting(workspace=workspace, person_id=person_id, why=why, now=now)
    if not known and not stopped_of(workspace).knows([_mailbox(email)]):
        _remember(workspace, {_mailbox(email)}, now)


def is_stopped(workspace: Workspace, email: str) -> bool:
    """Whether nobody is to be written to at this address."""
    asked = Person.objects.of(workspace).filter(do_not_contact_at__isnull=False)
    key = contact_key(ContactKind.EMAIL, email)
    if asked.filter(contact_points__kind=ContactKind.EMAIL, contact_points__key=key).exists():
        return True
    return stopped_of(workspace).knows([_mailbox(email)])


def _mailbox(email: str) -> Key:
    return ContactKind.EMAIL.value, mailbox_key(email)


def settle_stops(workspace: Workspace, person_ids: Collection[UUID], now: datetime) -> list[UUID]:
    """Call it in the same transaction when persons came or got another address, name or employer, by hand, by a file
    or by a merge.

    Who is not to be contacted has all addresses remembered; who is known by an address of somebody who asked before
    is marked as not to be contacted. Returns those marked now. Two queries where nobody ever asked.
    """
    rows = Person.objects.of(workspace).filter(id__in=person_ids)
    people, may = {}, {}
    for person_id, at, allowed in rows.values_list("id", "do_not_contact_at", "contact_allowed"):
        people[person_id], may[person_id] = at, frozenset(allowed or ())
    known = stopped_of(workspace)
    if not known and not any(people.values()):
        return []
    signs = _signs(workspace, list(people))
    asked = [key for key, at in people.items() if at is None and known.knows(signs[key].asked, may[key])]
    held = [person_id for person_id, at in people.items() if at]
    _remember(workspace, {sign for person_id in held + asked for sign in signs[person_id].kept}, now)
    for person_id in asked:
        _mark(workspace, person_id, now, do_not_contact_at=now, do_not_contact_why=STOPPED_BEFORE)
        contact_stopped.send(Person, workspace=workspace, person_id=person_id, now=now)
    return asked


def digests_of(workspace: Workspace, person_ids: Collection[UUID]) -> set[str]:
    """All by which these persons could be remembered."""
    salts = set(StoppedAddress.objects.of(workspace).values_list("salt", flat=True))
    signs = {sign for theirs in _signs(workspace, person_ids).values() for sign in (*theirs.asked, *theirs.kept)}
    return {digest_of(salt, sign) for salt in salts for sign in signs}


def _kept_of_stopped(workspace: Workspace) -> set[str]:
    """What has to stay remembered for the persons who are there and not to be contacted."""
    stopped = Person.objects.of(workspace).filter(do_not_contact_at__isnull=False)
    salts = set(StoppedAddress.objects.of(workspace).values_list("salt", flat=True))
    signs = {
        sign for theirs in _signs(workspace, stopped.values_list("id", flat=True)).values() for sign in theirs.kept
    }
    return {digest_of(salt, sign) for salt in salts for sign in signs}


def take_stops_back(
    workspace: Workspace, person_ids: Collection[UUID], before: Collection[str], *, since: datetime, now: datetime
) -> None:
    """Call it in the same transaction when what came to persons since then is taken back, a card, a file, or that
    they were one: what was only remembered because of it is forgotten. `before`: `digests_of` those who had it."""
    asked = Person.objects.of(workspace).filter(do_not_contact_at__isnull=False)
    stopped = set(asked.values_list("id", flat=True))
    settle_stops(workspace, stopped & set(person_ids), now)
    no_more = {*before, *digests_of(workspace, set(person_ids) - stopped)} - digests_of(workspace, stopped)
    StoppedAddress.objects.of(workspace).filter(digest__in=no_more, stopped_at__gte=since).delete()


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
    """The salt of the workspace's first row, a new one where there is none. Two first rows at once may bring two
    salts: each row is read with its own."""
    first = StoppedAddress.objects.of(workspace).order_by("id").values_list("salt", flat=True).first()
    return first or secrets.token_hex(16)


class _Signs(NamedTuple):
    """By what somebody is known, and what is kept of them once they asked."""

    asked: list[Key]
    kept: list[Key]


def _signs(workspace: Workspace, person_ids: Collection[UUID]) -> dict[UUID, _Signs]:
    points: dict[UUID, list[Key]] = defaultdict(list)
    held = ContactPoint.objects.of(workspace).filter(person__in=person_ids)
    for person_id, kind, value in held.values_list("person_id", "kind", "value"):
        points[person_id].append((kind, value))
    employers: dict[UUID, list[str]] = defaultdict(list)
    roles = Role.objects.of(workspace).filter(person__in=person_ids, organisation__isnull=False)
    for person_id, name in roles.values_list("person_id", "organisation__name"):
        employers[person_id].append(name or "")
    people = Person.objects.of(workspace).filter(id__in=person_ids)
    called = _called(people)
    shared = _shared(workspace, called)
    sure = set(
        people.exclude(do_not_contact_at=None).exclude(do_not_contact_why=STOPPED_BEFORE).values_list("id", flat=True)
    )
    found: dict[UUID, _Signs] = {}
    for person_id, whose in called.items():
        facts = (whose, points[person_id], employers[person_id], shared[person_id])
        kept = kept_signs(*facts, asked_before=person_id not in sure)
        found[person_id] = _Signs(list(asked_signs(*facts)), list(kept))
    return found


def _shared(workspace: Workspace, called: dict[UUID, Called]) -> dict[UUID, set[str]]:
    """Mailboxes of these persons that somebody of quite another name has too: an office's, whatever it looks like."""
    mailboxes = ContactPoint.objects.of(workspace).filter(kind=ContactKind.EMAIL)
    theirs = mailboxes.filter(key__in=mailboxes.filter(person__in=called).values("key"))
    holders: dict[str, set[UUID]] = defaultdict(set)
    for person_id, key in theirs.values_list("person_id", "key"):
        holders[key].add(person_id)
    several = {key: some for key, some in holders.items() if len(some) > 1}
    names = _called(Person.objects.of(workspace).filter(id__in={one for some in several.values() for one in some}))
    shared: dict[UUID, set[str]] = defaultdict(set)
    for key, some in several.items():
        for one in some & called.keys():
            if any(are_others(names[one], names[other]) for other in some):
                shared[one].add(mailbox_key(key))
    return shared


def _called(people: QuerySet[Person]) -> dict[UUID, Called]:
    names = people.values_list("id", "given_name", "family_name", "native_name")
    return {person_id: Called(*name) for person_id, *name in names}
