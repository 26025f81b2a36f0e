"""The viewer's language, as the coach spells it."""

from django.utils import translation

from askwell.ui.rooms import bcp47

CODES = ("en", "zh-Hans", "fr")


def of_page() -> str:
    """That of the page; English where the coach does not know it."""
    language = bcp47(translation.get_language() or "en")
    return language if language in CODES else language[:2] if language[:2] in CODES else "en"
