"""What may matter about work: put in order by choosing between two at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from askwell.coach.self_reflection.authored import lines, told


@dataclass(frozen=True, slots=True)
class Value:
    """Something about work that may matter: its `name`, one `clause` that says what is meant, and what to `ask` an
    insider about it; each by language."""

    id: str
    name: Mapping[str, str]
    clause: Mapping[str, str]
    ask: Mapping[str, str]


@lru_cache(maxsize=1)
def values() -> Mapping[str, Value]:
    """The twelve by their id."""
    every = (Value(one["id"], told(one, "name"), told(one, "clause"), told(one, "ask")) for one in lines("values"))
    return {one.id: one for one in every}
