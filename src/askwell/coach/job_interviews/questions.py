"""The questions as their authors wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = {"en": "", "zh-Hans": "_zh", "fr": "_fr"}
"""With the ending of their fields in the file."""
LEVELS = ("entry", "experienced", "lead")
ANY = "any"


class Kind(StrEnum):
    """What sort of question it is."""

    OPENING = "opening"
    BEHAVIOURAL = "behavioural"  # what you did: wants a story
    SITUATIONAL = "situational"  # what you would do
    NEWCOMER = "newcomer"  # a gap, no experience here, a diploma from elsewhere
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Telling:
    """A question in one language; `wants`: what the interviewer hopes to hear."""

    text: str
    wants: str


@dataclass(frozen=True, slots=True)
class Question:
    """`level`: one of `LEVELS` or any; `trade`: a trade of the insiders, empty: asked in every trade."""

    id: str
    kind: Kind
    level: str
    trade: str
    told: Mapping[str, Telling]


@lru_cache(maxsize=1)
def questions() -> Mapping[str, Question]:
    """All of them by their id."""
    lines = Path(__file__).with_name("questions.jsonl").read_text("utf-8").splitlines()
    return {one.id: one for one in map(_question, map(json.loads, lines))}


def _question(row: Mapping[str, Any]) -> Question:
    told = {language: Telling(row[f"text{end}"], row[f"wants{end}"]) for language, end in LANGUAGES.items()}
    return Question(row["id"], Kind(row["kind"]), row["level"], row["trade"], told)
