"""`{% load interviews %}`: the words of interviews' codes as template filters."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlencode
from uuid import UUID

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from askwell.interviews.queries.insights import Subject
from askwell.interviews.queries.prepare import Asked
from askwell.interviews.web.words import forecast, insights, kept, opened, prepare, states, visiting
from askwell.ui.rooms import NOBODY, address
from askwell.ui.templatetags.ui import count as grouped

HERE, TOKEN = "@here@", "@token@"
"""Stand for an id or an address, and for the form's token, in what is filled in once and kept."""
SUBJECT = '<li class="row one-line"><a href="?{}">{}</a> <small>{}</small><span class="push num">{}</span></li>'
CHANGE = (
    '<a class="button small ghost push" href="{0}#{1}" hx-get="{0}" hx-select="#{1}" aria-describedby="t{1}">{2}</a>'
)
BUTTON = '<button form="rate" formaction="{}" name="rating" value="{}" aria-pressed="{}">{}</button>'
register = template.Library()

WORDS: dict[str, Callable[..., object]] = {
    "interview_state": states.state_word,
    "interview_door": states.state_door,
    "interview_next": states.interview_next,
    "way_word": states.way_word,
    "time_span": states.span,
    "time_there": states.there,
    "topic_word": prepare.topic_word,
    "topic_letter": prepare.topic_letter,
    "check_words": prepare.check_words,
    "share_words": prepare.share_words,
    "forecast_words": forecast.said,
    "faster_words": forecast.said_faster,
    "opened_ways": opened.ways,
    "opened_remark": opened.remark,
    "question_remarks": prepare.remarks,
    "kind_word": insights.kind_word,
    "came_from": kept.came_from,
    "way_to_reach": kept.way_to_reach,
    "news_words": visiting.news_words,
    "news_detail": visiting.news_detail,
    "news_step": visiting.news_step,
}
for called, says in WORDS.items():
    register.filter(called, says)


@register.simple_tag
def own_city() -> str:
    """Whose clock the viewer's times are on."""
    return states.own_city()


@register.simple_tag
def rate(insight: UUID, rating: int | None, where: str = "") -> SafeString:
    """The buttons that rate a claim, in the form `rate` of the page; `where` is the query to come back to."""
    at = escape(f"{address('interviews:insight', insight)}{where}")
    pattern = _rate(get_language() or "en", rating)
    return mark_safe(pattern.replace(HERE, at))  # noqa: S308  # the address is escaped, the pattern was formatted


@lru_cache(maxsize=32)
def _rate(_language: str, rating: int | None) -> str:
    buttons = ((HERE, value, "true" if value == rating else "false", word) for value, word in insights.RATINGS)
    row = format_html_join("", BUTTON, buttons)
    return format_html('<div class="rate" role="group" aria-label="{}">{}</div>', _("How useful to you"), row)


@register.simple_tag
def change_claim(insight: UUID, change_at: str) -> SafeString:
    """The link that opens a claim to be put otherwise; `change_at` is the address up to the id."""
    anchor = f"c-{insight}"
    return format_html(CHANGE, f"{change_at}{insight}", anchor, _("Change"))


@register.simple_tag
def use_claim(insight: UUID) -> SafeString:
    """The menu that sends a claim on, with its source: into a question, a letter, a decision."""
    pattern = _use_claim(get_language() or "en")
    return mark_safe(pattern.replace(HERE, str(insight)))  # noqa: S308  # an id


@lru_cache(maxsize=8)
def _use_claim(_language: str) -> str:
    return render_to_string("interviews/parts/use.html", {"here": HERE, "nobody": NOBODY}).replace(str(NOBODY), HERE)


@register.simple_tag
def subject_links(subjects: Iterable[Subject]) -> SafeString:
    """The list's items: what claims are about, each with its kind and how many there are."""
    return format_html_join("", SUBJECT, map(_subject, subjects))


def _subject(one: Subject) -> tuple[object, ...]:
    name = one.name or _("Not said about what")
    return urlencode({"about": f"{one.kind}:{one.key}"}), name, insights.kind_word(one.kind), grouped(one.count)


@register.simple_tag
def ask_tools(asked: Asked, token: SafeString, first: bool, last: bool) -> SafeString:
    """The controls of a question on the page that prepares: its kind, up and down, away."""
    pattern = _ask_tools(get_language() or "en", asked.number, asked.topic, first, last)
    return mark_safe(pattern.replace(HERE, str(asked.id)).replace(TOKEN, token))  # noqa: S308  # an id, Django's field


@lru_cache(maxsize=1024)
def _ask_tools(language: str, n: int, topic: str, first: bool, last: bool) -> str:
    said = {"id": HERE, "token": TOKEN, "topic": topic, "first": first, "last": last}
    said |= {"labels": prepare.labels(n, language), "up": str(n - 1), "down": str(n + 1)}
    return render_to_string("interviews/parts/ask_tools.html", said)


@register.simple_tag
def topic_options(chosen: str = "") -> SafeString:
    """The kinds of questions, to choose one from."""
    return _topic_options(get_language() or "en", chosen)


@lru_cache(maxsize=64)
def _topic_options(_language: str, chosen: str) -> SafeString:
    mark = format_html("{}", " selected")
    rows = ((code, mark if code == chosen else "", word) for code, word in prepare.TOPICS.items())
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
