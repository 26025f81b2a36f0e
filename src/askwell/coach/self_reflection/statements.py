"""The statements, as their authors wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from askwell.coach.self_reflection.authored import lines, told

Kind = Literal["traits", "interests"]

TRAITS = ("openness", "conscientiousness", "extraversion", "agreeableness", "steadiness")
INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")


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
    return {one.id: one for one in map(_statement, lines("statements"))}


def _statement(line: dict[str, Any]) -> Statement:
    return Statement(line["id"], line["kind"], line["scale"], line["reversed"], told(line, "text"))
