"""Search as you type among 30,000 people: milliseconds a query, through the function that the pages call.

    python bench/search.py [PEOPLE] [--postgresql]

Six in ten people have Latin names, four in ten Chinese ones. 600 queries of one to six keystrokes: name and
employer prefixes, characters, pinyin, initials, titles, two words. Prints median, 95th percentile and maximum
of CPU and wall time (on PostgreSQL only the wall time holds the server's work).
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚文华建国志海雪梅小雨思"
SYLLABLES = [
    "an",
    "bel",
    "cor",
    "dan",
    "el",
    "fer",
    "gal",
    "hu",
    "is",
    "jo",
    "kar",
    "lin",
    "mar",
    "nor",
    "os",
    "per",
    "qui",
    "ros",
    "sel",
    "tom",
    "ur",
    "vik",
    "wen",
    "xi",
    "yan",
    "zo",
]
TITLES = (
    "Demand planner",
    "Software developer",
    "Buyer",
    "Data analyst",
    "需求计划员",
    "Project manager",
    "Accountant",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", nargs="?", type=int, default=30_000)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    chosen = parser.parse_args()
    if chosen.postgresql:
        sys.path.insert(0, str(ROOT))
        from tests.postgresql import server

        with server() as address:
            command = [sys.executable, __file__, str(chosen.people)]
            return subprocess.run(command, env={**os.environ, "ASKWELL_DATABASE": address}, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ASKWELL_DATA"] = folder
        run(chosen.people)
    return 0


def run(people: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    workspace, rows = fill(people)
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE people_person")
    measure(workspace, queries(rows))


def fill(people: int) -> tuple[Any, list[tuple[str, ...]]]:
    from django.utils import timezone

    from askwell.accounts.models import Workspace
    from askwell.people.actions.imports import apply_import, read_import, receive_file, start_applying

    rows = invented(people)
    data = "\n".join(["First Name,Last Name,URL,Email Address,Company,Position,Connected On", *map(",".join, rows)])
    workspace, now = Workspace.objects.create(), timezone.now
    row = receive_file(workspace=workspace, filename="Connections.csv", data=data.encode(), now=now())
    read_import(workspace=workspace, import_id=row.pk, clock=now)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now())
    apply_import(workspace=workspace, import_id=row.pk, clock=now)
    return workspace, rows


def invented(people: int, seed: int = 3) -> list[tuple[str, ...]]:
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
        rows.append((given, family, link, "", chance.choice(firms), chance.choice(TITLES), "14 Mar 2024"))
    return rows


def queries(rows: Sequence[tuple[str, ...]], count: int = 600, seed: int = 9) -> list[str]:
    """What people type: the beginnings of something they know."""
    from askwell.lib.names import reading_of

    chance = random.Random(seed)
    typed = []
    while len(typed) < count:
        given, family, _link, _mail, firm, title, _day = chance.choice(rows)
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


def measure(workspace: Any, typed: Sequence[str]) -> None:
    from askwell.people.queries import search

    for text in typed[:30]:
        search(workspace, text, limit=10)
    cpu, wall, found = [], [], 0
    for text in typed:
        before, started = time.process_time(), time.perf_counter()
        found += bool(search(workspace, text, limit=10))
        cpu.append((time.process_time() - before) * 1000)
        wall.append((time.perf_counter() - started) * 1000)
    print(f"{len(typed)} queries, {found} answered")
    for name, values in (("cpu ", cpu), ("wall", wall)):
        values.sort()
        tail = values[int(len(values) * 0.95)]
        print(f"{name} median {statistics.median(values):.2f} ms   95 % {tail:.2f} ms   max {values[-1]:.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
