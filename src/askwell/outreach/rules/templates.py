"""The seeker's own templates: text with named fields of a closed list. Nothing in it is ever executed.

A field is a name in braces: ``{first name}``, ``{名字}``, ``{prénom}``. Every field is known by its name in each
language, however the page is read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 80
LONGEST_BODY = 5_000
"""Characters."""

_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")


class Field(StrEnum):
    FIRST_NAME = "first_name"
    FAMILY_NAME = "family_name"
    NAME = "name"
    ROLE = "role"
    EMPLOYER = "employer"
    INTRODUCER = "introducer"
    HOW_MET = "how_met"
    FIELD = "field"
    ABOUT_ME = "about_me"
    MY_NAME = "my_name"


NAMES: Mapping[str, Mapping[Field, str]] = {
    "en": {
        Field.FIRST_NAME: "first name", Field.FAMILY_NAME: "family name", Field.NAME: "name", Field.ROLE: "role",
        Field.EMPLOYER: "employer", Field.INTRODUCER: "introduced by", Field.HOW_MET: "where we met",
        Field.FIELD: "field", Field.ABOUT_ME: "about me", Field.MY_NAME: "my name",
    },
    "zh-Hans": {
        Field.FIRST_NAME: "名字", Field.FAMILY_NAME: "姓", Field.NAME: "姓名", Field.ROLE: "职位",
        Field.EMPLOYER: "单位", Field.INTRODUCER: "介绍人", Field.HOW_MET: "怎么认识", Field.FIELD: "行业",
        Field.ABOUT_ME: "关于我", Field.MY_NAME: "我的名字",
    },
    "fr": {
        Field.FIRST_NAME: "prénom", Field.FAMILY_NAME: "nom de famille", Field.NAME: "nom", Field.ROLE: "poste",
        Field.EMPLOYER: "employeur", Field.INTRODUCER: "présenté par", Field.HOW_MET: "lieu de rencontre",
        Field.FIELD: "domaine", Field.ABOUT_ME: "à mon sujet", Field.MY_NAME: "mon nom",
    },
}  # fmt: skip
"""What each field is called, by language."""

_KNOWN = {name: field for names in NAMES.values() for field, name in names.items()} | {str(one): one for one in Field}


@dataclass(frozen=True, slots=True)
class Unknown:
    """Braces around no field: what stands in them, and in which line (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Filled:
    """`missing`: the fields of which nothing is known; they stay in the text as the reader's language calls them."""

    text: str
    missing: tuple[Field, ...]


def field_of(name: str) -> Field | None:
    """The field of that name in any language, None for a name that is none."""
    return _KNOWN.get(" ".join(name.lower().split()))


def unknown_fields(text: str) -> list[Unknown]:
    """Braces that name no field, also such as are left open, from the top."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        left = _FIELD.sub(lambda match: "…" if field_of(match[1]) else match[0], line)
        found += [Unknown(match[0][:42], number) for match in re.finditer(r"\{[^{}]*\}?|\}", left)]
    return found


def filled(text: str, values: Mapping[Field, str], language: str) -> Filled:
    """The text with every field's value in its place; values are taken as they are, braces in them mean nothing."""
    missing: dict[Field, None] = {}

    def said(match: re.Match[str]) -> str:
        field = field_of(match[1])
        if field is None:
            return match[0]
        if not values.get(field):
            missing[field] = None
            return "{" + NAMES[language][field] + "}"
        return values[field]

    return Filled(_FIELD.sub(said, text), tuple(missing))


def made_general(text: str, values: Mapping[Field, str], language: str) -> str:
    """A letter to one person as a template: what is only theirs becomes a field again, the longest value first.

    Braces that stood in the letter become round brackets.
    """
    text = text.replace("{", "(").replace("}", ")")
    known = {value: field for field, value in reversed(list(values.items())) if len(value) > 1}
    if not known:
        return text
    longest_first = sorted(known, key=len, reverse=True)
    pattern = "|".join(rf"{_edge(value[0])}{re.escape(value)}{_edge(value[-1])}" for value in longest_first)
    return re.sub(pattern, lambda match: "{" + NAMES[language][known[match[0]]] + "}", text)


def _edge(letter: str) -> str:
    """A name is not looked for inside a longer word; Chinese has no blanks to go by."""
    return r"\b" if letter.isalnum() and letter < "\u2e80" else ""
