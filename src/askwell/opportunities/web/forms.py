"""Opportunities as forms."""

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.opportunities.choices import Source, Stage
from askwell.opportunities.models import Application, Opportunity
from askwell.opportunities.rules.posting import LONGEST_TEXT, Facts, facts_of
from askwell.opportunities.web.words import codes

EARLIEST = date(2000, 1, 1)
Choices = list[tuple[str, Promise | str]]


def choices(words: codes.Words, empty: Promise | None = None) -> Choices:
    return [*([("", empty)] if empty else []), *((str(code), word) for code, word in words.items())]


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AmountField(forms.FloatField):
    widget = forms.NumberInput(attrs={"step": "any", "min": "0", "inputmode": "decimal"})


class FoundForm(forms.Form):
    """How it was found."""

    source = forms.ChoiceField(
        label=_("How you found it"), choices=choices(codes.SOURCES), initial=Source.OWN,
        help_text=_("So that you see later what opened doors for you."),
    )  # fmt: skip
    told_by = forms.CharField(
        label=_("Who told you of it"), required=False, max_length=120, help_text=_("Somebody among your people."),
    )  # fmt: skip


class OpportunityForm(FoundForm):
    """All that is kept of one."""

    kind = forms.ChoiceField(label=pgettext_lazy("opening", "What it is"), choices=choices(codes.KINDS))
    title = forms.CharField(label=pgettext_lazy("opening", "Title"), max_length=200)
    organisation_name = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    location = forms.CharField(label=_("Place"), max_length=200, required=False)
    remote = forms.BooleanField(label=_("Remote or online"), required=False)
    employment_type = forms.ChoiceField(
        label=_("Kind of employment"), choices=choices(codes.EMPLOYMENT, _("not said")), required=False
    )
    posted = DayField(label=_("Posted on"), required=False)
    closes = DayField(label=_("Closes on"), required=False)
    salary_min = AmountField(label=_("Pay from"), required=False, min_value=0)
    salary_max = AmountField(label=_("Pay to"), required=False, min_value=0)
    salary_unit = forms.ChoiceField(label=_("Pay is"), choices=choices(codes.UNITS, _("not said")), required=False)
    currency = forms.CharField(label=_("Currency"), max_length=8, required=False)
    url = forms.URLField(label=_("Web address"), max_length=2000, required=False, assume_scheme="https")
    start = forms.CharField(label=_("Begins"), max_length=40, required=False)
    end = forms.CharField(label=_("Ends"), max_length=40, required=False)
    price = AmountField(label=_("Price"), required=False, min_value=0)
    status = forms.ChoiceField(label=_("The event"), choices=choices(codes.EVENT_STATES, _("not said")), required=False)
    text = forms.CharField(
        label=pgettext_lazy("opening", "What it says"),
        required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("Its words are compared with your story, here on this machine."),
    )  # fmt: skip
    notes = forms.CharField(
        label=_("Your notes"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    field_order = ("kind", "title", "organisation_name", "location", "remote", "url", "source", "told_by")

    def clean_closes(self) -> date | None:
        closes: date | None = self.cleaned_data["closes"]
        if closes and closes < EARLIEST:
            raise forms.ValidationError(_("That day is long past: look at the year."))
        return closes

    def clean_salary_max(self) -> float | None:
        least, most = self.cleaned_data.get("salary_min"), self.cleaned_data["salary_max"]
        if least is not None and most is not None and most < least:
            raise forms.ValidationError(_("This is less than what it pays from: turn the two round."))
        return cast(float | None, most)

    @property
    def facts(self) -> Facts:
        """What was typed, once it is valid."""
        return facts_of(self.cleaned_data)

    @property
    def first(self) -> list[forms.BoundField]:
        """The fields that every one has."""
        return [self[name] for name in (*self.field_order, "closes", "text")]

    @property
    def further(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in {one.name for one in self.first}]


def told(row: Opportunity, application: Application) -> dict[str, Any]:
    """A kept one as the form begins with it."""
    return {name: getattr(row, name) for name in OpportunityForm.base_fields if hasattr(row, name)} | {
        "told_by": "", "notes": application.notes,
    }  # fmt: skip


class StageForm(forms.Form):
    name = forms.CharField(label=_("Your name for it"), max_length=60)
    within = forms.ChoiceField(
        label=_("Counts as"), choices=[(stage, codes.STAGES[stage]) for stage in Stage], initial=Stage.JOB_INTERVIEW
    )


class FeedForm(forms.Form):
    address = forms.URLField(
        label=_("Address of the feed or the board"), max_length=2000, assume_scheme="https",
        help_text=_("RSS, a CSV file, a page with job data, or a board of Greenhouse, Lever or Ashby."),
    )  # fmt: skip
    name = forms.CharField(label=_("What you call it"), max_length=120, required=False)
    source = forms.ChoiceField(
        label=_("What comes from it counts as"), choices=choices(codes.SOURCES), initial=Source.BOARD
    )
