"""`{% load interviews %}`: the words of interviews' codes as template filters."""

import re
from collections.abc import Callable

from django import template

from askwell.interviews.web.words import forecast, opened, prepare, states
from askwell.lib.text import HAN

CHINESE = re.compile(f"[{HAN}]")
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
}
for called, says in WORDS.items():
    register.filter(called, says)


@register.simple_tag
def own_city() -> str:
    """Whose clock the viewer's times are on."""
    return states.own_city()


@register.filter
def is_chinese(text: str) -> bool:
    """Whether what stands in a field is Chinese, so that it is marked as such."""
    return bool(CHINESE.search(text))
