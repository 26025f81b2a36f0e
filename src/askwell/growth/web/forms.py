"""The forms of plans."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.growth.choices import StepKind
from askwell.growth.rules.amounts import Amount, read_amount, read_number
from askwell.growth.rules.facts import CURRENCIES, LONGEST, MOST_COST, StepFacts
from askwell.growth.web.words import codes

CLEAR = _("Write an amount in digits, such as 1800; or “free”.")
TOO_MUCH = _("That is more than 1,000,000. Is there a digit too many?")
OTHER_UNIT = _("The amount is in another currency than the one chosen beside it.")


def as_typed(value: Any) -> Any:
    """A number as it stands in a field: 3, 7.25."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else value


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HoursField(forms.FloatField):
    """Hours with a point or a comma; how many there may be is said by what keeps them."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"invalid": _("Write a number of hours, such as 2.5.")}

    def to_python(self, value: Any) -> Any:
        if not value:
            return None
        read = read_number(value) if isinstance(value, str) else value
        if read is None:
            raise forms.ValidationError(self.error_messages["invalid"])
        return super().to_python(read)

    def prepare_value(self, value: Any) -> Any:
        return as_typed(value)


class CostField(forms.CharField):
    """Money as people write it; None of nothing."""

    def clean(self, value: Any) -> Amount | None:
        text = super().clean(value)
        if not text:
            return None
        amount = read_amount(text)
        if amount is None:
            raise forms.ValidationError(CLEAR)
        if amount.value > MOST_COST:
            raise forms.ValidationError(TOO_MUCH)
        return amount

    def prepare_value(self, value: Any) -> Any:
        return as_typed(value)


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

    title = forms.CharField(label=pgettext_lazy("step", "What it is"), max_length=200)
    provider = forms.CharField(label=_("Offered by"), max_length=200, required=False)
    place = forms.CharField(label=_("Where"), max_length=200, required=False, help_text=_("A place, or online."))
    starts = DayField(label=_("Begins"), required=False)
    ends = DayField(label=_("Ends"), required=False)
    hours_a_week = HoursField(label=pgettext_lazy("how many", "Hours a week"), required=False)
    hours_in_all = HoursField(label=pgettext_lazy("how many", "Hours in all"), required=False)
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

    def clean(self) -> dict[str, Any]:
        """An amount's own unit is its currency; a sign that several use goes by the menu, which may not contradict."""
        told = super().clean() or self.cleaned_data
        cost = told.get("cost")
        if cost and told.get("currency") not in cost.currencies:
            if len(cost.currencies) > 1:
                self.add_error("cost", OTHER_UNIT)
            else:
                told["currency"] = next(iter(cost.currencies))
        return told

    @property
    def facts(self) -> StepFacts:
        """Of a valid form."""
        told = {name: value for name, value in self.cleaned_data.items() if name in StepFacts.__dataclass_fields__}
        told["cost"] = told["cost"] and told["cost"].value
        return StepFacts(**{**told, "closes": tuple(UUID(key) for key in told.get("closes", ()))})


class NewStepForm(FactsForm):
    """A step, its kind, and the plan that it belongs to."""

    field_order = ("kind",)
    kind = forms.ChoiceField(
        label=pgettext_lazy("step", "Kind"), choices=list(codes.KINDS.items()), initial=StepKind.COURSE
    )


class HoursForm(forms.Form):
    """A day in a role."""

    on = DayField(label=_("Day"))
    hours = HoursField(label=pgettext_lazy("how many", "Hours"))
    did = forms.CharField(
        label=_("What you did"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    learned = forms.CharField(
        label=_("What you learned"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class FilingForm(forms.Form):
    """What the story tells of a step that is done."""

    title = forms.CharField(label=_("What it was"), max_length=200)
    organisation = forms.CharField(label=pgettext_lazy("organisation", "Where"), max_length=200, required=False)
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    start = forms.CharField(label=pgettext_lazy("date", "From"), max_length=40, required=False)
    end = forms.CharField(label=pgettext_lazy("date", "To"), max_length=40, required=False)
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
