"""`{% load practice %}`: the words of practice's codes as template filters, its two meters, and where recordings go."""

from collections.abc import Callable

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from askwell.practice.queries.recordings import is_offered
from askwell.practice.rules import fitting
from askwell.practice.web import drilling
from askwell.practice.web.words import concerns, insiders, reports

register = template.Library()

WORDS: dict[str, Callable[..., object]] = {
    "trade_word": insiders.trade_word,
    "mood_word": insiders.mood_word,
    "lesson_word": reports.lesson_word,
    "concern_words": concerns.said,
    "initials": insiders.initials,
    "drill_for_flaw": fitting.for_flaw,
}
for called, says in WORDS.items():
    register.filter(called, says)


register.simple_tag(drilling.drill_address)


@register.filter
def clock(seconds: int) -> str:
    """302 seconds as 5:02."""
    return f"{seconds // 60}:{seconds % 60:02}"


@register.filter
def minus(number: int, less: int) -> int:
    """What is left, at least nothing."""
    return max(number - less, 0)


@register.simple_tag
def writes_down(language: str) -> str:
    """The address that takes a recording in this language to be written down; empty where none does."""
    return reverse("practice:recordings") if language == "en" and is_offered() else ""


@register.simple_tag
def gauge(share: int, limit: int) -> SafeString:
    """A share in per cent against its line. For the eye; the number stands beside it."""
    return format_html(
        '<svg class="gauge" width="100%" aria-hidden="true"><rect class="{}" width="{}%" height="100%"/>'
        '<line class="limit" x1="{}%" x2="{}%" y1="0" y2="100%"/></svg>',
        "over" if share > limit else "you", share, limit, limit,
    )  # fmt: skip


@register.simple_tag
def time_bar(spent: int, limit: int, cue: int) -> SafeString:
    """How much of the time is gone, and when it is time to close. For the eye; the clock stands above it."""
    return format_html(
        '<svg class="marked" width="100%" height="17" aria-hidden="true">'
        '<rect class="track" y="4" width="100%" height="9" rx="4.5"/>'
        '<rect class="fill" y="4" width="{}%" height="9" rx="4.5" data-fill/>'
        '<line class="cue" x1="{}%" x2="{}%" y1="0" y2="17"/></svg>',
        round(min(spent / limit, 1) * 100, 1), round(cue / limit * 100), round(cue / limit * 100),
    )  # fmt: skip
