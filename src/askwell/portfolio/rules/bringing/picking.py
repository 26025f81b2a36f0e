"""What somebody ticked and typed while they looked a resume through."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EDITED = ("title", "organisation", "start", "end")
"""What of a chapter can be put right before it is kept."""


@dataclass(frozen=True, slots=True)
class Picked:
    """`ticked` holds the keys of entries, of lines ("work-2:0") and of the head ("head-email"); `edits`, by an entry's
    key, what was typed over it."""

    ticked: frozenset[str] = frozenset()
    edits: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def line_key(entry: str, number: int) -> str:
    return f"{entry}:{number}"


def apart_key(entry: str) -> str:
    """Ticked where an entry is no chapter that the story has, but another."""
    return f"{entry}:apart"
