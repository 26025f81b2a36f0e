"""The lines of a comparison: each fact as both sides have it, and what that tells."""

from collections.abc import Mapping, Sequence

from askwell.people.rules.pair_signs import fact_sign
from askwell.people.web.words.imports import FACTS, SIDES, SIGNS
from askwell.people.web.words.pairs import Told, fact_of, reason_words


def fact_lines(kept: Mapping[str, str], said: Mapping[str, str], reasons: Sequence[Told]) -> list[dict[str, str]]:
    """One line a fact that either side has: its name, both values, whether it speaks for or against and why.

    `kept` and `said` by fact (name, employer, role, email, phone, link, known_since); `reasons` as they are stored, and
    words for what they leave out.
    """
    facts = [fact_of(code) for code, *_rest in reasons]
    told = dict(zip(facts, reason_words(reasons), strict=True))
    return [
        {
            **fact_line(fact, *(told.get(fact) or _untold(fact, kept.get(fact, ""), said.get(fact, "")))),
            "kept": kept.get(fact, ""),
            "file": said.get(fact, ""),
        }
        for fact in FACTS
        if kept.get(fact) or said.get(fact)
    ]


def fact_line(fact: str, side: str, why: str) -> dict[str, str]:
    """A line without its values."""
    return {"fact": str(FACTS[fact]), "tells": side, "side": str(SIDES[side]), "why": why}


def _untold(fact: str, kept: str, said: str) -> tuple[str, str]:
    side, why = fact_sign(fact, kept, said)
    return side, str(SIGNS[why])
