"""Cuts a question that asks two things into the two."""

import re

from askwell.coach.questions import chinese, english, french
from askwell.coach.questions.languages import CHINESE, FRENCH
from askwell.coach.questions.parts import Part

_cuts = {CHINESE: chinese.second_question, FRENCH: french.second_question}
_adds_nothing = re.compile(
    r"(?:and |but |et |mais |那)?(?:why|how so|how come|what about you|why not|why so|why that one|pourquoi|"
    r"pourquoi pas|"
    r"et vous|为什么|为何|为什么呢)\W*$",
    re.IGNORECASE,
)


def split(parts: list[Part], language: str) -> list[Part]:
    """The single questions: more than one when separate answers are wanted. "And why?" is part of the one "
    "before."""
    single: list[Part] = []
    for part in parts:
        if not (single and _adds_nothing.match(part.text)):
            single.extend(_cut(part, language))
    return single


def _cut(part: Part, language: str) -> list[Part]:
    at = _cuts.get(language, english.second_question)(part.text)
    if at is None or _adds_nothing.match(part.text[at:].lstrip(",; ")):
        return [part]
    middle = part.start + at
    return [Part(part.text[:at], part.start, middle), Part(part.text[at:], middle, part.end)]
