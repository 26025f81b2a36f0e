"""From pairs to persons, without chaining namesakes together.

The strongest pairs join first. Two groups are not joined by a pair when any two of their members cannot be one
person: a chain over a third, vaguer record ("M. Wang") does not make one of two.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence

Pair = tuple[float, int, int]
"""Weight in bits, and two places."""


def cluster(
    size: int,
    pairs: Iterable[Pair],
    apart: Callable[[int, int], bool],
    *,
    most: int = 40,
) -> Sequence[int]:
    """The group of each of `size` places, named by its lowest member.

    `apart(a, b)`: whether two cannot be one person; no pair is of two such. Groups of more than `most` members are
    compared by their first `most` only, so that the work stays bounded.
    """
    group = array("I", range(size))
    members: dict[int, list[int]] = {}

    def root(place: int) -> int:
        while group[place] != place:
            group[place] = group[group[place]]
            place = group[place]
        return place

    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        low, high = root(one), root(other)
        if low == high:
            continue
        if low > high:
            low, high = high, low
        first, second = members.get(low) or [low], members.get(high) or [high]
        alone = len(first) == len(second) == 1
        if not alone and any(apart(a, b) for a in first[:most] for b in second[:most]):
            continue
        group[high] = low
        members[low] = first + second
        members.pop(high, None)
    for places in members.values():
        for place in places:
            group[place] = root(place)
    return group
