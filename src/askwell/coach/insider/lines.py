"""What an insider says besides what they know: greetings, refusals, offers, as written in `spoken/LANGUAGE.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_field = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say. `said` finds it in a text, whatever its fields were filled with."""

    text: str
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Chat:
    """What is said to a remark beside the work; `asks` are such remarks."""

    asks: tuple[str, ...]
    lines: tuple[Line, ...]


@cache
def lines(language: str, occasion: str, mood: str) -> tuple[Line, ...]:
    """What is said on an occasion in a mood."""
    told: Mapping[str, list[str]] = _read(language)[occasion]
    return tuple(map(_line, told.get(mood, ())))


@cache
def every_line(language: str, occasion: str) -> tuple[Line, ...]:
    """What can be said on an occasion, whatever the mood."""
    return tuple(_line(text) for told in _read(language)[occasion].values() for text in told)


@cache
def chats(language: str) -> tuple[Chat, ...]:
    return tuple(Chat(tuple(one["asks"]), tuple(map(_line, one["say"]))) for one in _read(language)["chat"])


def topics(language: str) -> dict[str, str]:
    """How each aspect of the work is offered."""
    found: dict[str, str] = _read(language)["topics"]
    return found


def _line(text: str) -> Line:
    parts = _field.split(text)
    fields = [r"\d+" if name in ("left", "minutes") else ".+?" for name in parts[1::2]]
    around = [re.escape(part) for part in parts[::2]]
    return Line(text, re.compile(around[0] + "".join(map("".join, zip(fields, around[1:], strict=True)))))


@cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("spoken", f"{language}.toml").read_text("utf-8"))
