"""What the seeker's last words ask for, in the light of what was said before."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from askwell.coach import learned, meaning
from askwell.coach.insider.echoes import echo, referred
from askwell.coach.insider.lines import topics
from askwell.coach.insider.memory import Memory, sentences
from askwell.coach.insider.tongues import is_foreign
from askwell.coach.insider.trades import Story
from askwell.coach.insider.wordings import (
    AIMS,
    ANNOUNCING,
    APOLOGY,
    ASKING,
    ASKING_ON,
    CLAUSES,
    COURTESIES,
    HARD,
    LIKING,
    NAMING,
    NO,
    NO_JOB,
    REWORDING,
    SELF,
    THEIR_JOB,
    YES,
)
from askwell.lib.text import to_simplified

MOST_SENTENCES = 12
MOST_ASPECTS = 4  # that a question is compared with stories of
_UNSURE, _UNSURE_ASKED = 0.35, 0.12  # a statement, or a question, that is less like any label is not understood
_AFFRONT = 0.6  # nobody is taken to ask for a job on less
_ALIKE = 0.6  # from here on a question is like one that a story answers
_ALL_BUT_SURE = 0.85  # a statement heard as a question

ENOUGH_TO_PART = 3
"""Parts that must have been told before thanks alone are taken for a goodbye."""

_SHORT = {"en": 80, "fr": 80, "zh-Hans": 24}  # characters

FOLLOWING = ("go_on", "mirror")
ASKED = ("names", "may_use_name", "time_check", "repeat", "personal", "job")
"""What asks for something beside the work."""

MANNERS = (
    "close",
    "no_job",
    "introduce",
    "announced",
    "rapport",
    "thanks_for_time",
    "greet",
    "mirror",
    "go_on",
    "told",
)
"""What a statement can be, the weightiest first."""

NO_AIMS = ("greet", "introduce", "mirror", "rapport", "repeat", "thanks_for_time", "time_check", "unclear")
"""What nobody says that they want to hear about."""

_BEFORE_ASKING = {"no_job": NO_JOB, "announced": ANNOUNCING}

NO_QUESTIONS = (*MANNERS[:7], "unclear")
"""What leaves the word to another question of the same turn, even with a question mark."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`act` is an aspect of the work, a label of the cases, or `yes`, `no`, `silence`, `other_language`, `reword`,
    `told`. `story` answers it best, where one does; `several` that more was asked than is answered."""

    act: str
    story: Story | None = None
    several: bool = False
    sureness: float = 0.0


def hear(memory: Memory) -> Heard:
    """What the seeker wants, or says, with their last turn."""
    language = memory.persona.language
    text = _tidied(memory.words, language)
    if not any(char.isalnum() for char in text):
        return Heard("repeat" if re.search("[?？]", text) and memory.last else "silence")
    if is_foreign(text, language):
        return Heard("other_language")
    if short := _short_answer(text, memory) or _courtesy(text, language):
        return Heard(short)
    clauses = [clause for one in sentences(text) for clause in CLAUSES[language].split(one) if clause.strip()]
    return _chosen([_judged(one, memory) for one in clauses[:MOST_SENTENCES]])


def _tidied(text: str, language: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKC", text) if char == "\n" or char.isprintable())
    return to_simplified(plain) if language == "zh-Hans" else plain


def _short_answer(text: str, memory: Memory) -> str:
    """A yes or a no to what was offered."""
    language = memory.persona.language
    if not memory.offered or len(text) > _SHORT[language] / 2:
        return ""
    return "yes" if YES[language].search(text) else "no" if NO[language].search(text) else ""


def _courtesy(text: str, language: str) -> str:
    """What is said the same way by everybody."""
    if len(text) > _SHORT[language]:
        return ""
    return next((act for act, wording in COURTESIES.items() if wording[language].search(text)), "")


def _chosen(judged: list[tuple[Heard, bool]]) -> Heard:
    """Of all sentences: an ask for a job, else the first question, else the weightiest statement."""
    every = [one for one, _ in judged]
    if job := next((one for one in every if one.act == "job"), None):
        return job
    asked = [one for one, is_question in judged if is_question and one.act not in NO_QUESTIONS]
    if not asked:
        return min(every, key=lambda one: MANNERS.index(one.act) if one.act in MANNERS else len(MANNERS))
    first = min(asked, key=_standing_back)
    others = {one.act for one in asked if _standing_back(one) == 0} - {first.act}
    return replace(first, several=bool(others) and _standing_back(first) == 0)


def _standing_back(heard: Heard) -> int:
    """How far a question leaves the word to others of the same turn."""
    if heard.act in FOLLOWING:
        return 0 if heard.sureness >= _ALL_BUT_SURE else 1
    return 2 if heard.act in ("time_check", "repeat", "reword") else 0


def _judged(sentence: str, memory: Memory) -> tuple[Heard, bool]:
    """What one sentence does, and whether it asks."""
    language = memory.persona.language
    if REWORDING[language].search(sentence):
        return Heard("reword"), True
    if _courtesy(sentence, language) == "close":
        return Heard("close"), False
    if found := _before_asking(sentence, language):
        act, rest = found
        asks = ASKING[language].search(rest) or AIMS[language].search(rest)
        return _judged(rest, memory) if asks else (Heard(act), False)
    likely = _likely(sentence)
    if ASKING[language].search(sentence):
        heard = _question(sentence, likely, memory)
        return heard, True
    heard = _statement(sentence, likely, memory)
    return heard, heard.act in ASKED or heard.act in topics(language)


def _before_asking(sentence: str, language: str) -> tuple[str, str] | None:
    """What is said before one asks, and the words after it."""
    for act, wording in _BEFORE_ASKING.items():
        if match := wording[language].search(sentence):
            return act, sentence[match.end() :]
    return None


def _question(sentence: str, likely: dict[str, float], memory: Memory) -> Heard:
    story, alike = _nearest(sentence, likely, memory)
    if alike >= _ALIKE and story:
        likely = likely | {story.aspect: likely[story.aspect] + alike - _ALIKE + 0.15}
    if LIKING[memory.persona.language].search(sentence):
        likely = likely | {"best": 1.0, "job": 0.0}
    if HARD[memory.persona.language].search(sentence):
        likely = likely | {"hardest": 1.0}
    if THEIR_JOB[memory.persona.language].search(sentence):
        likely = likely | {"job": 0.0, "personal": likely["personal"] - 0.3}
    aims = AIMS[memory.persona.language].search(sentence)
    best = max((one for one in likely if not (aims and one in NO_AIMS)), key=likely.__getitem__)
    if earlier := referred(sentence, memory):
        return Heard("go_on", earlier)
    if best == "job" and NAMING[memory.persona.language].search(sentence):
        best = "names"
    following = max(likely[one] for one in FOLLOWING) + echo(sentence, memory)
    if ASKING_ON[memory.persona.language].search(sentence):
        following += 0.5
    if memory.current and following > likely[best] and best not in ("job", "personal", "repeat"):
        return Heard("go_on", sureness=following)
    if aims and SELF[memory.persona.language].search(sentence) and likely["introduce"] > likely[best]:
        return Heard("introduce", sureness=likely["introduce"])
    if likely[best] < (_AFFRONT if best == "job" else _UNSURE_ASKED) or best == "unclear":
        return Heard("unclear", sureness=likely[best])
    if best == "close":
        best = _goodbye_or_thanks(likely, memory)
    told = story if story and story.aspect == best and alike >= _ALIKE else None
    return Heard(best, told, sureness=likely[best])


def _statement(sentence: str, likely: dict[str, float], memory: Memory) -> Heard:
    """A statement is no question about the work, unless it plainly wants to hear of it."""
    best = max(likely, key=likely.__getitem__)
    if best == "repeat" and APOLOGY[memory.persona.language].search(sentence):
        return Heard("told")
    if AIMS[memory.persona.language].search(sentence):
        return _question(sentence, likely, memory)
    plain = max((one for one in likely if one in (*MANNERS[:-1], *ASKED)), key=likely.__getitem__)
    if likely[best] >= _ALL_BUT_SURE and best in topics(memory.persona.language) and likely[plain] < _UNSURE:
        return Heard(best, sureness=likely[best])
    if memory.current and (earlier := referred(sentence, memory)):
        return Heard("mirror", earlier)
    if likely[plain] >= _UNSURE:
        return Heard(_goodbye_or_thanks(likely, memory) if plain == "close" else plain, sureness=likely[plain])
    if echo(sentence, memory) and memory.current:
        return Heard("mirror")
    return Heard("told" if SELF[memory.persona.language].search(sentence) else "unclear")


def _goodbye_or_thanks(likely: dict[str, float], memory: Memory) -> str:
    """An end that was not meant costs more than one more question."""
    parting = likely["close"] >= _ALL_BUT_SURE and memory.parts_told >= ENOUGH_TO_PART
    return "close" if parting else "thanks_for_time"


@lru_cache(maxsize=4096)
def _likely(sentence: str) -> dict[str, float]:
    found = learned.probabilities("insider", sentence)
    return {label.partition(":")[2]: value for label, value in found.items()}


def _nearest(sentence: str, likely: dict[str, float], memory: Memory) -> tuple[Story | None, float]:
    """The story, of the likeliest aspects, that was written to answer the question most like this one."""
    aspects = sorted(topics(memory.persona.language), key=likely.__getitem__)[-MOST_ASPECTS:]
    alike = {one: _alike(sentence, one) for one in memory.knowledge.stories if one.aspect in aspects}
    best = max(alike, key=lambda one: alike[one] - 0.03 * bool(memory.stages[one]))
    return best, alike[best]


def likest(memory: Memory, among: list[Story]) -> Story:
    """Of some stories the one that answers the seeker's words best."""
    return max(among, key=lambda one: _alike(memory.words[-meaning.LONGEST :], one))


def _alike(sentence: str, story: Story) -> float:
    return float((meaning.vectors(story.asks) @ meaning.vector(sentence)).max())


def warm() -> None:
    """Load what the first answer of a process would wait for."""
    _likely("ready")
