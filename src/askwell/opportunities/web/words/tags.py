"""`{% load opportunities %}`: the words of opportunities' codes as template filters."""

from django import template

register = template.Library()
