"""The forms of rounds."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.programmes.actions.rounds import DECAYS, MOST_POINTS
from askwell.programmes.models import Cohort
from askwell.programmes.rules.people import Weights

DECAY_WORDS = {
    Fraction(1, 4): pgettext_lazy("decay", "a quarter: one talk for many, before two for anybody"),
    Fraction(1, 3): pgettext_lazy("decay", "a third"),
    Fraction(1, 2): pgettext_lazy("decay", "half, as usual"),
    Fraction(2, 3): pgettext_lazy("decay", "two thirds"),
    Fraction(3, 4): pgettext_lazy("decay", "three quarters: further talks go where they fit best"),
}


class RoundForm(forms.Form):
    """A round begins."""

    name = forms.CharField(
        label=pgettext_lazy("round", "Name"), max_length=120, required=False, help_text=_("Autumn cohort, say.")
    )
    cohort = forms.ChoiceField(label=_("Who takes part"), required=False)
    week = forms.DateField(
        label=_("The week the hours are read in"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Any day of it. It matters where people live in several time zones, and when clocks change."),
    )

    with_unjoined = forms.BooleanField(
        label=_("Match those who have not joined yet too"),
        required=False,
        help_text=_(
            "For one talk each, and only in places that nobody who has joined could have. No insider is asked for them "
            "before they have joined with an account."
        ),
    )

    def __init__(self, *args: Any, cohorts: Iterable[Cohort], **options: Any) -> None:
        super().__init__(*args, **options)
        named = [(str(one.pk), one.name) for one in cohorts]
        self.fields["cohort"].choices = [("", _("Every active seeker")), *named]  # type: ignore[attr-defined]


def _points(label: Any, help_text: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=MOST_POINTS)


class WeightsForm(forms.Form):
    """What counts how much."""

    topics = _points(_("Topics"), _("If the insider knows about everything that the seeker wants to ask."))
    language = _points(_("Each common language"), _("For one, and once more for a second: two count at most."))
    seniority = _points(
        _("A step ahead"), _("All of them for an insider one or two levels further, fewer for more, none for fewer.")
    )
    decay = forms.ChoiceField(
        label=_("A second talk counts"),
        help_text=_("This share of what a first one counts; a third, the same share of a second."),
        choices=[(str(decay), DECAY_WORDS[decay]) for decay in DECAYS],
        error_messages={"invalid_choice": _("Choose one of these.")},
    )

    def weights(self) -> Weights:
        told = self.cleaned_data
        return Weights(told["topics"], told["language"], told["seniority"], decay=Fraction(told["decay"]))


class WishForm(forms.Form):
    """Why a pair is pinned, or must not be."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        required=False,
        help_text=_("For you and your colleagues; nobody else reads it."),
    )
