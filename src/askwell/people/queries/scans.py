"""Reads of business cards: those that wait, one with its pictures, whom it may belong to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.names import PersonName, latin_name
from askwell.people.choices import ContactKind, ScanState
from askwell.people.models import CardPicture, CardScan, ContactPoint, Organisation, Person, Role
from askwell.people.queries.rows import PersonRow, rows_of
from askwell.people.rules.cards.proposing import Proposal, propose
from askwell.people.rules.cards.stored import fields_from_json
from askwell.people.rules.duplicates import contact_key, is_stand_in
from askwell.people.rules.linkage.naming import NameLevel, name_level
from askwell.people.rules.names import NameKey, name_key
from askwell.people.rules.organisations import organisation_keys

WAITING = (ScanState.READING, ScanState.READY, ScanState.REFUSED)
LISTED = 200
MATCHES = 3


@dataclass(frozen=True, slots=True)
class CardLine:
    """One card in a list: `name` as it was read, Latin and Chinese; `picture_id` of its front once it is cleaned."""

    id: UUID
    batch: UUID
    position: int
    state: str
    error: str
    filename: str
    created_at: datetime
    latin: str
    native: str
    picture_id: UUID | None


@dataclass(frozen=True, slots=True)
class Side:
    """One cleaned picture of a card, in pixels."""

    id: UUID
    number: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be on the card, and why: `email`, `phone`, `link`, `name` or `name_employer`. `same_name`: the
    card's name can be theirs."""

    id: UUID
    latin: str
    native: str
    title: str
    organisation: str
    why: str
    same_name: bool

    @property
    def is_likely(self) -> bool:
        """Whether adding the card to them is what the seeker will want: colleagues share a telephone, families an
        address."""
        return self.same_name and self.why != "name"


def card_scan(workspace: Workspace, scan_id: UUID) -> CardScan:
    """One card, with its event and person. Raises CardScan.DoesNotExist."""
    return CardScan.objects.of(workspace).select_related("event", "person").get(pk=scan_id)


def sides_of(workspace: Workspace, scan_id: UUID) -> list[Side]:
    """Its pictures, those that are cleaned; without their bytes."""
    pictures = CardPicture.objects.of(workspace).filter(scan=scan_id, width__gt=0).order_by("side")
    return [Side(*values) for values in pictures.values_list("id", "side", "width", "height")]


def picture_data(workspace: Workspace, picture_id: UUID) -> bytes:
    """The cleaned JPEG. Raises CardPicture.DoesNotExist, also for one that nobody has looked at yet."""
    picture = CardPicture.objects.of(workspace).filter(width__gt=0).only("data").get(pk=picture_id)
    return bytes(picture.data)


def waiting_cards(workspace: Workspace) -> list[CardLine]:
    """Cards that wait to be read or confirmed, or were refused: the latest batch first. Two queries."""
    return _lines(workspace, _waiting(workspace).order_by("-batch", "position")[:LISTED])


def batch_of(workspace: Workspace, batch: UUID) -> list[CardLine]:
    """The cards that came together, in their order. Two queries."""
    return _lines(workspace, CardScan.objects.of(workspace).filter(batch=batch).order_by("position"))


def cards_of_event(workspace: Workspace, event_id: UUID) -> list[CardLine]:
    """Cards that were given at an event, the latest first, without those left out. Two queries."""
    there = CardScan.objects.of(workspace).filter(event=event_id).exclude(state=ScanState.LEFT_OUT)
    return _lines(workspace, there.order_by("-batch", "position")[:LISTED])


def cards_of_person(workspace: Workspace, person_id: UUID) -> list[tuple[UUID, list[Side]]]:
    """The cards that are kept with a person, the newest first: the card's id and its pictures, the front first."""
    found: dict[UUID, list[Side]] = {}
    for scan_id, *side in _of_person(workspace, person_id):
        found.setdefault(scan_id, []).append(Side(*side))
    return list(found.items())


@prepared
def _of_person(workspace: Workspace, person_id: UUID) -> "QuerySet[Any, Any]":
    kept = CardPicture.objects.of(workspace).filter(scan__person=person_id, scan__state=ScanState.KEPT, width__gt=0)
    return kept.order_by("-scan_id", "side").values_list("scan_id", "id", "side", "width", "height")


def _waiting(workspace: Workspace) -> QuerySet[CardScan]:
    return CardScan.objects.of(workspace).filter(state__in=WAITING)


def _lines(workspace: Workspace, scans: QuerySet[CardScan]) -> list[CardLine]:
    names = ("id", "batch", "position", "state", "error", "filename", "created_at", "fields")
    rows: list[tuple[Any, ...]] = list(scans.values_list(*names))
    fronts = CardPicture.objects.of(workspace).filter(scan__in=[row[0] for row in rows], side=0, width__gt=0)
    pictures = dict(fronts.values_list("scan_id", "id"))
    return [_line(row, pictures.get(row[0])) for row in rows]


def _line(row: tuple[Any, ...], picture_id: UUID | None) -> CardLine:
    return CardLine(*(*row[:7], _said(row[7], "name"), _said(row[7], "name_zh"), picture_id))


def _said(fields: dict[str, Any], name: str) -> str:
    reading = fields.get(name)
    return str(reading.get("value", "")) if isinstance(reading, dict) else ""


def likely_owners(workspace: Workspace, proposal: Proposal) -> list[Match]:
    """People of the seeker's who may be on the card: by an address first, then by name. At most three."""
    found = dict(_by_address(workspace, proposal))
    named = _by_name(workspace, proposal)
    ids = list(dict.fromkeys([*found, *named]))[:MATCHES]
    said = (proposal.organisation, proposal.organisation_zh)
    employers = {key for one in said if one for key in organisation_keys(one.value)}
    theirs = _employers(workspace, ids)
    whys = {key: found.get(key) or ("name_employer" if employers & theirs.get(key, set()) else "name") for key in ids}
    called = name_key(_name_on(proposal))
    return [
        Match(row.id, row.latin, row.native, row.title, row.organisation, whys[row.id], _can_be(called, row))
        for row in rows_of(workspace, ids).values()
    ]


def _name_on(proposal: Proposal) -> PersonName:
    given, family, native = (part.value if part else "" for part in (proposal.given, proposal.family, proposal.native))
    return PersonName(given, family, native)


def _can_be(called: NameKey, row: PersonRow) -> bool:
    """Whether this name can be the person's, or either has none: the given name agrees at least."""
    theirs = name_key(PersonName(row.given, row.family, row.native))
    named = called.given or called.family or called.native
    return not named or is_stand_in(row.given) or name_level((called,), (theirs,)) >= NameLevel.GIVEN


def _by_address(workspace: Workspace, proposal: Proposal) -> list[tuple[UUID, str]]:
    wanted = Q(pk=None)
    for kind, key in _address_keys(proposal):
        wanted |= Q(kind=kind, key=key)
    points = ContactPoint.objects.of(workspace).filter(wanted).order_by("kind", "id")
    rows = points.values_list("person_id", "kind")[: 4 * MATCHES]
    return list({person_id: (person_id, kind) for person_id, kind in reversed(rows)}.values())


def _by_name(workspace: Workspace, proposal: Proposal) -> list[UUID]:
    name = _name_on(proposal)
    wanted = Q()
    if name.given and name.family:
        wanted = Q(given_name__iexact=name.given, family_name__iexact=name.family)
    if name.native:
        wanted |= Q(native_name=name.native)
    if not wanted:
        return []
    people = Person.objects.of(workspace).filter(wanted).order_by("archived_at", "id")
    return list(people.values_list("id", flat=True)[:MATCHES])


def _employers(workspace: Workspace, ids: list[UUID]) -> dict[UUID, set[str]]:
    roles = Role.objects.of(workspace).filter(person__in=ids, organisation__isnull=False)
    found: dict[UUID, set[str]] = {}
    for person_id, key in roles.values_list("person_id", "organisation__key"):
        found.setdefault(person_id, set()).add(key)
    return found


def waiting_cards_of(workspace: Workspace, person_id: UUID) -> list[CardLine]:
    """Cards that nobody has kept yet and that may be this person's: by an address, or by their name. Five queries."""
    person = Person.objects.of(workspace).get(pk=person_id)
    points = ContactPoint.objects.of(workspace).filter(person=person_id)
    keys = {(kind, key) for kind, key in points.values_list("kind", "key")}
    called = name_key(PersonName(person.given_name, person.family_name, person.native_name))
    unkept = CardScan.objects.of(workspace).filter(state__in=(*WAITING, ScanState.LEFT_OUT), person=None)
    theirs = [
        key
        for key, fields in unkept.values_list("id", "fields")
        if _may_be(propose(fields_from_json(fields)), called, keys)
    ]
    return _lines(workspace, unkept.filter(pk__in=theirs).order_by("-batch", "position"))


def _may_be(proposal: Proposal, called: NameKey, keys: set[tuple[str, str]]) -> bool:
    if not keys.isdisjoint(_address_keys(proposal)):
        return True
    name = _name_on(proposal)
    return any((name.given, name.family, name.native)) and name_level((called,), (name_key(name),)) > NameLevel.GIVEN


def _address_keys(proposal: Proposal) -> set[tuple[str, str]]:
    """What the card's addresses are known by, as (kind, key); of links only profiles tell who somebody is."""
    emails = {(ContactKind.EMAIL.value, normalise_email(one.value)) for one in proposal.emails}
    links = {(ContactKind.LINK.value, normalise_link(one.value)) for one in proposal.links}
    phones = {(ContactKind.PHONE.value, one.value) for one in proposal.phones}
    keyed = {(kind, contact_key(ContactKind(kind), key)) for kind, key in emails | links if key}
    return phones | {(kind, key) for kind, key in keyed if kind != ContactKind.LINK or key.startswith("linkedin:")}


def colleagues_at(workspace: Workspace, organisation: str) -> list[tuple[UUID, str, str]]:
    """Up to three people known at an employer, as (id, Latin name, native name)."""
    keys = organisation_keys(organisation) if organisation else ()
    there = Organisation.objects.of(workspace).filter(key__in=keys)
    roles = Role.objects.of(workspace).filter(organisation__in=there, is_current=True, person__archived_at=None)
    names = ("person__given_name", "person__family_name", "person__native_name")
    rows = roles.order_by("person_id").values_list("person_id", *names)[:3]
    return [(key, latin_name(given, family, native), native) for key, given, family, native in rows]
