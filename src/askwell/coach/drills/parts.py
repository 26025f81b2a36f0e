"""What can belong into something said on the telephone, at a door or at a table."""

from enum import StrEnum


class Part(StrEnum):
    """One thing that is said, usually a sentence of its own."""

    GREETING = "greeting"
    WHO_I_AM = "who_i_am"
    WHY_YOU = "why_you"
    CONNECTION = "connection"  # who led me here
    PURPOSE = "purpose"
    HOW_SHORT = "how_short"
    ASK = "ask"
    THANKS = "thanks"
    BEST_TIME = "best_time"
    NUMBER = "number"  # said slowly, twice
    POLITE_PERSISTENCE = "polite_persistence"  # asks when to call again
    INSIGHT_BACK = "insight_back"  # one thing that they said
    OTHER_PERSON = "other_person"
    USE_YOUR_NAME = "use_your_name"
    NEXT_STEP = "next_step"
    PRESENT = "present"  # what I do
    PAST = "past"  # what I did, with a result
    FUTURE = "future"  # what I look for
