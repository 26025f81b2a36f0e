"""The person's own columns, and what stands in their gaps.

A person shows their own values, and in the gaps those of whoever became part of them, in the order in which that
happened. Nothing is patched: whatever changes takes everything off that was filled, changes, and fills again.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core import serializers

from askwell.accounts.models import Workspace
from askwell.lib.names import PersonName
from askwell.people.actions.indexing import name_fields, sort_key
from askwell.people.actions.merging.pointing import MERGES, Kept, as_kept
from askwell.people.models import Merge, Person
from askwell.people.rules.duplicates import is_stand_in

Filled = dict[str, list[Any]]
"""column: [before, after] as JSON values"""

NAME = ("given_name", "family_name")
SINGLE = ("native_name", "reading", "nickname", "credentials", "languages")
WHEREABOUTS = ("place", "region", "time_zone", "keeps_lunar_new_year")
STOPPED = ("do_not_contact_at", "do_not_contact_why")
COLUMNS = (*NAME, *SINGLE, *WHEREABOUTS, *STOPPED, "archived_at", "known_since", "sort_key")
"""All that filling can change."""


@dataclass(slots=True)
class Whole:
    """A person in memory, and the wholes that became part of them by a merge each, the earliest first."""

    person: Person
    merge: Merge | None = None
    parts: "list[Whole]" = field(default_factory=list)
    edited: set[str] = field(default_factory=set)

    def strip(self) -> None:
        """Everyone has their own values only. What was edited since it was filled is their own."""
        for part in reversed(self.parts):
            self.edited |= _empty(self.person, _merge(part).filled)
        for part in self.parts:
            part.strip()
        _sort(self.person)

    def fill(self) -> None:
        """Fill everyone's gaps again, but not those that the seeker edited, and save the merges."""
        for part in self.parts:
            part.fill()
            merge, before = _merge(part), (_merge(part).gone, _merge(part).filled)
            merge.gone, merge.filled = own_row(part.person), _fill(self.person, part.person, self.edited)
            if before != (merge.gone, merge.filled):
                merge.save(update_fields=["gone", "filled"])
        _sort(self.person)

    def whose(self, row_id: UUID) -> Person:
        """To whom a row belongs that points at the whole now, or did before one of the merges."""
        for part in self.parts:
            if any(str(row_id) in moved for moved in _merge(part).moved.values()):
                return part.whose(row_id)
        return self.person


def wholes_of(workspace: Workspace, people: Collection[Person]) -> list[Whole]:
    """Each of these persons with everyone who is part of them."""
    merges = list(Merge.objects.of(workspace).filter(person__in=people).order_by("merged_at", "pk"))
    return [_nested(Whole(person), [one for one in merges if one.person_id == person.pk]) for person in people]


def _nested(whole: Whole, merges: list[Merge]) -> Whole:
    """`merges` in their order: those that a later one moved belong inside it."""
    inside = {key for merge in merges for key in merge.moved.get(MERGES, ())}
    for merge in merges:
        if str(merge.pk) not in inside:
            theirs = set(merge.moved.get(MERGES, ()))
            part = Whole(_person_in(merge.gone), merge)
            whole.parts.append(_nested(part, [one for one in merges if str(one.pk) in theirs]))
    return whole


def own_row(person: Person) -> Kept:
    """The person's row as JSON, without what only searching reads."""
    (kept,) = as_kept([person])
    kept["fields"] = {name: value for name, value in kept["fields"].items() if not name.startswith("search_")}
    return kept


def whereabouts_of(person: Person) -> tuple[Any, ...]:
    """What decides on which days and hours count for them."""
    return tuple(getattr(person, name) for name in WHEREABOUTS)


def _person_in(kept: Kept) -> Person:
    (deserialised,) = serializers.deserialize("python", [kept], ignorenonexistent=True)
    person: Any = deserialised.object
    assert isinstance(person, Person)
    return person


def _merge(part: Whole) -> Merge:
    assert part.merge, "only the outermost person came by no merge"
    return part.merge


def _empty(person: Person, filled: Filled) -> set[str]:
    """Give back, in memory, what still stands as it was filled. Returns the columns that do not."""
    now, columns = own_row(person)["fields"], {column.name: column for column in Person._meta.concrete_fields}
    edited = {name for name, (_, after) in filled.items() if now.get(name) != after}
    for name in filled.keys() - edited:
        setattr(person, name, columns[name].to_python(filled[name][0]))
    return edited


def _fill(person: Person, gone: Person, edited: Collection[str]) -> Filled:
    """Take over, in memory, what `person` lacks. What the seeker edited is left alone and told all the same, so that
    it is known as edited the next time."""
    before, theirs = own_row(person)["fields"], own_row(gone)["fields"]
    told: Filled = {}
    for group in list(_gaps(person, gone)):
        told |= {name: [before[name], theirs[name]] for name in group if before[name] != theirs[name]}
        if not set(group) & set(edited):
            for name in group:
                setattr(person, name, getattr(gone, name))
    return told


def _gaps(person: Person, gone: Person) -> Iterator[tuple[str, ...]]:
    """The columns that `gone` fills, in groups that go together. A wish not to be contacted always comes along; who
    is not put away in one of two places is not put away."""
    yield from ((name,) for name in SINGLE if not getattr(person, name))
    if is_nameless(person) or (is_derived(person) and not (is_nameless(gone) or is_derived(gone))):
        yield NAME
    if not person.place and not person.time_zone:
        yield WHEREABOUTS
    if gone.do_not_contact_at and not person.do_not_contact_at:
        yield STOPPED
    if person.archived_at and not gone.archived_at:
        yield ("archived_at",)
    if gone.known_since and (person.known_since is None or gone.known_since < person.known_since):
        yield ("known_since",)


def is_nameless(person: Person) -> bool:
    """Whether they have no name of their own, or only an address that stands in for one."""
    return not (person.given_name or person.family_name or person.native_name) or is_stand_in(person.given_name)


def is_derived(person: Person) -> bool:
    """Whether the Latin name is only what we made of the Chinese one, or none."""
    ours = name_fields("", "", person.native_name)
    return (person.given_name, person.family_name) in (("", ""), (ours["given_name"], ours["family_name"]))


def _sort(person: Person) -> None:
    name = PersonName(person.given_name, person.family_name, person.native_name, person.reading)
    person.sort_key = sort_key(name) or person.sort_key
