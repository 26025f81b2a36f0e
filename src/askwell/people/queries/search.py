"""Find people as the seeker types: any script, pinyin, initials, employers, titles, notes.

Kinds of match are asked in the order in which they rank (whole Chinese name, name, organisation, title,
note, several of them together), each only while the list is not full: one letter matches most of a big
address book, and an index can stop early where a sort cannot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.people.queries.rows import as_uuid, database_id, rows_of
from askwell.people.rules.index import mark_of, marked_query, whole

FIELDS = ("name", "organisation", "title", "note")
CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person who was found. `matched` says by what: name, organisation, title, note or several."""

    id: UUID
    given: str
    family: str
    native: str
    title: str
    organisation: str
    organisation_id: UUID | None
    matched: str
    do_not_contact: bool
    archived: bool


def search(workspace: Workspace, text: str, *, limit: int = 20) -> list[FoundPerson]:
    """The best `limit` persons for what was typed, best first; archived and do-not-contact ones too.

    Three queries at least, seven at most.
    """
    matches = matching(workspace, text, limit=max(limit, CANDIDATES))
    rows = rows_of(workspace, [person_id for person_id, _ in matches])
    found = [
        FoundPerson(
            row.id, row.given, row.family, row.native, row.title, row.organisation, row.organisation_id, matched,
            row.do_not_contact, row.archived,
        )
        for person_id, matched in matches
        if (row := rows.get(person_id))
    ]  # fmt: skip
    typed = fold(text)
    found.sort(key=lambda person: _rank(person, typed))
    return found[:limit]


def matching(workspace: Workspace, text: str, *, limit: int) -> list[tuple[UUID, str]]:
    """Ids of persons who match, with the field that did, in the order of those fields; newest first in each."""
    found: dict[UUID, str] = {}
    for field, person_id in _matches(workspace, text, limit):
        found.setdefault(person_id, field)
        if len(found) >= limit:
            break
    return list(found.items())


def _matches(workspace: Workspace, text: str, limit: int) -> Iterator[tuple[str, UUID]]:
    mark = mark_of(workspace.pk)
    tokens = marked_query(mark, text)
    if not tokens:
        return
    ask = _postgresql if connection.vendor == "postgresql" else _sqlite
    together = whole(text)
    if len(together) > 1 and not together.isascii():
        yield from ask(workspace, ("name",), [mark + together], "name", limit)
    for field in FIELDS:
        yield from ask(workspace, (field,), tokens, field, limit)
    if len(tokens) > 1:
        yield from ask(workspace, FIELDS, tokens, "several", limit)


def _sqlite(
    workspace: Workspace, columns: tuple[str, ...], tokens: list[str], matched: str, limit: int
) -> Iterator[tuple[str, UUID]]:
    match = " AND ".join(f'"{token}"*' for token in tokens)
    chosen = " ".join(f"search_{column}" for column in columns)
    sql = """
        SELECT person_id FROM people_search JOIN people_search_row ON number = people_search.rowid
        WHERE people_search MATCH %s ORDER BY people_search.rowid DESC LIMIT %s
    """
    yield from _ask(sql, [f"{{{chosen}}} : ({match})", limit], matched)


def _postgresql(
    workspace: Workspace, columns: tuple[str, ...], tokens: list[str], matched: str, limit: int
) -> Iterator[tuple[str, UUID]]:
    vector = "array_to_tsvector(string_to_array(search_{}, ' ')) @@ %s::tsquery"
    anywhere = f"({' OR '.join(vector.format(column) for column in columns)})"
    values: list[str]
    if len(columns) == 1:
        where, values = anywhere, [" & ".join(f"'{token}':*" for token in tokens)]
    else:
        where = " AND ".join([anywhere] * len(tokens))
        values = [f"'{token}':*" for token in tokens for _ in columns]
    sql = f"SELECT id FROM people_person WHERE workspace_id = %s AND {where} LIMIT %s"  # noqa: S608  # constants
    yield from _ask(sql, [database_id(workspace.pk), *values, limit], matched)


def _ask(sql: str, values: list[UUID | str | int], matched: str) -> Iterator[tuple[str, UUID]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        for (person_id,) in cursor.fetchall():
            yield matched, as_uuid(person_id)


def _rank(person: FoundPerson, typed: str) -> tuple[bool, bool, int, bool, bool]:
    """Smaller is better: the name itself, a name that begins so, the field that matched, still in use."""
    names = (fold(f"{person.given} {person.family}"), fold(f"{person.family} {person.given}"), fold(person.native))
    return (
        typed not in names,
        not any(name.startswith(typed) for name in names),
        (*FIELDS, "several").index(person.matched),
        person.archived,
        person.do_not_contact,
    )
