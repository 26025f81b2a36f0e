"""Words about what a list changes of people who are in the programme already."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, pgettext

from askwell.lib.zones import city
from askwell.programmes.queries.listed import Update
from askwell.programmes.web.words.insiders import column_name, spoken, week
from askwell.programmes.web.words.people import LEVELS

_COLUMNS = {"employer": "organisation", "a_month": "talks", "wanted": "talks", "goals": "topics", "windows": "hours"}
"""What these columns are called in a list."""


def changes(update: Update, audience: str) -> list[tuple[str, str, str]]:
    """What changes of somebody: its name, what was there, what comes."""
    return [
        (column_name(_COLUMNS.get(column, column), audience), _told(column, was), _told(column, comes))
        for column, (was, comes) in update.changes.items()
    ]


def _told(column: str, value: Any) -> str:
    if column == "windows":
        words = pgettext("list", ", ").join(week(value))
    elif column == "languages":
        words = spoken(value)
    elif column == "level":
        words = str(LEVELS.get(value, value))
    elif column == "zone":
        words = city(value, get_language() or "en")
    elif column == "page_language":
        words = dict(settings.LANGUAGES).get(value, value)
    elif isinstance(value, Sequence | Mapping) and not isinstance(value, str):
        words = pgettext("list", ", ").join(map(str, value))
    else:
        words = str(value)
    return words or "–"
