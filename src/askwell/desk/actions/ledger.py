"""What was erased, by ids, in a file beside the database: a backup that is restored knows only what was erased before
it was made."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from askwell.accounts.choices import Gone
from askwell.accounts.models import Erasure
from askwell.lib.ids import uuid7

OVERLAP = 60 * 60 * 1000
"""In milliseconds: a row becomes visible when its transaction ends, and machines' clocks differ."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a process has read a file, which of the newest rows are in it, and from which id on to look for more."""

    size: int = 0
    held: frozenset[UUID] = frozenset()
    since: UUID = UUID(int=0)


_places: dict[Path, Place] = {}


def write_down() -> int:
    """Add to the file what it lacks. Returns how many. Safe to call at any time, and by two at once."""
    _places.pop(settings.ERASED_FILE, None)
    return write_down_new()


def write_down_new() -> int:
    """The same for a database that goes on: what this process saw in the file or the table before is not read again."""
    path: Path = settings.ERASED_FILE
    now, (place, torn) = uuid7(), _read_on(path)
    new = [row for row in Erasure.objects.filter(pk__gte=place.since).order_by("pk") if row.pk not in place.held]
    if new:
        _append(path, b"\n" * bool(torn) + "".join(map(_line, new)).encode())
    since = UUID(int=now.int - (OVERLAP << 80))
    _places[path] = Place(place.size, frozenset(key for key in place.held if key >= since), since)
    return len(new)


def _read_on(path: Path) -> tuple[Place, bytes]:
    """From where this process left off, or from the start where the file is gone or another; and a last line that
    does not end."""
    place = _places.get(path, Place())
    if not path.exists() or path.stat().st_size < place.size:
        place = Place()
    lines, end, torn = _bytes_from(path, place.size).rpartition(b"\n")
    held = place.held.union(row.pk for row in map(_read, lines.splitlines()) if row)
    return Place(place.size + len(lines + end), held, place.since), torn


def _bytes_from(path: Path, start: int) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        file.seek(start)
        return file.read()


def _append(path: Path, lines: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def told(paths: Iterable[Path]) -> list[Erasure]:
    """What such files say, oldest first; a line that was torn off, or is none, is passed over. Raises OSError for a
    file that is there and cannot be read."""
    lines = [line for path in paths if path.exists() for line in path.read_bytes().splitlines()]
    rows = {row.pk: row for row in map(_read, lines) if row}
    return [rows[key] for key in sorted(rows)]


def _line(row: Erasure) -> str:
    told = {"id": row.pk, "what": row.what, "place": row.place, "key": row.key, "stopped": row.is_stopped}
    return json.dumps(told, default=str) + "\n"


def _read(line: bytes) -> Erasure | None:
    try:
        told: Any = json.loads(line)
        key, place, what = (UUID(told[name]) for name in ("id", "place", "key"))
        return Erasure(id=key, place=place, key=what, what=Gone(told["what"]), is_stopped=told["stopped"] is True)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
