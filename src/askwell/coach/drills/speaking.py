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
"""Characters of a clause that is looked at by itself, a Chinese one counted twice."""
_han = re.compile(r"[\u4e00-\u9fff]")
_about_them = re.compile(r"[您你](?!好)|[贵他她]|\b(?:you|your|vous|vos|votre)\b", re.IGNORECASE)
_OTHERS = {Part.WHY_YOU, Part.INSIGHT_BACK}
"""Parts that speak of the other person, and so name them."""
_did = re.compile(r"[做干当]过|[做干当]了.{1,4}年")
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
    text = text[:LONGEST].strip()
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
    """Every part that a text may have, with the stretch of it, as it was typed, that shows it most."""
    best: dict[Part, tuple[float, str]] = {}
    for start, end in _stretches(plain(text)):
        for part, likely in _shown(plain(text[start:end])):
            best[part] = max(best.get(part, (0.0, "")), (likely, text[start:end]))
    if len(_digits.findall(text)) < _TWICE:
        best.pop(Part.NUMBER, None)
    return {part: stretch for part, (_likely, stretch) in best.items()}


def _shown(stretch: str) -> Iterator[tuple[Part, float]]:
    """The parts that a stretch may be, with how likely."""
    likely, least = learned.probabilities(SET, stretch), _least()
    is_past = bool(_did.search(stretch))
    for label, chance in likely.items():
        is_wrong = (label in _OTHERS and not _about_them.search(stretch)) or (is_past and label == Part.PRESENT)
        if chance >= least[label] and not is_wrong:
            yield Part(label), chance
    if is_past:
        yield Part.PAST, likely[Part.PAST]
    if _greets.match(stretch):
        yield Part.GREETING, 1.0
    elif asks(stretch):
        yield Part.ASK, likely[Part.ASK]


@cache
def _least() -> dict[str, float]:
    weights = learned.load(SET)
    return dict(zip(weights.labels, (LIKELY_HERE * weights.thresholds).tolist(), strict=True))


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where the sentences are in a plain text, and the longer clauses of each that has several."""
    found: list[tuple[int, int]] = []
    for sentence in sentences(text):
        cuts = [one.span() for one in _clause.finditer(sentence.text)]
        begins = [sentence.start, *(sentence.start + end for _start, end in cuts)]
        ends = [*(sentence.start + start for start, _end in cuts), sentence.end]
        clauses = [
            (begin, end) for begin, end in zip(begins, ends, strict=True) if _width(text[begin:end]) >= _SHORTEST
        ]
        found += [(sentence.start, sentence.end), *(clauses if len(clauses) > 1 else [])]
    return found[:MOST]


def _width(text: str) -> int:
    """Its characters, a Chinese one twice."""
    return len(text) + len(_han.findall(text))
