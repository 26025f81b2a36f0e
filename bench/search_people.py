"""Invented people for search.py: rows as an import writes them, and what somebody types who looks for them.

Django has to be set up before this is imported.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from askwell.accounts.models import Workspace
from askwell.lib.ids import uuid7
from askwell.lib.names import reading_of
from askwell.people.actions.bulk import indexing_at_once, insert_rows
from askwell.people.actions.imports import writing
from askwell.people.actions.indexing import name_fields
from askwell.people.models import Organisation, Person, Role
from askwell.people.rules.index import index_columns, mark_of

BATCH = 5000  # as many as an import writes at once
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚文华建国志海雪梅小雨思"
_SYLLABLES = "an bel cor dan el fer gal hu is jo kar lin mar nor os per qui ros sel tom ur vik wen xi yan zo"
SYLLABLES = _SYLLABLES.split()
TITLES = (
    "Demand planner",
    "Software developer",
    "Buyer",
    "Data analyst",
    "需求计划员",
    "Project manager",
    "Accountant",
)
HASTE = {  # room for the indexes in memory, and no thought of a power cut
    "sqlite": ("PRAGMA cache_size = -1000000", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"),
    "postgresql": ("SET maintenance_work_mem = '500MB'",),
}
Row = tuple[str, str, str, str, str]  # given, family, link, employer, title


def invented(people: int, seed: int = 3) -> list[Row]:
    """Six in ten with Latin names, four in ten with Chinese ones, at 5,000 employers."""
    chance = random.Random(seed)
    firms = [
        "".join(chance.choices(SYLLABLES, k=3)).title() + chance.choice((" Foods", " Labs", " 科技", " 物流"))
        for _ in range(5000)
    ]
    rows = []
    for n in range(people):
        if chance.random() < 0.4:
            given, family = "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2)))), chance.choice(SURNAMES)
        else:
            given = "".join(chance.choices(SYLLABLES, k=2)).title()
            family = "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).title()
        link = f"https://www.linkedin.com/in/person-{n}"
        rows.append((given, family, link, chance.choice(firms), chance.choice(TITLES)))
    return rows


def queries(rows: Sequence[Row], count: int = 600, seed: int = 9) -> list[str]:
    """What people type: the beginnings of something they know, of one to six keystrokes."""
    chance = random.Random(seed)
    typed = []
    while len(typed) < count:
        given, family, _link, firm, title = chance.choice(rows)
        native = family + given if family in SURNAMES else ""
        reading = reading_of(native).lower() if native else ""
        whole = chance.choice(
            (native, reading.replace(" ", ""), "".join(word[0] for word in reading.split()))
            if native
            else (given.lower(), family.lower(), f"{given} {family}".lower())
        )
        whole = chance.choice((whole, whole, whole, firm.lower(), title.lower(), f"{whole} {firm[:4]}".lower()))
        typed.append(whole[: chance.randrange(1, 7)].strip() or whole)
    return typed


def fill(rows: Sequence[Row], now: datetime) -> Workspace:
    """A workspace with these people, their employers and roles, and the search index as an import leaves it;
    the one in the database when it has as many. Addresses and the import's ledger, which a search never sees,
    are left out: they would take most of the time."""
    workspace = Workspace.objects.order_by("id").first() or Workspace.objects.create()
    if Person.objects.of(workspace).count() >= len(rows):
        return workspace
    with connection.cursor() as cursor:
        for statement in HASTE[connection.vendor]:
            cursor.execute(statement)
    if connection.vendor == "postgresql":
        _postgresql_indexes("drop_search")
    employers: dict[str, UUID] = {}
    for start in range(0, len(rows), BATCH):
        with transaction.atomic():
            _write(workspace, rows[start : start + BATCH], employers, now)
    if connection.vendor == "postgresql":
        _postgresql_indexes("keep_search")
    connection.close()  # the next one has the settings of the app
    return workspace


def _postgresql_indexes(step: str) -> None:
    """Drop the search indexes, or build them at once: several times faster than row by row, and how the
    peer's index is built."""
    with connection.schema_editor() as editor:
        getattr(import_module("askwell.people.migrations.0002_search"), step)(None, editor)


def _write(workspace: Workspace, rows: Sequence[Row], employers: dict[str, UUID], now: datetime) -> None:
    new = {firm: uuid7() for _, _, _, firm, _ in rows if firm not in employers}
    employers |= new
    firms = [(id, firm, firm.lower(), 1, workspace.pk, None) for firm, id in new.items()]
    insert_rows(Organisation, writing.ORGANISATION, firms)
    persons = list(_persons(workspace, rows, now))
    with indexing_at_once([person[0] for person in persons]):
        insert_rows(Person, writing.PERSON, persons)
    roles = [
        (uuid7(), person[0], employers[row[3]], row[4], workspace.pk, None, True, None, None)
        for person, row in zip(persons, rows, strict=True)
    ]
    insert_rows(Role, writing.ROLE, roles)


def _persons(workspace: Workspace, rows: Sequence[Row], now: datetime) -> Iterator[tuple[Any, ...]]:
    mark, today = mark_of(workspace.pk), now.date()
    for number, (given, family, link, firm, title) in enumerate(rows, 2):
        *name, sort_key, found_by = _named(mark, given, family)
        work = _work(mark, firm, title)
        note = index_columns(mark, names=(), notes=(link,)).note
        yield (
            uuid7(), *name, "", "", sort_key, "", "", "", None, number, found_by, *work, note,
            workspace.pk, None, "linkedin", today, now, now, "", None, "", False, 1,
        )  # fmt: skip


@cache
def _named(mark: str, given: str, family: str) -> tuple[str, ...]:
    fields = name_fields(given, family, "")
    names, native = (fields["given_name"], fields["family_name"]), fields["native_name"]
    return (*names, native, fields["reading"], fields["sort_key"], index_columns(mark, names=names, native=native).name)


@cache
def _work(mark: str, firm: str, title: str) -> tuple[str, str]:
    return index_columns(mark, names=(), organisations=(firm,), titles=(title,))[1:3]
