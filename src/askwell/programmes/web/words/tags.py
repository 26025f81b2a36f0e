"""Template tags and filters of programmes."""

from django import template

register = template.Library()
