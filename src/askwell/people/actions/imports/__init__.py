"""Bringing people in from files: receive, read, look, decide, apply, undo, or throw away."""

from askwell.people.actions.imports.applying import apply_import, start_applying
from askwell.people.actions.imports.deciding import decide, part_row, reopen
from askwell.people.actions.imports.discarding import (
    UNWRITTEN,
    WAIT_DAYS,
    discard_forgotten,
    discard_import,
    discard_waiting,
)
from askwell.people.actions.imports.reading import LARGEST_FILE, change_columns, read_import, receive_file
from askwell.people.actions.imports.undoing import UNDO_DAYS, WRITTEN, start_undoing, undo_import
from askwell.people.actions.imports.waking import carry_on, left_alone

__all__ = [
    "LARGEST_FILE",
    "UNDO_DAYS",
    "UNWRITTEN",
    "WAIT_DAYS",
    "WRITTEN",
    "apply_import",
    "carry_on",
    "change_columns",
    "decide",
    "discard_forgotten",
    "discard_import",
    "discard_waiting",
    "left_alone",
    "read_import",
    "receive_file",
    "part_row",
    "reopen",
    "start_applying",
    "start_undoing",
    "undo_import",
]
