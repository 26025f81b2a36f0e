"""Which texts ask for which skill: a posting, or what an insider said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from askwell.portfolio.rules.words.folding import is_said, key_of, keys_of

_EXAMPLE = re.compile(r"\s+(?:such as|comme|tel(?:le)?s? que)\s+|[()（）]|等")
Skill = TypeVar("Skill")
Text = TypeVar("Text")


def asked_by(skills: Mapping[Skill, Sequence[str]], texts: Mapping[Text, str]) -> dict[Skill, set[Text]]:
    """For each skill, by its names in any language, the texts that say one of them."""
    read = {key: keys_of(text) for key, text in texts.items()}
    named = {skill: [key for name in names for key in _keys(name)] for skill, names in skills.items()}
    return {
        skill: {text for text, lines in read.items() if any(is_said(key, lines) for key in keys)}
        for skill, keys in named.items()
    }


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """Of "ERP systems such as SAP" a text that says either asks for it."""
    return (key for part in (name, *_EXAMPLE.split(name)) if (key := key_of(part)))
