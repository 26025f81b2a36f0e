"""Large sets of phrases, searched quickly enough to run on every keystroke.

A set of a hundred phrases joined into one regular expression is tried at every character. Here each
phrase stands alone and is only tried when words that it cannot do without (its *anchors*) are in the text,
which a plain substring search tells at once:

1. Every pattern is cut at its top-level alternatives.
2. The anchors of an alternative are read off its source: the longest literal that must occur, or one
   literal of each branch of a group that must occur. An alternative without any is always tried.
3. `search` lower-cases the text once and tries what may match, in the order of the patterns.

There are thousands of phrases, and to build their expressions takes seconds, which every command and worker would pay
for when it starts. So anchors are read at a lexicon's first search, and an expression is built when the first text
has one of its anchors; `warm` does all this ahead, where nobody should wait for it.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from weakref import WeakSet

Anchors = frozenset[str]

_group = re.compile(r"\((?:\?(?:P<\w+>|[aiLmsux]*(?:-[imsx]+)?:|<?[=!]))?")
_optional = re.compile(r"[?*]|\{0?,|\{0\}")
_repeat = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_escaped = r"\\(?:[ux][0-9a-fA-F]+|.)"
_class = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_mark = re.compile(f"{_escaped}|{_class}|{_group.pattern}|.", re.DOTALL)
_made: "WeakSet[Lexicon]" = WeakSet()


class _Phrase:
    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)


class Lexicon:
    """Patterns of phrases, matched without regard to case unless `ignore_case` is off.

    What is no regular expression is refused when it is first searched for, not before."""

    def __init__(self, *patterns: str, ignore_case: bool = True) -> None:
        self._patterns, self._flags = patterns, re.IGNORECASE if ignore_case else re.NOFLAG
        _made.add(self)

    @cached_property
    def _rules(self) -> list[tuple[tuple[str, ...], _Phrase]]:
        """Each phrase behind its anchors."""
        alternatives = [alternative for pattern in self._patterns for alternative in _alternatives(pattern)]
        return [(tuple(_anchors(one)) or ("",), _Phrase(one, self._flags)) for one in alternatives]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, phrase by phrase."""
        lowered = text.lower()
        for anchors, phrase in self._rules:
            for anchor in anchors:  # any() would cost more than the searches
                if anchor in lowered:
                    yield from phrase.expression.finditer(text)
                    break

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the first phrase that has one."""
        return next(self.finditer(text), None)


def warm() -> None:
    """Build every expression of the lexicons there are, so that no first text waits for its own."""
    for lexicon in list(_made):
        for _anchors_of, phrase in lexicon._rules:
            _ = phrase.expression


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
