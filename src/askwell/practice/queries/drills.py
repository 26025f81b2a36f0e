"""How far a seeker is with the drills, and which exercise comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from askwell.accounts.models import Workspace
from askwell.coach.drills import Item, Kind, items
from askwell.practice.models import DrillTry


@dataclass(frozen=True, slots=True)
class Tried:
    """Of one exercise: how often, when last, and whether the last try was good."""

    times: int
    good: bool
    last_at: datetime


@dataclass(frozen=True, slots=True)
class Drill:
    """One drill in one language. `next`: what comes next: an exercise that was not tried; else one that did not go
    well, else any, the one that waits longest."""

    kind: Kind
    done: int
    tried: int
    total: int
    next: Item


@dataclass(frozen=True, slots=True)
class Drills:
    """`next` is the drill that was tried least, in the order of `Kind`."""

    drills: Sequence[Drill]

    @property
    def next(self) -> Drill:
        return min(self.drills, key=lambda one: (one.tried / one.total, list(Kind).index(one.kind)))

    @property
    def done(self) -> int:
        return sum(one.done for one in self.drills)

    @property
    def total(self) -> int:
        return sum(one.total for one in self.drills)

    def of(self, kind: Kind) -> Drill:
        return next(one for one in self.drills if one.kind is kind)


def drills(workspace: Workspace, language: str) -> Drills:
    """Every drill in this language; one query."""
    tried = _tried(workspace)
    return Drills([_drill(kind, language, tried) for kind in Kind])


def _tried(workspace: Workspace) -> Mapping[str, Tried]:
    rows = DrillTry.kept(workspace).order_by("exercise", "tried_at").values_list("exercise", "good", "tried_at")
    found = {}
    for exercise, tries in groupby(rows, key=lambda row: row[0]):
        every = list(tries)
        found[exercise] = Tried(len(every), every[-1][1], every[-1][2])
    return found


def _of(kind: Kind, language: str) -> list[Item]:
    return [one for one in items().values() if one.kind is kind and one.language == language]


def _drill(kind: Kind, language: str, tried: Mapping[str, Tried]) -> Drill:
    mine = _of(kind, language)
    known = [one for one in mine if one.id in tried]
    waiting = sorted(known, key=lambda one: (tried[one.id].good, tried[one.id].last_at))
    fresh = [one for one in mine if one.id not in tried]
    good = sum(tried[one.id].good for one in known)
    return Drill(kind, good, len(known), len(mine), (fresh or waiting)[0])
