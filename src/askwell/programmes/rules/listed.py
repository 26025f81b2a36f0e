"""The rows of a list that a coordinator put in: what each tells of somebody, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from askwell.lib.emails import find_emails
from askwell.lib.languages import CODES, language_code
from askwell.lib.text import clean, clean_block, fold
from askwell.lib.times import UnknownZone, zone
from askwell.people.rules.organisations import organisation_key
from askwell.programmes.choices import LEAVES_OUT, Level, RowFault
from askwell.programmes.rules.columns import Column
from askwell.programmes.rules.facts import MOST_TALKS_A_MONTH, MOST_TOPICS, each_once
from askwell.programmes.rules.hours import read_hours
from askwell.protocols.contacts.text_tables import Row
from askwell.protocols.csv_out import bare

_PARTS = re.compile(r"[,;，；、/|\n]|\s(?:and|et)\s|和")
_TOPICS = re.compile(r"[,;，；、|\n]")
_NUMBER = re.compile(r"\s*([+\-\u2212－]?)\s*(\d{1,6})(?:[.,]0+)?\s*(?:次|x|fois|times?)?\s*", re.IGNORECASE)
_LEVELS = {
    Level.STUDENT: "student|etudiant|etudiante|学生|在读",
    Level.ENTRY: "entry|junior|entry level|beginner|debutant|debutante|at the beginning|初级|入门|刚入行|初级职位",
    Level.MID: "mid|intermediate|mid level|mid career|some years in|intermediaire|中级|几年经验",
    Level.SENIOR: "senior|experienced|experimente|experimentee|confirme|高级|资深",
    Level.LEAD: "lead|manager|director|executive|leads others|gestionnaire|cadre|direction|directeur|directrice"
    "|主管|经理|总监|管理",
}  # fmt: skip
_LEVEL_OF = {fold(word): level for level, words in _LEVELS.items() for word in words.split("|")}
_PAGES = {"en": "en", "fr": "fr", "zh": "zh-hans"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells of somebody. `talks` are those that an insider has a month, or a seeker wants."""

    name: str
    native_name: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    title: str = ""
    field: str = ""
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    level: Level | None = None
    talks: int = 1
    windows: tuple[tuple[int, str, str], ...] = ()
    zone: str = ""
    page_language: str = ""
    not_employers: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    cohort: str = ""
    note: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """By which somebody is known again: the address, and each name at their organisation."""
        return keys_of((self.name, self.native_name), self.email, self.organisation)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with the row on this line of the file: `detail` is what stands there, `name` whose row it is."""

    row: int
    fault: RowFault
    detail: str = ""
    name: str = ""

    @property
    def leaves_out(self) -> bool:
        return self.fault in LEAVES_OUT


@dataclass(frozen=True, slots=True)
class Listed:
    """A row that can come in."""

    row: int
    told: Told


def keys_of(names: Iterable[str], email: str, organisation: str) -> tuple[str, ...]:
    employer = organisation_key(organisation) if organisation else ""
    named = [f"{fold(name)}@{employer}" for name in names if name and employer]
    return (*([f"mailto:{email.lower()}"] if email else []), *named)


def read_rows(
    rows: Sequence[Row], columns: Sequence[Column | None], *, stopped: Callable[[str], bool]
) -> tuple[list[Listed], list[RowProblem]]:
    """The rows below the heading that can come in, and everything that is wrong. `stopped`: whether nobody is to write
    to an address."""
    listed: list[Listed] = []
    problems: list[RowProblem] = []
    lines: dict[str, int] = {}
    for row in rows:
        cells = {column: bare(cell) for column, cell in zip(columns, row.cells, strict=False) if column}
        told, found = _read(row.line, cells)
        if told.email and stopped(told.email):
            found.append(RowProblem(row.line, RowFault.STOPPED, told.email, told.name))
        if first := next((lines[key] for key in told.keys if key in lines), 0):
            found.append(RowProblem(row.line, RowFault.TWICE, str(first), told.name))
        problems += found
        if not any(problem.leaves_out for problem in found):
            listed.append(Listed(row.line, told))
            lines.update(dict.fromkeys(told.keys, row.line))
    return listed, problems


def _read(line: int, cells: Mapping[Column, str]) -> tuple[Told, list[RowProblem]]:
    problems: list[tuple[RowFault, str]] = []
    name, native = _name(cells)
    if not (name or native):
        problems.append((RowFault.NO_NAME, _anything(cells)))
    told = Told(
        name=name or native,
        native_name=native,
        email=_email(cells.get(Column.EMAIL, ""), problems),
        phone=clean(cells.get(Column.PHONE, ""), limit=40),
        organisation=clean(cells.get(Column.ORGANISATION, ""), limit=200),
        title=clean(cells.get(Column.TITLE, ""), limit=200),
        field=clean(cells.get(Column.FIELD, ""), limit=120),
        topics=each_once(_TOPICS.split(cells.get(Column.TOPICS, "")), 80)[:MOST_TOPICS],
        languages=_languages(cells.get(Column.LANGUAGES, ""), problems),
        level=_level(cells.get(Column.LEVEL, ""), problems),
        talks=_talks(cells.get(Column.TALKS, ""), problems),
        windows=_windows(cells.get(Column.HOURS, ""), problems),
        zone=_zone(cells.get(Column.ZONE, ""), problems),
        page_language=_page(cells.get(Column.PAGE_LANGUAGE, ""), problems),
        not_employers=each_once(re.split(r"[,;，；、\n]", cells.get(Column.NOT_EMPLOYERS, "")), 200)[:MOST_TOPICS],
        not_people=each_once(re.split(r"[,;，；、\n]", cells.get(Column.NOT_PEOPLE, "")), 200)[:MOST_TOPICS],
        cohort=clean(cells.get(Column.COHORT, ""), limit=120),
        note=clean_block(cells.get(Column.NOTE, ""), limit=4000),
    )
    return told, [RowProblem(line, fault, detail[:80], told.name) for fault, detail in problems]


_Problems = list[tuple[RowFault, str]]


def _name(cells: Mapping[Column, str]) -> tuple[str, str]:
    parted = f"{cells.get(Column.GIVEN, '')} {cells.get(Column.FAMILY, '')}"
    name = clean(cells.get(Column.NAME, ""), limit=120) or clean(parted, limit=120)
    return (name if any(map(str.isalpha, name)) else ""), clean(cells.get(Column.NATIVE_NAME, ""), limit=60)


def _anything(cells: Mapping[Column, str]) -> str:
    """Something by which the row is found in the file."""
    return next((clean(cell, limit=80) for cell in cells.values() if cell.strip()), "")


def _email(cell: str, problems: _Problems) -> str:
    found = find_emails(cell)
    if not found and cell.strip():
        problems.append((RowFault.BAD_EMAIL, cell))
    return found[0] if found else ""


def _languages(cell: str, problems: _Problems) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for word in filter(None, map(str.strip, _PARTS.split(cell))):
        code = _code(word)
        if code:
            codes[code] = None
        else:
            problems.append((RowFault.UNKNOWN_LANGUAGE, word))
    return tuple(codes)


@lru_cache(maxsize=2000)
def _code(word: str) -> str:
    tag = word.lower().partition("-")[0]
    return tag if tag in _TAGS and word.isascii() else language_code(word)


_TAGS = frozenset(CODES.values())


def _level(cell: str, problems: _Problems) -> Level | None:
    level = _LEVEL_OF.get(fold(cell))
    if cell.strip() and level is None:
        problems.append((RowFault.UNKNOWN_LEVEL, cell))
    return level


def _talks(cell: str, problems: _Problems) -> int:
    if not cell.strip():
        return 1
    found = _NUMBER.fullmatch(cell)
    if found is None:
        problems.append((RowFault.NO_NUMBER, cell))
        return 1
    number = int(found[2])
    if found[1] in ("-", "\u2212", "－") and number:
        problems.append((RowFault.NEGATIVE_CAPACITY, cell))
    elif number == 0:
        problems.append((RowFault.NO_CAPACITY, cell))
    elif number > MOST_TALKS_A_MONTH:
        problems.append((RowFault.NO_NUMBER, cell))
    return number


_hours = lru_cache(maxsize=2000)(read_hours)
"""Cells of a list are often the same."""


def _windows(cell: str, problems: _Problems) -> tuple[tuple[int, str, str], ...]:
    hours = _hours(cell)
    problems += [(RowFault.IMPOSSIBLE_HOURS, piece) for piece in hours.wrong]
    return tuple((int(day), str(start), str(end)) for day, start, end in hours.windows)


def _zone(cell: str, problems: _Problems) -> str:
    name = cell.strip().replace(" ", "_")
    if not name:
        return ""
    try:
        return zone(name).key
    except UnknownZone:
        problems.append((RowFault.UNKNOWN_ZONE, cell))
        return ""


def _page(cell: str, problems: _Problems) -> str:
    page = _PAGES.get(_code(cell.strip())) if cell.strip() else ""
    if page is None:
        problems.append((RowFault.UNKNOWN_LANGUAGE, cell))
    return page or ""


def parts_of(problems: Iterable[RowProblem]) -> Iterator[dict[str, object]]:
    """As an upload keeps them."""
    for one in problems:
        yield {"row": one.row, "code": one.fault.value, "detail": one.detail, "name": one.name}
