"""What can go wrong while data is kept, on SQLite: a table of test, expected, measured.

    python bench/faults/keeping.py [ROW …] [--quick]

The disk is full at every point of an import and of a backup; processes are killed with SIGKILL at random moments
(`--seed`) of a migration, an import, a matching, an erasure; a backup is made while others write, and restored
elsewhere; eight write at once. `--quick` is the short form that the tests run. Ends with 1 when something measured is
not what was expected.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

from folder import ROOT, Folder, askwell, child, done

BOOK = "tests/data/contacts/linkedin/Connections.csv"


USED = (
    "askwell.config.commands.backup", "askwell.config.commands.data", "askwell.programmes.actions.solving",
    "askwell.config.urls", "django.core.management.commands.migrate", "ortools.graph.python.min_cost_flow",
)  # fmt: skip
"""Loaded once, before the children are forked."""


def prepare(folder: Folder) -> None:
    """The models: `empty`, an owner without people; `filled`, 169 people; `round`, also a programme to be matched."""
    from filling import a_round

    assert done(child(askwell("next"))) == 0
    folder.keep("empty")
    assert done(child(askwell("import", str(ROOT / BOOK)))) == 0
    folder.keep("filled")
    assert done(child(partial(a_round, 120, 40))) == 0
    folder.keep("round")


def rows(folder: Folder, chosen: argparse.Namespace) -> dict[str, Callable[[], None]]:
    from crowding import backup_under_load, eight_writers
    from full_disk import full_while_backing_up, full_while_importing
    from killing import killed_erasing, killed_importing, killed_matching, killed_migrating

    quick, times = chosen.quick, 1 if chosen.quick else chosen.kills
    seconds = chosen.seconds or (3 if quick else 600)
    return {
        "full-import": lambda: full_while_importing(folder, 2 if quick else 24),
        "full-backup": lambda: full_while_backing_up(folder, 2 if quick else 12),
        "killed-migrating": lambda: killed_migrating(folder, times),
        "killed-importing": lambda: killed_importing(folder, times),
        "killed-matching": lambda: killed_matching(folder, times),
        "killed-erasing": lambda: killed_erasing(folder, times),
        "backup-under-load": lambda: backup_under_load(folder, 1 if quick else 10),
        "writers": lambda: eight_writers(folder, seconds),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help="for example writers; all of them without a name")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seconds", type=int, default=0, help="how long eight write at once (600; quick: 3)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--begun", type=Path, help="a data folder that was started before and holds nobody")
    chosen = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    random.seed(chosen.seed)
    with tempfile.TemporaryDirectory(prefix="askwell-keeping-") as name:
        place = Path(name) / "data"
        place.mkdir()
        os.environ |= {"ASKWELL_DATA": str(place), "DJANGO_SETTINGS_MODULE": "askwell.config.settings"}
        os.environ.pop("ASKWELL_DATABASE", None)
        import django

        django.setup()
        for module in USED:
            import_module(module)
        if chosen.begun:
            shutil.copytree(chosen.begun, place, dirs_exist_ok=True)
        folder = Folder(place, Path(name) / "models", is_quick=chosen.quick)
        prepare(folder)
        known = rows(folder, chosen)
        for name in chosen.rows or known:
            known[name]()
    print(f"{folder.table.wrong} not as expected")
    return min(folder.table.wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
