"""Two versions, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Change:
    """A line that stayed, came or went."""

    kind: Literal["same", "came", "went"]
    text: str


def compared(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """The lines of both in order; of a place that changed, first what went."""
    return list(_changes(old, new))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Change("same", line) for line in new[b1:b2])
        else:
            yield from (Change("went", line) for line in old[a1:a2])
            yield from (Change("came", line) for line in new[b1:b2])
