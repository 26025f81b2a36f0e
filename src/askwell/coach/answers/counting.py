"""What can be counted in an answer, and the band that follows from everything found."""

from collections.abc import Collection

from askwell.coach.answers.values import Code, Star

FEWEST_WORDS, FEWEST_CHARACTERS = 25, 40
WORDS_A_MINUTE, CHARACTERS_A_MINUTE = 130, 220
"""How fast a learner speaks in an interview."""

_FATAL = {Code.NO_EXAMPLE, Code.OFF_QUESTION, Code.TOO_SHORT}


def words(answer: str, language: str) -> int:
    """Words; in Chinese characters, white space aside."""
    return len("".join(answer.split())) if language == "zh-Hans" else len(answer.split())


def seconds(answer: str, language: str) -> int:
    """How long the answer takes to say."""
    pace = CHARACTERS_A_MINUTE if language == "zh-Hans" else WORDS_A_MINUTE
    return round(words(answer, language) * 60 / pace)


def too_short(answer: str, language: str) -> bool:
    return words(answer, language) < (FEWEST_CHARACTERS if language == "zh-Hans" else FEWEST_WORDS)


def band(star: Collection[Star], problems: Collection[Code]) -> int:
    """1 when there is no story that answers; else 4, 3 or 2 by how many parts are missing and problems there are."""
    if _FATAL & set(problems):
        return 1
    faults = len(Star) - len(set(star)) + len(set(problems) - {Code.NO_RESULT})
    return {0: 4, 1: 3}.get(faults, 2)


def signs(answer: str, language: str) -> tuple[float, ...]:
    """Lengths, as numbers that weights are learned on."""
    long = words(answer, language) / (150 if language == "zh-Hans" else 85)
    return (min(long, 2.0), 2.0 * (long > 1.0))
