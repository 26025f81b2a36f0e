"""Which of the prepared questions somebody has just asked, in whatever words."""

from collections.abc import Mapping
from uuid import UUID

from askwell.coach import meaning

ALIKE = 0.7
"""How near in meaning a question is at least that was asked (1: the same)."""


def asked_now(text: str, questions: Mapping[UUID, str]) -> UUID | None:
    """The prepared question that `text` asks; None where it is another one."""
    likeness = meaning.vectors(list(questions.values())) @ meaning.vector(text)
    best = max(zip(likeness, questions, strict=True), default=(0.0, None), key=lambda pair: float(pair[0]))
    return best[1] if best[0] >= ALIKE else None
