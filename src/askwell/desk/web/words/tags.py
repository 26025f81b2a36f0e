"""`{% load desk %}`: names as template filters."""

from django import template

from askwell.desk.web.words import people, rows

register = template.Library()

for called, says in {
    "latin": people.latin,
    "letters": people.letters,
}.items():
    register.filter(called, says)

register.simple_tag(rows.unwritten_row, name="unwritten_row")
register.simple_tag(rows.options, name="options")
register.simple_tag(rows.written_row, name="written_row")
