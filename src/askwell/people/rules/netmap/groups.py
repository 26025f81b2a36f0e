"""Everyone in one group each: close ones, employers, school, events, and the rest."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from askwell.lib.text import fold
from askwell.people.choices import TieKind

SHOWN = 12
"""So many groups stand on the map; the smallest become one."""
COMPANY = 3
"""An employer with fewer known people is no group, unless it is the goal's."""
CLOSE = frozenset({TieKind.FAMILY, TieKind.FRIEND, TieKind.NEIGHBOUR})
SCHOOL = frozenset({TieKind.ALUMNI, TieKind.CLASSMATE, TieKind.PROFESSOR})
_school = re.compile(
    r"\b(?:universit\w*|college|coll[eè]ge|school|[eé]cole|institut\w*|polytechni\w*|academy|alumni|[a-z]*tech u)\b"
    r"|大学|学院|學院|大學|校友|同学|同學"
)


class GroupKind(StrEnum):
    CLOSE = "close"  # family, friends and neighbours
    EMPLOYER = "employer"
    SCHOOL = "school"
    EVENT = "event"
    REST = "rest"


class GroupKey(NamedTuple):
    """`id` is the employer's; empty for the other kinds, of which there is one each."""

    kind: GroupKind
    id: Hashable = ""


class Reached(IntEnum):
    """How far the seeker came with a person."""

    NOT = 0
    WRITTEN = 1
    TALKED = 2


class Acquaintance(NamedTuple):
    """One person as the map and the tree see them: `tie` and `strength` of the closest tie ("" and 0 without one),
    `employer` where they are now (None if unknown), `obtained` how they came to be written down."""

    person: Hashable
    tie: str = ""
    strength: int = 0
    employer: Hashable = None
    reached: Reached = Reached.NOT
    obtained: str = ""
    at_event: bool = False


@dataclass(slots=True)
class Group:
    """The people of one group, those who matter most first. `parts`: how many groups this one stands for."""

    key: GroupKey
    people: list[Acquaintance] = field(default_factory=list)
    parts: int = 1

    @property
    def written(self) -> int:
        return sum(one.reached >= Reached.WRITTEN for one in self.people)

    @property
    def talked(self) -> int:
        return sum(one.reached is Reached.TALKED for one in self.people)

    @property
    def strength(self) -> int:
        """Of the best tie."""
        return max((one.strength for one in self.people), default=0)


def grouped(
    everyone: Sequence[Acquaintance],
    *,
    goal: Hashable = None,
    first: Collection[Hashable] = (),
    shown: int = SHOWN,
) -> list[Group]:
    """Groups, the goal's employer first, then those with somebody of `first`, then by best tie and size; the rest is
    one group at the end."""
    known = Counter(one.employer for one in everyone)
    groups: dict[GroupKey, Group] = {}
    for one in everyone:
        key = _group_of(one, known, goal)
        groups.setdefault(key, Group(key)).people.append(one)
    wanted = set(first)
    for group in groups.values():
        group.people.sort(key=lambda one: (one.person not in wanted, -one.strength, -one.reached))
    rest = groups.pop(GroupKey(GroupKind.REST), None)
    ordered = sorted(groups.values(), key=lambda group: _order(group, goal, wanted))
    return _with_rest(ordered, rest, shown)


def _group_of(one: Acquaintance, known: Counter[Hashable], goal: Hashable) -> GroupKey:
    if one.employer is not None and one.employer == goal:
        return GroupKey(GroupKind.EMPLOYER, goal)
    if one.tie in CLOSE:
        return GroupKey(GroupKind.CLOSE)
    if one.employer is not None and known[one.employer] >= COMPANY:
        return GroupKey(GroupKind.EMPLOYER, one.employer)
    if one.tie in SCHOOL:
        return GroupKey(GroupKind.SCHOOL)
    return GroupKey(GroupKind.EVENT if one.at_event or one.tie == TieKind.MET_AT_EVENT else GroupKind.REST)


def _order(group: Group, goal: Hashable, wanted: set[Hashable]) -> tuple[bool, bool, int, int, str]:
    is_goal = goal is not None and group.key.id == goal
    has_wanted = any(one.person in wanted for one in group.people[:1])
    return not is_goal, not has_wanted, -group.strength, -len(group.people), str(group.key)


def _with_rest(ordered: list[Group], rest: Group | None, shown: int) -> list[Group]:
    """What does not fit joins the rest; one group alone keeps its place."""
    room = shown - 1 if len(ordered) + bool(rest) > shown else shown
    small = ordered[room:]
    if not small:
        return [*ordered, rest] if rest else ordered
    together = Group(GroupKey(GroupKind.REST), list(rest.people) if rest else [], len(small) + bool(rest))
    for group in small:
        together.people += group.people
    together.people.sort(key=lambda one: (-one.strength, -one.reached))
    return [*ordered[:room], together]


def names_school(text: str) -> bool:
    """Whether the name of an organisation or a tag speaks of a school."""
    return bool(_school.search(fold(text)))


def school_in(how_met: str, schools: Iterable[str]) -> str:
    """The school that a way of having met speaks of: one of the seeker's, else what stands before the first comma."""
    folded = fold(how_met)
    named = next((school for school in schools if school and fold(school) in folded), "")
    return named or re.split("[,，;；]", how_met)[0].strip()
