"""What an insider of each trade knows, as written in `knowledge/TRADE/LANGUAGE.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from askwell.coach.insider.values import Mood, Persona, Trade

LANGUAGES = ("en", "zh-Hans", "fr")


@dataclass(frozen=True, slots=True)
class Story:
    """An answer in up to three parts: what is said first, then when asked on, then how it ended. Each of the first two
    holds a hook, the words that make one curious. `asks` are questions that it answers."""

    aspect: str
    parts: tuple[str, str, str]
    hooks: tuple[str, str]
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom the insider may name."""

    name: str
    role: str
    why: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    person: Mapping[str, Any]
    stories: tuple[Story, ...]
    contacts: tuple[Contact, ...]


def trades() -> tuple[Trade, ...]:
    """Every trade that there is an insider of, by family and code."""
    return _trades()


def persona(*, trade: str, language: str, mood: str, minutes: int, seed: int) -> Persona:
    """The insider of a trade. Raises KeyError for a trade or language that there is none of, ValueError for a mood."""
    person = knowledge(trade, language).person
    return Persona(
        trade=trade, language=language, mood=Mood(mood), minutes=minutes, seed=seed, name=person["name"],
        title=person["role"], organisation=person["organisation"], city=person["city"], years=person["years"],
        past=person["came_from"],
    )  # fmt: skip


def knowledge(trade: str, language: str) -> Knowledge:
    """What that insider can tell. Raises KeyError where there is none."""
    if trade not in _codes() or language not in LANGUAGES:
        raise KeyError(trade, language)
    return _read(trade, language)


@cache
def _codes() -> tuple[str, ...]:
    return tuple(sorted(folder.name for folder in files(__package__).joinpath("knowledge").iterdir()))


@cache
def _trades() -> tuple[Trade, ...]:
    persons = {code: {language: _person(code, language) for language in LANGUAGES} for code in _codes()}
    every = [
        Trade(code, told["en"]["family"], {language: person["role"] for language, person in told.items()})
        for code, told in persons.items()
    ]
    return tuple(sorted(every, key=lambda one: (one.family, one.code)))


@cache
def _read(trade: str, language: str) -> Knowledge:
    told = tomllib.loads(_source(trade, language))
    contacts = tuple(Contact(one["name"], one["role"], one["why"]) for one in told["names"])
    return Knowledge(told["person"], tuple(_story(one) for one in told["answer"]), contacts)


def _person(trade: str, language: str) -> Mapping[str, Any]:
    """Only the head of the file: the list of trades needs no more of 72 files."""
    person: Mapping[str, Any] = tomllib.loads(_source(trade, language).partition("[[")[0])["person"]
    return person


def _source(trade: str, language: str) -> str:
    return files(__package__).joinpath("knowledge", trade, f"{language}.toml").read_text("utf-8")


def _story(one: Mapping[str, Any]) -> Story:
    parts, hooks = (one["say"], one["more"], one["last"]), (one["hook"], one["more_hook"])
    return Story(one["aspect"], parts, hooks, tuple(one["asks"]))
