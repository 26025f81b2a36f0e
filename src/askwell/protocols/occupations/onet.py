"""O*NET's database as text: a file for each kind of fact, with tabs between its fields."""

from collections.abc import Callable, Iterator
from functools import partial

from askwell.protocols.occupations.model import Alternate, Head, Interests, Remark, Row, SkillName, SkillOf, Task
from askwell.protocols.occupations.tables import Line, Table, number_in

CODE = "O*NET-SOC Code"
FIRST = "Occupation Data.txt"
KINDS = tuple(f"1.B.1.{letter}" for letter in "abcdef")
"""The elements of the six kinds of interests, in their order."""


def read(tables: dict[str, Table]) -> Iterator[Row]:
    """Heads first, then the rest. Only the first file has to be there."""
    zones = {line[CODE]: line["Job Zone"].strip() for line in _rows(tables, "Job Zones.txt", "Job Zone")}
    yield from _said(tables, "Job Zones.txt")
    for name, columns, make in _files(zones):
        table = tables.get(name)
        if table is None:
            yield Remark("missing_file", name)
            continue
        for line in table.rows((CODE, *columns)):
            yield from make(line, table)
        yield from _said(tables, name)
    yield from _interests(tables)


Maker = Callable[[Line, Table], Iterator[Row]]


def _files(zones: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...], Maker]]:
    seen: set[str] = set()
    yield FIRST, ("Title", "Description"), partial(_head, zones)
    yield "Alternate Titles.txt", ("Alternate Title",), _alternates
    yield "Sample of Reported Titles.txt", ("Reported Job Title",), _reported
    yield "Skills.txt", ("Element ID", "Element Name", "Scale ID", "Data Value"), partial(_skill, seen)
    yield "Technology Skills.txt", ("Example",), partial(_tool, seen)
    yield "Task Statements.txt", ("Task",), _task


def _rows(tables: dict[str, Table], name: str, *columns: str) -> Iterator[Line]:
    if name in tables:
        yield from tables[name].rows((CODE, *columns))


def _said(tables: dict[str, Table], name: str) -> Iterator[Remark]:
    """What was remarked while a file was read, once."""
    if name in tables:
        yield from tables[name].remarks
        tables[name].remarks.clear()


def _head(zones: dict[str, str], line: Line, _table: Table) -> Iterator[Row]:
    zone = zones.get(line[CODE], "")
    yield Head(line[CODE], "en", line["Title"], line["Description"], education=f"zone-{zone}" if zone else "")


def _alternates(line: Line, _table: Table) -> Iterator[Row]:
    yield Alternate(line[CODE], "en", line["Alternate Title"])
    short = line["Short Title"].strip()
    if short and short.lower() != "n/a":
        yield Alternate(line[CODE], "en", short)


def _reported(line: Line, _table: Table) -> Iterator[Row]:
    yield Alternate(line[CODE], "en", line["Reported Job Title"])


def _skill(seen: set[str], line: Line, table: Table) -> Iterator[Row]:
    """Importance (IM) goes from 1 to 5; what else is said of a skill (its level) is left out."""
    if line["Scale ID"] != "IM":
        return
    value = number_in(line, "Data Value", 1, 5, table.remarks)
    if value is None:
        return
    key = line["Element ID"]
    if key not in seen:
        seen.add(key)
        yield SkillName(key, "en", line["Element Name"])
    yield SkillOf(line[CODE], key, round(25 * (value - 1)))


def _tool(seen: set[str], line: Line, _table: Table) -> Iterator[Row]:
    key = line["Example"].strip()
    if key and key not in seen:
        seen.add(key)
        yield SkillName(key, "en", key)
    if key:
        wanted = "Y" in (line["Hot Technology"], line["In Demand"])
        yield SkillOf(line[CODE], key, 60 if wanted else 40, is_tool=True)


def _task(line: Line, _table: Table) -> Iterator[Row]:
    yield Task(line[CODE], "en", line.number, line["Task"])


def _interests(tables: dict[str, Table]) -> Iterator[Row]:
    """Six rows an occupation, on a scale (OI) from 1 to 7; they stand beside each other."""
    if (table := tables.get("Interests.txt")) is None:
        yield Remark("missing_file", "Interests.txt")
        return
    code, found = "", dict[str, int]()
    for line in table.rows((CODE, "Element ID", "Scale ID", "Data Value")):
        if line["Scale ID"] != "OI" or line["Element ID"] not in KINDS:
            continue
        if line[CODE] != code:
            yield from _whole(code, found)
            code, found = line[CODE], {}
        value = number_in(line, "Data Value", 1, 7, table.remarks)
        if value is not None:
            found[line["Element ID"]] = round(100 * (value - 1) / 6)
    yield from _whole(code, found)
    yield from _said(tables, "Interests.txt")


def _whole(code: str, found: dict[str, int]) -> Iterator[Row]:
    if len(found) == len(KINDS):
        yield Interests(code, tuple(found[kind] for kind in KINDS))
