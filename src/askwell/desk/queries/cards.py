"""Persons as address books and spreadsheets take them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Note, Person, PersonTag, Role, Tie
from askwell.protocols.vcard_out import CardPerson

PERSON = (
    "id", "given_name", "family_name", "native_name", "nickname", "place", "languages", "updated_at",
    "known_since", "do_not_contact_at", "archived_at",
)  # fmt: skip


@dataclass(slots=True)
class Hung:
    """What hangs on one person."""

    points: dict[str, list[str]] = field(default_factory=dict)
    roles: list[tuple[str, str]] = field(default_factory=list)
    ties: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def of(self, kind: ContactKind) -> tuple[str, ...]:
        """Addresses of this kind, as recorded."""
        return tuple(self.points.get(kind, ()))

    @property
    def role(self) -> tuple[str, str]:
        """Title and organisation of the current role recorded last."""
        return self.roles[-1] if self.roles else ("", "")


@dataclass(frozen=True, slots=True)
class Kept:
    """One person as columns, with what hangs on them."""

    row: dict[str, Any]
    hung: Hung


def kept(workspace: Workspace, only: Collection[UUID] | None = None) -> list[Kept]:
    """All persons, or only these, by name; six queries."""
    people = Person.objects.of(workspace)
    if only is not None:
        people = people.filter(pk__in=only)
    hung = _hung(workspace, only)
    nothing = Hung()
    return [Kept(row, hung.get(row["id"], nothing)) for row in people.order_by("sort_key", "id").values(*PERSON)]


def card(one: Kept, *, with_notes: bool) -> CardPerson:
    """The person as a vCard takes them; notes are the seeker's own and only go where they are asked for."""
    row, hung = one.row, one.hung
    title, organisation = hung.role
    return CardPerson(
        uid=str(row["id"]),
        given=row["given_name"],
        family=row["family_name"],
        native=row["native_name"],
        nickname=row["nickname"],
        emails=hung.of(ContactKind.EMAIL),
        phones=hung.of(ContactKind.PHONE),
        links=hung.of(ContactKind.LINK),
        wechat=next(iter(hung.of(ContactKind.WECHAT)), ""),
        organisation=organisation,
        title=title,
        place=row["place"],
        note="\n\n".join(hung.notes) if with_notes else "",
        tags=tuple(hung.tags),
        languages=tuple(row["languages"].split()),
        changed=row["updated_at"],
    )


def _hung(workspace: Workspace, only: Collection[UUID] | None) -> dict[UUID, Hung]:
    found: dict[UUID, Hung] = defaultdict(Hung)
    for person_id, kind, value in _of(ContactPoint.objects.of(workspace), only, "kind", "value"):
        found[person_id].points.setdefault(kind, []).append(value)
    roles = Role.objects.of(workspace).filter(is_current=True)
    for person_id, title, organisation in _of(roles, only, "title", "organisation__name"):
        found[person_id].roles.append((title, organisation or ""))
    for person_id, kind in _of(Tie.objects.of(workspace), only, "kind"):
        found[person_id].ties.append(kind)
    for person_id, name in _of(PersonTag.objects.of(workspace), only, "tag__name"):
        found[person_id].tags.append(name)
    for person_id, text in _of(Note.objects.of(workspace), only, "text"):
        found[person_id].notes.append(text)
    return found


def _of(rows: "QuerySet[Any, Any]", only: Collection[UUID] | None, *columns: str) -> Iterable[tuple[Any, ...]]:
    if only is not None:
        rows = rows.filter(person__in=only)
    return rows.order_by("id").values_list("person_id", *columns).iterator(chunk_size=2000)
