"""The shared vocabulary of practice: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum


class Mood(StrEnum):
    """How the simulated insider is today."""

    FRIENDLY = "friendly"
    HURRIED = "hurried"
    SHY = "shy"
    SCEPTICAL = "sceptical"


class Speaker(StrEnum):
    SEEKER = "seeker"
    INSIDER = "insider"


class Spoken(StrEnum):
    """What a rehearsal is held in, as the coach names languages."""

    ENGLISH = "en"
    CHINESE = "zh-Hans"
    FRENCH = "fr"


MINUTES = (5, 10, 15)
"""How long a rehearsal may be."""
