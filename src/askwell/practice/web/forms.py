"""What a rehearsal is begun with."""

from typing import Any

from django import forms
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
