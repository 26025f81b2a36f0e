"""How sure the number of one field is: what the seeker gave an option for a wish, and how far it may still be off.

1. The seeker's number, 0 to 10, is the centre. Nobody else's word moves it.
2. Voices are counted by employer: of several people at one employer the strongest counts, once. A hint counts ½, a
   clear word 1, a first-hand one 1½.
3. The larger side, for or against, bears the number out; the smaller one contradicts. One clear voice leaves ± 2. Each
   further one that bears it out takes ½ off, down to ± ½; each that contradicts adds 1, up to ± 3.
4. A number to which nobody said anything is a guess: ± 3. What the seeker calls a guess is never narrower.
5. Where the seeker gave a ± of their own, that counts instead.
6. Without a number the field may be anything from 0 to 10: 5 ± 5, and it is shown as unsaid.

Three employers for and one against, all clear: 2 - 2 x ½ + 1 = ± 2. Four for: 2 - 3 x ½ = ± ½. One for, one against:
2 + 1 = ± 3, as good as a guess.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST = 10.0
MIDDLE = MOST / 2
FIRST, STEP, DISSENT, LEAST, GUESS = 2.0, 0.5, 1.0, 0.5, 3.0
COUNTS = {1: 0.5, 2: 1.0, 3: 1.5}
"""What a voice counts by its strength."""


class Basis(StrEnum):
    """Where the width of a field comes from."""

    UNSAID = "unsaid"  # no number yet
    GUESS = "guess"
    OWN = "own"  # the seeker's own ±
    VOICES = "voices"


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word on a field. `employer` is what makes it independent of another."""

    employer: Hashable
    speaks_for: bool
    strength: int = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its ±; `speak_for` and `speak_against` count independent voices."""

    centre: float
    half: float
    basis: Basis
    speak_for: int = 0
    speak_against: int = 0

    @property
    def low(self) -> float:
        return max(0.0, self.centre - self.half)

    @property
    def high(self) -> float:
        return min(MOST, self.centre + self.half)


def cell(points: float | None, voices: Iterable[Word] = (), *, own: float | None = None, guess: bool = False) -> Cell:
    """The field as the module describes it."""
    voices = list(voices)
    told, untold = _sides(voices, True), _sides(voices, False)
    counts = len(told), len(untold)
    if points is None:
        return Cell(MIDDLE, MIDDLE, Basis.UNSAID, *counts)
    if own is not None:
        return Cell(points, own, Basis.OWN, *counts)
    if guess or not voices:
        return Cell(points, max(GUESS, _width(told, untold)), Basis.GUESS, *counts)
    return Cell(points, _width(told, untold), Basis.VOICES, *counts)


def _sides(voices: Iterable[Word], speaks_for: bool) -> dict[Hashable, float]:
    """What each employer counts on one side."""
    found: dict[Hashable, float] = {}
    for voice in voices:
        if voice.speaks_for is speaks_for:
            found[voice.employer] = max(found.get(voice.employer, 0.0), COUNTS.get(voice.strength, 1.0))
    return found


def _width(told: dict[Hashable, float], untold: dict[Hashable, float]) -> float:
    less, more = sorted((sum(told.values()), sum(untold.values())))
    return min(max(FIRST - STEP * (more - 1) + DISSENT * less, LEAST), GUESS)
