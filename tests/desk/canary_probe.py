"""Plants a word of its own in every text column of a real data folder, backs it up, erases by the page, restores the
backup, and prints after each step which words are left in any table and in any file.

Run as a process of its own with ASKWELL_DATA, a folder that was started before; on PostgreSQL with its database, which
is dumped and restored as docs/running.md says.
"""

import json
import os
import re
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402 - models need the settings first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from askwell.accounts.actions import ensure_local_owner  # noqa: E402
from askwell.accounts.models import User, Workspace  # noqa: E402
from askwell.config.commands.backup import backup, restore  # noqa: E402
from askwell.config.commands.erasures import erase_again  # noqa: E402
from askwell.desk.actions.ledger import write_down_new  # noqa: E402
from askwell.outreach.models import Dispatch, Thread  # noqa: E402
from askwell.people.models import Import, Person  # noqa: E402
from tests.desk.planting import forget_what_is_not_theirs  # noqa: E402
from tests.factories.mail import a_mailbox  # noqa: E402
from tests.programmes.queries.test_shared import mark_every_column  # noqa: E402

WORD = re.compile(rb"zq\d{4}q")
MANY = 30
ADDRESS = os.environ.get("ASKWELL_DATABASE", "")
ON_SQLITE = connection.vendor == "sqlite"
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
FOUND = {
    "sqlite": "SELECT COUNT(*) FROM people_search WHERE people_search MATCH 'zq*'",
    "postgresql": "SELECT COUNT(*) FROM people_person WHERE search_name LIKE '%zq%'",
}
MAIL = {"to": "zq9001q@mail.example", "to_name": "zq9002q", "subject": "zq9003q", "body": "zq9004q", "mail_id": "x"}


def in_tables() -> set[str]:
    """Words in any row of any table, those of the search index included."""
    found: set[str] = set()
    for (name,) in asked(TABLES[connection.vendor]):
        rows = asked(f'SELECT * FROM "{name}"')
        found.update(word.decode() for word in WORD.findall(repr([tuple(map(plain, row)) for row in rows]).encode()))
    return found


def asked(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def in_files() -> set[str]:
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    return {word.decode() for path in files for word in WORD.findall(path.read_bytes())}


def searched() -> int:
    """How many the search index still leads to."""
    return int(asked(FOUND[connection.vendor])[0][0])


def keep(copy: Path) -> None:
    if ON_SQLITE:
        backup(Namespace(file=copy))
    else:
        subprocess.run(["pg_dump", "--format=custom", "--no-owner", f"--file={copy}", ADDRESS], check=True)


def bring_back(copy: Path) -> None:
    """The older backup, and what has to be done after it."""
    if ON_SQLITE:
        connection.close()
        restore(Namespace(file=copy))
        return
    write_down_new()  # a worker does, every minute
    connection.close()
    how = ["--clean", "--if-exists", "--no-owner", "--exit-on-error", "--single-transaction"]
    subprocess.run(["pg_restore", *how, f"--dbname={ADDRESS}", copy], check=True)
    assert len(in_tables()) >= MANY, "the backup holds what was erased"
    erase_again(Namespace(files=[settings.ERASED_FILE]))


def plant(workspace: Workspace) -> None:
    mark_every_column(workspace)
    now = timezone.now()
    box = a_mailbox(workspace, now=now, address="mei@seeker.example", imap_port=1, smtp_port=1)
    thread = Thread.objects.of(workspace).get()
    Dispatch.objects.create(workspace=workspace, mailbox=box, thread=thread, asked_at=now, due_at=now, **MAIL)


def main(what: str, copy: str) -> None:
    owner = ensure_local_owner()
    assert owner.workspace
    plant(owner.workspace)
    address = "/data/erase/"
    if what == "person":
        forget_what_is_not_theirs(owner.workspace)
        kept = {"filename": "", "source": "", "digest": "", "options": {}, "counts": {}, "error": {}, "layout": {}}
        Import.objects.of(owner.workspace).update(state="done", **kept)
        owner.workspace.profile.__class__.objects.filter(workspace=owner.workspace).delete()
        address = f"/people/{Person.objects.of(owner.workspace).get().pk}/erase/"
    steps = [look()]
    keep(Path(copy))
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(User.objects.get(pk=owner.pk))
    assert client.post(address).status_code == 302
    steps.append(look())
    bring_back(Path(copy))
    for kept_file in Path(settings.DATA_DIR).glob("askwell.before-*"):
        assert not WORD.search(kept_file.read_bytes())
    steps.append(look())
    print("\n" + json.dumps(steps))


def look() -> list[int]:
    return [len(in_tables()), len(in_files()), searched()]


main(*sys.argv[1:])
