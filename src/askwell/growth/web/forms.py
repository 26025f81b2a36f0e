"""The forms of plans."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.growth.choices import StepKind
from askwell.growth.rules.amounts import read_amount
from askwell.growth.rules.facts import CURRENCIES, HOURS_OF_A_WEEK, LONGEST, MOST_COST, MOST_HOURS, StepFacts
from askwell.growth.web.words import codes

CLEAR = _("Write an amount, such as 1800; or “free”.")


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HoursField(forms.FloatField):
    widget = forms.NumberInput(attrs={"step": "any", "min": "0", "inputmode": "decimal"})


class CostField(forms.CharField):
    """Money as people write it; None of nothing."""

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        if not text:
            return None
        amount = read_amount(text)
        if amount is None or amount > MOST_COST:
            raise forms.ValidationError(CLEAR)
        return amount

    def prepare_value(self, value: Any) -> Any:
        return f"{value:g}" if isinstance(value, float) and value == int(value) else value


class AimForm(forms.Form):
    """What a plan aims at."""

    title = forms.CharField(
        label=_("What you aim at"), max_length=200, help_text=_("An occupation, or the target in your own words.")
    )


class GapForm(forms.Form):
    """A gap in own words."""

    words = forms.CharField(label=_("Something else that is missing"), max_length=120)


class FactsForm(forms.Form):
    """What a step says."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    provider = forms.CharField(label=_("Offered by"), max_length=200, required=False)
    place = forms.CharField(label=_("Where"), max_length=200, required=False, help_text=_("A place, or online."))
    starts = DayField(label=_("Begins"), required=False)
    ends = DayField(label=_("Ends"), required=False)
    hours_a_week = HoursField(label=_("Hours a week"), required=False, min_value=0, max_value=HOURS_OF_A_WEEK)
    hours_in_all = HoursField(label=_("Hours in all"), required=False, min_value=0, max_value=MOST_HOURS)
    cost = CostField(label=_("What it costs"), required=False, max_length=30, help_text=_("With books and fees."))
    currency = forms.ChoiceField(label=_("In"), choices=[(code, code) for code in CURRENCIES], initial="CAD")
    url = forms.CharField(label=_("Web address"), max_length=2000, required=False)
    about = forms.CharField(
        label=_("Notes"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
    closes = forms.MultipleChoiceField(
        label=_("Which gaps it closes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, gaps: list[tuple[UUID, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["closes"].choices = [(str(key), words) for key, words in gaps]  # type: ignore[attr-defined]  # a choice field
        if not gaps:
            del self.fields["closes"]

    @property
    def facts(self) -> StepFacts:
        """Of a valid form."""
        told = {name: value for name, value in self.cleaned_data.items() if name in StepFacts.__dataclass_fields__}
        return StepFacts(**{**told, "closes": tuple(UUID(key) for key in told.get("closes", ()))})


class NewStepForm(FactsForm):
    """A step, its kind, and the plan that it belongs to."""

    field_order = ("kind",)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(codes.KINDS.items()), initial=StepKind.COURSE)


class HoursForm(forms.Form):
    """A day in a role."""

    on = DayField(label=_("Day"))
    hours = HoursField(label=_("Hours"), max_value=24)
    did = forms.CharField(
        label=_("What you did"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    learned = forms.CharField(
        label=_("What you learned"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class FilingForm(forms.Form):
    """What the story tells of a step that is done."""

    title = forms.CharField(label=_("What it was"), max_length=200)
    organisation = forms.CharField(label=_("Where"), max_length=200, required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    start = forms.CharField(label=_("From"), max_length=40, required=False)
    end = forms.CharField(label=_("To"), max_length=40, required=False)
    note = forms.CharField(label=_("In a few words"), max_length=300, required=False)
    summary = forms.CharField(
        label=_("What it was about"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    skills = forms.MultipleChoiceField(
        label=_("What you can do now"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what you would show somebody tomorrow. Each goes into your story with this as its proof."),
    )  # fmt: skip
    more = forms.CharField(label=_("Other skills"), required=False, max_length=300, help_text=_("Separated by commas."))

    def __init__(self, *args: Any, skills: list[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["skills"].choices = [(name, name) for name in skills]  # type: ignore[attr-defined]  # a choice field
        if not skills:
            del self.fields["skills"]


class NewcomerForm(forms.Form):
    """Somebody who supervises and is not among the people yet."""

    name = forms.CharField(label=_("Their name"), max_length=120)
    title = forms.CharField(label=_("What they do there"), max_length=120, required=False)
    email = forms.CharField(label=_("E-mail address"), max_length=320, required=False)
