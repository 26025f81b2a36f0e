"""The shared vocabulary of the story: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum


class ChapterKind(StrEnum):
    """What a part of the story is."""

    WORK = "work"
    VOLUNTEERING = "volunteering"
    EDUCATION = "education"
    COURSE = "course"
    CERTIFICATE = "certificate"
    PROJECT = "project"
    AWARD = "award"
    PUBLICATION = "publication"
    PAUSE = "pause"  # care, illness, a move: owed to nobody


class Source(StrEnum):
    """How the seeker knows an accomplishment's number."""

    NONE = ""
    MEMORY = "memory"
    ESTIMATE = "estimate"
    MEASURED = "measured"


class ReflectionKind(StrEnum):
    """What somebody thinks about themselves with; the first two are coach.self_reflection's."""

    TRAITS = "traits"
    INTERESTS = "interests"
    VALUES = "values"  # chosen in pairs


class FileState(StrEnum):
    """How far a resume that was brought in is."""

    READING = "reading"
    READY = "ready"
    KEPT = "kept"
    REFUSED = "refused"
