"""What a rehearsal is begun with."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from askwell.coach.insider import trades
from askwell.practice.choices import MINUTES
from askwell.practice.web.words.insiders import LANGUAGES, MOODS


class BeginForm(forms.Form):
    """The insider's trade, mood, time and language."""

    trade = forms.ChoiceField(error_messages={"required": _("Choose whose work you want to hear about.")})
    mood = forms.ChoiceField(choices=[(mood.value, words[0]) for mood, words in MOODS.items()])
    minutes = forms.TypedChoiceField(coerce=int, choices=[(minutes, minutes) for minutes in MINUTES])
    language = forms.ChoiceField(choices=list(LANGUAGES.items()))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["trade"].choices = [(one.code, one.code) for one in trades()]  # type: ignore[attr-defined]


class ModelForm(forms.Form):
    """Where a language model answers. The key is never shown again."""

    url = forms.CharField(
        label=_("Address of the server"), max_length=2000,
        help_text=_("The part up to /v1, as its maker or your program shows it."),
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "placeholder": "http://127.0.0.1:8080/v1"}
        ),
    )  # fmt: skip
    model = forms.CharField(
        label=_("Name of the model"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    key = forms.CharField(
        label=_("Key"), max_length=500, required=False, widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Kept encrypted and never shown again. Empty: the one that is kept for this server, or none."),
        validators=[RegexValidator(r"\A[!-~]+\Z", _("A key has only plain letters, digits and signs."))],
    )  # fmt: skip
