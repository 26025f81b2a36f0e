"""`{% load decisions %}`: the words and figures of decisions as template filters."""

from collections.abc import Callable

from django import template

from askwell.decisions.web.words import figures, standing

register = template.Library()

WORDS: dict[str, Callable[..., object]] = {
    "points": figures.points,
    "total": figures.total,
    "percent": figures.whole_percent,
    "field_width": standing.width,
}
for called, says in WORDS.items():
    register.filter(called, says)


@register.simple_tag
def span(low: float, high: float) -> str:
    """From where to where."""
    return figures.span(low, high)
