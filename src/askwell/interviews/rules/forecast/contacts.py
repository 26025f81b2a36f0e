"""How many more first messages bring the goal with a chance of 90 %: METHOD.md's table, with doubt about the rate.

With one certain rate this is the negative binomial of METHOD.md (282 contacts at 5 %, 33 at 40 %). Here the rate is
a mixture of Beta distributions, so it is the beta-negative binomial, and more contacts are needed.
"""

from collections.abc import Sequence
from math import exp

from askwell.interviews.rules.chances import binomial_tails, how_many
from askwell.interviews.rules.forecast.dates import Open, to_come
from askwell.interviews.rules.forecast.pace import Delay
from askwell.interviews.rules.forecast.rates import FOLLOW_THROUGH, Belief

CHANCE = 0.9
MOST = 5000


def contacts_needed(minds: Sequence[Belief], before: Sequence[Sequence[float]], still: int) -> int | None:
    """The fewest contacts after which the goal is reached with a chance of 90 %; None beyond 5,000.

    `before` gives for each belief the chances that 0, 1, 2 … successes come without any new contact.
    """

    def chance(contacts: int) -> float:
        return sum(mind.weight * _reached(mind, had, still, contacts) for mind, had in zip(minds, before, strict=True))

    if chance(MOST) < CHANCE:
        return None
    low, high = 0, MOST
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if chance(middle) >= CHANCE else (middle + 1, high)
    return low


def without_contacts(mind: Belief, threads: Sequence[Open], delay: Delay, agreed: int, still: int) -> list[float]:
    """The chances that open threads and agreed interviews bring 0, 1, … successes; more than `still` are `still`."""
    mean = sum(share * (1 - delay.by(age)) for age, share in to_come(mind, threads, delay))
    held = how_many([FOLLOW_THROUGH] * agreed)
    found = [0.0] * still
    term = exp(-mean)
    for opened in range(still):
        for count in range(min(len(held), still - opened)):
            found[opened + count] += term * held[count]
        term *= mean / (opened + 1)
    return [*found, max(0.0, 1 - sum(found))]


def _reached(mind: Belief, before: Sequence[float], still: int, contacts: int) -> float:
    tails = binomial_tails(still, contacts, mind.rate, mind.spread)
    return sum(chance * tails[still - count] for count, chance in enumerate(before))
