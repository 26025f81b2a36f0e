"""Days inside sentences: tomorrow, a week day and a date take different words around them in French."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from askwell.outreach.web.words.basics import day

DAYS_IN_WORDS = range(-1, 7)
"""Days from today that are said as yesterday to a week day; others are dates."""


def until_day(value: date | datetime) -> str:
    """Until tomorrow, until Thursday, until 17 November."""
    words = pgettext("date", "until %(day)s") if _is_dated(value) else gettext("until %(day)s")
    return words % {"day": day(value)}


def by_day(value: date | datetime) -> str:
    """By tomorrow, by Thursday, by 17 November."""
    words = pgettext("date", "by %(day)s") if _is_dated(value) else gettext("by %(day)s")
    return words % {"day": day(value)}


def _is_dated(value: date | datetime) -> bool:
    there = timezone.localdate(value) if isinstance(value, datetime) else value
    return (there - timezone.localdate()).days not in DAYS_IN_WORDS
