"""Large sets of phrases, searched quickly enough to run on every keystroke.

A set of a hundred phrases joined into one regular expression is tried at every character. Here each
phrase stands alone and is only tried when words that it cannot do without (its *anchors*) are in the text,
which a plain substring search tells at once:

1. Every pattern is cut at its top-level alternatives.
2. The anchors of an alternative are read off its source: the longest literal that must occur, or one
   literal of each branch of a group that must occur. An alternative without any is always tried.
3. `search` lower-cases the text once and tries what may match, in the order of the patterns.
"""

import re
from collections.abc import Iterator

Anchors = frozenset[str]

_group = re.compile(r"\((?:\?(?:P<\w+>|[aiLmsux]*(?:-[imsx]+)?:|<?[=!]))?")
_optional = re.compile(r"[?*]|\{0?,|\{0\}")
_repeat = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_escaped = r"\\(?:[ux][0-9a-fA-F]+|.)"
_class = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_mark = re.compile(f"{_escaped}|{_class}|{_group.pattern}|.", re.DOTALL)


class Lexicon:
    """Patterns of phrases, matched without regard to case unless `ignore_case` is off."""

    def __init__(self, *patterns: str, ignore_case: bool = True) -> None:
        flags = re.IGNORECASE if ignore_case else re.NOFLAG
        alternatives = [alternative for pattern in patterns for alternative in _alternatives(pattern)]
        self._rules = [(tuple(_anchors(one)) or ("",), re.compile(one, flags)) for one in alternatives]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, phrase by phrase."""
        lowered = text.lower()
        for anchors, pattern in self._rules:
            for anchor in anchors:  # any() would cost more than the searches
                if anchor in lowered:
                    yield from pattern.finditer(text)
                    break

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the first phrase that has one."""
        return next(self.finditer(text), None)


def _alternatives(pattern: str) -> list[str]:
    """The pattern cut at the bars that stand outside groups and classes."""
    parts, depth, begin = [], 0, 0
    for start, mark in _marks(pattern):
        if mark.startswith("("):
            depth += 1
        elif mark == ")":
            depth -= 1
        elif mark == "|" and not depth:
            parts.append(pattern[begin:start])
            begin = start + 1
    return [*parts, pattern[begin:]]


def _marks(pattern: str) -> Iterator[tuple[int, str]]:
    return ((found.start(), found.group()) for found in _mark.finditer(pattern))


def _anchors(alternative: str) -> Anchors:
    """Literals, in lower case, of which one must be in any text that matches; empty when none can be told."""
    candidates: list[Anchors] = []
    literal = ""
    marks = list(_marks(alternative))
    number = 0
    while number < len(marks):
        start, mark = marks[number]
        close = _closing(marks, number) if mark.startswith("(") else number
        end = marks[close][0] + len(marks[close][1])
        if _is_literal(mark) and not _optional.match(alternative, end):
            literal += mark[-1].lower()
            if _repeat.match(alternative, end):
                candidates, literal = [*candidates, frozenset({literal})], ""
        else:
            candidates, literal = [*candidates, frozenset({literal})], ""
            if mark.startswith("(") and not _is_look(mark) and not _optional.match(alternative, end):
                candidates.append(_of_group(alternative[start + len(mark) : end - 1]))
        number = close + 1
        while number < len(marks) and _repeat.match(alternative, marks[number][0]):
            number = _after_repeat(alternative, marks, number)
    return _best([*candidates, frozenset({literal})])


def _is_literal(mark: str) -> bool:
    if len(mark) == 2 and mark[0] == "\\":
        return not mark[1].isalnum()
    return len(mark) == 1 and mark not in ".^$|)"


def _is_look(mark: str) -> bool:
    return mark.endswith(("=", "!"))


def _closing(marks: list[tuple[int, str]], opening: int) -> int:
    depth = 0
    for number in range(opening, len(marks)):
        mark = marks[number][1]
        depth += mark.startswith("(") - (mark == ")")
        if not depth:
            return number
    raise ValueError("unbalanced group")


def _after_repeat(alternative: str, marks: list[tuple[int, str]], number: int) -> int:
    repeat = _repeat.match(alternative, marks[number][0])
    end = repeat.end() if repeat else 0
    while number < len(marks) and marks[number][0] < end:
        number += 1
    return number


def _of_group(inside: str) -> Anchors:
    branches = [_anchors(branch) for branch in _alternatives(inside)]
    return frozenset().union(*branches) if all(branches) else frozenset()


def _best(candidates: list[Anchors]) -> Anchors:
    """The candidate that will be found least often: by its shortest literal, then by how few there are."""
    telling = [anchors for anchors in candidates if anchors and all(map(_tells, anchors))]
    return max(telling, key=lambda anchors: (min(map(_weight, anchors)), -len(anchors)), default=frozenset())


def _weight(literal: str) -> int:
    return len(literal) if literal.isascii() else 4 * len(literal)


def _tells(literal: str) -> bool:
    return len(literal.strip()) > 1 or not literal.isascii()
