"""`{% load portfolio %}`: the words of the story's codes as template filters."""

from collections.abc import Callable

from django import template

from askwell.portfolio.web.words import dates, kinds, lines, people
from askwell.ui.rooms import bcp47

register = template.Library()

WORDS: dict[str, Callable[..., object]] = {
    "kind_word": kinds.kind_word,
    "tag_word": kinds.tag_word,
    "kind_class": kinds.kind_class,
    "tag_class": kinds.tag_class,
    "credential_line": kinds.credential_line,
    "date_word": dates.date_word,
    "source_word": lines.source_word,
    "lacks_measure": lines.lacks_measure,
    "finding_words": lines.finding_words,
    "said_of": lines.said_of,
    "said_of_composed": lines.said_of_composed,
    "benchmarks": people.benchmarks,
    "each_benchmark": people.each_benchmark,
    "level_word": people.level_word,
    "standing_of": people.standing_of,
    "standing_word": people.standing_word,
    "standing_day": people.standing_day,
    "needs_news": people.needs_news,
    "bcp47": bcp47,
}
for called, says in WORDS.items():
    register.filter(called, says)


@register.simple_tag
def span(start: str, end: str) -> str:
    """From when to when."""
    return dates.span_word(start, end)


@register.filter
def comma(language: str) -> str:
    """What stands between two words of a language, whatever the page speaks."""
    return "，" if language.startswith("zh") else ", "
