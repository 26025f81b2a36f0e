"""Template tags and filters of programmes."""

from collections.abc import Sequence
from uuid import UUID

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from askwell.lib.zones import city
from askwell.programmes.choices import Audience, ConsentItem, InsiderState
from askwell.programmes.queries.insiders.outcomes import Talk
from askwell.programmes.queries.wording import MINUTES
from askwell.programmes.rules.listed import RowProblem
from askwell.programmes.web.words import (
    consents,
    insiders,
    lists,
    numbers,
    people,
    questions,
    rounds,
    stuck_words,
    talks,
)
from askwell.ui.reach import opens_elsewhere

register = template.Library()


register.filter("round_state", lambda code: rounds.ROUND_STATES[code])
register.filter("match_state", lambda code: rounds.MATCH_STATES[code])
register.filter("round_trouble", lambda code: rounds.TROUBLES[code])
register.filter("round_name", rounds.round_name)
register.filter("why_these", rounds.why)
register.filter("shares_no_topic", rounds.shares_no_topic)
register.filter("seeker_number", lambda number: f"S-{number:03}")
register.filter("insider_number", lambda number: f"I-{number:03}")


@register.inclusion_tag("programmes/parts/here_only.html", takes_context=True)
def here_only(context: template.Context) -> dict[str, bool]:
    """The warning, where links are given away, that they open on this computer only."""
    return {"is_here_only": not opens_elsewhere(context["request"])}


@register.filter
def participant_state(code: str) -> str | Promise:
    """How a seeker stands."""
    return next((words for state, words in people.STATES.items() if state == code), code)


@register.filter
def level_word(code: str) -> str | Promise:
    return next((words for level, words in people.LEVELS.items() if level == code), code)


@register.filter
def weight_word(weight: int) -> str | Promise:
    """How much a topic matters."""
    return people.WEIGHTS.get(weight, "")


@register.filter
def role_word(code: str) -> str | Promise:
    return next((words for role, words in people.ROLES.items() if role == code), code)


@register.filter
def role_does(code: str) -> str | Promise:
    return next((words for role, words in people.ROLES_DO.items() if role == code), "")


@register.filter
def consent_words(item: ConsentItem) -> consents.Words:
    """Title, what is seen, what is not."""
    return consents.CONSENTS[item]


@register.filter
def shared_word(code: str) -> str | Promise:
    """A chapter's kind, an application's stage, a step's state, or what was found."""
    tables = (consents.CHAPTERS, consents.STAGES, consents.STEPS, consents.FOUND)
    return next((words for table in tables for key, words in table.items() if key is code), "")


register.filter("lasted", consents.lasted)
register.simple_tag(lambda: MINUTES, name="talk_minutes")


@register.filter
def zone_word(zone: str) -> str:
    """A time zone as people call it: the city whose clock it is."""
    return city(zone, get_language() or "en")


@register.filter
def spoken_words(codes: list[str]) -> str:
    """Languages by name."""
    return people.languages(codes)


@register.filter
def look_up(table: dict[UUID, str], key: UUID | None) -> str:
    return table.get(key, "") if key else ""


@register.filter
def question_kind(code: str) -> str | Promise:
    return next((words for kind, words in questions.KINDS.items() if kind == code), code)


@register.filter
def language_short(code: str) -> str:
    """A language of pages, by its own short name."""
    return {"zh-hans": "中文"}.get(code, code.upper())


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
def obtained_words(text: str) -> str:
    return insiders.obtained(text)


@register.filter
def column_word(column: str) -> str:
    return str(insiders.COLUMNS.get(column, column))


@register.filter
def row_fault(problem: RowProblem) -> str:
    return insiders.fault(problem.fault, problem.detail)


register.filter("list_changes", lists.changes)


@register.filter
def audience_word(audience: str) -> str:
    return str(insiders.AUDIENCES[Audience(audience)])


register.filter("talk_state", talks.state_word)
register.filter("talk_tag", talks.state_tag)
register.filter("talk_move", talks.move_words)
register.filter("letter_word", lambda kind: talks.BY_HAND[kind])
register.filter("measure", lambda code: numbers.MEASURES[code])
register.filter("meaning", lambda code: numbers.MEANINGS[code])
register.filter("outcome", lambda code: numbers.OUTCOMES[code])
register.filter("attendance", lambda code: numbers.ATTENDANCE[code])
register.filter("number_words", numbers.number_words)
register.filter("stuck_words", stuck_words.stuck_words)
register.filter("stuck_name", lambda code: stuck_words.NAMES[code])
register.filter("stuck_step", lambda code: stuck_words.STEPS[code])
register.filter("is_of_rounds", lambda code: code in stuck_words.OF_ROUNDS)
