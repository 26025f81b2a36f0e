"""How often something may be done: a bucket of tokens that fills up again by itself. Pure."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Bucket:
    """Holds `most` tokens; an empty one is full again after `within`."""

    most: int
    within: timedelta

    @property
    def a_second(self) -> float:
        return self.most / self.within.total_seconds()

    @property
    def seconds_a_token(self) -> int:
        """How long an empty bucket takes to hold one again, rounded up."""
        return int(-(-self.within.total_seconds() // self.most))


def draw(bucket: Bucket, left: float, seconds: float) -> float | None:
    """What is left of `left` after one token is taken, `seconds` after the last; None where there is none to take."""
    filled = min(bucket.most, left + max(seconds, 0.0) * bucket.a_second)
    return filled - 1 if filled >= 1 else None
