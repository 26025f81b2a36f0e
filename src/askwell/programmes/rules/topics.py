"""What a topic means, however and in whichever language it is written: 审计, Auditing and « audit » are one idea.

Known are the topics of `topics.toml`, and the skills and occupations that Askwell brings along, each by all its names.
Of any other topic its words are compared, without case, width, accents, plural and small words; Chinese in simplified
characters. What would lose a part of its name that way keeps it: R&D, Plan A, .NET, in-house.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from askwell.lib.text import clean, fold
from askwell.occupations.choices import LANGUAGES
from askwell.occupations.rules import own
from askwell.occupations.rules.words import NOTHING, words_of
from askwell.programmes.rules.rows import Spelling

_APART = re.compile(r"\s*[,，、]\s*")
_ABOUT = re.compile(r"^(.{2,}?)(?:方面|相关|工作|行业|经验|知识|技能|流程)+$")
"""What Chinese says behind a topic without saying more."""
_INITIALS = re.compile(r"(?<=\b\w) ?([&/]) ?(?=\w\b)")
_WRAPPING = '()[]{}<>«»"“”,;:!?'
_PARTS = re.compile(r"\w+")
_DOT_NAME = re.compile(r"\.\w")
_ARTICLES = frozenset(["a", "an", "the", "my", "un", "une", "de", "du", "des", "la", "le", "les"])
_LETTERS = frozenset("dl")
"""No elisions: folding leaves no apostrophe behind which they would stand alone."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The names of one idea by language, the usual one first; `field` is the idea that is wider, if there is one."""

    idea: str
    names: Mapping[str, tuple[str, ...]]
    field: str


@lru_cache(maxsize=20_000)
def idea_of(topic: str) -> str:
    """The same for all that mean the same; empty only where there are no words."""
    key, known = _key(topic), _ideas()
    if key in known:
        return known[key]
    short = _ABOUT.match(fold(topic))
    return idea_of(short[1]) if short else key


def wider(idea: str) -> str:
    """The field that this is a part of; empty where none is known."""
    return _wider().get(idea, "")


def is_field(idea: str) -> bool:
    return idea in _wider().values()


def covering(topics: Iterable[Any], field: str) -> set[str]:
    """The fields, as ideas, that somebody of this field with these topics knows about."""
    ideas = [idea_of(field), *(wider(idea_of(str(topic))) for topic in topics)]
    return {idea for idea in ideas if is_field(idea)}


def own_word(topics: Iterable[Any], idea: str) -> str:
    """How somebody writes an idea, or the first part of it that they name; empty where they name neither."""
    if not idea:
        return ""
    written = [str(topic) for topic in topics]
    same = (topic for topic in written if idea_of(topic) == idea)
    parts = (topic for topic in written if wider(idea_of(topic)) == idea)
    return clean(next(same, "") or next(parts, ""), limit=120)


def named(topic: str, language: str) -> str:
    """Its usual name in a language; as it is written where none is known."""
    names = _names().get(idea_of(topic))
    return names.get(language, (topic,))[0] if names else topic


def offered(fields: Iterable[str], language: str) -> list[str]:
    """The usual topics of these fields, by their names in a language, each once."""
    wide = dict.fromkeys(idea if is_field(idea) else wider(idea) for idea in map(idea_of, fields))
    parts = (one for idea in filter(None, wide) for one in _topics() if one.field == idea)
    return list(dict.fromkeys(one.names[language][0] for one in parts))


class Ideas(Spelling):
    """Topics as the first of their idea was spelled."""

    def __init__(self) -> None:
        super().__init__()
        self._spelled: dict[str, str] = {}

    def __missing__(self, topic: str) -> str:
        self[topic] = first = self._spelled.setdefault(idea_of(topic), clean(topic, limit=120))
        return first


def _key(text: str) -> str:
    folded = fold(text)
    pieces = list(filter(None, (one.strip(_WRAPPING) for one in _INITIALS.sub(r"\1", folded).split())))
    words = (word for place, one in enumerate(pieces) for word in _said(one, place, len(pieces) - 1))
    return " ".join(dict.fromkeys(words)) or folded


def _said(piece: str, place: int, last: int) -> tuple[str, ...]:
    """The words of a piece without blanks; itself where these would leave out what tells it from another."""
    if piece in NOTHING:
        joins = 0 < place < last or (place < last and piece in _ARTICLES)
        return () if joins and piece not in _LETTERS else (piece,)
    is_cut = ("&" in piece or "/" in piece) and not NOTHING.isdisjoint(_PARTS.findall(piece))
    return (piece,) if is_cut or _DOT_NAME.match(piece) else words_of(piece)


@cache
def _topics() -> tuple[Topic, ...]:
    told = tomllib.loads(files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))
    return tuple(topic for block in told["fields"] for topic in _of_field(block))


def _of_field(block: str) -> Iterator[Topic]:
    """The first line is the field itself; an empty one where the topics have none in common."""
    head, *rows = block.rstrip().split("\n")
    field = _names_of(head) if head else {}
    idea = _key(field["en"][0]) if field else ""
    if field:
        yield Topic(idea, field, "")
    for row in rows:
        names = _names_of(row)
        yield Topic(_key(names["en"][0]), names, idea)


def _names_of(row: str) -> dict[str, tuple[str, ...]]:
    parts = zip(LANGUAGES, row.split("|"), strict=True)
    return {language: tuple(_APART.split(names.strip())) for language, names in parts}


@cache
def _ideas() -> dict[str, str]:
    """Key of each name to its idea. Our own topics come first, then skills, then occupations."""
    found: dict[str, str] = {}
    for topic in _topics():
        for names in topic.names.values():
            found |= {key: topic.idea for name in names if (key := _key(name)) not in found}
    for same in own.same_names():
        keys = [_key(name) for name in same]
        idea = next((found[key] for key in keys if key in found), keys[0])
        found |= {key: idea for key in keys if key not in found}
    return found


@cache
def _names() -> dict[str, Mapping[str, tuple[str, ...]]]:
    return {topic.idea: topic.names for topic in _topics()}


@cache
def _wider() -> dict[str, str]:
    return {topic.idea: topic.field for topic in _topics() if topic.field}
