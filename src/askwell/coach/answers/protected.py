"""Finds age and children told in plain words: what an employer may not ask, and an answer need not say."""

from askwell.coach.answers.values import Span
from askwell.coach.lexicon import Lexicon

_tens_en = r"(?:twenty|thirty|forty|fifty|sixty)"
_tens_fr = r"(?:vingt|trente|quarante|cinquante|soixante)"
_small_en = r"(?:\d|one|two|three|four|five|six)"
_small_fr = r"(?:\d|une?|deux|trois|quatre|cinq|six)"
_told = Lexicon(
    rf"\b(?:i am|i['’]m) (?:[2-6]\d|{_tens_en}(?:[- ]\w+)?)(?= years old|[.,;]| and\b(?! (?:counting|ready))|$)"
    rf"|\bi have {_small_en} (?:\w+ )?(?:kids|children|sons?|daughters?)\b",
    rf"\bj['’]ai (?:[2-6]\d|{_tens_fr}(?:[- ](?:et[- ])?\w+)?) ans\b(?! d['’])"
    rf"|\bj['’]ai (?:[^.!?]{{0,25}} ans et )?{_small_fr} (?:\w+ )?(?:enfants?|fils|filles?|garçons?)\b",
    r"我(?:今年|已经|都|现在|快)*(?:[2-6]\d|[二三四五六]?十[一二三四五六七八九]?)(?:多)?岁"
    r"|我(?:[^。！？]{0,8}[，,])?(?:还)?有(?:\d|一|两|二|三|四)个(?:小)?(?:孩子|儿子|女儿|娃)",
)


def disclosed(answer: str) -> Span | None:
    """The first words that tell the speaker's age or children."""
    found = _told.search(answer)
    return found.span() if found else None
