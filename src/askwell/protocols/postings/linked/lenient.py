"""JSON as pages carry it: also with commas too many, comments, raw line breaks, quotation marks within quotation
marks, cut off, or nested very deep.

What `json.loads` takes is read by it. For all else there is a reader without recursion that looks at each character a
bounded number of times; the libraries that were tried repair more, but one of them took minutes for 200 KB of nothing
but quotation marks, and none reads ten thousand levels.
"""

import json
import re
from typing import Any

from askwell.lib.text import unescape

_WRAPPED = re.compile(r"(?:(?://|/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?\s*)+")
_SKIPPED = re.compile(r"(?:\s+|//[^\n]*|/\*(?:[^*]|\*(?!/)){0,2000}\*/)+")
_CHUNK = re.compile(r'[^"\\]*')
_BARE = re.compile(r"[^\s,:;\[\]{}\"]{1,200}")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_NEXT_KEY = r"\"[^\"\n]{0,100}\"\s*:"
_ENDS_KEY = re.compile(r'"\s*:')
_ENDS_IN_OBJECT = re.compile(rf'"\s*(?:[}}\]]|$|,[\s,]*(?:{_NEXT_KEY}|[}}\]]|$|//|/\*)|{_NEXT_KEY})')
_ENDS_IN_LIST = re.compile(r'"\s*(?:[}\]]|$|,\s*(?:["{\[\]\-\dtfn]|$))')
_MOST_VALUES = 500_000
_MOST_PIECES = 200_000
"""Of one string, between escapes and quotation marks; what comes behind is read as if it had ended."""
_CONSTANTS = {"true": True, "false": False, "null": None}
_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\n": "\n"}


def values(text: str) -> tuple[list[Any], bool]:
    """The objects and lists that the text holds, one after the other, and whether it had to be repaired."""
    try:
        return [json.loads(text)], False
    except (ValueError, RecursionError):
        pass
    if '"' not in text and "&quot;" in text:
        text = unescape(text)
    bare = text.lstrip()
    wrapped = _WRAPPED.match(bare)
    return _Reader(bare[wrapped.end() :] if wrapped else bare).read(), True


class _Reader:
    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._found: list[Any] = []
        self._open: list[Any] = []
        self._keys: list[str | None] = []
        self._levels: dict[type, int] = {dict: 0, list: 0}

    def read(self) -> list[Any]:
        text, end = self._text, len(self._text)
        for _ in range(_MOST_VALUES):
            if skipped := _SKIPPED.match(text, self._at):
                self._at = skipped.end()
            if self._at >= end:
                break
            self._step(text[self._at])
        return self._found

    def _step(self, char: str) -> None:
        if char == '"':
            self._put(self._string())
            return
        bare = _BARE.match(self._text, self._at)
        if bare:
            self._at = bare.end()
            self._put(_constant(bare[0]))
            return
        self._at += 1
        if char in "{[":
            self._begin({} if char == "{" else [])
        elif char in "}]":
            self._end(dict if char == "}" else list)
        elif char == "," and self._keys:
            self._keys[-1] = None

    def _begin(self, container: Any) -> None:
        self._put(container)
        self._open.append(container)
        self._keys.append(None)
        self._levels[type(container)] += 1

    def _end(self, kind: type) -> None:
        """Close up to the innermost one of this kind; an end without a beginning is passed over."""
        if not self._levels[kind]:
            return
        closed: Any = None
        while not isinstance(closed, kind):
            closed = self._open.pop()
            self._keys.pop()
            self._levels[type(closed)] -= 1

    def _put(self, value: Any) -> None:
        if not self._open:
            if isinstance(value, dict | list):
                self._found.append(value)
        elif isinstance(self._open[-1], list):
            self._open[-1].append(value)
        elif self._keys[-1] is None:
            self._keys[-1] = value if isinstance(value, str) else None
        else:
            self._open[-1][self._keys[-1]] = value
            self._keys[-1] = None

    def _string(self) -> str:
        """The string that begins here: to the first quotation mark that may be its end."""
        in_object = bool(self._open) and isinstance(self._open[-1], dict)
        is_key = in_object and self._keys[-1] is None
        ends = _ENDS_KEY if is_key else _ENDS_IN_OBJECT if in_object else _ENDS_IN_LIST
        text, at, pieces = self._text, self._at + 1, []
        for _ in range(_MOST_PIECES):
            chunk = _CHUNK.match(text, at)
            piece = chunk[0] if chunk else ""
            pieces.append(piece)
            at += len(piece)
            if at >= len(text):
                break
            if text[at] == "\\":
                char, at = _escaped(text, at + 1)
                pieces.append(char)
            elif ends.match(text, at):
                break
            else:
                pieces.append('"')
                at += 1
        self._at = at + 1
        return "".join(pieces)


def _escaped(text: str, at: int) -> tuple[str, int]:
    char = text[at : at + 1]
    if char == "u" and (code := _HEX.match(text, at + 1)):
        return chr(int(code[0], 16)), at + 5
    return _ESCAPES.get(char, char), at + 1


def _constant(word: str) -> Any:
    if word in _CONSTANTS:
        return _CONSTANTS[word]
    return float(word) if _NUMBER.fullmatch(word) else word
