"""Days inside sentences: tomorrow, a week day and a date take different words around them in French."""

from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from askwell.outreach.web.words.basics import day, is_dated


def until_day(value: date | datetime) -> str:
    """Until tomorrow, until Thursday, until 17 November."""
    words = pgettext("date", "until %(day)s") if is_dated(value) else gettext("until %(day)s")
    return words % {"day": day(value)}


def by_day(value: date | datetime) -> str:
    """By tomorrow, by Thursday, by 17 November."""
    words = pgettext("date", "by %(day)s") if is_dated(value) else gettext("by %(day)s")
    return words % {"day": day(value)}
