"""Who led to whom: a forest that never leads back."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID


def closes_circle(edges: Iterable[tuple[UUID, UUID]], introducer: UUID, introduced: UUID) -> bool:
    """Whether this introduction would lead somebody to themselves, given all (introducer, introduced) so far."""
    led_to: dict[UUID, set[UUID]] = defaultdict(set)
    for source, target in edges:
        led_to[source].add(target)
    seen: set[UUID] = set()
    ahead = [introduced]
    while ahead:
        person = ahead.pop()
        if person == introducer:
            return True
        if person not in seen:
            seen.add(person)
            ahead += led_to[person]
    return False
