"""The rows of a list that a coordinator put in: what each tells of somebody, and what is wrong with it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.lib.text import clean, clean_block, fold
from askwell.people.rules.organisations import organisation_key
from askwell.programmes.choices import LEAVES_OUT, Level, RowFault
from askwell.programmes.rules.cells import (
    email_of,
    hours_of,
    languages_of,
    level_of,
    page_of,
    talks_of,
    windows_of,
    zone_of,
)
from askwell.programmes.rules.columns import Column
from askwell.programmes.rules.facts import MOST_TOPICS, each_once
from askwell.protocols.contacts.text_tables import Row
from askwell.protocols.csv_out import bare

_TOPICS = re.compile(r"[,;，；、|\n]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells of somebody. `talks` are those that an insider has a month, or a seeker wants: one where the row
    does not say."""

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
    talks: int | None = None
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

    @property
    def lone_key(self) -> str:
        return lone_key_of(self.name, self.email, self.organisation)


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


def lone_key_of(name: str, email: str, organisation: str) -> str:
    """By which somebody is known again of whom neither address nor employer is known."""
    return "" if email or organisation else f"{fold(name)}@"


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
        if again := next((key for key in told.keys if key in lines), ""):
            fault = RowFault.TWICE if again.startswith("mailto:") else RowFault.TWICE_NAME
            found.append(RowProblem(row.line, fault, str(lines[again]), told.name))
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
        email=email_of(cells.get(Column.EMAIL, ""), problems),
        phone=clean(cells.get(Column.PHONE, ""), limit=40),
        organisation=clean(cells.get(Column.ORGANISATION, ""), limit=200),
        title=clean(cells.get(Column.TITLE, ""), limit=200),
        field=clean(cells.get(Column.FIELD, ""), limit=120),
        topics=each_once(_TOPICS.split(cells.get(Column.TOPICS, "")), 80)[:MOST_TOPICS],
        languages=languages_of(cells.get(Column.LANGUAGES, ""), problems),
        level=level_of(cells.get(Column.LEVEL, ""), problems),
        talks=talks_of(cells.get(Column.TALKS, ""), problems),
        windows=windows_of(cells.get(Column.HOURS, ""), problems),
        zone=zone_of(cells.get(Column.ZONE, ""), problems),
        page_language=page_of(cells.get(Column.PAGE_LANGUAGE, ""), problems),
        not_employers=each_once(re.split(r"[,;，；、\n]", cells.get(Column.NOT_EMPLOYERS, "")), 200)[:MOST_TOPICS],
        not_people=each_once(re.split(r"[,;，；、\n]", cells.get(Column.NOT_PEOPLE, "")), 200)[:MOST_TOPICS],
        cohort=clean(cells.get(Column.COHORT, ""), limit=120),
        note=clean_block(cells.get(Column.NOTE, ""), limit=4000),
    )
    return told, [RowProblem(line, fault, detail[:80], told.name) for fault, detail in problems]


def _name(cells: Mapping[Column, str]) -> tuple[str, str]:
    parted = f"{cells.get(Column.GIVEN, '')} {cells.get(Column.FAMILY, '')}"
    name = clean(cells.get(Column.NAME, ""), limit=120) or clean(parted, limit=120)
    return (name if any(map(str.isalpha, name)) else ""), clean(cells.get(Column.NATIVE_NAME, ""), limit=60)


def _anything(cells: Mapping[Column, str]) -> str:
    """Something by which the row is found in the file."""
    return next((clean(cell, limit=80) for cell in cells.values() if cell.strip()), "")


def heard(rows: Sequence[Row], columns: Sequence[Column | None]) -> dict[str, list[list[int | str]]]:
    """Each text of free hours that was read of words, such as "Tue evenings", with the hours that it was taken for."""
    if Column.HOURS not in columns:
        return {}
    place = columns.index(Column.HOURS)
    texts = dict.fromkeys(bare(row.cells[place]) for row in rows if len(row.cells) > place)
    return {text: hours.windows for text in texts if (hours := hours_of(text)).is_free}


def parts_of(problems: Iterable[RowProblem]) -> Iterator[dict[str, object]]:
    """As an upload keeps them."""
    for one in problems:
        yield {"row": one.row, "code": one.fault.value, "detail": one.detail, "name": one.name}
