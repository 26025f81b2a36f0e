"""The statements, as their authors wrote them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal["traits", "interests"]

TRAITS = ("openness", "conscientiousness", "extraversion", "agreeableness", "steadiness")
INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")

_LANGUAGES = {"en": "text", "zh-Hans": "text_zh", "fr": "text_fr"}


@dataclass(frozen=True, slots=True)
class Statement:
    """`scale` is the trait or the interest that it speaks of; `is_reversed`: who agrees has less of it. `told` is the
    wording by language. Of interests each is something to do, and the answer how gladly."""

    id: str
    kind: Kind
    scale: str
    is_reversed: bool
    told: Mapping[str, str]


@lru_cache(maxsize=1)
def statements() -> Mapping[str, Statement]:
    """All of them by their id, in the order in which they are asked: the scales take turns."""
    lines = files(__package__).joinpath("statements.jsonl").read_text("utf-8").splitlines()
    return {one.id: one for one in map(_statement, map(json.loads, lines))}


def _statement(told: dict[str, Any]) -> Statement:
    wordings = {language: told[name] for language, name in _LANGUAGES.items()}
    return Statement(told["id"], told["kind"], told["scale"], told["reversed"], wordings)
