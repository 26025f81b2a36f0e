"""Which trade a title means, by meaning: in English, Chinese and French alike."""

from functools import lru_cache

import numpy as np

from askwell.coach import meaning
from askwell.coach.insider import Trade, trades
from askwell.lib.text import fold

NEAR = 0.55
"""How alike two titles are at least that mean one trade (1: the same)."""
SOME = 5


def likeliest(title: str) -> str:
    """The code of the trade that this title means; empty where none is near."""
    title = title.strip()
    ranked = _ranked(title) if title else []
    return ranked[0][1] if ranked and ranked[0][0] >= NEAR else ""


def found(query: str) -> tuple[Trade, ...]:
    """The trades that a search means: whose title has these letters, else the nearest ones."""
    wanted = fold(query)
    if not wanted:
        return trades()
    named = tuple(one for one in trades() if any(wanted in fold(title) for title in one.titles.values()))
    if named:
        return named
    codes = [code for _likeness, code in _ranked(query)[:SOME]]
    return tuple(sorted((one for one in trades() if one.code in codes), key=lambda one: codes.index(one.code)))


def _ranked(text: str) -> list[tuple[float, str]]:
    """How alike each trade is, the likest first."""
    codes, known = _titles()
    likeness = known @ meaning.vector(text)
    best = {code: float(max(likeness[[row for row, other in enumerate(codes) if other == code]])) for code in codes}
    return sorted(((value, code) for code, value in best.items()), reverse=True)


@lru_cache(maxsize=1)
def _titles() -> tuple[tuple[str, ...], meaning.Vectors]:
    """Every title's trade, and what it means."""
    pairs = [(one.code, title) for one in trades() for title in one.titles.values()]
    return tuple(code for code, _title in pairs), np.asarray(meaning.vectors([title for _code, title in pairs]))
