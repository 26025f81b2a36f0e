"""Interviews and what was learned in them; how a time is found, and what calendars say of it."""

from askwell.interviews.models.meeting import Booking, CalendarWord, Notice, OwnCalendar, Reminder, talk_is_over
from askwell.interviews.models.talks import Advice, Insight, Interview, Lead, Question, Referral, Voice

__all__ = [
    "Advice",
    "Booking",
    "CalendarWord",
    "Insight",
    "Interview",
    "Lead",
    "Notice",
    "OwnCalendar",
    "Question",
    "Referral",
    "Reminder",
    "Voice",
    "talk_is_over",
]
