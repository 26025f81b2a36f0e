"""Text that every writer can take: what XML, fonts or PDF cannot hold is dropped, and a line is one line."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")

# What parts a word or a line, as one space: tabs, ends of lines, and spaces that are not U+00A0 or U+202F.
_SPACES = re.compile(r"[\t-\r\x1c-\x20\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]+")
# Control characters, lone surrogates, what is no character, and what is never seen: soft hyphens, spaces of no width,
# marks of order, choosers of variants. Joiners stay: Persian and the scripts of India need them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufdd0-\ufdef\ufff0-\uffff\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")


def clean(text: str) -> str:
    """One line without anything unseen, composed letters for letters with loose accents."""
    if not text or _PLAIN.fullmatch(text):
        return text
    line = _UNSEEN.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", line).strip(" \u00a0\u202f")


def cleaned(value: T) -> T:
    """The same value with every text in it clean; what says nothing is left out of tuples."""
    return _cleaned(value)  # type: ignore[no-any-return]


def _says(value: Any) -> bool:
    if is_dataclass(value):
        return any(getattr(value, field.name) for field in fields(value))
    return bool(value)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(item for part in value if _says(item := _cleaned(part)))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value
