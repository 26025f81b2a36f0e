"""Is the effort too narrow? Warnings on the mix of ties and on concentration.

METHOD.md asks for a warning "when one employer, one community or only close ties dominate". That weak ties
carry further is grade A (Rajkumar et al., *Science* 377, 2022); where *dominate* begins is our own choice
(grade C):

* Only the last 10 people written to count, METHOD's review interval, and nothing is said before 8.
* Close ties dominate at 7 in 10: the study's effect is about the mix, not about a single tie.
* One employer dominates at half. Five targets with two contacts each would make it a fifth.
* One community dominates at 8 in 10: one kind of tie, or one language other than those spoken where the
  work is. Being introduced is no community but the best source, and strangers are none either.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from askwell.outreach.choices import WarningCode
from askwell.people.choices import Strength, TieKind

WINDOW = 10
LEAST = 8
CLOSE_SHARE, EMPLOYER_SHARE, COMMUNITY_SHARE = 0.7, 0.5, 0.8
NO_COMMUNITY = frozenset({"", TieKind.NONE, TieKind.INTRODUCED})


@dataclass(frozen=True, slots=True)
class Written:
    """One person written to: who they are to the seeker, where they work, in which language it was."""

    tie_kind: str = "none"
    tie_strength: int = 0
    employer: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """`count` of the last `of` people; `facts` are listed at WarningCode."""

    code: WarningCode
    count: int
    of: int
    facts: Mapping[str, str]


def warnings(
    written: Sequence[Written], *, local_languages: frozenset[str], own_employer: str = ""
) -> tuple[Warning, ...]:
    """What is one-sided about the last people written to (`written` is newest first, one a person).

    `local_languages` are those of the place where the work is ("en", "fr"). `own_employer` is the seeker's
    own company when they search inside it: writing to colleagues is the point there, so it never counts.
    """
    recent = written[:WINDOW]
    if len(recent) < LEAST:
        return ()
    return tuple(_found(recent, local_languages, own_employer))


def _found(recent: Sequence[Written], local: frozenset[str], own: str) -> Iterator[Warning]:
    of = len(recent)
    close = sum(one.tie_strength == Strength.CLOSE for one in recent)
    if close >= CLOSE_SHARE * of:
        yield Warning(WarningCode.ONLY_CLOSE_TIES, close, of, {})
    employer, count = _most(one.employer for one in recent if one.employer not in ("", own))
    if count >= EMPLOYER_SHARE * of:
        yield Warning(WarningCode.ONE_EMPLOYER, count, of, {"employer": employer})
    kind, count = _most(one.tie_kind for one in recent if one.tie_kind not in NO_COMMUNITY)
    if count >= COMMUNITY_SHARE * of:
        yield Warning(WarningCode.ONE_TIE_KIND, count, of, {"kind": kind})
    language, count = _most(one.language for one in recent if one.language not in {"", *local})
    if count >= COMMUNITY_SHARE * of:
        yield Warning(WarningCode.ONE_LANGUAGE, count, of, {"language": language})


def _most(values: Iterable[str]) -> tuple[str, int]:
    """The most frequent value, the newest of equals; nothing at all counts 0."""
    return max(Counter(values).items(), key=lambda item: item[1], default=("", 0))
