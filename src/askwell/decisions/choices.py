"""The shared vocabulary of decisions: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import IntEnum, StrEnum


class DecisionState(StrEnum):
    OPEN = "open"
    DECIDED = "decided"


class OptionKind(StrEnum):
    """What an option stands for."""

    OCCUPATION = "occupation"
    EMPLOYER = "employer"
    OFFER = "offer"
    COURSE = "course"
    OTHER = "other"


class Strength(IntEnum):
    """How much one finding says."""

    HINT = 1
    CLEAR = 2
    FIRST_HAND = 3
