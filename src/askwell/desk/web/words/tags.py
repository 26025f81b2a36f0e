"""`{% load desk %}`: names as template filters."""

from django import template

from askwell.desk.web.words import people

register = template.Library()

for called, says in {
    "latin": people.latin,
    "letters": people.letters,
}.items():
    register.filter(called, says)
