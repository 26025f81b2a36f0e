"""The person's own columns: gaps filled from the one who became part of them, and emptied again."""

from typing import Any

from askwell.lib.names import PersonName
from askwell.people.actions.indexing import sort_key
from askwell.people.actions.merging.pointing import Kept, as_kept
from askwell.people.models import Person
from askwell.people.rules.duplicates import is_stand_in

Filled = dict[str, list[Any]]
"""column: [before, after] as JSON values"""

NAME = ("given_name", "family_name")
GAPS = ("native_name", "reading", "nickname", "credentials", "languages")
WHEREABOUTS = ("place", "region", "time_zone", "keeps_lunar_new_year")
STOPPED = ("do_not_contact_at", "do_not_contact_why")


def fill(person: Person, gone: Person) -> Filled:
    """Take over what `person` lacks, in memory. A wish not to be contacted always comes along; who is not put away
    in one of two places is not put away."""
    before = own_row(person)["fields"]
    taken: list[str] = [name for name in GAPS if not getattr(person, name)]
    if is_nameless(person):
        taken += NAME
    if not person.place and not person.time_zone:
        taken += WHEREABOUTS
    if gone.do_not_contact_at and not person.do_not_contact_at:
        taken += STOPPED
    if person.archived_at and not gone.archived_at:
        taken.append("archived_at")
    if gone.known_since and (person.known_since is None or gone.known_since < person.known_since):
        taken.append("known_since")
    for name in taken:
        setattr(person, name, getattr(gone, name))
    _sort(person)
    after = own_row(person)["fields"]
    return {name: [before[name], after[name]] for name in taken if before[name] != after[name]}


def empty(person: Person, filled: Filled) -> None:
    """Give back, in memory, what still stands as it was filled."""
    now, columns = own_row(person)["fields"], {column.name: column for column in Person._meta.concrete_fields}
    for name, (before, after) in filled.items():
        if now.get(name) == after:
            setattr(person, name, columns[name].to_python(before))
    _sort(person)


def own_row(person: Person) -> Kept:
    """The person's row as JSON, without what only searching reads."""
    (kept,) = as_kept([person])
    kept["fields"] = {name: value for name, value in kept["fields"].items() if not name.startswith("search_")}
    return kept


def is_nameless(person: Person) -> bool:
    """Whether they have no name of their own, or only an address that stands in for one."""
    return not (person.given_name or person.family_name or person.native_name) or is_stand_in(person.given_name)


def _sort(person: Person) -> None:
    name = PersonName(person.given_name, person.family_name, person.native_name, person.reading)
    person.sort_key = sort_key(name) or person.sort_key
