"""What the drills are made of, as their authors wrote it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from askwell.coach.drills.parts import Part

LANGUAGES = ("en", "zh-Hans", "fr")


class Kind(StrEnum):
    """The drills, from asking to speaking."""

    OPENING_UP = "opening_up"  # a closed question is made open
    WHAT_NEXT = "what_next"  # they said this: what is asked next?
    FIRST_SECONDS = "first_seconds"
    RECEPTIONIST = "receptionist"
    VOICEMAIL = "voicemail"
    CLOSING = "closing"
    INTRODUCTION_30 = "introduction_30"
    INTRODUCTION_60 = "introduction_60"


SPEAKING = tuple(Kind)[2:]


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise. `why`: what makes the authored answers good."""

    id: str
    language: str
    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Opening(Item):
    """A closed question to somebody in this role, and an open one that asks it better."""

    role: str
    text: str
    better: str


@dataclass(frozen=True, slots=True)
class Next(Item):
    """What an insider said. `hook`: its words that want to be asked about; `good` questions do, `weak` ones do not."""

    role: str
    said: str
    hook: str
    good: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene(Item):
    """Something to be said. `said`: what the other says first, or empty; `parts`: what belongs into it; `model`: an
    example; `seconds`: how long it may take."""

    scene: str
    said: str
    parts: tuple[Part, ...]
    seconds: int
    model: str


@lru_cache(maxsize=1)
def items() -> Mapping[str, Item]:
    """All of them by their id, as they were written."""
    return {one.id: one for one in (*_openings(), *_nexts(), *_scenes())}


def _rows(name: str) -> list[dict[str, Any]]:
    lines = Path(__file__).with_name(f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _head(row: Mapping[str, Any], kind: Kind) -> tuple[str, str, Kind, str]:
    return row["id"], row["lang"], kind, row["why"]


def _openings() -> list[Opening]:
    return [
        Opening(*_head(row, Kind.OPENING_UP), row["context"], row["text"], row["better"]) for row in _rows("opening_up")
    ]


def _nexts() -> list[Next]:
    return [
        Next(*_head(row, Kind.WHAT_NEXT), row["role"], row["said"], row["hook"], tuple(row["good"]), tuple(row["weak"]))
        for row in _rows("what_next")
    ]


def _scenes() -> list[Scene]:
    return [
        Scene(
            *_head(row, Kind(row["kind"])),
            row["scene"],
            row["said"],
            tuple(Part(part) for part in row["parts"]),
            row["seconds"],
            row["model"],
        )  # fmt: skip
        for row in _rows("speaking")
    ]
