"""Find people as the seeker types: any script, pinyin, initials, employers, titles, notes, numbers.

Kinds of match are asked in the order in which they rank (whole Chinese name, name, organisation, title,
note, several of them together), each only while the list is not full: one letter matches most of a big
address book, and an index can stop early where a sort cannot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from askwell.accounts.models import Workspace
from askwell.lib.names import latin_name
from askwell.lib.text import fold
from askwell.people.queries.rows import Facts, as_uuid, database_id, facts_of
from askwell.people.rules.index import LETTERS, MARK_LENGTH, mark_of, marked_query, phone_queries, whole

FIELDS = ("name", "organisation", "title", "note")
SEVERAL = "several"
LONGEST_BEGINNING = 6
"""Letters that SQLite's index knows beginnings of at once (migration 0011)."""
PHONE = "phone"
CANDIDATES = 40


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person who was found. `matched` says by what: name, organisation, title, note, several or phone."""

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

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)


class _Match(NamedTuple):
    id: Any  # as the driver gives it: making UUIDs of all candidates costs more than finding them
    given: str
    family: str
    native: str
    do_not_contact_at: Any
    archived_at: Any
    matched: str


def search(workspace: Workspace, text: str, *, limit: int = 20) -> list[FoundPerson]:
    """The best `limit` persons for what was typed, best first; archived and do-not-contact ones too.

    Two queries at least, nine at most; with words of more than six letters fifteen.
    """
    typed = fold(text)
    best = sorted(_distinct(workspace, text, max(limit, CANDIDATES)), key=lambda match: _rank(match, typed))[:limit]
    facts, nothing = facts_of(workspace, [as_uuid(match.id) for match in best]), Facts()
    return [_found(match, facts.get(as_uuid(match.id), nothing)) for match in best]


def matching(workspace: Workspace, text: str, *, limit: int) -> list[tuple[Any, bool]]:
    """Persons who match, best field first, newest first in each: the id as the driver gives it (most are never
    looked at), and whether they are archived."""
    return [(match.id, match.archived_at is not None) for match in _distinct(workspace, text, limit)]


def with_title(workspace: Workspace, text: str, *, limit: int) -> list[Any]:
    """Persons whose title at present holds these words, not archived, newest first: ids as the driver gives them."""
    tokens = marked_query(mark_of(workspace.pk), text)
    found = _ask(workspace, ("title",), tokens, "title", limit) if tokens else ()
    return [match.id for match in found if match.archived_at is None]


def _distinct(workspace: Workspace, text: str, limit: int) -> list[_Match]:
    found: dict[Any, _Match] = {}
    for match in _matches(workspace, text, limit):
        found.setdefault(match.id, match)
        if len(found) >= limit:
            break
    return list(found.values())


def _matches(workspace: Workspace, text: str, limit: int) -> Iterator[_Match]:
    mark = mark_of(workspace.pk)
    tokens = marked_query(mark, text)
    if not tokens:
        return
    for number in phone_queries(mark, text):
        yield from _ask(workspace, ("note",), [number], PHONE, limit)
    together = whole(text)
    if len(together) > 1 and not together.isascii():
        yield from _ask(workspace, ("name",), [mark + together], "name", limit)
    for field in FIELDS:
        yield from _ask(workspace, (field,), tokens, field, limit)
    if len(tokens) > 1:
        yield from _ask(workspace, FIELDS, tokens, SEVERAL, limit)


def _ask(
    workspace: Workspace, columns: tuple[str, ...], tokens: list[str], matched: str, limit: int
) -> Iterator[_Match]:
    for where, values in (_postgresql if connection.vendor == "postgresql" else _sqlite)(columns, tokens):
        sql = f"""
            SELECT p.id, p.given_name, p.family_name, p.native_name, p.do_not_contact_at, p.archived_at
            FROM {where} AND p.workspace_id = %s LIMIT %s
        """  # noqa: S608  # built of this module's constants; everything typed is a parameter
        with connection.cursor() as cursor:
            cursor.execute(sql, [*values, database_id(workspace.pk), limit])
            for id, *plain in cursor.fetchall():
                given, family, native, stopped, archived = plain
                yield _Match(id, given, family, native, stopped, archived, matched)


def _sqlite(columns: tuple[str, ...], tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Long words first as they stand: gathering everybody under all words that begin so takes long where one
    is frequent, and is mostly not needed."""
    source = """
        (SELECT rowid AS number FROM people_search WHERE people_search MATCH %s ORDER BY rowid DESC) found
        CROSS JOIN people_search_row r ON r.number = found.number CROSS JOIN people_person p ON p.id = r.person_id
        WHERE 1
    """
    beginnings = [f"{token}*" for token in tokens]
    words = [token if len(token) > MARK_LENGTH + LONGEST_BEGINNING else f"{token}*" for token in tokens]
    for asked in (words, beginnings) if words != beginnings else (beginnings,):
        yield source, [" AND ".join(f"({' OR '.join(LETTERS[column] + one for column in columns)})" for one in asked)]


def _postgresql(columns: tuple[str, ...], tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    vector = "array_to_tsvector(string_to_array(p.search_{}, ' ')) @@ %s::tsquery"
    anywhere = f"({' OR '.join(vector.format(column) for column in columns)})"
    if len(columns) == 1:
        yield f"people_person p WHERE {anywhere}", [" & ".join(f"'{token}':*" for token in tokens)]
        return
    every = " AND ".join([anywhere] * len(tokens))
    yield f"people_person p WHERE {every}", [f"'{token}':*" for token in tokens for _ in columns]


def _found(match: _Match, facts: Facts) -> FoundPerson:
    title, organisation, organisation_id = facts.roles[-1] if facts.roles else ("", "", None)
    return FoundPerson(
        as_uuid(match.id), match.given, match.family, match.native, title, organisation, organisation_id,
        match.matched, match.do_not_contact_at is not None, match.archived_at is not None,
    )  # fmt: skip


def _rank(match: _Match, typed: str) -> tuple[bool, bool, int, bool, bool]:
    """Smaller is better: the name itself, a name that begins so, the field that matched, still in use."""
    if match.matched == "name":
        given, family, native = fold(match.given), fold(match.family), fold(match.native)
        names = (f"{given} {family}", f"{family} {given}", native)
        exact, begins = typed in names, any(name.startswith(typed) for name in names)
    else:
        exact = begins = False
    field = (PHONE, *FIELDS, SEVERAL).index(match.matched)
    return not exact, not begins, field, match.archived_at is not None, match.do_not_contact_at is not None
