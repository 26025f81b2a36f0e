"""How a posting fits the story: reasons for and against, each with its words. Never a number alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askwell.lib.places import known_region
from askwell.lib.text import fold
from askwell.portfolio.rules.words import Term, said_in


class Code(StrEnum):
    """What a reason is about."""

    TERM = "term"
    NO_TERM = "no_term"
    LANGUAGE = "language"
    NO_LANGUAGE = "no_language"
    NEAR = "near"
    REMOTE = "remote"
    FAR = "far"
    CREDENTIAL = "credential"
    NO_CREDENTIAL = "no_credential"


FOR = (Code.TERM, Code.LANGUAGE, Code.NEAR, Code.REMOTE, Code.CREDENTIAL)


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of the story: what it says, and what it is called. `kind`: the chapter's, "skill" or "language"."""

    kind: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """What of the story is compared. `languages`: the name of each in any script, with its level in words or codes."""

    said: tuple[Said, ...]
    languages: tuple[tuple[str, str], ...]
    place: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a posting is compared."""

    text: str
    location: str
    is_remote: bool
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """`word` as the posting writes it, a language's code, or a place; `where` in the story it is found, or what the
    story has instead."""

    code: Code
    word: str
    where: str = ""

    @property
    def is_for(self) -> bool:
        return self.code in FOR


_TONGUES = {
    "en": ("english", "anglais", "英语", "英文", "英語"),
    "fr": ("french", "francais", "法语", "法文", "法語"),
    "zh": ("mandarin", "chinese", "chinois", "普通话", "国语", "中文", "汉语"),
    "yue": ("cantonese", "cantonais", "广东话", "粤语"),
    "pa": ("punjabi", "pendjabi", "旁遮普语"),
    "es": ("spanish", "espagnol", "西班牙语"),
    "ko": ("korean", "coreen", "韩语"),
    "ja": ("japanese", "japonais", "日语"),
}
_CREDENTIALS = (
    ("bachelor", r"\bbachelor\w*|\bbaccalaur\w+|本科|学士"),
    ("master", r"\bmaster[’']?s? (?:degree|of|in)\b|\bma[iî]trise (?:en|d)|硕士"),
    ("diploma", r"\bdiploma\w*|\bdipl[oô]me\w*|文凭|大专"),
    ("cpa", r"\bCPA\b|注册会计师"),
    ("p_eng", r"\bP\.? ?Eng\b|\bing\.(?=\s)|注册工程师"),
    ("licence", r"\bdriver[’']?s? licen[cs]e\b|\bpermis de conduire\b|驾照|驾驶执照"),
    ("first_aid", r"\bfirst aid\b|\bpremiers soins\b|急救证"),
    ("foodsafe", r"\bfood ?safe\b|\bfood handl\w+|食品安全证"),
    ("red_seal", r"\bred seal\b|\bsceau rouge\b"),
    ("nurse", r"\b(?:RN|LPN)\b|\bregistered nurse\b|注册护士"),
)
CREDENTIALS = {name: re.compile(signs, re.IGNORECASE) for name, signs in _CREDENTIALS}


def reasons(wanted: Wanted, story: Story) -> tuple[Reason, ...]:
    """Credentials and languages first, then the place, then the words of the trade in the posting's order."""
    return (*_credentials(wanted, story), *_tongues(wanted, story), *_place(wanted, story), *_terms(wanted, story))


def _terms(wanted: Wanted, story: Story) -> Iterator[Reason]:
    for term in wanted.terms:
        if _tongue_in(term.text) or any(signs.search(term.text) for signs in CREDENTIALS.values()):
            continue
        where = _where((term,), story.said)
        yield Reason(Code.TERM, term.text, where) if where else Reason(Code.NO_TERM, term.text)


def _where(terms: Sequence[Term], said: Sequence[Said]) -> str:
    return next((one.name for one in said if said_in(one.text, terms)), "")


def _tongues(wanted: Wanted, story: Story) -> Iterator[Reason]:
    asked = fold(wanted.text)
    for code, names in _TONGUES.items():
        if not any(_is_said(name, asked) for name in names):
            continue
        level = next((level for name, level in story.languages if _names(name, names)), None)
        if level is not None:
            yield Reason(Code.LANGUAGE, code, level)
        elif story.languages:
            yield Reason(Code.NO_LANGUAGE, code)


def _tongue_in(text: str) -> bool:
    folded = fold(text)
    return any(_is_said(name, folded) for names in _TONGUES.values() for name in names)


def _is_said(name: str, folded: str) -> bool:
    return bool(re.search(rf"\b{name}\b", folded)) if name.isascii() else name in folded


def _names(said: str, names: Sequence[str]) -> bool:
    return any(name in fold(said) for name in names)


def _place(wanted: Wanted, story: Story) -> Iterator[Reason]:
    if wanted.is_remote:
        yield Reason(Code.REMOTE, wanted.location)
        return
    there, here = known_region(wanted.location), known_region(story.place)
    if there and here:
        yield Reason(Code.NEAR if there == here else Code.FAR, wanted.location, story.place)


def _credentials(wanted: Wanted, story: Story) -> Iterator[Reason]:
    for name, signs in CREDENTIALS.items():
        if not signs.search(wanted.text):
            continue
        where = next((one.name for one in story.said if one.kind != "language" and signs.search(one.text)), "")
        yield Reason(Code.CREDENTIAL, name, where) if where else Reason(Code.NO_CREDENTIAL, name)
