"""The shared vocabulary of interviews: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum


class Topic(StrEnum):
    """What a question asks about: the insider's path, TIARA (Dalton), or the way on at the end."""

    PATH = "path"
    TRENDS = "trends"
    INSIGHTS = "insights"
    ADVICE = "advice"
    RESOURCES = "resources"
    ASSIGNMENTS = "assignments"
    CLOSING = "closing"


TIARA = (Topic.TRENDS, Topic.INSIGHTS, Topic.ADVICE, Topic.RESOURCES, Topic.ASSIGNMENTS)
"""At least one question of each belongs to every interview (METHOD.md, grade B)."""


class InterviewState(StrEnum):
    """Where one information interview stands."""

    PROPOSED = "proposed"  # times were offered, or one is being found
    CONFIRMED = "confirmed"  # a time is agreed
    CANCELLED = "cancelled"
    MISSED = "missed"  # the time passed and somebody was not there
    HELD = "held"
    THANKED = "thanked"
    COMPLETE = "complete"  # thanked, and the closing card is filled in


class Step(StrEnum):
    """What happens to an interview."""

    PROPOSED = "proposed"
    AGREED = "agreed"  # on a time; again: it was moved
    CANCELLED = "cancelled"
    MISSED = "missed"
    HELD = "held"
    THANKED = "thanked"
    FINISHED = "finished"  # the closing card


class NextStep(StrEnum):
    """How an interview ended: what makes it more than a nice talk."""

    PERSON = "person"  # somebody was named
    ACTION = "action"  # something to do
    LATER = "later"  # a later contact was agreed
    NOTHING = "nothing"  # said openly: held, not successful


class GoalReached(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class SubjectKind(StrEnum):
    """What an insight is about."""

    OCCUPATION = "occupation"
    EMPLOYER = "employer"
    PATH = "path"  # how one gets in, and on
    FIELD = "field"  # the industry, the place, the way things are done here


class Caught(StrEnum):
    """What is caught on the way, while the talk goes on."""

    PERSON = "person"
    INSIGHT = "insight"
    ACTION = "action"
    LEAD = "lead"


USEFUL = 2
"""An insight is rated 0 to 3; from here on it counts as useful."""


class NoticeKind(StrEnum):
    """What an insider did by themselves: on their page, or by their calendar's answer."""

    BOOKED = "booked"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    OTHER_TIME = "other_time"  # proposes one in their own words
    NAMED = "named"  # somebody who knows better
    LATER = "later"  # may be asked again
    DECLINED = "declined"
    STOPPED = "stopped"
    TAKEN_BACK = "taken_back"  # the stop
    ACCEPTED = "cal_yes"  # from here on their calendar's answers
    REFUSED = "cal_no"
    UNSURE = "cal_maybe"
    COUNTERED = "cal_other"  # asks for another time
    INVITED = "cal_invite"  # they invite the seeker themselves
    CHANGED = "cal_moved"  # what they invited to
    WITHDRAWN = "cal_off"  # they called it off
    WROTE = "wrote"  # on their page: answers in writing
    ERASE = "erase"  # asks to be erased


class ReminderKind(StrEnum):
    DAY = "day"  # 24 to 48 hours before
    HOUR = "hour"
