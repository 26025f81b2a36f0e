"""Which of the insider's own words come back in the seeker's."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from askwell.coach.drafts.tables import ENGLISH, FRENCH
from askwell.coach.insider.memory import Memory
from askwell.coach.insider.trades import Story, knowledge
from askwell.lib.text import HAN

_word = re.compile(rf"[^\W\d_{HAN}]{{3,}}")
_han = re.compile(rf"[{HAN}]+")
_COMMON = 5
"""Words that more stories than this use say nothing about which is meant."""

_SMALL = frozenset(word[:5] for word in ENGLISH | FRENCH)


def echo(sentence: str, memory: Memory) -> float:
    """How much of the part told last comes back, from 0 to 1; words of its hook count most."""
    story = memory.current
    if not story:
        return 0.0
    stage = max(1, memory.stages[story])
    words = _telling(sentence, memory)
    hooked = marks(sentence) & marks(" ".join(story.hooks[: min(stage, 2)])) - _SMALL
    heard = words & marks(" ".join(story.parts[:stage]))
    return min(1.0, 0.45 * len(hooked) + 0.2 * len(heard))


def referred(sentence: str, memory: Memory) -> Story | None:
    """The story, begun but not told to the end and not the last one, whose hook comes back."""
    words = _telling(sentence, memory)
    begun = [one for one, stage in memory.stages.items() if 0 < stage < 3 and one != memory.current]
    found = {one: len(words & marks(one.hooks[memory.stages[one] - 1])) for one in begun}
    best = max(found, key=found.__getitem__, default=None)
    current = memory.current
    here = len(words & marks(" ".join(current.hooks))) if current else 0
    least = 3 if memory.persona.language == "zh-Hans" else 1
    return best if best and found[best] >= least and found[best] > here else None


def _telling(sentence: str, memory: Memory) -> set[str]:
    """The words of a sentence that only few stories use."""
    often = _often(memory.persona.trade, memory.persona.language)
    return {mark for mark in marks(sentence) if 0 < often[mark] <= _COMMON}


@cache
def _often(trade: str, language: str) -> Counter[str]:
    return _count(marks(" ".join(story.parts)) for story in knowledge(trade, language).stories)


def _count(texts: Iterable[set[str]]) -> Counter[str]:
    return Counter(mark for text in texts for mark in text)


def marks(text: str) -> set[str]:
    """Beginnings of words, and pairs of Han characters."""
    pairs = {run[at : at + 2] for run in _han.findall(text) for at in range(len(run) - 1)}
    return {word[:5] for word in _word.findall(text.lower())} | pairs
