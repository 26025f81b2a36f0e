"""`askwell import`, `next` and `export`: the local owner's data from the terminal."""

import argparse
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import unescape
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone, translation

from askwell.accounts.actions import ensure_local_owner
from askwell.accounts.models import Workspace
from askwell.accounts.queries import own_workspace
from askwell.config.cli import Failure
from askwell.config.commands.database import migrate
from askwell.desk.actions.export import export_workspace
from askwell.desk.actions.restore import WorkspaceNotEmpty, import_workspace
from askwell.desk.queries.do_next import Todo, do_next
from askwell.desk.rules.archive import UnusableArchive
from askwell.desk.web.words.counts import do_next_words
from askwell.outreach.web.words import duties, reasons
from askwell.people.actions import FileTooLargeError
from askwell.people.actions.imports import LARGEST_FILE, carry_on, receive_file, start_applying
from askwell.people.choices import ImportState
from askwell.people.models import Import
from askwell.people.web.words.imports import refusal


def import_(options: argparse.Namespace) -> None:
    with owners_workspace(options) as workspace:
        failures = [said for path in options.files if (said := bring_in(workspace, path.expanduser()))]
    for said in failures[:-1]:
        print(said)
    if failures:
        raise Failure(failures[-1])


def next(options: argparse.Namespace) -> None:  # the verb's own name
    with owners_workspace(options) as workspace:
        listed = do_next(workspace, timezone.now(), max(options.limit, 1))
        print(do_next_words(listed) if listed.todos else "Nothing is due. Add someone, or pick a new target.")
        for number, todo in enumerate(listed.todos, 1):
            title, why = in_words(todo)
            print(f"{number:>3}. {title}\n     {why}")


def export(options: argparse.Namespace) -> None:
    goal: Path = options.file.expanduser()
    if goal.exists():
        raise Failure(f"{goal} exists already; name another file.")
    with owners_workspace(options) as workspace:
        content = export_workspace(workspace=workspace, now=timezone.now())
    part = goal.with_name(goal.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(goal)
    except OSError as reason:
        part.unlink(missing_ok=True)
        raise Failure(f"the export could not be written: {reason}") from None
    print(f"Exported into {goal} ({len(content) / 1e6:.1f} MB). It holds other people's data: keep it safe.")


@contextmanager
def owners_workspace(options: argparse.Namespace) -> Iterator[Workspace]:
    """The local owner's workspace, in the owner's language and time zone; made, with its database, if need be."""
    if settings.HOSTED:
        raise Failure("this works on one person's own data folder, not on a hosted Askwell.")
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    migrate(options)
    try:
        owner = ensure_local_owner()
        with timezone.override(ZoneInfo(owner.time_zone)), translation.override(owner.language or "en"):
            own = own_workspace(owner)
            assert own is not None  # it was made with its owner
            yield own
    except DatabaseError as reason:
        raise Failure(f"the database refused: {reason}") from None


def bring_in(workspace: Workspace, path: Path) -> str:
    """Bring one file in and print what came; returns what went wrong, empty where all is well."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE or is_export(path) else b""
    except OSError as reason:
        return f"{path}: {reason.strerror}"
    if is_export(path):
        return bring_export_in(workspace, path, data)
    if size > LARGEST_FILE:
        return f"{path}: larger than {LARGEST_FILE // 2**20} MB; of LinkedIn's big zip only Connections.csv is needed."
    return bring_people_in(workspace, path, data)


def is_export(path: Path) -> bool:
    """Whether this is a zip that Askwell wrote."""
    with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        return "askwell.json" in archive.namelist()
    return False


def bring_export_in(workspace: Workspace, path: Path, data: bytes) -> str:
    try:
        rows = import_workspace(workspace=workspace, data=data, now=timezone.now())
    except WorkspaceNotEmpty:
        return f"{path}: an export comes into an empty data folder only; choose one with --data DIR."
    except UnusableArchive as reason:
        return f"{path}: this export cannot be read ({reason}); nothing was brought in."
    print(f"{path}: brought in {rows} rows.")
    return ""


def bring_people_in(workspace: Workspace, path: Path, data: bytes) -> str:
    """Read and apply at once, as the wizard would with its own guesses."""
    try:
        row = receive_file(workspace=workspace, filename=path.name, data=data, now=timezone.now())
    except FileTooLargeError:
        return f"{path}: too large."
    carry_on(workspace=workspace, import_id=row.pk, clock=timezone.now)
    if refused := refused_because(workspace, row.pk):
        return f"{path}: {refused}"
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=timezone.now())
    carry_on(workspace=workspace, import_id=row.pk, clock=timezone.now)
    print(f"{path}: {summary(workspace, row.pk)}")
    return ""


def refused_because(workspace: Workspace, import_id: UUID) -> str:
    row = Import.objects.of(workspace).defer("data").get(pk=import_id)
    return plain(refusal(row.error.get("code", ""))) if row.state == ImportState.REFUSED else ""


def summary(workspace: Workspace, import_id: UUID) -> str:
    """What came of an import, in one line."""
    counts = Import.objects.of(workspace).defer("data").get(pk=import_id).counts
    names = [
        ("new", "new"),
        ("merged", "merged"),
        ("likely", "to decide on the import's page"),
        ("aside", "kept aside"),
    ]
    said = [f"{counts.get(key, 0)} {word}" for key, word in names if counts.get(key)]
    return ", ".join(said) or "nothing new"


def in_words(todo: Todo) -> tuple[str, str]:
    """What to do, and why."""
    if todo.due:
        return plain(duties.title(todo.due)), plain(duties.why(todo.due))
    assert todo.suggested
    return plain(reasons.suggestion_title(todo.suggested)), plain(reasons.suggestion_why(todo.suggested))


def plain(html: str) -> str:
    """A page's words without their markup."""
    return unescape(re.sub(r"<[^>]+>", "", str(html)))
