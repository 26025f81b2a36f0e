"""What in a posting a province's law names, and what fraud looks like. Not legal advice: small employers and postings
that are not public are exempt from some of it, and a posting does not say whether its employer is.

Looked up in November 2026; what is marked * in the law's own text, the rest in notes of law firms and employers'
associations on it:

- Ontario, Employment Standards Act, 2000, Part III.1 (Working for Workers Four and Five Acts, 2024) and O. Reg. 476/24*
  (ontario.ca/laws/regulation/240476), for what was posted since 2026-01-01 by employers of 25 and more*: pay or a range
  of it at most 50,000 wide, neither where pay or the range's end is above 200,000 a year; no Canadian experience
  required; whether artificial intelligence screens; whether there is a vacancy. Work outside Ontario and campaigns
  without a position of their own are left out*.
- British Columbia, Pay Transparency Act, section 2, since 2023-11-01, whatever the employer's size: pay or a range with
  both ends ("20 dollars and up" is none), also for remote work that somebody in the province may do.
- Prince Edward Island, Employment Standards Act, section 5.9, since 2022-06-01: pay or a range of it.

What a posting must say only where it is so (artificial intelligence) cannot be missed in it; it is told as a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askwell.lib.places import known_region
from askwell.opportunities.choices import Kind
from askwell.opportunities.rules import flag_words as words

A_YEAR = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""How many of a unit of pay a full year has."""
NEAR = 28
"""Characters around a demand in which a word says that it is not made."""
WIDEST, NOT_ABOVE = 50_000, 200_000


class Law(StrEnum):
    """A law that says what a posting must hold."""

    ONTARIO = "CA-ON"
    BRITISH_COLUMBIA = "CA-BC"
    PRINCE_EDWARD_ISLAND = "CA-PE"


IN_FORCE = {
    Law.ONTARIO: date(2026, 1, 1),
    Law.BRITISH_COLUMBIA: date(2023, 11, 1),
    Law.PRINCE_EDWARD_ISLAND: date(2022, 6, 1),
}


class Code(StrEnum):
    """What was noticed."""

    NO_PAY = "no_pay"
    OPEN_PAY = "open_pay"
    WIDE_PAY = "wide_pay"
    CANADIAN_EXPERIENCE = "canadian_experience"
    NO_VACANCY_WORDS = "no_vacancy_words"
    SCREENED_BY_AI = "screened_by_ai"
    ASKS_MONEY = "asks_money"
    ASKS_BANK = "asks_bank"
    ASKS_SIN = "asks_sin"


FRAUD = (Code.ASKS_MONEY, Code.ASKS_BANK, Code.ASKS_SIN)
FACTS = (Code.SCREENED_BY_AI, Code.NO_VACANCY_WORDS)
"""What is told as a fact, not as a fault."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What of a posting is looked at. `day` is when it was posted, or found."""

    kind: Kind
    location: str
    day: date
    text: str
    salary_min: float | None = None
    salary_max: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something noticed, the law that names it (None for fraud), and the words of the posting it was seen in."""

    code: Code
    law: Law | None = None
    quote: str = ""


def law_of(location: str, day: date) -> Law | None:
    """The law that held for a posting of this place and day, where Askwell knows one."""
    region = known_region(location)
    law = Law(region) if region in set(Law) else None
    return law if law and day >= IN_FORCE[law] else None


def flags_of(posting: Posting) -> tuple[Flag, ...]:
    """What was noticed: fraud first, then what the law names, then facts."""
    law = law_of(posting.location, posting.day) if posting.kind is Kind.JOB else None
    fraud = _fraud(posting.text) if posting.kind in (Kind.JOB, Kind.VOLUNTEER) else ()
    found = [*fraud, *(_by_law(posting, law) if law else ())]
    return tuple(sorted(found, key=lambda flag: (flag.code not in FRAUD, flag.code in FACTS)))


def _fraud(text: str) -> Iterator[Flag]:
    for code in FRAUD:
        for found in words.FRAUD[code].finditer(text):
            quote = _sentence(text, found)
            if code is Code.ASKS_MONEY or not words.HIRED.search(quote):
                yield Flag(code, None, quote)
                break


def _by_law(posting: Posting, law: Law) -> Iterator[Flag]:
    if pay := _pay(posting, law):
        yield Flag(pay, law)
    if law is Law.ONTARIO:
        yield from _ontario(posting.text)


def _pay(posting: Posting, law: Law) -> Code | None:
    ends = [_yearly(one, posting.unit) for one in (posting.salary_min, posting.salary_max) if one is not None]
    if not ends and not any(_is_pay(posting.text, found) for found in words.PAY.finditer(posting.text)):
        return Code.NO_PAY
    if law is Law.BRITISH_COLUMBIA and len(ends) < 2 and _open_ended(posting.text):
        return Code.OPEN_PAY
    if law is Law.ONTARIO and ends and max(ends) <= NOT_ABOVE and max(ends) - min(ends) > WIDEST:
        return Code.WIDE_PAY
    return None


def _is_pay(text: str, found: re.Match[str]) -> bool:
    """Whether a sum is what is paid for the work, not what an employer sells or a fee."""
    start = max((end.end() for end in words.ENDS.finditer(text, 0, found.start())), default=0)
    before, after = text[start : found.start()], text[found.end() :]
    if words.NO_PAY_AFTER.match(after):
        return False
    stands_alone = not re.search(r"\w", before) and not re.search(r"[^\W\d_]{2}", after.split("\n")[0])
    is_word = not any(map(str.isdigit, found[0]))
    return is_word or stands_alone or bool(words.PAY_BEFORE.search(before) or words.PAY_AFTER.search(after))


def _open_ended(text: str) -> bool:
    return any(
        words.OPEN_ENDED.search(text[max(0, pay.start() - 24) : pay.end() + 24]) for pay in words.PAY.finditer(text)
    )


def _ontario(text: str) -> Iterator[Flag]:
    asked = words.EXPERIENCE.finditer(text)
    quote = next((_sentence(text, found) for found in asked if not _waived(text, found)), "")
    if quote:
        yield Flag(Code.CANADIAN_EXPERIENCE, Law.ONTARIO, quote)
    screens = next(
        (said for found in words.AI.finditer(text) if words.SCREENS.search(said := _sentence(text, found))), ""
    )
    if screens:
        yield Flag(Code.SCREENED_BY_AI, Law.ONTARIO, screens)
    if not words.VACANCY.search(text):
        yield Flag(Code.NO_VACANCY_WORDS, Law.ONTARIO)


def _waived(text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - NEAR) : found.start()], text[found.end() : found.end() + NEAR]
    if words.WITHOUT.search(before):
        return False
    return bool(
        words.WAIVED.search(re.split(r"[.;\n]", before)[-1]) or words.WAIVED.search(re.split(r"[.;\n]", after)[0])
    )


def _yearly(amount: float, unit: str) -> float:
    """An amount without a unit is taken for an hour's where it is small."""
    return amount * A_YEAR[unit or ("hour" if amount < 1000 else "year")]


def _sentence(text: str, found: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, found.start()) for mark in ".!?\n。！？") + 1
    ends = [place for mark in ".!?\n。！？" if (place := text.find(mark, found.end())) >= 0]
    return " ".join(text[start : min(ends, default=len(text)) + 1].split())[:300]
