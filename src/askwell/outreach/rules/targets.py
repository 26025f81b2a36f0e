"""The target list: LAMP order, and the five worked on at a time (METHOD.md, grade B, Dalton)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from askwell.outreach.choices import TargetKind

AT_A_TIME = 5


@dataclass(frozen=True, slots=True)
class Target:
    """An employer or occupation aimed at.

    `motivation` (0 to 3) is the seeker's own, `posting` is 1 to 3; both are None until known. `pinned` puts
    it among the five whatever its place.
    """

    key: str
    name: str
    kind: TargetKind = TargetKind.EMPLOYER
    motivation: int | None = None
    posting: int | None = None
    advocacy: bool = False
    pinned: bool = False


class Place(NamedTuple):
    """Where a target stands: its position on the LAMP list (from 1), and whether it is one of the five."""

    name: str
    kind: TargetKind
    position: int
    active: bool


def lamp_order(targets: Iterable[Target]) -> list[Target]:
    """Sort by Motivation, Posting, Advocacy, each the highest first (Dalton, LAMP).

    What is not known yet comes after the lowest: software never fills in a motivation. Equals go by name.
    """
    return sorted(targets, key=_lamp)


def active_targets(targets: Iterable[Target], *, size: int = AT_A_TIME) -> list[Target]:
    """The few being worked on: pinned ones first, then those with a motivation above 0, in LAMP order."""
    ordered = lamp_order(targets)
    pinned = [target for target in ordered if target.pinned]
    wanted = [target for target in ordered if target.motivation and not target.pinned]
    return lamp_order((pinned + wanted)[:size])


def places(targets: Iterable[Target]) -> dict[str, Place]:
    """Each target's key with its place on the list, for `Candidate.target`."""
    ordered = lamp_order(targets)
    active = {target.key for target in active_targets(ordered)}
    return {
        target.key: Place(target.name, target.kind, position, target.key in active)
        for position, target in enumerate(ordered, start=1)
    }


def _lamp(target: Target) -> tuple[int, int, bool, str, str]:
    motivation = -1 if target.motivation is None else target.motivation
    return (-motivation, -(target.posting or 0), not target.advocacy, target.name.casefold(), target.key)
