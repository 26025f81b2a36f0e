"""A day inside a sentence takes the words of its form: in French a date wants an article, a week day none."""

from datetime import date
from unittest.mock import patch

import pytest
from django.utils import translation

from askwell.outreach.web.words import basics, days

TODAY = date(2026, 11, 25)
FORMS = [
    (date(2026, 11, 26), "jusqu’à demain"),
    (date(2026, 12, 1), "jusqu’à mardi"),
    (date(2026, 12, 9), "jusqu’au 9"),
]
WORDS = {(None, "until %(day)s"): "jusqu’à %(day)s", ("date", "until %(day)s"): "jusqu’au %(day)s"}


@pytest.mark.parametrize(("day", "words"), FORMS)
def test_until_a_day_in_french(day: date, words: str) -> None:
    """The catalogue's own words are held elsewhere; here, that each form of a day can have its own."""
    with (
        translation.override("fr"),
        patch.object(days, "gettext", lambda text: WORDS[None, text]),
        patch.object(days, "pgettext", lambda context, text: WORDS[context, text]),
        patch("django.utils.timezone.localdate", lambda value=None: TODAY),
    ):
        assert days.until_day(day).startswith(words)


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 11, 26), "demain"), (date(2026, 12, 1), "mardi"), (date(2026, 12, 9), "le 9\u00a0décembre")],
)
def test_on_a_day_in_french(day: date, words: str) -> None:
    """A date with its article, a week day without: « le mardi » would be every Tuesday."""
    forms = {(None, "on %(day)s"): "%(day)s", ("date", "on %(day)s"): "le %(day)s"}
    with (
        translation.override("fr"),
        patch.object(basics, "gettext", lambda text: forms[None, text]),
        patch.object(basics, "pgettext", lambda context, text: forms[context, text]),
        patch("django.utils.timezone.localdate", lambda value=None: TODAY),
    ):
        assert basics.on_day(day) == words
