"""Find people as the seeker types: any script, pinyin, initials, employers, titles, notes, numbers.

Kinds of match are asked in the order in which they rank (whole Chinese name, name, organisation, title,
note, several of them together), each only while the list is not full: one letter matches most of a big
address book, and an index can stop early where a sort cannot. Several words, which few people have, are asked
for everywhere at once; only where that is too many, field by field.
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
NEWEST = 2000
"""Rows that are looked through on PostgreSQL before its index, which would gather everybody first."""
_NEWEST_FIRST = """
    SELECT * FROM (SELECT * FROM people_person ORDER BY id DESC LIMIT {newest}) newest
     WHERE strpos(' ' || search_{column}, %s) > 0
    UNION ALL
    SELECT * FROM ({older}) older
     WHERE id < (SELECT id FROM people_person ORDER BY id DESC OFFSET {newest} - 1 LIMIT 1)
"""
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

    Two queries at least, nine at most; on SQLite with words of more than six letters fifteen.
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
    """Persons with a title, held now or before, that holds these words: not archived, each once, newest first; ids as
    the driver gives them."""
    tokens = marked_query(mark_of(workspace.pk), text)
    found = _ask(workspace, ("title",), tokens, "title", 2 * limit) if tokens else ()
    return list(dict.fromkeys(match.id for match in found if match.archived_at is None))[:limit]


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
    everywhere = _everywhere(workspace, tokens, limit) if len(tokens) > 1 else []
    if len(tokens) == 1 or len(everywhere) > limit:
        for field in FIELDS:
            yield from _ask(workspace, (field,), tokens, field, limit)
    yield from everywhere


def _everywhere(workspace: Workspace, tokens: list[str], limit: int) -> list[_Match]:
    """Who has all words, in whichever fields, the best field first; one more than `limit` when there are more."""
    found: dict[Any, _Match] = {}
    for match in _ask(workspace, FIELDS, tokens, SEVERAL, limit + 1):
        found.setdefault(match.id, match)
        if len(found) > limit:
            break
    return sorted(found.values(), key=lambda match: (*FIELDS, SEVERAL).index(match.matched))


def _ask(
    workspace: Workspace, columns: tuple[str, ...], tokens: list[str], matched: str, limit: int
) -> Iterator[_Match]:
    """Who has every word in one of these columns. Asked for several columns, each match says which one has all."""
    which, texts = _which(tokens) if len(columns) > 1 else ("%s", [matched])
    for source, values in (_postgresql if connection.vendor == "postgresql" else _sqlite)(columns, tokens):
        sql = f"""
            SELECT p.id, p.given_name, p.family_name, p.native_name, p.do_not_contact_at, p.archived_at, {which}
            FROM {source} AND p.workspace_id = %s LIMIT %s
        """  # noqa: S608  # built of this module's constants; everything typed is a parameter
        with connection.cursor() as cursor:
            cursor.execute(sql, [*texts, *values, database_id(workspace.pk), limit])
            yield from [_Match(*row) for row in cursor.fetchall()]


def _which(tokens: list[str]) -> tuple[str, list[str]]:
    has = f"{_place()}(' ' || p.search_{{}}, %s) > 0"
    cases = (f"WHEN {' AND '.join([has.format(column)] * len(tokens))} THEN '{column}'" for column in FIELDS)
    return f"CASE {' '.join(cases)} ELSE '{SEVERAL}' END", [f" {token}" for token in tokens] * len(FIELDS)


def _place() -> str:
    return "strpos" if connection.vendor == "postgresql" else "instr"


def _sqlite(columns: tuple[str, ...], tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Long words first as they stand: gathering everybody under all words that begin so takes long where one
    is frequent, and is mostly not needed."""
    source = """
        (SELECT rowid AS number FROM people_search WHERE people_search MATCH %s
         ORDER BY rowid DESC LIMIT -1) found
        CROSS JOIN people_search_row r ON r.number = found.number CROSS JOIN people_person p ON p.id = r.person_id
        WHERE 1
    """
    beginnings = [f"{token}*" for token in tokens]
    words = [token if len(token) > MARK_LENGTH + LONGEST_BEGINNING else f"{token}*" for token in tokens]
    for asked in (words, beginnings) if words != beginnings else (beginnings,):
        yield source, [" AND ".join(f"({' OR '.join(LETTERS[column] + one for column in columns)})" for one in asked)]


def _postgresql(columns: tuple[str, ...], tokens: list[str]) -> Iterator[tuple[str, list[str]]]:
    """All by index: MATERIALIZED, since with a LIMIT in sight the planner prefers to read the table, and there may
    be nobody to find. A single word may be frequent: the newest persons are looked through before."""
    vector = "array_to_tsvector(string_to_array(search_{}, ' ')) @@ %s::tsquery"
    anywhere = f"({' OR '.join(vector.format(column) for column in columns)})"
    words = [f"'{token}':*" for token in tokens]
    if len(columns) == 1:
        wanted, values = anywhere, [" & ".join(words)]
    else:
        wanted, values = " AND ".join([anywhere] * len(words)), [word for word in words for _ in columns]
    source = f"""
        WITH found AS MATERIALIZED (SELECT * FROM people_person WHERE {wanted}) SELECT * FROM found
    """  # noqa: S608  # constants, as above
    if len(tokens) == 1:
        source = _NEWEST_FIRST.format(newest=NEWEST, column=columns[0], older=source)
        values = [f" {tokens[0]}", *values]
    yield f"({source}) p WHERE true", values


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
