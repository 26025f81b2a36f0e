"""How the files of this package are read: a line of JSON each, every text in three languages."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

_ENDINGS = {"en": "", "zh-Hans": "_zh", "fr": "_fr"}


def lines(name: str) -> list[dict[str, Any]]:
    """What stands in a file, as its authors wrote it."""
    text = files(__package__).joinpath(f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def told(line: Mapping[str, Any], name: str) -> Mapping[str, str]:
    """The wordings of one text by language. Raises KeyError where one is missing."""
    return {language: line[name + ending] for language, ending in _ENDINGS.items()}
