"""What the coach says of one try at an exercise, whichever drill it is."""

from askwell.coach.drills import (
    Item,
    Next,
    NextJudgement,
    Opening,
    OpeningJudgement,
    Scene,
    SpeakingJudgement,
    judge_next,
    judge_opening,
    judge_speaking,
)

Judgement = OpeningJudgement | NextJudgement | SpeakingJudgement


def judged(item: Item, text: str) -> Judgement:
    """The judgement of its drill."""
    if isinstance(item, Opening):
        return judge_opening(item, text)
    if isinstance(item, Next):
        return judge_next(item, text)
    if isinstance(item, Scene):
        return judge_speaking(item, text)
    raise TypeError(item)
