"""The sets that the coach learns from: what of a case is looked at, and what is learned about it."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from askwell.coach.drafts import judging as drafts_judging
from askwell.coach.drafts.ruled import by_rules
from askwell.coach.learned.features import Layout
from askwell.coach.questions import judging
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import plain

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
from cases_drafts import message

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
    strength: float = 10.0
    """How closely the weights follow the cases (the inverse of how much large weights cost)."""


def _question(case: Case) -> set[str]:
    return {*case["flaws"], *([f"topic:{case['topic']}"] if case["topic"] else [])}


SETS = {
    "questions": Learned(
        lambda case: plain(case["text"]),
        _question,
        judging.LAYOUT,
        signs=lambda case: judging.signs(plain(case["text"]), settled(case["lang"], case["text"])),
    ),
    "drafts": Learned(
        lambda case: case["body"],
        lambda case: set(case["flags"]),
        drafts_judging.LAYOUT,
        signs=lambda case: drafts_judging.signs(by_rules(message(case))),
    ),
}
