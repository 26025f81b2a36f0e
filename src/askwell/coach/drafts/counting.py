"""How long a message is, and how long it may be."""

import re
from dataclasses import dataclass

from askwell.coach.drafts.share import about
from askwell.coach.drafts.values import Code, Figures, Finding, Message, Severity

CHINESE = "zh-Hans"
_solid = re.compile(r"\S")
_word = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Limits:
    good: int
    long: int
    limit: int


WORDS = Limits(75, 100, 120)
CHINESE_CHARACTERS = Limits(120, 160, 200)
LINKEDIN_CHARACTERS = Limits(300, 300, 300)  # longer notes are refused there


def limits_of(channel: str, language: str) -> Limits:
    """Words in English and French; characters in Chinese and in an English or French LinkedIn note."""
    if language == CHINESE:
        return CHINESE_CHARACTERS
    return LINKEDIN_CHARACTERS if channel == "linkedin" else WORDS


def unit_of(channel: str, language: str) -> str:
    """ "words" or "characters"."""
    return "words" if limits_of(channel, language) is WORDS else "characters"


def _pieces(channel: str, language: str) -> re.Pattern[str]:
    if language == CHINESE:
        return _solid
    return re.compile(r"(?s).") if channel == "linkedin" else _word


def size(text: str, *, channel: str, language: str) -> int:
    """The length as the limits count it: greeting and sign-off included.

    Words are split at white space; Chinese characters are counted without white space (and with
    punctuation); the characters of an English or French LinkedIn note as LinkedIn counts them.
    """
    return sum(1 for _ in _pieces(channel, language).finditer(text.strip()))


def figures(message: Message) -> Figures:
    limits = limits_of(message.channel, message.language)
    reader, writer = about(message)
    return Figures(
        size=size(message.text, channel=message.channel, language=message.language),
        unit=unit_of(message.channel, message.language),
        good=limits.good,
        long=limits.long,
        limit=limits.limit,
        share=round(100 * reader / (reader + writer)) if reader + writer else None,
    )


def length(message: Message) -> list[Finding]:
    """Good, long or too long; nothing in between."""
    limits = limits_of(message.channel, message.language)
    pieces = list(_pieces(message.channel, message.language).finditer(message.text.rstrip()))
    facts: dict[str, str | int] = {"size": len(pieces), "unit": unit_of(message.channel, message.language)}
    if not pieces:
        return []
    if len(pieces) <= limits.good:
        return [Finding(Code.LENGTH_GOOD, Severity.GOOD, facts={**facts, "limit": limits.good})]
    if len(pieces) <= limits.long:
        return []
    too_long = len(pieces) > limits.limit
    code, severity, limit = (
        (Code.TOO_LONG, Severity.STOP, limits.limit) if too_long else (Code.LONG, Severity.WARN, limits.long)
    )
    return [Finding(code, severity, pieces[limit].start(), pieces[-1].end(), {**facts, "limit": limit})]
