"""What is caught on the way, and how a talk ends, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from askwell.interviews.choices import Caught, GoalReached, NextStep
from askwell.interviews.rules.success import Missing

CAUGHT = {
    Caught.PERSON: (_("Someone to talk to"), _("Name, role, how to reach")),
    Caught.INSIGHT: (_("An insight"), _("What would you tell a friend?")),
    Caught.ACTION: (_("Something to do"), _("Course, article, event")),
    Caught.LEAD: (_("An opening mentioned"), _("Where, what, when")),
}
"""A name, and what to write."""
STEPS = {
    NextStep.PERSON: _("Somebody was named"),
    NextStep.ACTION: _("There is something to do"),
    NextStep.LATER: _("We agreed to be in touch later"),
    NextStep.NOTHING: _("Nothing came of it"),
}
REACHED = {
    GoalReached.YES: _("Yes"),
    GoalReached.PARTLY: _("In part"),
    GoalReached.NO: _("No"),
}
MISSING: Mapping[Missing, Promise] = {
    Missing.HELD: _("it has to be held"),
    Missing.USEFUL_INSIGHT: _("one insight that you rate as useful"),
    Missing.NEXT_STEP: _("a next step"),
    Missing.THANKS: _("thanks, within a day"),
}
BLANK: Mapping[str, Promise] = {
    "said": _("One thing they said, in their words: the thanks will speak of it."),
    "next_step": _("Say how it goes on, even if nothing came of it."),
    "next_step_text": _("Which one? A few words are enough."),
    "held_at": _("Say when you talked."),
}
