"""Judges how somebody turned a closed question open."""

from dataclasses import dataclass

from askwell.coach.drills.items import Opening
from askwell.coach.questions import Finding, Question, check
from askwell.coach.questions.parts import asks, plain

LONGEST = 400


@dataclass(frozen=True, slots=True)
class OpeningJudgement:
    """`asks`: it shows that it is a question; `findings`: what is wrong with it."""

    asks: bool
    findings: tuple[Finding, ...]

    @property
    def is_good(self) -> bool:
        return self.asks and not self.findings


def judge_opening(item: Opening, text: str) -> OpeningJudgement:
    """Judge a question in the place of the item's closed one."""
    text = text[:LONGEST].strip()
    return OpeningJudgement(asks(plain(text)), check(Question(text, item.language)))
