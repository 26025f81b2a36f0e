"""Persons as address books and spreadsheets take them, and as Askwell takes them back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Note, Person, PersonTag, Role, Tie
from askwell.protocols.contacts.own import Note as OwnNote
from askwell.protocols.contacts.own import OwnFacts, Point, own_to_text
from askwell.protocols.contacts.own import Role as OwnRole
from askwell.protocols.contacts.own import Tie as OwnTie
from askwell.protocols.vcard_out import CardPerson

AT_ONCE = 1000
PERSON = (
    "id", "given_name", "family_name", "native_name", "nickname", "credentials", "place", "languages", "time_zone",
    "keeps_lunar_new_year", "updated_at", "known_since", "do_not_contact_at", "do_not_contact_why", "archived_at",
)  # fmt: skip


@dataclass(slots=True)
class Hung:
    """What hangs on one person, each in the order in which it was recorded."""

    points: list[Point] = field(default_factory=list)
    roles: list[OwnRole] = field(default_factory=list)
    ties: list[OwnTie] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[OwnNote] = field(default_factory=list)

    def of(self, kind: ContactKind) -> tuple[str, ...]:
        """Addresses of this kind, as recorded."""
        return tuple(value for one, value, *_ in self.points if one == kind)

    @property
    def role(self) -> tuple[str, str]:
        """Title and organisation of the current role recorded last."""
        return next((role[:2] for role in reversed(self.roles) if role[4]), ("", ""))

    @property
    def past(self) -> list[OwnRole]:
        """What they did before."""
        return [role for role in self.roles if not role[4]]


@dataclass(frozen=True, slots=True)
class Kept:
    """One person as columns, with what hangs on them."""

    row: dict[str, Any]
    hung: Hung


def everyone(workspace: Workspace) -> list[UUID]:
    """All persons, archived ones too, by name."""
    return list(Person.objects.of(workspace).order_by("sort_key", "id").values_list("id", flat=True))


def to_hand_on(workspace: Workspace, ids: Sequence[UUID]) -> list[UUID]:
    """Those of these persons whose addresses may be handed on, in this order: nobody who asked not to be contacted,
    unless it is the only one."""
    asked = asked_among(workspace, ids) if len(ids) > 1 else set()
    return [key for key in ids if key not in asked]


def asked_among(workspace: Workspace, ids: Sequence[UUID]) -> set[UUID]:
    """Those of these persons who asked not to be contacted."""
    asked = Person.objects.of(workspace).filter(id__in=ids, do_not_contact_at__isnull=False)
    return set(asked.values_list("id", flat=True))


def how_many(workspace: Workspace) -> int:
    """All persons, archived ones too."""
    return Person.objects.of(workspace).count()


def kept(workspace: Workspace, ids: Sequence[UUID]) -> Iterator[Kept]:
    """Those of these persons who are of the workspace, in this order; six queries for each thousand."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        rows = {row["id"]: row for row in Person.objects.of(workspace).filter(id__in=some).values(*PERSON)}
        hung = _hung(workspace, some)
        yield from (Kept(rows[key], hung[key]) for key in some if key in rows)


def card(one: Kept, *, whole: bool, asked: str = "") -> CardPerson:
    """The person as a vCard takes them. `whole`: with notes and what Askwell needs to take them back; else as it may
    be handed on to others, with `asked` for a note on somebody who asked not to be contacted."""
    row, hung = one.row, one.hung
    title, organisation = hung.role
    stopped = asked if row["do_not_contact_at"] else ""
    return CardPerson(
        uid=str(row["id"]) if whole else "",
        given=row["given_name"],
        family=row["family_name"],
        native=row["native_name"],
        nickname=row["nickname"],
        credentials=row["credentials"],
        emails=hung.of(ContactKind.EMAIL),
        phones=hung.of(ContactKind.PHONE),
        links=hung.of(ContactKind.LINK),
        wechat=hung.of(ContactKind.WECHAT),
        organisation=organisation,
        title=title,
        place=row["place"],
        note="\n\n".join(text for text, _ in hung.notes) if whole else stopped,
        tags=tuple(hung.tags) if whole else (),
        languages=tuple(row["languages"].split()),
        changed=row["updated_at"],
        own=own_text(one) if whole else "",
    )


def own_text(one: Kept) -> str:
    """Everything of the person that people holds, for Askwell to read back."""
    row, hung = one.row, one.hung
    return own_to_text(
        OwnFacts(
            person=str(row["id"]),
            given=row["given_name"],
            family=row["family_name"],
            native=row["native_name"],
            nickname=row["nickname"],
            credentials=row["credentials"],
            languages=row["languages"],
            place=row["place"],
            time_zone=row["time_zone"],
            known_since=_iso(row["known_since"]),
            stopped=_iso(row["do_not_contact_at"]),
            stopped_why=row["do_not_contact_why"],
            keeps_lunar_new_year=row["keeps_lunar_new_year"],
            tags=tuple(hung.tags),
            points=tuple(hung.points),
            roles=tuple(hung.roles),
            ties=tuple(hung.ties),
            notes=tuple(hung.notes),
        )
    )


def _hung(workspace: Workspace, ids: Sequence[UUID]) -> dict[UUID, Hung]:
    found: dict[UUID, Hung] = defaultdict(Hung)
    points = _of(ContactPoint.objects.of(workspace), ids, "kind", "value", "obtained", "obtained_on", "obtained_from")
    for person_id, kind, value, how, on, whom in points:
        found[person_id].points.append((kind, value, how, _iso(on), whom))
    roles = _of(Role.objects.of(workspace), ids, "title", "organisation__name", "started_on", "ended_on", "is_current")
    for person_id, title, organisation, started, ended, is_current in roles:
        found[person_id].roles.append((title, organisation or "", _iso(started), _iso(ended), is_current))
    for person_id, *tie in _of(Tie.objects.of(workspace), ids, "kind", "strength", "how_met"):
        found[person_id].ties.append((tie[0], tie[1], tie[2]))
    for person_id, name in _of(PersonTag.objects.of(workspace), ids, "tag__name"):
        found[person_id].tags.append(name)
    for person_id, text, written_at in _of(Note.objects.of(workspace), ids, "text", "written_at"):
        found[person_id].notes.append((text, _iso(written_at)))
    return found


def _of(rows: "QuerySet[Any, Any]", ids: Sequence[UUID], *columns: str) -> "QuerySet[Any, Any]":
    return rows.filter(person__in=ids).order_by("id").values_list("person_id", *columns)


def _iso(value: date | datetime | None) -> str:
    return value.isoformat() if value else ""
