"""The sets that the coach learns from: what of a case is looked at, and what is learned about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from askwell.coach.learned.features import Layout

Case = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Learned:
    """A set. `labels` gives those of a case; of labels called FIELD:VALUE only one a field can be true.

    `text`, `beside` and `signs` are what the coach passes to `askwell.coach.learned.probabilities`.
    """

    text: Callable[[Case], str]
    labels: Callable[[Case], set[str]]
    layout: Layout = Layout()
    beside: Callable[[Case], str] = lambda _: ""
    signs: Callable[[Case], Sequence[float]] = lambda _: ()
    strength: float = 30.0
    """How closely the weights follow the cases (the inverse of how much large weights cost)."""


def _question(case: Case) -> set[str]:
    return {*case["flaws"], *([f"topic:{case['topic']}"] if case["topic"] else [])}


SETS = {
    "questions": Learned(lambda case: case["text"], _question),
    "drafts": Learned(lambda case: case["body"], lambda case: set(case["flags"])),
    "parts": Learned(lambda case: case["text"], lambda case: {case["part"]} - {"none"}),
    "insider": Learned(lambda case: case["text"], lambda case: {f"asks:{case['asks']}"}, strength=10.0),
}
