"""ESCO as CSV: a file of occupations and one of skills for each language, and one of what wants which."""

import re
from collections.abc import Iterator

from askwell.protocols.occupations.model import Alternate, Head, Remark, Row, SkillName, SkillOf
from askwell.protocols.occupations.tables import Table

OCCUPATIONS = re.compile(r"^occupations_(en|fr)\.csv$")
SKILLS = re.compile(r"^skills_(en|fr)\.csv$")
RELATIONS = re.compile(r"^occupationSkillRelations(_[a-z]{2})?\.csv$")
WEIGHT = {"essential": 90, "optional": 45}
"""ESCO says only which skills are essential; these two numbers are ours."""


def read(tables: dict[str, Table]) -> Iterator[Row]:
    """Heads in every language first, then other titles, names of skills, and what wants which."""
    for name, language in _of(tables, OCCUPATIONS):
        yield from _heads(tables[name], language)
    for name, language in _of(tables, OCCUPATIONS):
        yield from _alternates(tables[name], language)
    found = list(_of(tables, SKILLS))
    for name, language in found:
        yield from _names(tables[name], language)
    if not found:
        yield Remark("missing_file", "skills_en.csv")
    relations = next((name for name in tables if RELATIONS.match(name)), "")
    yield from (
        _relations(tables[relations])
        if relations
        else iter([Remark("missing_file", "occupationSkillRelations_en.csv")])
    )


def _of(tables: dict[str, Table], pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for name in tables:
        if found := pattern.match(name):
            yield name, found.group(1)


def _heads(table: Table, language: str) -> Iterator[Row]:
    for line in table.rows(("conceptUri", "preferredLabel")):
        yield Head(_key(line["conceptUri"]), language, line["preferredLabel"], line["description"])
    yield from table.remarks
    table.remarks.clear()


def _alternates(table: Table, language: str) -> Iterator[Row]:
    """Each in a line of its own within the cell. What is wrong with the file was said when its heads were read."""
    for line in table.rows(("conceptUri", "altLabels")):
        for text in line["altLabels"].splitlines():
            if text.strip():
                yield Alternate(_key(line["conceptUri"]), language, text.strip())
    yield from (remark for remark in table.remarks if remark.code == "missing_column")
    table.remarks.clear()


def _names(table: Table, language: str) -> Iterator[Row]:
    for line in table.rows(("conceptUri", "preferredLabel")):
        yield SkillName(_key(line["conceptUri"]), language, line["preferredLabel"])
    yield from table.remarks


def _relations(table: Table) -> Iterator[Row]:
    for line in table.rows(("occupationUri", "relationType", "skillUri")):
        weight = WEIGHT.get(line["relationType"].removesuffix("Skill"))
        if weight is None:
            table.remarks.append(Remark("number", table.short, line.number, "relationType", line["relationType"][:40]))
            continue
        yield SkillOf(_key(line["occupationUri"]), _key(line["skillUri"]), weight)
    yield from table.remarks


def _key(uri: str) -> str:
    return uri.rsplit("/", 1)[-1].strip()
