"""Which chapter of the story an entry tells in another language, and which line which.

An entry and a chapter that is not told in the entry's language are the same when they are of one family, their dates
agree (to the month, or to the year where one of them gives only years; what goes on agrees with what goes on), their
degrees are of one step, and no other fits equally well. Where dates are known to the year only, or to one of the two
not at all, what they mean has to be alike too. Of several that fit, what they mean, their figures and whether their
kind is the same decide; where that does not, both are left alone.
"""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from askwell.lib.text import fold
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.likeness import best_pairs, likeness, pair_up
from askwell.portfolio.rules.bringing.matching import Line, Part, one_family, told

NEAR, DISTANT = 0.6, 0.3
"""How alike the names must be where no dates can agree, and where they agree to the year only."""
_MARGIN = 0.04
_KIND, _MONTH = 0.2, 0.2
_JOBS = {ChapterKind.WORK, ChapterKind.VOLUNTEERING}
_DEGREES = {
    "doctor": re.compile(r"\bph\.?\s?d\b|doctor|博士"),
    "master": re.compile(r"\bm\.?(?:sc|a|eng|ed|ba|asc)\b|master|maitrise|硕士|研究生"),
    "bachelor": re.compile(r"\bb\.?(?:sc|a|eng|ed|ba|asc|com|comm)\b|bachelor|licence|baccalaureat|学士|本科"),
}


def retold(entries: Sequence[Entry], parts: Sequence[Part]) -> Mapping[int, Part]:
    """The chapter, of `parts`, that each of the entries tells, by the entry's place."""
    fitting = [(n, k) for n, one in enumerate(entries) for k, part in enumerate(parts) if _may_be(one, part)]
    if not fitting:
        return {}
    near = likeness([_names(one) for one in entries], [_names(part) for part in parts])
    worth = {(n, k): _worth(entries[n], parts[k], near[n][k]) for n, k in fitting}
    sure = {pair: value for pair, value in worth.items() if value > 0}
    return {n: parts[k] for n, k in best_pairs(sure, margin=_MARGIN).items()}


def retold_lines(texts: Mapping[int, str], lines: Sequence[Line]) -> tuple[tuple[int, UUID], ...]:
    """(a line's number, id of the line that it tells in another language), in their order, by what they mean and the
    numbers in them."""
    numbers = list(texts)
    pairs = pair_up(list(texts.values()), [line.text for line in lines])
    found = {numbers[n]: lines[k] for n, k in pairs.items()}
    return tuple((n, found[n].id) for n in numbers if n in found and told(texts[n]) != told(found[n].text))


def _may_be(entry: Entry, part: Part) -> bool:
    steps = {_degree(entry.title), _degree(part.title)} - {""}
    return one_family(entry.kind, part.kind) and len(steps) < 2 and _agree(entry, part) is not False


def _worth(entry: Entry, part: Part, near: float) -> float:
    """Above nothing where they are the same, and the more, the surer."""
    agree = _agree(entry, part)
    exact = bool(agree) and _to_the_month(entry, part)
    if near < (NEAR if agree is None else DISTANT if not exact else -1):
        return 0
    return 1 + near + _KIND * (entry.kind == part.kind) + _MONTH * exact


def _agree(entry: Entry, part: Part) -> bool | None:
    """Whether they were at one time; None where one of them has no dates. A school may give its last year only."""
    if not (entry.start or entry.end) or not (part.start or part.end):
        return None
    starts = _is_one(entry.start, part.start) or (entry.kind not in _JOBS and not (entry.start and part.start))
    return starts and _is_one(entry.end, part.end)


def _is_one(one: str, other: str) -> bool:
    """The same date, as far as both are known: "2021" is 2021-03, and "" only ""."""
    known = min(len(one), len(other))
    return one[:known] == other[:known] and bool(one) == bool(other)


def _to_the_month(entry: Entry, part: Part) -> bool:
    return all(len(date) >= len("2021-03") for date in (entry.start, entry.end, part.start, part.end) if date)


def _degree(title: str) -> str:
    plain = fold(title)
    return next((step for step, words in _DEGREES.items() if words.search(plain)), "")


def _names(one: Entry | Part) -> str:
    return ", ".join(filter(None, (one.title, one.field, one.organisation)))
