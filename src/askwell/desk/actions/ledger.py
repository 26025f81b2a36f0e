"""What was erased, by ids, in a file beside the database: a backup that is restored knows only what was erased before
it was made."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from askwell.accounts.choices import Gone
from askwell.accounts.models import Erasure


def write_down() -> int:
    """Add to the file what it lacks. Returns how many. Safe to call at any time, and by two at once."""
    path: Path = settings.ERASED_FILE
    known = {row.pk for row in told([path])}
    new = [row for row in Erasure.objects.order_by("pk") if row.pk not in known]
    if new:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as file:
            file.write("".join(map(_line, new)).encode())
            file.flush()
            os.fsync(file.fileno())
    return len(new)


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
