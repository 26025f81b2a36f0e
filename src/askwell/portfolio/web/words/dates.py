"""Dates of a story, which may be known to the day, the month or the year."""

from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from askwell.portfolio.choices import ChapterKind
from askwell.ui import moments


def date_word(text: str) -> str:
    """ "2021-03" as March 2021, 2021年3月, mars 2021."""
    parts = [int(part) for part in text.split("-")] if text else []
    language = get_language() or "en"
    if len(parts) == 3:
        return moments.day(date(*parts), date.min, language, "full")
    chinese = language.startswith("zh")
    if len(parts) == 2:
        return f"{parts[0]}年{parts[1]}月" if chinese else f"{MONTHS[parts[1]]}\u00a0{parts[0]}"
    return f"{parts[0]}年" if parts and chinese else text


def span_word(start: str, end: str, kind: str = ChapterKind.WORK) -> str:
    """From when to when, as it stands under a chapter's title."""
    if start and end and start != end:
        return gettext("%(start)s to %(end)s") % {"start": date_word(start), "end": date_word(end)}
    if start and not end:
        return gettext("since %(start)s") % {"start": date_word(start)}
    return date_word(end)


def ahead_word(text: str) -> str:
    """Landing, with its date."""
    return str(_("landed, %(date)s")) % {"date": date_word(text)}
