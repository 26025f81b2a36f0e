"""The `askwell` command. Each verb explains itself with --help and fails with one line and a non-zero code."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

DESCRIPTION = "Find work by asking well: land, hold and learn from information interviews."


class Failure(Exception):  # it is what happened, and reads so where it is raised
    """What went wrong, in one line for the person at the terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the process's exit code."""
    options = parser().parse_args(arguments)
    if options.data:
        os.environ["ASKWELL_DATA"] = str(options.data.expanduser().resolve())
    try:
        prepare()
        # the verbs import Django's models, which need the settings first
        run: Callable[[argparse.Namespace], None] = getattr(
            import_module(f"askwell.config.commands.{options.module}"), options.verb
        )
        run(options)
    except Failure as failure:
        print(f"askwell: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    return 0


def prepare() -> None:
    """Load Django with this data folder's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    django = import_module("django")
    improper = import_module("django.core.exceptions").ImproperlyConfigured
    try:
        django.setup()
    except (improper, OSError) as reason:
        raise Failure(str(reason)) from None


def parser() -> argparse.ArgumentParser:
    """Every verb with its options and help."""
    root = argparse.ArgumentParser("askwell", description=DESCRIPTION)
    root.add_argument("--data", type=Path, metavar="DIR", help="the data folder (default: your user data folder)")
    verbs = root.add_subparsers(title="commands", required=True, metavar="COMMAND")

    up = add(verbs, "up", "server", "set up and serve Askwell on this computer, and open it in your browser")
    up.add_argument("--port", type=int, help="the port to serve on (default: 8321, or a free one)")
    up.add_argument("--demo", action="store_true", help="fill an empty data folder with an invented search to look at")
    up.add_argument("--no-browser", action="store_true", help="only print the address")

    enter = add(verbs, "enter", "server", "print a link that signs in one of the people of this data folder, once")
    enter.add_argument("email", nargs="?", help="whom (default: the owner of the data folder)")

    add(verbs, "work", "worker", "run the background worker and the every-minute sweep (`up` does it for you)")
    add(verbs, "migrate", "database", "bring the database up to date (`up` does it for you)")

    files = add(verbs, "import", "data", "bring in address books, or an Askwell export into an empty data folder")
    files.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV, vCard, XLSX, ZIP or TSV files")

    following = add(verbs, "next", "data", "list what to do next, with the reasons")
    following.add_argument("--limit", type=int, default=10, help="how many at most (default: 10)")

    export = add(verbs, "export", "data", "write everything into one zip: JSON, CSV, vCard, iCalendar, readable index")
    export.add_argument("file", type=Path, metavar="FILE.zip")

    backup = add(verbs, "backup", "backup", "copy the whole database into one file, also while Askwell runs")
    backup.add_argument("file", type=Path, metavar="FILE")

    restore = add(verbs, "restore", "backup", "put a backup in the database's place; the old one is kept beside it")
    restore.add_argument("file", type=Path, metavar="FILE")

    trades = add(verbs, "occupations", "occupations", "load, remove or list official releases about occupations")
    trades.add_argument("what", choices=("load", "remove", "list"))
    trades.add_argument("name", nargs="?", help="a file, zip or folder to load; the source to remove: onet, esco …")

    add(verbs, "rotate-keys", "keys", "encrypt the passwords of mailboxes with a new key, and forget the old ones")
    add_for_hosting(verbs)
    return root


def add_for_hosting(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What only an Askwell for many needs (docs/running.md)."""
    add(
        verbs,
        "hold-outbox",
        "backup",
        "after restoring PostgreSQL: let no mail leave that may have left since the backup",
    )
    again = add(verbs, "erase-again", "erasures", "after restoring PostgreSQL: erase what was erased since the backup")
    again.add_argument("files", nargs="*", type=Path, metavar="FILE", help="erased.jsonl of each machine's data folder")
    sharding = add(verbs, "shard", "shard", "prepare PostgreSQL's tables for Citus, each workspace on one node")
    sharding.add_argument("--check", action="store_true", help="only print the statements that it would run")
    sharding.add_argument("--keys-only", action="store_true", help="without Citus: only the keys that it asks for")
    add(verbs, "static", "hosting", "collect style sheets and scripts, before a hosted Askwell is served")
    leaving = add(verbs, "sign-out", "hosting", "end every session of one account of a hosted Askwell")
    leaving.add_argument("email", metavar="EMAIL", help="whose")


def add(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, module: str, help_text: str
) -> argparse.ArgumentParser:
    """A verb, found as a function of that name (`import_` for `import`) in `config/commands/<module>.py`."""
    verb = verbs.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
    verb.set_defaults(module=module, verb="import_" if name == "import" else name.replace("-", "_"))
    return verb
