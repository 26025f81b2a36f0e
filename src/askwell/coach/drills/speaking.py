"""Judges what somebody says on a telephone, at a door or at a table: which parts of the scene it has, how long it is.

A part is there when a sentence, or a clause of one, was learned to be it (`cases/parts`); a greeting also by its words,
and a request by any other question. A number counts when it is said twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from askwell.coach import learned
from askwell.coach.drills.items import Scene
from askwell.coach.drills.parts import Part
from askwell.coach.questions.parts import asks, plain, sentences

SET = "parts"
LONGEST, MOST = 2000, 40
"""Characters and stretches that are looked at."""
WORDS_A_MINUTE, CHARACTERS_A_MINUTE = 130, 220
"""How fast one speaks calmly."""
_clause = re.compile(r"[,;:，；：、—]\s*")
_SHORTEST = 6
"""Characters of a clause that is looked at by itself."""
LIKELY_HERE = 0.6
"""The share of a threshold that is enough: a scene is only asked for what belongs into it."""
_greets = re.compile(
    r"(?:oh,? |yes,? |ah,? |oui,? |喂，?|啊，?)?(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|"
    r"all[oô]|salut|.{0,6}[你您]好|.{0,6}(?:早上|上午|中午|下午|晚上)好)",
    re.IGNORECASE,
)
_digits = re.compile(r"\d")
_TWICE = 14


@dataclass(frozen=True, slots=True)
class SpeakingJudgement:
    """`found`: the scene's parts that are there, each with the words that show it most; `missing`: those that are not;
    `seconds`: how long it takes to say calmly."""

    found: dict[Part, str]
    missing: tuple[Part, ...]
    seconds: int
    is_long: bool

    @property
    def is_good(self) -> bool:
        return not self.missing and not self.is_long


def judge_speaking(item: Scene, text: str) -> SpeakingJudgement:
    """Judge what was said in a scene."""
    text = plain(text[:LONGEST].strip())
    shown = parts(text)
    found = {part: shown[part] for part in item.parts if part in shown}
    missing = tuple(part for part in item.parts if part not in found)
    time = seconds(text, item.language)
    return SpeakingJudgement(found, missing, time, time > item.seconds * 1.25)


def seconds(text: str, language: str) -> int:
    """How long a text takes to say calmly."""
    if language == "zh-Hans":
        return round(len("".join(text.split())) * 60 / CHARACTERS_A_MINUTE)
    return round(len(text.split()) * 60 / WORDS_A_MINUTE)


def parts(text: str) -> dict[Part, str]:
    """Every part that a plain text may have, with the stretch that shows it most."""
    best: dict[Part, tuple[float, str]] = {}
    for stretch in _stretches(text):
        for part, likely in _shown(stretch):
            best[part] = max(best.get(part, (0.0, "")), (likely, stretch))
    if len(_digits.findall(text)) < _TWICE:
        best.pop(Part.NUMBER, None)
    return {part: stretch for part, (_likely, stretch) in best.items()}


def _shown(stretch: str) -> Iterator[tuple[Part, float]]:
    """The parts that a stretch may be, with how likely."""
    likely, least = learned.probabilities(SET, stretch), _least()
    yield from ((Part(label), chance) for label, chance in likely.items() if chance >= least[label])
    if _greets.match(stretch):
        yield Part.GREETING, 1.0
    elif asks(stretch):
        yield Part.ASK, likely[Part.ASK]


@cache
def _least() -> dict[str, float]:
    weights = learned.load(SET)
    return dict(zip(weights.labels, (LIKELY_HERE * weights.thresholds).tolist(), strict=True))


def _stretches(text: str) -> list[str]:
    """The sentences, and the longer clauses of each that has several."""
    found: list[str] = []
    for sentence in sentences(text):
        clauses = [one.strip() for one in _clause.split(sentence.text) if len(one.strip()) >= _SHORTEST]
        found += [sentence.text, *(clauses if len(clauses) > 1 else [])]
    return found[:MOST]
