"""The language that practice is in, where the viewer has not chosen one."""

from django.utils import translation

from askwell.practice.web.words.insiders import LANGUAGES
from askwell.ui.rooms import bcp47


def of_page() -> str:
    """That of the page, as the coach names languages; English where the coach does not know it."""
    language = bcp47(translation.get_language() or "en")
    return language if language in LANGUAGES else language[:2] if language[:2] in LANGUAGES else "en"
