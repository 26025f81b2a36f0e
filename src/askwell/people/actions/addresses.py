"""Ways to reach a person, each with how, when and from whom it came."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.phones import normalise_phone
from askwell.lib.text import clean
from askwell.lib.wechat import normalise_wechat
from askwell.people.actions.errors import UnreadableAddressError
from askwell.people.actions.facts import touched
from askwell.people.actions.indexing import reindex
from askwell.people.actions.stopping import settle_stops
from askwell.people.choices import ContactKind, Obtained
from askwell.people.models import ContactPoint, Person
from askwell.people.rules.duplicates import contact_key

_NORMALISE: dict[str, Callable[[str], str | None]] = {
    ContactKind.EMAIL: normalise_email,
    ContactKind.PHONE: normalise_phone,
    ContactKind.LINK: normalise_link,
    ContactKind.WECHAT: normalise_wechat,
}


class Addresses(Protocol):
    """How somebody can be reached, as typed."""

    @property
    def emails(self) -> Sequence[str]: ...
    @property
    def phones(self) -> Sequence[str]: ...
    @property
    def links(self) -> Sequence[str]: ...
    @property
    def wechat(self) -> str: ...
    @property
    def obtained(self) -> str: ...
    @property
    def obtained_from(self) -> str: ...


@transaction.atomic
def add_contact_point(
    *,
    workspace: Workspace,
    person_id: UUID,
    kind: str,
    value: str,
    obtained: str,
    obtained_on: date | None,
    now: datetime,
    obtained_from: str = "",
) -> ContactPoint:
    """A way to reach them, with how, when and from whom it came. Once more the same: that one, unchanged. Where it is
    an address of somebody who asked not to be contacted, the person is marked so.

    Raises UnreadableAddressError, Person.DoesNotExist.
    """
    person = touched(workspace, person_id, now)
    point = put_point(
        person, kind=kind, value=value, obtained=obtained, obtained_on=obtained_on, obtained_from=obtained_from
    )
    reindex(workspace, [person_id])
    settle_stops(workspace, [person_id], now)
    return point


@transaction.atomic
def set_obtained(
    *,
    workspace: Workspace,
    person_id: UUID,
    point_id: UUID,
    obtained: str,
    obtained_on: date | None,
    obtained_from: str,
    now: datetime,
) -> None:
    """Put right how, when and from whom an address came. Raises ContactPoint.DoesNotExist."""
    point = ContactPoint.objects.of(workspace).get(pk=point_id, person=person_id)
    point.obtained, point.obtained_on = Obtained(obtained).value, obtained_on
    point.obtained_from = clean(obtained_from, limit=120)
    point.save(update_fields=["obtained", "obtained_on", "obtained_from"])
    touched(workspace, person_id, now)


@transaction.atomic
def remove_contact_point(*, workspace: Workspace, person_id: UUID, point_id: UUID, now: datetime) -> None:
    """Forget an address. Raises ContactPoint.DoesNotExist."""
    ContactPoint.objects.of(workspace).get(pk=point_id, person=person_id).delete()
    touched(workspace, person_id, now)
    reindex(workspace, [person_id])


@transaction.atomic
def mark_dead(*, workspace: Workspace, person_id: UUID, email: str, since: datetime) -> None:
    """A letter to this address of theirs came back for good. One that is not theirs (any more) changes nothing."""
    _points_at(workspace, person_id, email).filter(dead_at=None).update(dead_at=since)


@transaction.atomic
def mark_alive(*, workspace: Workspace, person_id: UUID, email: str) -> None:
    """Take `mark_dead` back: it was none, or they wrote from there."""
    _points_at(workspace, person_id, email).update(dead_at=None)


def _points_at(workspace: Workspace, person_id: UUID, email: str) -> "QuerySet[ContactPoint]":
    key = contact_key(ContactKind.EMAIL, email)
    return ContactPoint.objects.of(workspace).filter(person=person_id, kind=ContactKind.EMAIL, key=key)


def put_points(person: Person, addresses: Addresses, now: datetime) -> None:
    typed = [(ContactKind.EMAIL, value) for value in addresses.emails]
    typed += [(ContactKind.PHONE, value) for value in addresses.phones]
    typed += [(ContactKind.LINK, value) for value in addresses.links]
    typed += [(ContactKind.WECHAT, addresses.wechat)] if addresses.wechat else []
    today = day_in(person.workspace, now) if typed else None
    for kind, value in typed:
        put_point(
            person, kind=kind, value=value, obtained=addresses.obtained, obtained_on=today,
            obtained_from=addresses.obtained_from,
        )  # fmt: skip


def put_point(
    person: Person, *, kind: str, value: str, obtained: str, obtained_on: date | None, obtained_from: str = ""
) -> ContactPoint:
    normal = _NORMALISE[ContactKind(kind)](value)
    if normal is None or len(normal) > 320:
        raise UnreadableAddressError(kind)
    point, _ = ContactPoint.objects.of(person.workspace).get_or_create(
        workspace=person.workspace,
        person=person,
        kind=ContactKind(kind).value,
        key=contact_key(kind, normal)[:320],
        defaults={
            "value": normal,
            "obtained": Obtained(obtained).value,
            "obtained_on": obtained_on,
            "obtained_from": clean(obtained_from, limit=120),
        },
    )
    return point
