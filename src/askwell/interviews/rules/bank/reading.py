"""Reads one file of the bank."""

import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from askwell.interviews.choices import Topic
from askwell.interviews.rules.bank.values import Audience, BankQuestion, Family, Stage

_languages = {"en": "en", "zh-hans": "zh_hans", "fr": "fr"}
_keys = {"id", "stage", "families", "for", *_languages.values()}


def parsed(source: str, topic: Topic) -> tuple[BankQuestion, ...]:
    """The questions in the text of a TOML file. Raises ValueError that names the file, the question and the fault."""
    try:
        rows = tomllib.loads(source).get("question")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError("no [[question]] in it")
        return tuple(_question(row, topic) for row in rows)
    except ValueError as error:
        raise ValueError(f"{topic}.toml: {error}") from error


def _question(row: Mapping[str, Any], topic: Topic) -> BankQuestion:
    name = row.get("id")
    if not isinstance(name, str) or not name.startswith(f"{topic}-"):
        raise ValueError(f"id {name!r} does not begin with {topic}-")
    if unknown := row.keys() - _keys:
        raise ValueError(f"{name}: unknown {', '.join(sorted(unknown))}")
    try:
        return BankQuestion(
            id=name,
            topic=topic,
            stage=Stage(row.get("stage", "")),
            families=frozenset(map(Family, _listed(row, "families"))),
            audiences=frozenset(map(Audience, _listed(row, "for"))),
            text=MappingProxyType(_texts(row)),
        )
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error


def _listed(row: Mapping[str, Any], key: str) -> list[Any]:
    listed = row.get(key, [])
    if not isinstance(listed, list):
        raise ValueError(f"{key} is not a list")
    return listed


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    texts = {code: text for code, key in _languages.items() if isinstance(text := row.get(key), str) and text.strip()}
    if "en" not in texts:
        raise ValueError("no English")
    return texts
