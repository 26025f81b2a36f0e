"""The way to someone through someone: whom to ask first, and who would lead on."""

from askwell.people.rules.ways.likelihood import LARGE, met_how
from askwell.people.rules.ways.search import LONGEST, MOST, best_ways
from askwell.people.rules.ways.values import Among, Circle, CircleKind, Link, LinkKind, Network, Spell, Standing, Way

__all__ = [
    "LARGE",
    "LONGEST",
    "MOST",
    "Among",
    "Circle",
    "CircleKind",
    "Link",
    "LinkKind",
    "Network",
    "Spell",
    "Standing",
    "Way",
    "best_ways",
    "met_how",
]
