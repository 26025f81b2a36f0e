"""Letters: a wording for each kind in each language, with named fields for what only the writer knows.

What nobody told stays as a gap: the field's name in braces, which a letter must not go out with.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from askwell.protocols.papers import Letter

_FIELD = re.compile(r"\{([a-z_]+)(\.?)\}")
_GAP = re.compile(r"\{[^{}\n]{1,60}\}")
_STOPS = ".!?…。！？"
_SOMEONE = {"en": "someone in the field", "zh-Hans": "一位业内人士", "fr": "Une personne du milieu"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A kind of letter in one language. Of `paragraphs` each has the field without which it is left out, or ""."""

    subject: str
    greeting: str
    nobody: str
    closing: str
    paragraphs: tuple[tuple[str, str], ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """What it asks for, in the order of the letter."""
        texts = (self.greeting, self.subject, *(text for _if, text in self.paragraphs))
        return tuple(dict.fromkeys(found[1] for text in texts for found in _FIELD.finditer(text)))

    @property
    def optional(self) -> frozenset[str]:
        """Fields that only stand in paragraphs which may be left out, and the reader."""
        fixed = (self.subject, *(text for needs, text in self.paragraphs if not needs))
        needed = {found[1] for text in fixed for found in _FIELD.finditer(text)}
        return frozenset(self.fields) - needed


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter's words to begin with."""

    subject: str
    greeting: str
    body: str
    closing: str


def wording(kind: str, language: str) -> Wording:
    """Raises KeyError."""
    return _wordings(language)[kind]


def names_of(language: str) -> Mapping[str, str]:
    """What each field is called in a gap."""
    told: dict[str, str] = _read(language)["names"]
    return told


def compose(kind: str, language: str, facts: Mapping[str, str]) -> Composed:
    """The letter with what was told in its place. Who said an insight is named only if `insider` is told."""
    said, names = wording(kind, language), names_of(language)
    told = {name: text.strip() for name, text in facts.items() if text.strip()}
    if "insight" in told:
        told = {"insider": _SOMEONE[language], **told}
    body = [text for needs, text in said.paragraphs if not needs or needs in told]
    optional = said.optional

    def filled(text: str) -> str:
        return _tidy(_FIELD.sub(lambda found: _value(found, told, names, optional, language), text))

    return Composed(
        subject=filled(said.subject).rstrip("."),
        greeting=filled(said.greeting) if told.get("reader") else said.nobody,
        body="\n\n".join(text for part in body if (text := filled(part))),
        closing=said.closing,
    )


def _value(
    found: re.Match[str], told: Mapping[str, str], names: Mapping[str, str], optional: frozenset[str], language: str
) -> str:
    name, as_sentence = found[1], bool(found[2])
    text = told.get(name, "")
    if not text:
        return "" if name in optional else "{" + names[name] + "}"
    text = text.replace("{", "(").replace("}", ")")
    if as_sentence:
        text = _begun(text, found.string[: found.start()])
        stop = "。" if language == "zh-Hans" else "."
        return text if text[-1] in _STOPS else text + stop
    if name == "question":
        return text if text[-1] in _STOPS else text + ("？" if language == "zh-Hans" else "?")
    return text.rstrip(".")


def _begun(text: str, before: str) -> str:
    """With a capital where a sentence begins; after a colon as it was told."""
    begins = not before.strip() or before.rstrip()[-1] in _STOPS
    return text[0].upper() + text[1:] if begins else text


def _tidy(text: str) -> str:
    return re.sub(r" {2,}", " ", text).strip()


def gaps_in(letter: Letter) -> tuple[str, ...]:
    """What still stands in braces, each once."""
    texts = (letter.subject, letter.greeting, *letter.recipient, *letter.paragraphs, letter.closing)
    return tuple(dict.fromkeys(found[0][1:-1] for text in texts for found in _GAP.finditer(text)))


def dated(day: date, language: str) -> str:
    """A day as a letter has it."""
    if language == "zh-Hans":
        return f"{day.year}年{day.month}月{day.day}日"
    month = str(_read(language)["months"]["names"]).split()[day.month - 1]
    if language == "fr":
        return f"Le {'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{month} {day.day}, {day.year}"


def sender_lines(name: str, place: str, phone: str, email: str, *, chinese: bool) -> tuple[str, ...]:
    """Who writes, and how to answer; a Chinese letter says the name at its end."""
    reach = " · ".join(filter(None, (phone, email)))
    return tuple(filter(None, ("" if chinese else name, place, reach)))


@cache
def _read(language: str) -> dict[str, dict[str, Any]]:
    told = files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(told)


@cache
def _wordings(language: str) -> dict[str, Wording]:
    return {kind: _wording(row) for kind, row in _rows(language)}


def _rows(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((kind, row) for kind, row in _read(language).items() if "paragraphs" in row)


def _wording(row: dict[str, Any]) -> Wording:
    parts = row["paragraphs"]
    texts = {name: str(row[name]) for name in ("subject", "greeting", "nobody", "closing")}
    return Wording(**texts, paragraphs=tuple((str(part.get("if", "")), str(part["text"])) for part in parts))
