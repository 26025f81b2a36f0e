"""How a posting fits the story: reasons for and against, each with its words. Never a number alone."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from askwell.lib.places import known_region
from askwell.occupations.rules import own
from askwell.opportunities.rules.asking import Signs, asked
from askwell.portfolio.rules.words import Term, said_in
from askwell.portfolio.rules.words.folding import Key, is_said, key_of, keys_of


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
    "en": r"\b(?:english|anglais)\b|英语|英文|英語",
    "fr": r"\b(?:french|fran[cç]ais)\b|法语|法文|法語",
    "zh": r"\b(?:mandarin|chinese|chinois)\b|普通话|普通話|国语|國語|中文|汉语|漢語",
    "yue": r"\b(?:cantonese|cantonais)\b|广东话|廣東話|粤语|粵語",
    "pa": r"\b(?:punjabi|pendjabi)\b|旁遮普语",
    "es": r"\b(?:spanish|espagnol)\b|西班牙语",
    "ko": r"\b(?:korean|cor[ée]en)\b|韩语|韓語",
    "ja": r"\b(?:japanese|japonais)\b|日语|日語",
}
TONGUES = {code: re.compile(signs, re.IGNORECASE) for code, signs in _TONGUES.items()}
_OF_PLACES = re.compile(
    r"[- ](?:restaurants?|baker(?:y|ies)|bistros?|cuisine|foods?|kitchens?|grocer\w*|stores?|shops?|markets?"
    r"|communit\w+|gardens?|schools?|medicine|teas?|arts?|culture|history|cooking|dishes|menus?|past(?:ry|ries)"
    r"|wines?|compan\w+|chefs?|owned)\b|学校|书店|报纸|媒体",
    re.IGNORECASE,
)
"""What makes the word before it say where something comes from, not what is spoken."""
_PLACES_OF = re.compile(
    r"\b(?:restaurants?|quartier|bistro|traiteur|supermarch[ée]|march[ée]|th[ée]|vin|pain|nouvel an)\s+$", re.IGNORECASE
)
_NAMED = re.compile(
    r" (?!(?:Language|Skills?|Speak\w*|Required|Level|Fluen\w*|Proficien\w*|And|Or|Is|An?)\b)[A-ZÀ-Ý][a-zà-ÿ]+"
)
"""A further word with a capital: English Bay."""
_CREDENTIALS = (
    ("bachelor", r"\bbachelor\w*|\bbaccalaur\w+|本科|学士"),
    ("master", r"\bmaster[’']?s? (?:degree|of|in)\b|\bma[iî]trise en\b|硕士"),
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
    """Credentials and languages first, then the place, then the words of the trade; each in the posting's order."""
    return (*_credentials(wanted, story), *_tongues(wanted, story), *_place(wanted, story), *_terms(wanted, story))


def _terms(wanted: Wanted, story: Story) -> Iterator[Reason]:
    """A word that the story does not say is a gap only where it surely is a thing to know: a name, a skill of an
    occupation, or what the posting says twice."""
    terms = {term.text: term for term in wanted.terms if not _is_told_apart(term.text)}
    signs = {text: _sign(text) for text in terms}
    where = {text: _where((term,), story.said) for text, term in terms.items()}
    groups = list(asked(wanted.text, signs))
    wants = {key for group in groups for key in _either(group, lambda key: bool(where[key]))}
    named = {key for group in groups for key in group}
    skills = _skills_in(wanted.text)
    for text, term in terms.items():
        is_wanted = text in wants or (text not in named and not signs[text].search(wanted.text))
        if where[text] and is_wanted:
            yield Reason(Code.TERM, text, where[text])
        elif is_wanted and (term.is_name or len(signs[text].findall(wanted.text)) > 1 or _is_of(term.key, skills)):
            yield Reason(Code.NO_TERM, text)


def _sign(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)" if text.isascii() else re.escape(text), re.IGNORECASE)


def _is_told_apart(text: str) -> bool:
    """Whether it is said of languages or credentials already."""
    return any(signs.search(text) for signs in (*TONGUES.values(), *CREDENTIALS.values()))


def _either(group: Sequence[str], is_held: Callable[[str], bool]) -> Sequence[str]:
    """Of things of which one is enough: those that are held, else the first."""
    return [key for key in group if is_held(key)] or group[:1]


def _is_of(key: Key, skills: Iterable[Key]) -> bool:
    return any(is_said(one, (key,)) or is_said(key, (one,)) for one in skills)


def _skills_in(text: str) -> tuple[Key, ...]:
    """Skills of the occupations that Askwell knows, as far as a text names them."""
    lines = keys_of(text)
    words = {word for line in lines for word in line}
    return tuple(key for key in _skills() if key[0] in words and is_said(key, lines))


@lru_cache(maxsize=1)
def _skills() -> tuple[Key, ...]:
    return tuple(dict.fromkeys(key_of(name) for name in own.skill_names()))


def _where(terms: Sequence[Term], said: Sequence[Said]) -> str:
    return next((one.name for one in said if said_in(one.text, terms)), "")


def _tongues(wanted: Wanted, story: Story) -> Iterator[Reason]:
    if not story.languages:
        return
    spoken = {
        code: level for name, level in reversed(story.languages) for code in TONGUES if TONGUES[code].search(name)
    }
    for code in _asked(wanted.text, TONGUES, spoken, _is_spoken):
        held = code in spoken
        yield Reason(Code.LANGUAGE, code, spoken[code]) if held else Reason(Code.NO_LANGUAGE, code)


def _is_spoken(sentence: str, start: int, end: int) -> bool:
    """Whether the name of a language there is one: no part of a place's name, nor of where something comes from."""
    after = sentence[end:]
    return not (_OF_PLACES.match(after) or _NAMED.match(after) or _PLACES_OF.search(sentence[:start]))


def _asked(
    text: str, signs: Signs, held: Collection[str], is_meant: Callable[[str, int, int], bool] | None = None
) -> Iterable[str]:
    groups = asked(text, signs, is_meant)
    return dict.fromkeys(key for group in groups for key in _either(group, lambda key: key in held))


def _place(wanted: Wanted, story: Story) -> Iterator[Reason]:
    if wanted.is_remote:
        yield Reason(Code.REMOTE, wanted.location)
        return
    there, here = known_region(wanted.location), known_region(story.place)
    if there and here:
        yield Reason(Code.NEAR if there == here else Code.FAR, wanted.location, story.place)


def _credentials(wanted: Wanted, story: Story) -> Iterator[Reason]:
    said = [one for one in story.said if one.kind != "language"]
    where = {
        name: next((one.name for one in said if signs.search(one.text)), None) for name, signs in CREDENTIALS.items()
    }
    held = {name: place for name, place in where.items() if place is not None}
    for name in _asked(wanted.text, CREDENTIALS, held):
        yield Reason(Code.CREDENTIAL, name, held[name]) if name in held else Reason(Code.NO_CREDENTIAL, name)
