"""What a sheet is given: the words of a document as JSON, with letters that our fonts lack boxed."""

import json
import re
from dataclasses import asdict
from typing import Any

from askwell.protocols.papers.cleaning import clean
from askwell.protocols.papers.fonts import letters
from askwell.protocols.papers.laid import Laid, LaidLetter, LaidReport
from askwell.protocols.papers.layout import Layout

_PAPERS = {"letter": "us-letter", "a4": "a4"}
_REGIONS = {"en": "CA", "fr": "CA", "zh": "CN"}
_BOX = "□"
# A word of more letters may be broken anywhere: it could be longer than a line. Chinese may be in any case.
_LONG_WORD = re.compile(r"[^\s\u2e80-\uffef\"\\]{30,}")
_NO_WIDTH = "\u200b"
# An address that fits a line stays on it, or readers of the PDF lose its second half.
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+/[\w./?=&%#~+-]*[\w/]", re.ASCII)
_LONGEST_KEPT = 44
_TOGETHER = "\u2060"
_UNIT = re.compile(r"(?<=\d) (?=[%$€])")


def payload(laid: Laid | LaidLetter | LaidReport, layout: Layout) -> tuple[str, tuple[str, ...]]:
    """The JSON, and the letters in it that no font of ours shows."""
    values: dict[str, Any] = asdict(laid) | {
        "paper": _PAPERS[layout.paper],
        "author": laid.name,
        "region": _REGIONS[laid.language],
        "template": layout.template.value,
        "pages": layout.pages,
        "marked": clean(layout.marked),
    }
    plain = json.dumps(values, ensure_ascii=False)
    if _LONG_WORD.search(plain) or _ADDRESS.search(plain):
        plain = json.dumps(_breakable(values), ensure_ascii=False)
    written = _UNIT.sub("\u00a0", plain)
    ours = (_NO_WIDTH, _TOGETHER)
    missing = tuple(sorted(letter for letter in set(written).difference(ours) if ord(letter) not in letters()))
    return written.translate(dict.fromkeys(map(ord, missing), _BOX)), missing


def _breakable(value: Any) -> Any:
    if isinstance(value, str):
        return _LONG_WORD.sub(_broken, _ADDRESS.sub(_kept, value))
    if isinstance(value, dict):
        return {key: part if key in ("url", "title", "author") else _breakable(part) for key, part in value.items()}
    return [_breakable(part) for part in value] if isinstance(value, list | tuple) else value


def _kept(address: re.Match[str]) -> str:
    return f"{_TOGETHER}{address[0]}{_TOGETHER}" if len(address[0]) <= _LONGEST_KEPT else address[0]


def _broken(word: re.Match[str]) -> str:
    return word[0] if _TOGETHER in word[0] else _NO_WIDTH.join(_pieces(word[0]))


def _pieces(word: str, length: int = 4) -> list[str]:
    return [word[place : place + length] for place in range(0, len(word), length)]
