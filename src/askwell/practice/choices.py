"""The shared vocabulary of practice: plain strings in the database, enumerations in Python.

No word here is for the screen: pages translate codes where they show them.
"""

from enum import StrEnum
from typing import Final

SEEKER: Final = "seeker"
INSIDER: Final = "insider"

MINUTES = (5, 10, 15)
"""How long a rehearsal may be."""


class Praise(StrEnum):
    """What went well."""

    AIM = "aim"  # what was practised worked
    FOLLOWED = "followed"  # took up their words
    LISTENED = "listened"  # talked little enough
    LESS = "less"  # talked less than the time before
    OPENED = "opened"  # greeted, thanked, said who they are
    CLOSED = "closed"  # thanked, and asked who else
    NAMED = "named"  # was given a name
    RANGE = "range"  # asked about many kinds of things
    OPEN = "open"  # asked no closed question
    ASKED = "asked"  # at least asked


class Lesson(StrEnum):
    """What to change, what weighs most first. Each can be the aim of another rehearsal."""

    JOB = "job"  # asked for one
    MISSED = "missed"  # let a story go by
    PERSONAL = "personal"  # asked what is nobody's business in a first talk
    TALKED = "talked"  # more than the line
    CLOSED = "closed"  # too many closed questions
    DOUBLE = "double"  # two questions in one
    CLOSING = "closing"  # no thanks, or nobody else asked for
    OPENING = "opening"  # no greeting, thanks or name
    RANGE = "range"  # few kinds of things asked
    FEW = "few"  # hardly a question


class SpokenBy(StrEnum):
    """Who said the insider's words, where a language model was asked for them."""

    MODEL = "model"
    RELIEVED = "relieved"  # the model failed, and the built-in insider went on


class RecordingState(StrEnum):
    """How far a recording is."""

    WAITING = "waiting"  # for a worker, or one is at it
    WRITTEN = "written"  # down; the sound is gone
    REFUSED = "refused"  # with the code of why; the sound is gone


class Moment(StrEnum):
    """Where a talk turns."""

    OPENED = "opened"  # a follow-up, and they told more
    NAMED = "named"  # they named somebody
    MISSED = "missed"  # a story went by
    JOB = "job"  # a job was asked for
    COOLED = "cooled"  # they drew back
