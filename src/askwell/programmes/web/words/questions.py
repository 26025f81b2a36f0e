"""A programme's own question as a field of a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from askwell.programmes.choices import Audience, QuestionKind
from askwell.programmes.queries.intake import Asked

MOST_LINE, MOST_TEXT = 300, 4000
YES, NO = "yes", "no"


def question_field(asked: Asked, told: Any) -> forms.Field:
    """The field, filled with what was answered before."""
    common: dict[str, Any] = {"label": asked.text, "required": asked.is_required, "initial": told}
    if asked.kind is QuestionKind.TEXT:
        return forms.CharField(max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **common)
    if asked.kind is QuestionKind.YES_NO:
        return forms.ChoiceField(
            choices=[(YES, pgettext("answer", "Yes")), (NO, pgettext("answer", "No"))],
            widget=forms.RadioSelect,
            **common,
        )
    if asked.kind is QuestionKind.ONE:
        return forms.ChoiceField(choices=[("", "—"), *asked.options], **common)
    if asked.kind is QuestionKind.SEVERAL:
        return forms.MultipleChoiceField(choices=asked.options, widget=forms.CheckboxSelectMultiple, **common)
    return forms.CharField(max_length=MOST_LINE, **common)


KINDS = {
    QuestionKind.LINE: pgettext_lazy("answer", "A line"),
    QuestionKind.TEXT: pgettext_lazy("answer", "Some lines"),
    QuestionKind.YES_NO: pgettext_lazy("answer", "Yes or no"),
    QuestionKind.ONE: pgettext_lazy("answer", "One of several"),
    QuestionKind.SEVERAL: pgettext_lazy("answer", "Any of several"),
}
AUDIENCES = {
    Audience.SEEKERS: gettext_lazy("Seekers"),
    Audience.INSIDERS: gettext_lazy("Insiders"),
}
