"""Canada's releases as CSV: NOC 2021 (its structure and its elements, in English and in French), OaSIS, and the wages
of the Job Bank. Their files are known by their columns, since their names change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from askwell.protocols.occupations.model import Alternate, Head, Interests, Remark, Row, SkillName, SkillOf, Task, Wage
from askwell.protocols.occupations.tables import Line, Table, number_in

CODE = re.compile(r"^Code\b.*\b(?:NOC|CNP)(?: 2021)? v\d", re.IGNORECASE)
OTHER_YEAR = re.compile(r"^Code\b.*\b(?:NOC|CNP) (?!2021)\d{4}", re.IGNORECASE)
TITLE = re.compile(r"^(?:Class title|Titres? de classes?)$")
ABOUT = re.compile(r"^(?:Class definition|Définitions? de la classe)$")
KIND = re.compile(r"^(?:Element Type Label (?:English|French)|Nom du type d.élément\b.*)$")
TEXT = re.compile(r"^(?:Element Description (?:English|French)|Description d(?:e l)?.élément\b.*)$")
"""The French files call their columns "Code dela CNP 2021 v1.0" and "Code de la CNP v1.0"."""
EXAMPLE = re.compile(r"example|exemple", re.IGNORECASE)
DUTY = re.compile(r"main duties|fonctions principales", re.IGNORECASE)
PREAMBLE = re.compile(r":\s*$")
OASIS = ("OaSIS Code - Final", "OaSIS Code", "Code OaSIS", "Code SIPeC - Final")
LABEL = ("OaSIS Label - Final", "OaSIS Label", "Appellation SIPeC - finale")
HOLLAND = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
NOC_OF_WAGE, MEDIAN = "NOC_CNP", "Median_Wage_Salaire_Median"
LOW, HIGH = "Low_Wage_Salaire_Minium", "High_Wage_Salaire_Maximal"


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a table says what; "" for none."""

    code: str
    title: str = ""
    about: str = ""
    kind: str = ""
    text: str = ""

    @property
    def language(self) -> str:
        french = self.title.startswith("Titre") or "French" in self.kind or self.kind.startswith("Nom")
        return "fr" if french else "en"


def kind_of(columns: list[str]) -> str:
    """ "noc", "oasis", "wages", "old" (a NOC before 2021), or "" for a table of something else."""
    if any(OTHER_YEAR.match(column) for column in columns):
        return "old"
    if any(CODE.match(column) for column in columns):
        return "noc"
    if _first(columns, OASIS):
        return "oasis"
    return "wages" if NOC_OF_WAGE in columns else ""


def layout_of(columns: list[str]) -> Layout:
    patterns = (CODE, TITLE, ABOUT, KIND, TEXT)
    return Layout(*(next((column for column in columns if one.match(column)), "") for one in patterns))


def _first(columns: list[str], names: tuple[str, ...]) -> str:
    return next((name for name in names if name in columns), "")


def noc(tables: Mapping[str, Table]) -> Iterator[Row]:
    """Unit groups (five digits) of the structure, then their elements."""
    laid = [(table, layout_of(table.columns())) for table in tables.values()]
    structures = [one for one in laid if not one[1].kind]
    if not structures:
        yield Remark("missing_file", "classification_structure.csv")
    for table, layout in structures or laid:
        yield from _units(table, layout)
    for table, layout in laid:
        if layout.kind:
            yield from _elements(table, layout)


def _units(table: Table, layout: Layout) -> Iterator[Row]:
    for line in table.rows((layout.code, layout.title or "Class title")):
        code = line[layout.code].strip()
        if len(code) == 5:
            yield Head(code, layout.language, line[layout.title], line[layout.about] if layout.about else "", noc=code)
    yield from table.remarks
    table.remarks.clear()


def _elements(table: Table, layout: Layout) -> Iterator[Row]:
    for line in table.rows((layout.code, layout.kind, layout.text or "Element Description English")):
        code, kind, text = line[layout.code].strip(), line[layout.kind], line[layout.text].strip()
        if len(code) != 5 or not text:
            continue
        if EXAMPLE.search(kind):
            yield Alternate(code, layout.language, text)
        elif DUTY.search(kind) and not PREAMBLE.search(text):
            yield Task(code, layout.language, line.number, text)
    yield from table.remarks
    table.remarks.clear()


def oasis(tables: Mapping[str, Table]) -> Iterator[Row]:
    """Of OaSIS the tables of skills and of interests; an occupation stands in a row, its ratings (0 to 5) in
    columns."""
    wanted = {
        name: table for name, table in tables.items() if re.search("skill|interest|comp.tence|int.r.t", name, re.I)
    }
    if not wanted:
        yield Remark("missing_file", "skills_oasis.csv")
    for table in wanted.values():
        yield from _oasis_heads(table)
    for name, table in wanted.items():
        columns = table.columns()
        rated = [column for column in columns if column not in (*OASIS, *LABEL)]
        is_interests = re.search("interest|int.r.t", name, re.I) is not None
        yield from _interests(table, columns) if is_interests else _ratings(table, columns, rated)


def _oasis_heads(table: Table) -> Iterator[Row]:
    columns = table.columns()
    code, label = _first(columns, OASIS), _first(columns, LABEL)
    for line in table.rows((code, label or LABEL[0])):
        key = _oasis_code(line[code])
        yield Head(key, "en", line[label], noc=key[:5])
    yield from table.remarks
    table.remarks.clear()


def _ratings(table: Table, columns: list[str], rated: list[str]) -> Iterator[Row]:
    code = _first(columns, OASIS)
    yield from (SkillName(column, "en", column) for column in rated)
    for line in table.rows((code,)):
        for column in rated:
            value = number_in(line, column, 0, 5, table.remarks)
            if value:
                yield SkillOf(_oasis_code(line[code]), column, round(20 * value))
    yield from (remark for remark in table.remarks if remark.code == "number")


def _interests(table: Table, columns: list[str]) -> Iterator[Row]:
    code = _first(columns, OASIS)
    by_name = {column.strip().lower(): column for column in columns}
    six = [by_name.get(name, name.title()) for name in HOLLAND]
    for line in table.rows((code, *six)):
        values = [number_in(line, column, 0, 5, table.remarks) for column in six]
        if None not in values:
            yield Interests(_oasis_code(line[code]), tuple(round(20 * (value or 0)) for value in values))
    yield from (remark for remark in table.remarks if remark.code in ("number", "missing_column"))


def _oasis_code(said: str) -> str:
    """Five digits, a dot and two: spreadsheets cut 21231.00 to 21231.0."""
    whole, _dot, part = said.strip().partition(".")
    return f"{whole.zfill(5)}.{part.ljust(2, '0')}"


def wages(tables: Mapping[str, Table]) -> Iterator[Row]:
    for table in tables.values():
        for line in table.rows((NOC_OF_WAGE, LOW, MEDIAN, HIGH)):
            yield from _wage(line, table)
        yield from table.remarks
        table.remarks.clear()


def _wage(line: Line, table: Table) -> Iterator[Row]:
    region = line["ER_Name"] or line["ER_Name_Nom_RE"]
    low, median, high = (number_in(line, column, 1, 5_000_000, table.remarks) for column in (LOW, MEDIAN, HIGH))
    if median is None:
        return
    per = "year" if line["Annual_Wage_Flag_Salaire_annuel"].strip() in ("1", "true", "TRUE") else "hour"
    noc = line[NOC_OF_WAGE].strip().upper().removeprefix("NOC_").zfill(5)
    yield Wage(noc, region.strip(), low, median, high, per, line["Reference_Period"].strip())
