"""Judges how somebody turned a closed question open."""

from dataclasses import dataclass

from askwell.coach import meaning
from askwell.coach.drills.items import Opening
from askwell.coach.questions import Finding, Question, check
from askwell.coach.questions.parts import asks, plain

LONGEST = 400
NEAR = 0.45
"""How near in meaning to the item's closed question, or to its open one, a question is about the same."""


@dataclass(frozen=True, slots=True)
class OpeningJudgement:
    """`asks`: it shows that it is a question; `is_near`: it is about the same; `findings`: what is wrong with it."""

    asks: bool
    is_near: bool
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        return self.asks and self.is_near and not self.findings


def judge_opening(item: Opening, text: str) -> OpeningJudgement:
    """Judge a question in the place of the item's closed one."""
    text = text[:LONGEST].strip()
    return OpeningJudgement(asks(plain(text)), _is_near(item, text), check(Question(text, item.language)))


def _is_near(item: Opening, text: str) -> bool:
    asked = meaning.vector(text)
    return bool(text) and any(float(asked @ meaning.vector(other)) >= NEAR for other in (item.text, item.better))
