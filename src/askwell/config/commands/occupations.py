"""`askwell occupations load`, `remove` and `list`: official releases about occupations, for everybody here."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from django.db import DatabaseError
from django.utils import timezone

from askwell.config.cli import Failure
from askwell.config.commands.database import migrate
from askwell.occupations.actions.loading import NothingToLoadError, NotLoadedError, load, remove
from askwell.occupations.choices import Source
from askwell.occupations.models import Release
from askwell.protocols.occupations import ReleaseError, Remark, releases

REFUSALS = {
    "nothing": "it holds no table of O*NET, ESCO, NOC 2021, OaSIS or the Job Bank’s wages",
    "old": "{} is of a NOC before 2021, whose codes are others; NOC 2021 is needed",
    "unreadable": "it cannot be read: {}",
}
REMARKS = {
    "encoding": "is not UTF-8 here; read as Windows-1252",
    "short": "has fewer fields than columns; left out, first missing field",
    "number": "no number that fits; left out",
    "unknown": "belongs to no row that was read; left out",
    "missing_file": "is not there; what it says is left out",
    "missing_column": "has no column",
    "wrong_release": "is of a NOC before 2021; left out",
    "damaged": "is damaged; what came before is kept",
}
ROWS = {
    "occupation": "occupations",
    "title": "titles",
    "skillname": "skills",
    "occupationskill": "skills of occupations",
    "task": "tasks",
    "wage": "wages",
}
MOST_SAID = 12


def occupations(options: argparse.Namespace) -> None:
    migrate(options)
    try:
        {"load": _load, "remove": _remove, "list": _list}[options.what](options)
    except DatabaseError as reason:
        raise Failure(f"the database refused: {reason}; nothing was changed.") from None


def _load(options: argparse.Namespace) -> None:
    if not options.name:
        raise Failure("name a file or a folder.")
    path = Path(options.name).expanduser()
    try:
        found = releases(path)
    except ReleaseError as refused:
        raise Failure(f"{path}: {REFUSALS[refused.code].format(refused.found)}.") from None
    for release in found:
        try:
            loaded = load(release=release, now=timezone.now())
        except NothingToLoadError as nothing:
            _say(nothing.remarks)
            raise Failure(f"{path}: nothing of {release.source} could be read; what was there stays.") from None
        counts = ", ".join(f"{loaded.counts[kind]} {name}" for kind, name in ROWS.items() if loaded.counts.get(kind))
        print(f"Loaded {release.source} {release.version}: {counts}.".replace(" :", ":"))
        _say(loaded.remarks)


def _say(remarks: Sequence[Remark]) -> None:
    """The first remarks by file, line and column; how many more there are."""
    for remark in remarks[:MOST_SAID]:
        line = f", line {remark.line}" if remark.line else ""
        about = ": ".join(part for part in (remark.column, remark.found) if part)
        print(f"  {remark.file or 'a row'}{line} {REMARKS[remark.code]}{f' ({about})' if about else ''}")
    more = Counter(remark.code for remark in remarks[MOST_SAID:])
    if more:
        print("  and " + ", ".join(f"{number} more ({code})" for code, number in more.items()))


def _remove(options: argparse.Namespace) -> None:
    if options.name == Source.OWN:
        raise Failure("what comes with Askwell stays.")
    try:
        remove(source=options.name or "")
    except NotLoadedError:
        names = ", ".join(Release.objects.exclude(source=Source.OWN).values_list("source", flat=True)) or "none"
        raise Failure(f"there is no release of {options.name or 'that'}; loaded: {names}.") from None
    print(f"Removed {options.name}. Load its file again to bring it back.")


def _list(_options: argparse.Namespace) -> None:
    for row in Release.objects.order_by("source"):
        print(f"{row.source} {row.version}, {row.loaded_at:%Y-%m-%d}: {row.counts.get('occupation', 0)} occupations")
