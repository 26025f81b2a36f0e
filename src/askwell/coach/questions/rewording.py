"""Puts a flawed question right."""

import re
from collections.abc import Iterator
from itertools import chain
from zlib import crc32

from askwell.coach.questions import double
from askwell.coach.questions.checks import LONGEST, check
from askwell.coach.questions.instead import INSTEAD, PAY
from askwell.coach.questions.languages import CHINESE, settled
from askwell.coach.questions.opening import opened
from askwell.coach.questions.parts import asked, plain
from askwell.coach.questions.values import Code, Question

_pay = re.compile(
    r"\b(?:earn|salary|pay|paid|make a (?:year|month)|wage|income|gagnez|salaire|paye|touchez|revenu)"
    r"|工资|薪|挣|赚|收入|年终奖",
    re.I,
)
_joint = re.compile(r"(?:(?:and|or|but|also|then|et|ou|puis)\b|还有|以及|另外|顺便|那|再)?[, ]*", re.I)
_trailing = re.compile(
    r"(?:[\s,;]+(?:and|or|but|also|et|ou|puis|by the way|par ailleurs)|还有|以及|另外|再就是)[\s,;]*$", re.I
)
_replaced = (Code.ASKS_FOR_JOB, Code.TOO_PERSONAL, Code.PUBLIC_FACT, Code.VAGUE)
"""Flaws of what is asked about: something else is asked instead."""


def better(text: str, language: str = "") -> str | None:
    """The question without its flaws; None when it has none, or when no wording of ours passes `check`.

    A closed one is opened and a double one cut in its own words; one that must not be asked gives way to another
    about the work. The same text gives the same answer, different texts often different ones.
    """
    question = plain(text[:LONGEST])
    spoken = settled(language, question)
    codes = {finding.code for finding in check(Question(text, spoken))}
    if not codes or Code.UNKNOWN_LANGUAGE in codes:
        return None
    wordings = (_typeset(one, spoken) for one in _wordings(question, spoken, codes))
    return next((one for one in wordings if not check(Question(one, spoken))), None)


def _typeset(wording: str, language: str) -> str:
    """With the wide marks of Chinese, where it is Chinese."""
    return wording.replace(",", "，").replace("?", "？") if language == CHINESE else wording


def _wordings(question: str, language: str, codes: set[Code]) -> Iterator[str]:
    if Code.DOUBLE in codes and Code.TOO_PERSONAL not in codes:
        single = [_alone(part.text) for part in double.split(asked(question), language)]
        yield from single
        yield from chain.from_iterable(opened(part, language) for part in single)
    flaw = next((code for code in _replaced if code in codes), None)
    if flaw is Code.TOO_PERSONAL and _pay.search(question):
        yield PAY[language]
    if flaw is None and Code.LEADING not in codes:
        yield from opened(question, language)
    known = flaw or (Code.LEADING if Code.LEADING in codes else Code.CLOSED)
    yield from _turned(INSTEAD[known][language], question)


def _alone(part: str) -> str:
    """A part of a double question as a question of its own."""
    said = part.strip()
    joint = _joint.match(said)
    bare = _trailing.sub("", said[joint.end() if joint else 0 :]).rstrip(" ,;.?!。") + "?"
    return bare[:1].upper() + bare[1:]


def _turned(wordings: tuple[str, ...], question: str) -> tuple[str, ...]:
    """Begun at another one for another question."""
    start = crc32(question.encode()) % len(wordings)
    return (*wordings[start:], *wordings[:start])
