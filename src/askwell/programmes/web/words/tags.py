"""Template tags and filters of programmes."""

from django import template

from askwell.programmes.web.words import numbers, stuck_words

register = template.Library()

register.filter("measure", lambda code: numbers.MEASURES[code])
register.filter("meaning", lambda code: numbers.MEANINGS[code])
register.filter("outcome", lambda code: numbers.OUTCOMES[code])
register.filter("attendance", lambda code: numbers.ATTENDANCE[code])
register.filter("number_words", numbers.number_words)
register.filter("stuck_words", stuck_words.stuck_words)
register.filter("stuck_name", lambda code: stuck_words.NAMES[code])
register.filter("stuck_step", lambda code: stuck_words.STEPS[code])
register.filter("is_of_rounds", lambda code: code in stuck_words.OF_ROUNDS)
