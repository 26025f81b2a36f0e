"""Situations at work and at the edge of it: what one could say or do, which is best here, and why."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = {"en": "", "zh-Hans": "_zh", "fr": "_fr"}
LEVELS = range(4, 11)
"""The Canadian Language Benchmarks that the situations are written for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A situation in one language."""

    text: str
    options: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Situation:
    """`best` is the place of the best option, from 0, the same in every language; `level` a Canadian Language
    Benchmark."""

    id: str
    category: str
    level: int
    best: int
    told: Mapping[str, Telling]


@lru_cache(maxsize=1)
def situations() -> Mapping[str, Situation]:
    """All of them by their id, the easiest to read first."""
    lines = Path(__file__).with_name("situations.jsonl").read_text("utf-8").splitlines()
    every = sorted((_situation(json.loads(line)) for line in lines), key=lambda one: (one.level, one.id))
    return {one.id: one for one in every}


def _situation(row: dict[str, Any]) -> Situation:
    told = {
        language: Telling(row[f"text{end}"], tuple(row[f"options{end}"]), row[f"why{end}"])
        for language, end in LANGUAGES.items()
    }
    return Situation(row["id"], row["category"], row["level"], row["best"], told)
