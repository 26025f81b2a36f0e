"""What a practice talk is made of."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said, from when they began until the other spoke."""

    speaker: Literal["seeker", "insider"]
    text: str
