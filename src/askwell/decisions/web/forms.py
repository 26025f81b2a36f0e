"""The forms of decisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.decisions.actions.laying import MOST_WEIGHT
from askwell.decisions.choices import OptionKind, Strength
from askwell.decisions.web.words.standing import KINDS

STRENGTHS = (
    (Strength.HINT, _("a hint")),
    (Strength.CLEAR, _("a clear word")),
    (Strength.FIRST_HAND, _("from their own work")),
)
NOT_YET = ("", _("Choose…"))
"""Nothing is chosen beforehand."""
SIDES = (NOT_YET, ("for", _("speaks for it")), ("against", _("speaks against it")))


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class QuestionForm(forms.Form):
    """What is to be decided."""

    question = forms.CharField(
        label=_("The question"), max_length=200, help_text=_("For example: which way after the diploma?")
    )


class OptionForm(forms.Form):
    """One way on."""

    title = forms.CharField(label=_("The option"), max_length=120)
    about = forms.CharField(
        label=_("In a few words"), max_length=200, required=False, help_text=_("What one does there.")
    )
    kind = forms.ChoiceField(label=_("It stands for"), choices=list(KINDS.items()))
    employer = forms.CharField(
        label=_("The employer"), max_length=200, required=False,
        help_text=_("Then the people you know there are asked first."),
    )  # fmt: skip
    reference = forms.CharField(
        label=_("Where to look it up"), max_length=200, required=False, help_text=_("A code, a number or an address.")
    )

    @property
    def facts(self) -> dict[str, Any]:
        return {**self.cleaned_data, "kind": OptionKind(self.cleaned_data["kind"])}


class WishForm(forms.Form):
    """Something that is wanted."""

    words = forms.CharField(label=_("What you want"), max_length=120)
    weight = forms.IntegerField(
        label=_("How much it counts"), min_value=0, max_value=MOST_WEIGHT, initial=20,
        help_text=_("0 to 100; only how the weights compare matters, they need not add up."),
    )  # fmt: skip
    ask = forms.CharField(
        label=_("How you would ask an insider"), max_length=300, required=False,
        help_text=_("An open question, without a name in it."),
    )  # fmt: skip
    is_must = forms.BooleanField(
        label=_("A must"), required=False,
        help_text=_("An option that falls short of it is marked; it stays in the picture."),
    )  # fmt: skip


class NumberForm(forms.Form):
    """The seeker's number for a field."""

    points = forms.FloatField(
        label=_("Your number, 0 to 10"), min_value=0, max_value=10, widget=forms.NumberInput(attrs={"step": "0.5"})
    )
    half_width = forms.FloatField(
        label=_("± of your own"), min_value=0, max_value=10, required=False,
        widget=forms.NumberInput(attrs={"step": "0.5"}),
        help_text=_("Empty: it follows from what was said. 0: you are certain."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Where you have it from"), max_length=300, required=False,
        help_text=_("Needed where nobody has said anything yet."),
    )  # fmt: skip
    is_guess = forms.BooleanField(label=_("It is a guess"), required=False)


class ClaimForm(forms.Form):
    """An insider's claim as evidence."""

    claim = forms.ChoiceField(label=_("What was said"))
    side = forms.ChoiceField(label=_("For or against"), choices=SIDES)
    strength = forms.TypedChoiceField(label=_("How strong"), choices=STRENGTHS, coerce=int, initial=Strength.CLEAR)

    def __init__(self, *args: Any, claims: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["claim"].choices = [NOT_YET, *claims]  # type: ignore[attr-defined]  # a ChoiceField


class FindingForm(forms.Form):
    """A finding of the seeker's own as evidence."""

    text = forms.CharField(label=_("What you found"), max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
    source = forms.CharField(label=_("Where, and when"), max_length=300)
    side = forms.ChoiceField(label=_("For or against"), choices=SIDES)
    strength = forms.TypedChoiceField(label=_("How strong"), choices=STRENGTHS, coerce=int, initial=Strength.CLEAR)


class UseForm(forms.Form):
    """Where a claim goes."""

    option = forms.ChoiceField(label=_("Which option it is about"))
    wish = forms.ChoiceField(label=_("Which wish it is about"))
    side = forms.ChoiceField(label=_("For or against"), choices=SIDES)
    strength = forms.TypedChoiceField(label=_("How strong"), choices=STRENGTHS, coerce=int, initial=Strength.CLEAR)

    def __init__(self, *args: Any, options: list[tuple[str, str]], wishes: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["option"].choices = [NOT_YET, *options]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["wish"].choices = [NOT_YET, *wishes]  # type: ignore[attr-defined]  # the same

    @property
    def at(self) -> str:
        """The field, as the page of a decision names it."""
        return f"{self.cleaned_data['option']}:{self.cleaned_data['wish']}"


class ChoiceForm(forms.Form):
    """A decision in writing."""

    option = forms.ChoiceField(label=_("What you decided"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Why, in a few sentences"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What spoke for it, what you give up, and what would make you think again."),
    )  # fmt: skip
    decided_on = DayField(label=_("Decided on"))
    look_back_on = DayField(label=_("Look back on"), required=False)

    def __init__(self, *args: Any, options: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["option"].choices = options  # type: ignore[attr-defined]  # a ChoiceField


class CameOfForm(forms.Form):
    """What came of a decision."""

    came_of = forms.CharField(
        label=_("What came of it"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What turned out as you thought, what did not, and what you would ask next time."),
    )  # fmt: skip
