"""Which of the six topics the seeker's questions touch."""

from collections.abc import Sequence

from askwell.coach import learned
from askwell.coach.dialogues.acts import asks_for_job, sentences_of
from askwell.coach.dialogues.values import Turn
from askwell.coach.questions.requests import asks_for_next

SET = "dialogue_turns"
TOPICS = ("trends", "insights", "advice", "resources", "assignments", "rapport")
LONGEST = 600
"""Characters of a turn that stand for one without a question."""

Asked = tuple[str, tuple[float, ...]]


def asked(said: Sequence[Turn], language: str) -> list[Asked]:
    """What the seeker asked, and in between said: each with numbers that say where it stands. Asking for a job or for
    the next person to talk to has no topic."""
    found: list[Asked] = []
    for number, turn in enumerate(said):
        place = number / max(1, len(said) - 1)
        questions = [text for text in sentences_of(turn.text) if text.endswith("?")]
        for text in questions:
            if not asks_for_next(text) and not asks_for_job(text, language):
                found.append((text, (1.5, place)))
        if not questions and 0 < number < len(said) - 1:
            found.append((turn.text[:LONGEST], (0.0, place)))
    return found


def covered(said: Sequence[Turn], language: str) -> set[str]:
    """The topics touched."""
    best: dict[str, float] = {}
    for text, place in asked(said, language):
        for topic, likely in learned.probabilities(SET, text, signs=place).items():
            best[topic] = max(best.get(topic, 0.0), likely)
    return learned.found(SET, best) if best else set()
