"""The occupations that Askwell brings along, written by its authors, in the shape in which releases are read."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from askwell.occupations.choices import LANGUAGES
from askwell.protocols.occupations import Alternate, Head, Interests, Row, SkillName, SkillOf, Task

FILES = ("care.toml", "everyday.toml", "offices.toml", "technical.toml", "trades.toml")
SKILLS = "skills.csv"


@lru_cache(maxsize=1)
def version() -> str:
    """Changes whenever a word of it does."""
    return sha256("".join(_text(name) for name in (*FILES, SKILLS)).encode()).hexdigest()[:12]


def rows() -> Iterator[Row]:
    """Heads first, as a release has them."""
    told = {code: facts for name in FILES for code, facts in tomllib.loads(_text(name)).items()}
    for code, facts in told.items():
        yield from _heads(code, facts)
    for line in csv.DictReader(_text(SKILLS).splitlines()):
        yield from (SkillName(line["id"], language, line[language]) for language in LANGUAGES)
    for code, facts in told.items():
        yield from _rest(code, facts)


def skill_names() -> Iterator[str]:
    """Every skill in every language."""
    return (line[language] for line in csv.DictReader(_text(SKILLS).splitlines()) for language in LANGUAGES)


def same_names() -> Iterator[tuple[str, ...]]:
    """The names of each skill, then the usual titles of each occupation, in every language."""
    for line in csv.DictReader(_text(SKILLS).splitlines()):
        yield tuple(line[language] for language in LANGUAGES)
    for name in FILES:
        for facts in tomllib.loads(_text(name)).values():
            yield tuple(facts[language].split("; ")[0] for language in LANGUAGES)


def _heads(code: str, facts: Mapping[str, Any]) -> Iterator[Row]:
    for language in LANGUAGES:
        title = facts[language].split("; ")[0]
        yield Head(code, language, title, noc=facts.get("noc", ""), education=facts["education"])


def _rest(code: str, facts: Mapping[str, Any]) -> Iterator[Row]:
    for language in LANGUAGES:
        yield from (Alternate(code, language, text) for text in facts[language].split("; ")[1:])
    for said in facts["skills"].split("; "):
        key, weight = said.split()
        yield SkillOf(code, key, 20 * int(weight))
    for number, task in enumerate(facts["tasks"]):
        yield from (Task(code, language, number, text) for language, text in zip(LANGUAGES, task, strict=True))
    yield Interests(code, tuple(facts["riasec"]))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
