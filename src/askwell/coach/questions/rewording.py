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
    return next((one for one in _wordings(question, spoken, codes) if not check(Question(one, spoken))), None)


def _wordings(question: str, language: str, codes: set[Code]) -> Iterator[str]:
    if Code.DOUBLE in codes:
        single = [_alone(part.text, language) for part in double.split(asked(question), language)]
        yield from single
        yield from chain.from_iterable(opened(part, language) for part in single)
    flaw = next((code for code in _replaced if code in codes), None)
    if flaw is Code.TOO_PERSONAL and _pay.search(question):
        yield PAY[language]
    if flaw is None and Code.LEADING not in codes:
        yield from opened(question, language)
    known = flaw or (Code.LEADING if Code.LEADING in codes else Code.CLOSED)
    yield from _turned(INSTEAD[known][language], question)


def _alone(part: str, language: str) -> str:
    """A part of a double question as a question of its own."""
    bare = re.sub(r"^(?:and|or|but|also|et|ou|还有|以及|另外|顺便|那)\b?[, ]*", "", part.strip(), flags=re.I)
    bare = bare.rstrip(" ,;.?!。") + ("？" if language == CHINESE else "?")
    return bare[:1].upper() + bare[1:]


def _turned(wordings: tuple[str, ...], question: str) -> tuple[str, ...]:
    """Begun at another one for another question."""
    start = crc32(question.encode()) % len(wordings)
    return (*wordings[start:], *wordings[:start])
