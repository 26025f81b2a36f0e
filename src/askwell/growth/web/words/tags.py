"""`{% load growth %}`: the words of plans as template filters."""

from datetime import date
from uuid import UUID

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from askwell.accounts.queries import workspace_of
from askwell.growth.choices import ReferenceStage
from askwell.growth.queries.listing import plan_for
from askwell.growth.queries.values import DueStep
from askwell.growth.web.words import codes, sentences

register = template.Library()

register.filter("hours", sentences.number)
register.filter("step_kind", lambda code: codes.KINDS[code])
register.filter("step_icon", lambda code: codes.ICONS[code])
register.filter("step_move", lambda code: codes.MOVES[code])
register.filter("step_state", lambda code: codes.STATES[code])
register.filter("reference_stage", lambda code: codes.STAGES[code])
register.filter("nobody_asked", lambda kind: sentences.WORTH[kind])
register.filter("duty_words_of_step", sentences.duty)
register.filter("duty_button_of_step", sentences.duty_button)


@register.simple_tag(takes_context=True)
def plan_of(context: Context, occupation_id: UUID) -> UUID | None:
    """The viewer's plan for an occupation: for pages of the rooms below."""
    return plan_for(workspace_of(context["request"].user), occupation_id)


@register.simple_tag
def noted(stage: str, on: date) -> SafeString:
    """What happened to a reference, and on which day."""
    return format_html("<span>{}</span>", codes.NOTED[ReferenceStage(stage)] % {"day": date_format(on)})


@register.simple_tag
def step_since(step: DueStep, today: date) -> str:
    """How long it has waited, or how long is left."""
    return sentences.since(step.duty, today)


@register.simple_tag
def asked_for(openings: int, insiders: int) -> str:
    """Who asks for a gap."""
    return sentences.demand(openings, insiders)
