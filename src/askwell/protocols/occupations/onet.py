"""O*NET's database as text: a file for each kind of fact, with tabs between its fields.

Release 30.3 gave some files other names and columns, and parted the skills in two; both layouts are read.
"""

from collections.abc import Callable, Iterator
from functools import partial

from askwell.protocols.occupations.model import Alternate, Head, Interests, Remark, Row, SkillName, SkillOf, Task
from askwell.protocols.occupations.tables import Line, Table, number_in

CODE = "O*NET-SOC Code"
FIRST = "Occupation Data.txt"
KINDS = tuple(f"1.B.1.{letter}" for letter in "abcdef")
"""The elements of the six kinds of interests, in their order."""
TITLES, SKILLS = ("Job Titles.txt", "Alternate Titles.txt"), ("Essential Skills.txt", "Transferable Skills.txt")
TOOLS, INTERESTS = ("Software Skills.txt", "Technology Skills.txt"), ("Career Interest Types.txt", "Interests.txt")
"""The newer name first."""
COLUMNS = {
    "Job Titles.txt": "Job Title",
    "Alternate Titles.txt": "Alternate Title",
    "Software Skills.txt": "Workplace Example",
    "Technology Skills.txt": "Example",
}


def read(tables: dict[str, Table]) -> Iterator[Row]:
    """Heads first, then the rest. Only the first file has to be there."""
    zones = {line[CODE]: line["Job Zone"].strip() for line in _rows(tables, "Job Zones.txt", "Job Zone")}
    yield from _said(tables, "Job Zones.txt")
    for name, columns, make in _files(zones, tables):
        table = tables.get(name)
        if table is None:
            yield Remark("missing_file", name)
            continue
        for line in table.rows((CODE, *columns)):
            yield from make(line, table)
        yield from _said(tables, name)
    yield from _interests(tables, _named(tables, INTERESTS))


Maker = Callable[[Line, Table], Iterator[Row]]


def _files(zones: dict[str, str], tables: dict[str, Table]) -> Iterator[tuple[str, tuple[str, ...], Maker]]:
    """Each file with the columns that it must have."""
    titles, tools = _named(tables, TITLES), _named(tables, TOOLS)
    skill, rated = partial(_skill, set()), ("Element ID", "Element Name", "Scale ID", "Data Value")
    yield FIRST, ("Title", "Description"), partial(_head, zones)
    yield titles, (COLUMNS[titles],), partial(_alternates, COLUMNS[titles])
    yield "Sample of Reported Titles.txt", ("Reported Job Title",), _reported
    for name in ("Skills.txt",) if _named(tables, (SKILLS[0], "Skills.txt")) == "Skills.txt" else SKILLS:
        yield name, rated, skill
    yield tools, (COLUMNS[tools],), partial(_tool, set(), COLUMNS[tools])
    yield "Task Statements.txt", ("Task",), _task


def _named(tables: dict[str, Table], names: tuple[str, str]) -> str:
    """The name of these two that is there; of none the one that the other files would let expect."""
    is_newer = any(pair[0] in tables for pair in (TITLES, SKILLS, TOOLS, INTERESTS))
    return next((name for name in names if name in tables), names[0] if is_newer else names[1])


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


def _alternates(column: str, line: Line, _table: Table) -> Iterator[Row]:
    yield Alternate(line[CODE], "en", line[column])
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


def _tool(seen: set[str], column: str, line: Line, _table: Table) -> Iterator[Row]:
    key = line[column].strip()
    if key and key not in seen:
        seen.add(key)
        yield SkillName(key, "en", key)
    if key:
        wanted = "Y" in (line["Hot Technology"], line["In Demand"])
        yield SkillOf(line[CODE], key, 60 if wanted else 40, is_tool=True)


def _task(line: Line, _table: Table) -> Iterator[Row]:
    yield Task(line[CODE], "en", line.number, line["Task"])


def _interests(tables: dict[str, Table], name: str) -> Iterator[Row]:
    """Six rows an occupation, on a scale (OI) from 1 to 7; they stand beside each other."""
    if (table := tables.get(name)) is None:
        yield Remark("missing_file", name)
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
    yield from _said(tables, name)


def _whole(code: str, found: dict[str, int]) -> Iterator[Row]:
    if len(found) == len(KINDS):
        yield Interests(code, tuple(found[kind] for kind in KINDS))
