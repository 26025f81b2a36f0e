"""What taking everyone out costs: `export_people.py [PEOPLE]`, each format in a process of its own.

Each person has two addresses, two roles, a tie, a tag and two notes. Peak memory is that of the whole process while
the file is written to a file piece by piece, beside the same process before it began.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


def fill(people: int) -> None:
    """A workspace of so many people."""
    from django.core.management import call_command

    from askwell.accounts.actions import ensure_local_owner
    from askwell.people import models as m
    from askwell.people.actions.indexing import reindex_everyone

    call_command("migrate", verbosity=0)
    workspace = ensure_local_owner().workspace
    assert workspace
    made = {"created_at": NOW, "updated_at": NOW, "workspace": workspace}
    persons = m.Person.objects.bulk_create(
        m.Person(given_name=f"Given {n}", family_name=f"Family {n % 977}", sort_key=f"{n:07}", **made)
        for n in range(people)
    )
    employer = m.Organisation.objects.create(workspace=workspace, name="Cedar & Pine Foods", key="cedar and pine foods")
    tag = m.Tag.objects.create(workspace=workspace, name="food", key="food")
    of = {"workspace": workspace}
    for model, rows in (
        (m.ContactPoint, lambda n, p: [
            {"kind": "email", "value": f"p{n}@mail.example", "key": f"p{n}@mail.example", "obtained": "card"},
            {"kind": "phone", "value": f"+1604{n:07}", "key": f"+1604{n:07}"},
        ]),
        (m.Role, lambda n, p: [
            {"organisation": employer, "title": "Buyer"},
            {"organisation": employer, "title": "Clerk", "is_current": False, "started_on": date(2010, 1, 1)},
        ]),
        (m.Tie, lambda n, p: [{"kind": "classmate", "strength": 2}]),
        (m.PersonTag, lambda n, p: [{"tag": tag}]),
        (m.Note, lambda n, p: [{"text": "Met at the fair, 谈了很久。" * 5, "written_at": NOW}] * 2),
    ):  # fmt: skip
        hung = (model(person=p, **of, **row) for n, p in enumerate(persons) for row in rows(n, p))
        model.objects.bulk_create(hung, batch_size=5000)
    reindex_everyone(workspace)


def take_out(suffix: str) -> None:
    """Print seconds of CPU, MB of memory before and at the peak, MB of the file."""
    from askwell.accounts.models import Workspace
    from askwell.desk.actions import export_people
    from askwell.desk.queries.cards import everyone

    workspace = Workspace.objects.get()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began, size = time.process_time(), 0
    write = {"vcf": export_people.vcards, "csv": export_people.table}[suffix]
    with tempfile.TemporaryFile() as file:
        for piece in write(workspace=workspace, ids=everyone(workspace), whole=True):
            size += file.write(piece)
    spent, peak = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{suffix}: {spent:.1f} s CPU, {before:.0f} MB before, {peak:.0f} MB at the peak, file {size / 1e6:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", nargs="?", type=int, default=30_000)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        import django

        django.setup()
        fill(asked.people) if asked.part == "fill" else take_out(asked.part)
        return
    with tempfile.TemporaryDirectory() as data:
        env = {**os.environ, "ASKWELL_DATA": data, "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        for part in ("fill", "vcf", "csv"):
            command = [sys.executable, str(Path(__file__)), str(asked.people), "--part", part]
            subprocess.run(command, env=env, check=True)


if __name__ == "__main__":
    main()
