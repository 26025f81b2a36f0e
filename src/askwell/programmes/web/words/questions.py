"""A programme's own question as a field of a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from askwell.programmes.choices import QuestionKind
from askwell.programmes.queries.intake import Asked

MOST_LINE, MOST_TEXT = 300, 4000
YES, NO = "yes", "no"


def question_field(asked: Asked, told: Any) -> forms.Field:
    """The field, filled with what was answered before."""
    common: dict[str, Any] = {"label": asked.text, "required": asked.is_required, "initial": told}
    listed = [(option, option) for option in asked.options]
    if asked.kind is QuestionKind.TEXT:
        return forms.CharField(max_length=MOST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **common)
    if asked.kind is QuestionKind.YES_NO:
        return forms.ChoiceField(choices=[(YES, _("Yes")), (NO, _("No"))], widget=forms.RadioSelect, **common)
    if asked.kind is QuestionKind.ONE:
        return forms.ChoiceField(choices=[("", "—"), *listed], **common)
    if asked.kind is QuestionKind.SEVERAL:
        return forms.MultipleChoiceField(choices=listed, widget=forms.CheckboxSelectMultiple, **common)
    return forms.CharField(max_length=MOST_LINE, **common)
