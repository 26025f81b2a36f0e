"""Cuts a quick line into the pieces that each say one thing."""

import re

from askwell.lib.names import can_be_given
from askwell.lib.text import HAN
from askwell.people.rules.quick_words import (
    INTRODUCED,
    INTRODUCED_FIRST,
    INTRODUCED_INSIDE,
    INTRODUCED_WHOM,
    LOOKS_LIKE_ORGANISATION,
    LOOKS_LIKE_TITLE,
    MET,
    ROLE_BETWEEN,
    TIES,
    WORKS_AT,
)

SHORT_GIVEN = 5
"""Letters of a given name that hardly an employer has: Lei, Qiang, David."""
EDGES = " .。,，:：-–—|@＠"
_cut = re.compile(r"[,，;；、\n]|(?<=\s)[-–—|·](?=\s)")
_brackets = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_chinese_gap = re.compile(rf"(?<=[{HAN}]{{2}})(?<!^欧阳)(?<!^司马)(?<!^上官)(?<!^诸葛)(?<!^歐陽)\s+(?=[{HAN}]{{2}})")
"""Where a line written in Chinese without commas is cut: "王芳 前同事 华为", but not "张 伟" or "欧阳 娜娜"."""


def pieces_of(line: str) -> list[str]:
    """The pieces in their order, none empty. What stands in brackets is one of its own, unless it belongs to
    the name: another script, a nickname, pronouns, letters."""
    line = INTRODUCED_FIRST.sub(r"\1,", line.strip(EDGES))
    line = INTRODUCED_WHOM.sub(r"\2，\1介绍的", line)
    line = _brackets.sub(_opened, line)
    parts = [part for piece in _cut.split(line) for part in _chinese_gap.split(piece.strip(EDGES))]
    return [piece for part in parts for one in INTRODUCED_INSIDE.split(part) if (piece := one.strip(EDGES))]


def tells_of_a_person(piece: str) -> bool:
    """Whether a piece says how the seeker knows somebody, or what somebody does where, and so names nobody."""
    if any(pattern.fullmatch(piece) for pattern in (INTRODUCED, MET, *TIES.values())):
        return True
    role = ROLE_BETWEEN.fullmatch(piece)
    return bool(role and LOOKS_LIKE_TITLE.fullmatch(role["title"]))


def given_behind(piece: str, others: list[str]) -> str:
    """The given name that follows a family name behind its comma ("Chen, Lei"); empty when what follows is none.

    A longer one (Huawei) is an employer, unless the line names another.
    """
    given = others[0] if others else ""
    if not given[:1].isupper() or len(piece.split()) != 1 or not can_be_given(piece, given):
        return ""
    is_short = len(given) <= SHORT_GIVEN and " " not in given
    return given if is_short or any(map(_names_employer, others[1:])) else ""


def _names_employer(piece: str) -> bool:
    if MET.fullmatch(piece) or INTRODUCED.fullmatch(piece):
        return False
    return bool(ROLE_BETWEEN.fullmatch(piece) or WORKS_AT.fullmatch(piece) or LOOKS_LIKE_ORGANISATION.search(piece))


def _opened(match: re.Match[str]) -> str:
    inside = match[1].strip()
    apart = (
        _cut.search(inside)
        or any(pattern.fullmatch(inside) for pattern in (ROLE_BETWEEN, WORKS_AT))
        or tells_of_a_person(inside)
        or LOOKS_LIKE_TITLE.search(inside)
        or LOOKS_LIKE_ORGANISATION.search(inside)
    )
    return f", {inside}, " if apart else match[0]
