"""From a LinkedIn file to searchable people, against Django's bulk_create of the same rows, in one run.

    python bench/import_people.py [ROWS] [--rounds 3] [--postgresql]

Each measurement is a process of its own on a fresh database: `floor` writes the file's persons, addresses,
employers and roles (parsed beforehand, outside the clock) with bulk_create; `import` receives, reads, sorts,
shows and applies the file, search index included. Prints medians of CPU and wall seconds, the ratio and the
peak of memory. On PostgreSQL the server's work is in the wall time only: look at that ratio there.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HEADING = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="?", type=int, default=30_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--file", type=Path, help="a Connections.csv to take instead of a generated one")
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own")
    parser.add_argument("--work", choices=("floor", "import"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.work:
        print(json.dumps(measure(chosen.work, (chosen.file or Path("/nowhere")).read_bytes())))
        return 0
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.file or make_file(Path(folder) / "Connections.csv", chosen.rows)
        if chosen.postgresql:
            from tests.postgresql import server

            with server() as address:
                report(run_all(path, chosen.rounds, folder, address))
        else:
            report(run_all(path, chosen.rounds, folder, ""))
    return 0


def make_file(path: Path, rows: int) -> Path:
    """A LinkedIn export of invented people: every eighth with an e-mail, one in twelve in Chinese characters."""
    family = [
        "Zhou",
        "Chen",
        "Thompson",
        "Fraser",
        "Nair",
        "Tremblay",
        "Khan",
        "Wilkinson",
        "Okonkwo",
        "Gagnon",
        "Petrenko",
        "Li",
        "Wong",
        "Singh",
        "Roy",
    ]
    given = [
        "Priya",
        "Min",
        "Robert",
        "Aisha",
        "Marc",
        "Hélène",
        "Siyuan",
        "Daniel",
        "Grace",
        "Omar",
        "Katherine",
        "Wei",
        "Chloé",
        "Samuel",
        "Ngozi",
    ]
    trades = [
        "Foods",
        "Logistics",
        "Analytics",
        "Health",
        "Robotics",
        "Media",
        "Energy",
        "Insurance",
        "Freight",
        "Software",
    ]
    places = [
        "Cedar",
        "Harbour",
        "Lantern",
        "Tidewater",
        "Granite",
        "Maple",
        "Juniper",
        "Copper",
        "Saltspray",
        "Kestrel",
    ]
    titles = [
        "Buyer",
        "Demand planner",
        "Data analyst",
        "Software developer",
        "Accountant",
        "Project manager",
        "Nurse",
        "Recruiter",
    ]
    lines = ["Notes:", '"When exporting your connection data, some addresses are missing."', "", HEADING]
    for n in range(rows):
        first, last = given[n % 15] + chr(97 + n // 15 % 26), family[n // 7 % 15] + chr(97 + n // 31 % 26)
        if n % 12 == 5:
            first, last = "小明思远静怡"[n % 5 : n % 5 + 2], "周陈李王张"[n // 3 % 5]
        firm = f"{places[n % 10]} {places[n // 13 % 10]} {trades[n // 17 % 10]} {n // 2 % 900}"
        mail = f"p{n}@mail.example" if n % 8 == 0 else ""
        link, day = f"https://www.linkedin.com/in/person-{n}", f"{n % 28 + 1:02d} Mar 2024"
        lines.append(",".join((first, last, link, mail, firm, titles[n % 8], day)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run_all(path: Path, rounds: int, folder: str, address: str) -> dict[str, list[dict[str, Any]]]:
    results: dict[str, list[dict[str, Any]]] = {"floor": [], "import": []}
    for turn in range(rounds):
        for work in ("floor", "import"):
            environment = {**os.environ, "ASKWELL_DATA": f"{folder}/{turn}-{work}"}
            if address:
                environment["ASKWELL_DATABASE"] = address
            command = [sys.executable, __file__, "--work", work, "--file", str(path)]
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
            results[work].append(json.loads(done.stdout.splitlines()[-1]))
    return results


def report(results: dict[str, list[dict[str, Any]]]) -> None:
    median = {
        work: {key: statistics.median(run[key] for run in runs) for key in ("cpu", "wall", "rss_mb")}
        for work, runs in results.items()
    }
    for work, values in median.items():
        print(f"{work:7} cpu {values['cpu']:6.2f} s   wall {values['wall']:6.2f} s   peak {values['rss_mb']:4.0f} MB")
    print(f"people  {results['import'][0]['people']} (floor {results['floor'][0]['people']})", end="   ")
    print({step: round(seconds, 2) for step, seconds in results["import"][-1]["steps"].items()})
    print(f"ratio   cpu {median['import']['cpu'] / median['floor']['cpu']:.2f}", end="   ")
    print(f"wall {median['import']['wall'] / median['floor']['wall']:.2f}")


def measure(work: str, data: bytes) -> dict[str, Any]:
    workspace = fresh_workspace()
    steps: dict[str, float] = {}
    prepare, write = {"floor": (parse, bulk_create), "import": (lambda data: data, bring_in)}[work]
    ready = prepare(data)
    cpu, wall = time.process_time(), time.perf_counter()
    write(workspace, ready, steps)
    spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    from askwell.people.models import Person

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**spent, "rss_mb": peak, "people": Person.objects.of(workspace).count(), "steps": steps}


def fresh_workspace() -> Any:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from askwell.accounts.models import Workspace

    call_command("migrate", verbosity=0)
    if os.environ.get("ASKWELL_DATABASE"):
        call_command("flush", verbosity=0, interactive=False)
    return Workspace.objects.create()


def parse(data: bytes) -> list[Any]:
    from askwell.protocols.contacts import ContactRecord, inspect, read

    return [record for record in read(data, inspect(data, "Connections.csv")) if isinstance(record, ContactRecord)]


def bulk_create(workspace: Any, records: list[Any], steps: dict[str, float]) -> None:
    """The same rows, as Django's documentation would write them; SQLite's search triggers rest meanwhile."""
    from django.db import connection, transaction
    from django.utils import timezone

    from askwell.people.models import ContactPoint, Organisation, Person, Role

    now = timezone.now()
    if connection.vendor == "sqlite":
        connection.cursor().execute("INSERT INTO people_search_hold VALUES (1)")
    with transaction.atomic():
        firms = {
            name: Organisation(workspace=workspace, name=name, key=name.lower())
            for name in dict.fromkeys(record.organisation for record in records)
        }
        Organisation.objects.bulk_create(firms.values(), batch_size=1000)
        people = [
            Person(
                workspace=workspace, given_name=record.name.given, family_name=record.name.family,
                native_name=record.name.native, reading=record.name.reading, known_since=record.known_since,
                sort_key=f"{record.name.family} {record.name.given}".lower(), obtained="linkedin",
                obtained_on=now.date(), source_row=record.number, created_at=now, updated_at=now,
            )
            for record in records
        ]  # fmt: skip
        Person.objects.bulk_create(people, batch_size=1000)
        ContactPoint.objects.bulk_create(
            [
                ContactPoint(
                    workspace=workspace, person=person, kind=kind, value=value, key=value, obtained="linkedin",
                    obtained_on=now.date(),
                )
                for person, record in zip(people, records, strict=True)
                for kind, values in (("email", record.emails), ("link", record.links))
                for value in values
            ],
            batch_size=1000,
        )  # fmt: skip
        Role.objects.bulk_create(
            [
                Role(workspace=workspace, person=person, organisation=firms[record.organisation], title=record.title)
                for person, record in zip(people, records, strict=True)
            ],
            batch_size=1000,
        )


def bring_in(workspace: Any, data: bytes, steps: dict[str, float]) -> None:
    """What the pages do: receive, read and show, then yes and write."""
    from django.utils import timezone

    from askwell.people.actions.imports import apply_import, read_import, receive_file, start_applying

    def timed(name: str, work: Callable[[], Any]) -> Any:
        before = time.process_time()
        result = work()
        steps[name] = time.process_time() - before
        return result

    now = timezone.now
    row = timed("receive", lambda: receive_file(workspace=workspace, filename="Connections.csv", data=data, now=now()))
    timed("read", lambda: read_import(workspace=workspace, import_id=row.pk, clock=now))
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now())
    timed("apply", lambda: apply_import(workspace=workspace, import_id=row.pk, clock=now))


if __name__ == "__main__":
    sys.exit(main())
