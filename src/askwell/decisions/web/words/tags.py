"""`{% load decisions %}`: the words and figures of decisions as template filters."""

from collections.abc import Callable
from urllib.parse import urlencode

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


@register.filter
def along(told: dict[str, str]) -> str:
    """What a link carries along, after what it chooses."""
    return f"&{urlencode(told)}" if told else ""


@register.simple_tag
def span(low: float, high: float) -> str:
    """From where to where."""
    return figures.span(low, high)
