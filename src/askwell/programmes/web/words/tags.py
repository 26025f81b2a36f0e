"""Template tags and filters of programmes."""

from django import template

from askwell.programmes.web.words import talks

register = template.Library()

register.filter("talk_state", talks.state_word)
register.filter("talk_tag", talks.state_tag)
register.filter("talk_move", talks.move_words)
