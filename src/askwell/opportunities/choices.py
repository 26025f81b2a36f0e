"""Shared vocabulary of opportunities. Values are stored: never rename one without a migration."""

from enum import StrEnum


class Kind(StrEnum):
    """What an opportunity is."""

    JOB = "job"
    VOLUNTEER = "volunteer"
    COURSE = "course"
    EVENT = "event"


GATHERINGS = (Kind.COURSE, Kind.EVENT)
"""What one signs up for and goes to, rather than applies for."""


class Source(StrEnum):
    """How an opportunity was found. Kept, so that sources can be compared."""

    NETWORKING = "networking"
    BOARD = "board"
    VOLUNTEERING = "volunteering"
    PROGRAMME = "programme"
    OWN = "own"


class Stage(StrEnum):
    """How far an application is. A seeker's own stage lies within one of these."""

    INTERESTED = "interested"
    ASKED = "asked"
    APPLIED = "applied"
    JOB_INTERVIEW = "job_interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SILENT = "silent"


class Brought(StrEnum):
    """How postings came in."""

    PASTED = "pasted"
    FILE = "file"
    LINK = "link"
    BOOKMARK = "bookmark"
    FEED = "feed"


class IntakeState(StrEnum):
    """The life of what was brought in: reading → ready (to confirm) → kept; or refused."""

    READING = "reading"
    READY = "ready"
    KEPT = "kept"
    REFUSED = "refused"


EMPLOYMENT = ("", "full_time", "part_time", "contract", "internship", "temporary", "volunteer")
UNITS = ("", "hour", "day", "week", "month", "year")
EVENT_STATES = ("", "scheduled", "rescheduled", "postponed", "cancelled")
