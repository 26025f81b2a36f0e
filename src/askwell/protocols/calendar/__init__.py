"""Calendars: invitations and answers read from mail, one meeting's life, and what we write.

Bytes in, dataclasses out, and back; no clock, nothing is sent.
"""

from askwell.protocols.calendar.busy import Busy, read_busy
from askwell.protocols.calendar.feeds import Duty, write_calendar, write_feed
from askwell.protocols.calendar.letters import Letter, ManyMeetings, ManyOrganizers, letters
from askwell.protocols.calendar.life import Meeting, Occurrence, Proposal, settle
from askwell.protocols.calendar.mails import read, read_mail
from askwell.protocols.calendar.model import Answer, Event, Method, Party, Reading, UnreadableCalendar
from askwell.protocols.calendar.reading import read_calendar
from askwell.protocols.calendar.writing import (
    NotWritable,
    answered,
    called_off,
    content_type,
    countered,
    moved,
    write_invitation,
)

__all__ = [
    "Answer",
    "Busy",
    "Duty",
    "Event",
    "Letter",
    "ManyMeetings",
    "ManyOrganizers",
    "Meeting",
    "Method",
    "NotWritable",
    "Occurrence",
    "Party",
    "Proposal",
    "Reading",
    "UnreadableCalendar",
    "answered",
    "called_off",
    "content_type",
    "countered",
    "letters",
    "moved",
    "read",
    "read_busy",
    "read_calendar",
    "read_mail",
    "settle",
    "write_calendar",
    "write_feed",
    "write_invitation",
]
