"""Why seekers have no talk, all together: what is missing most, and whose place would help."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.people import Weights
from askwell.programmes.rules.reasons import UnmetReason

MOST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Cause:
    """What keeps `seekers` from a talk: places, or the barrier that stands between them and most insiders. `code` is
    ALL_FULL or a Barrier; empty where there is no insider at all. `fields` are those in which places lack most."""

    code: str
    seekers: int
    fields: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """One place more with this insider lets one more seeker meet somebody; `seekers` of those without a talk could
    take it."""

    insider: str
    seekers: int


def cause_of(reason: UnmetReason) -> str:
    """The one word for it: of several barriers the one that most often stands alone, then the commonest."""
    if reason.why is Unmet.ALL_FULL:
        return Unmet.ALL_FULL
    barriers = sorted(reason.against, key=lambda barrier: _weight(reason, barrier), reverse=True)
    return barriers[0].value if barriers else ""


def _weight(reason: UnmetReason, barrier: Barrier) -> tuple[int, int]:
    return reason.against[barrier].alone, reason.against[barrier].insiders


def causes(unmet: Iterable[UnmetReason], fields: Mapping[str, str]) -> list[Cause]:
    """All of them, the commonest first. `fields` says what each seeker aims at."""
    counts: Counter[str] = Counter()
    lacking: Counter[str] = Counter()
    for reason in unmet:
        code = cause_of(reason)
        counts[code] += 1
        if code == Unmet.ALL_FULL and (field := fields.get(reason.seeker)):
            lacking[field] += 1
    most = sorted(lacking.items(), key=lambda one: (-one[1], one[0]))[:MOST_FIELDS]
    found = [Cause(code, count, tuple(most) if code == Unmet.ALL_FULL else ()) for code, count in counts.items()]
    return sorted(found, key=lambda one: (-one.seekers, one.code))


def openings(unmet: Iterable[UnmetReason], weights: Weights) -> list[Opening]:
    """The insiders with whom one place more would let somebody meet who meets nobody, the most wanted first."""
    counts = Counter(
        helper.insider for reason in unmet for helper in reason.helpers if helper.gain >= weights.first_talk
    )
    return [Opening(insider, count) for insider, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]
