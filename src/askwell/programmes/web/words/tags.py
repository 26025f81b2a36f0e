"""Template tags and filters of programmes."""

from django import template

from askwell.programmes.web.words import rounds

register = template.Library()

register.filter("round_state", lambda code: rounds.ROUND_STATES[code])
register.filter("match_state", lambda code: rounds.MATCH_STATES[code])
register.filter("round_trouble", lambda code: rounds.TROUBLES[code])
register.filter("round_name", rounds.round_name)
register.filter("why_these", rounds.why)
register.filter("fit_of", rounds.fit)
register.filter("seeker_number", lambda number: f"S-{number:03}")
register.filter("insider_number", lambda number: f"I-{number:03}")
