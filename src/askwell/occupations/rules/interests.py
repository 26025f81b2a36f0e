"""How near somebody's interests are to those of an occupation: six numbers against six."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

KINDS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
STRONG = 60
"""From here on a kind is said to be much of the work, or to be liked."""
WEAK = 40
ALIKE, UNLIKE = 0.35, -0.1
Verdict = Literal["alike", "partly", "unlike"]


@dataclass(frozen=True, slots=True)
class Compared:
    """Both profiles; `shared` are kinds that are much of the work and liked, `disliked` much of the work and not."""

    work: tuple[int, ...]
    mine: tuple[int | None, ...]
    shared: tuple[str, ...]
    disliked: tuple[str, ...]
    verdict: Verdict | None

    @property
    def is_known(self) -> bool:
        return self.verdict is not None


def compare(work: Sequence[int], mine: Sequence[int | None]) -> Compared:
    """No verdict where fewer than four of the six are known of somebody, or none stands out."""
    both = [(a, b) for a, b in zip(work, mine, strict=True) if b is not None]
    likeness = _correlation(both) if len(both) >= 4 else None
    verdict: Verdict | None = None
    if likeness is not None:
        verdict = "alike" if likeness >= ALIKE else "unlike" if likeness < UNLIKE else "partly"
    much = [(kind, b) for kind, a, b in zip(KINDS, work, mine, strict=True) if a >= STRONG and b is not None]
    shared = tuple(kind for kind, liked in much if liked >= STRONG)
    return Compared(tuple(work), tuple(mine), shared, tuple(kind for kind, liked in much if liked < WEAK), verdict)


def _correlation(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Pearson's; None where one side says the same of all."""
    size = len(pairs)
    mean_a, mean_b = sum(a for a, _b in pairs) / size, sum(b for _a, b in pairs) / size
    around = [(a - mean_a, b - mean_b) for a, b in pairs]
    squares = sum(a * a for a, _b in around) * sum(b * b for _a, b in around)
    return sum(a * b for a, b in around) / squares**0.5 if squares else None
