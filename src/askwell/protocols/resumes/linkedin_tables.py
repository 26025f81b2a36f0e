"""The tables of LinkedIn's data export: which there are, what their columns mean, their rows."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from askwell.lib.text import clean, clean_block
from askwell.protocols.contacts.encodings import detect_encoding
from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.contacts.text_tables import Row, rows
from askwell.protocols.resumes.json_values import MOST_ITEMS, Notes

_COLUMNS = """
profile: first name, last name, headline, summary, address, zip code, geo location, twitter handles, websites
profile summary: profile summary
positions: company name, title, description, location, started on, finished on
education: school name, start date, end date, notes, degree name, activities
skills: name
languages: name, proficiency
certifications: name, url, authority, started on, finished on
volunteering: company name, role, started on, finished on, description
projects: title, description, url, started on, finished on
honors: title, description, issued on
publications: name, published on, description, publisher, url
patents: title, description, issuer, filed on, issued on, url
courses: name
test scores: name, description, score, date
organizations: name, position, description, started on, finished on
recommendations received: first name, last name, company, job title, text
email addresses: email address, primary
phonenumbers: extension, number, type
"""
_OTHER_WORDS = """
first name: prénom, 名字, 名
last name: nom, nom de famille, 姓氏, 姓
headline: titre du profil, 职业头衔, 个人标题
summary: résumé, 个人简介
geo location: lieu, 地点, 所在地区
company name: nom de l'entreprise, 公司名称
title: titre, intitulé du poste, 职位, 标题
location: lieu, 地点
description: 描述, 说明
started on: date de début, début, 开始时间, 开始日期
finished on: date de fin, fin, 结束时间, 结束日期
start date: date de début, 开始日期
end date: date de fin, 结束日期
school name: nom de l'école, 学校名称
degree name: nom du diplôme, 学位名称
name: nom, 名称
proficiency: niveau, 熟练程度
authority: organisme, 颁发机构
role: rôle, 角色
email address: adresse e-mail, 邮箱地址
number: numéro, 号码
"""
_TABLES = {
    name: tuple(column.strip() for column in columns.split(","))
    for name, columns in (line.split(": ") for line in _COLUMNS.strip().splitlines())
}
_WORDS = {
    column: {heading_key(word) for word in (column, *words.split(","))}
    for column, words in (line.split(": ") for line in _OTHER_WORDS.strip().splitlines())
}
_ABOUT_THE_EXPORT = {"confirmed", "updated on", "creation date", "status"}
_HEADING_WITHIN = 30
_NOT_LETTERS = re.compile(r"[\W_\d]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table: its cells by their columns' English names, and where it stands."""

    where: str
    cells: Mapping[str, str] = field(default_factory=dict)

    def line(self, name: str) -> str:
        return clean(self.cells.get(name, ""))

    def block(self, name: str) -> str:
        return clean_block(self.cells.get(name, ""))


def find_tables(archive: zipfile.ZipFile) -> tuple[dict[str, zipfile.ZipInfo], list[str]]:
    """The tables of a resume by name, wherever in the zip they lie, and the names of the other lists."""
    found: dict[str, zipfile.ZipInfo] = {}
    others: list[str] = []
    for info in sorted(archive.infolist(), key=lambda info: info.filename.count("/")):
        base = info.filename.rsplit("/", 1)[-1]
        name = _NOT_LETTERS.sub(" ", base.lower().removesuffix(".csv")).strip()
        if not base.lower().endswith(".csv") or base.startswith(".") or "__MACOSX" in info.filename:
            continue
        name = {"phone numbers": "phonenumbers"}.get(name, name)
        if name in _TABLES and name not in found:
            found[name] = info
        else:
            others.append(base)
    return found, others


def entries(name: str, base: str, data: bytes, notes: Notes) -> Iterator[Entry]:
    """The rows of a table below its headings, which lines of notes may precede; remarks on cells that are not kept."""
    encoding = detect_encoding(data)
    heading: list[str] = []
    count = 0
    for number, row in enumerate(islice(rows(data, encoding, ","), 100 * MOST_ITEMS)):
        if not heading:
            heading = _heading(name, row) if number < _HEADING_WITHIN else []
        elif any(cell.strip() for cell in row.cells):
            count += 1
            if count > MOST_ITEMS:
                notes.add("list_cut", base)
                return
            yield _entry(name, f"{base}:{row.line}", heading, row, notes)
    if not heading and data.strip():
        notes.add("file_not_read", base)


def _heading(name: str, row: Row) -> list[str]:
    """The columns' English names, where the row is the headings: all of them known, or two at least."""
    cells = [heading_key(cell) for cell in row.cells]
    named = [next((column for column in _TABLES[name] if key in _words(column)), key) for key in cells]
    known = sum(cell in _TABLES[name] for cell in named)
    return named if known >= min(2, len(_TABLES[name])) else []


def _words(column: str) -> set[str]:
    return _WORDS.get(column) or {heading_key(column)}


def _entry(name: str, where: str, heading: list[str], row: Row, notes: Notes) -> Entry:
    cells = dict(zip(heading, row.cells, strict=False))
    for column, cell in cells.items():
        if column not in _ABOUT_THE_EXPORT and column not in _TABLES[name] and cell.strip():
            notes.add("unknown_field", f"{where} {column}", cell)
    for cell in row.cells[len(heading) :]:
        if cell.strip():
            notes.add("unknown_field", where, cell)
    return Entry(where, {column: cell for column, cell in cells.items() if column in _TABLES[name]})
