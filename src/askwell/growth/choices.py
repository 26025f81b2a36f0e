"""The shared vocabulary of plans: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum


class StepKind(StrEnum):
    """What somebody can do about a gap."""

    COURSE = "course"
    VOLUNTEER = "volunteer"
    CONVERSATION = "conversation"
    PRACTICE = "practice"


class StepState(StrEnum):
    """How far a step is."""

    IDEA = "idea"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class ReferenceStage(StrEnum):
    """How far the asking for a reference is."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    GIVEN = "given"


class DutyKind(StrEnum):
    """What a step asks for on a day."""

    BEGIN = "begin"
    FINISH = "finish"
    LOG_HOURS = "log_hours"
    REFERENCE = "reference"
