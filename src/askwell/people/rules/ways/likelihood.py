"""How likely it is that somebody passes a request on. All numbers are our own guess (grade C): they order the ways
and are never shown."""

from functools import lru_cache
from math import sqrt

from askwell.people.rules.ways.values import Circle, CircleKind, Link, LinkKind, Spell, Standing

TIE = (0.0, 0.35, 0.6, 0.85)
"""That somebody whom the seeker knows slightly, well or closely introduces them."""
TALKED = 0.65
"""The same of somebody with whom they had a conversation, at least."""
KNOWS = {
    LinkKind.INTRODUCED: 0.8,
    LinkKind.COLLEAGUES: 0.45,
    LinkKind.OVERLAPPED: 0.4,
    LinkKind.PERHAPS: 0.2,
    LinkKind.SUCCESSIVE: 0.06,
    LinkKind.SCHOOL: 0.12,
    LinkKind.EVENT: 0.2,
}
_BEST = {
    CircleKind.EMPLOYER: KNOWS[LinkKind.COLLEAGUES],
    CircleKind.SCHOOL: KNOWS[LinkKind.SCHOOL],
    CircleKind.EVENT: KNOWS[LinkKind.EVENT],
}
BEST_LINK, BEST_TIE = max(KNOWS.values()), max(TIE)
BEST_CIRCLE = max(_BEST.values())
SMALL = 12
"""So many people all know each other; of more, each knows a smaller share."""
LARGE = 150
"""Of more people than this only those whom the seeker knows, and who are there now, are taken to know others."""
FOREVER = "9999"


def asking(standing: Standing) -> float:
    """That this person, asked by the seeker, helps; 0 for a stranger."""
    by_tie = TIE[min(max(standing.strength, 0), 3)]
    return max(by_tie, TALKED) if standing.talked else by_tie


def introduced() -> Link:
    return Link(LinkKind.INTRODUCED, None, KNOWS[LinkKind.INTRODUCED])


@lru_cache(maxsize=1024)
def share(size: int) -> float:
    """Which share of a circle's people each of them knows."""
    return min(1.0, sqrt(SMALL / size)) if size > 0 else 1.0


def met_how(kind: CircleKind, one: Spell, other: Spell) -> LinkKind:
    """What two persons' spells in one circle say of their knowing each other."""
    if kind is not CircleKind.EMPLOYER:
        return LinkKind.SCHOOL if kind is CircleKind.SCHOOL else LinkKind.EVENT
    if one.now and other.now:
        return LinkKind.COLLEAGUES
    ends = (FOREVER if one.now else one.end, FOREVER if other.now else other.end)
    if _before(ends[0], other.start) or _before(ends[1], one.start):
        return LinkKind.SUCCESSIVE
    dated = all((one.start, other.start, *ends))
    return LinkKind.OVERLAPPED if dated else LinkKind.PERHAPS


def through(circle: Circle, one: Spell, other: Spell) -> Link:
    """The link between two members of a circle."""
    kind = met_how(circle.kind, one, other)
    return Link(kind, circle, known(circle, kind))


def known(circle: Circle, kind: LinkKind) -> float:
    """That two members of a circle who met in this way know each other."""
    return KNOWS[kind] * share(circle.size)


def best_through(circle: Circle) -> float:
    """No two members of this circle are likelier to know each other."""
    return _BEST[circle.kind] * share(circle.size)


def largest(least: float) -> int:
    """In a circle of more people nobody is as likely as this to know another."""
    return int(SMALL * (BEST_CIRCLE / least) ** 2) if least < BEST_CIRCLE else SMALL


def _before(end: str, start: str) -> bool:
    return bool(end and start and end < start)
