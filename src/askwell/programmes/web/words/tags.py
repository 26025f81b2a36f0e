"""Template tags and filters of programmes."""

from collections.abc import Iterable, Sequence

from django import template

from askwell.programmes.choices import Audience, InsiderState, Level
from askwell.programmes.queries.insiders.outcomes import Talk
from askwell.programmes.rules.listed import RowProblem
from askwell.programmes.web.words import insiders, rounds
from askwell.programmes.web.words.people import LEVELS

register = template.Library()

register.filter("round_state", lambda code: rounds.ROUND_STATES[code])
register.filter("match_state", lambda code: rounds.MATCH_STATES[code])
register.filter("round_trouble", lambda code: rounds.TROUBLES[code])
register.filter("round_name", rounds.round_name)
register.filter("why_these", rounds.why)
register.filter("fit_of", rounds.fit)
register.filter("seeker_number", lambda number: f"S-{number:03}")
register.filter("insider_number", lambda number: f"I-{number:03}")


@register.filter
def insider_state(state: str) -> str:
    return str(insiders.STATES.get(InsiderState(state), state))


@register.filter
def insider_tone(state: str) -> str:
    return insiders.TONES.get(InsiderState(state), "")


@register.filter
def talk_word(talk: Talk) -> str:
    return insiders.talk_word(talk)


@register.filter
def week_hours(windows: Sequence[Sequence[object]]) -> list[str]:
    return insiders.week(windows)


@register.filter
def spoken_words(codes: Iterable[str]) -> str:
    return insiders.spoken(codes)


@register.filter
def obtained_words(text: str) -> str:
    return insiders.obtained(text)


@register.filter
def column_word(column: str) -> str:
    return str(insiders.COLUMNS.get(column, column))


@register.filter
def row_fault(problem: RowProblem) -> str:
    return insiders.fault(problem.fault, problem.detail)


@register.filter
def audience_word(audience: str) -> str:
    return str(insiders.AUDIENCES[Audience(audience)])


@register.filter
def level_word(level: str) -> str:
    return str(LEVELS.get(Level(level), level)) if level in set(Level) else level
