"""The map of everyone around the seeker: groups, where they stand on it, and who led to whom."""

from askwell.people.rules.netmap.groups import (
    Acquaintance,
    Group,
    GroupKey,
    GroupKind,
    Reached,
    grouped,
    names_school,
    school_in,
)
from askwell.people.rules.netmap.layout import WIDTH, Area, Dot, Placed, Plan, lay_out, lay_out_one
from askwell.people.rules.netmap.led import Led, Source, Tree, led_to

__all__ = [
    "WIDTH",
    "Acquaintance",
    "Area",
    "Dot",
    "Group",
    "GroupKey",
    "GroupKind",
    "Led",
    "Placed",
    "Plan",
    "Reached",
    "Source",
    "Tree",
    "grouped",
    "lay_out",
    "lay_out_one",
    "led_to",
    "names_school",
    "school_in",
]
