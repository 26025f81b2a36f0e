"""What can be logged, as forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.outreach.choices import Answer, Channel, MeetingBy
from askwell.outreach.web.words.basics import CHANNELS, WAYS
from askwell.outreach.web.words.stages import ANSWERS

MOST = 20_000
MOMENT = "%Y-%m-%dT%H:%M"
SAID = [(code, ANSWERS[code]) for code in Answer if code is not Answer.OUT_OF_OFFICE]


class MomentField(forms.DateTimeField):
    """A moment in the viewer's time zone."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    input_formats = (MOMENT, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class LogForm(forms.Form):
    """What every entry has: when it was, and words."""

    at = MomentField(label=_("When"))
    text = forms.CharField(
        label=_("Their words, or yours"), required=False, max_length=MOST, widget=forms.Textarea(attrs={"rows": 3})
    )


class AnswerForm(LogForm):
    answer = forms.ChoiceField(
        label=_("What came back"),
        choices=SAID,
        widget=forms.RadioSelect,
    )
    channel = forms.ChoiceField(label=_("By"), choices=list(CHANNELS.items()))
    until = DayField(label=_("Write again on"), required=False, help_text=_("If they said when."))
    field_order = ("answer", "text", "channel", "at", "until")


class OutOfOfficeForm(LogForm):
    until = DayField(label=_("Back on"), required=False, help_text=_("Leave it empty if the note names no day."))
    field_order = ("until", "at", "text")


class ChanceForm(LogForm):
    """A meeting by chance: with an answer or without."""

    answer = forms.ChoiceField(
        label=_("What they said"),
        required=False,
        choices=[
            ("", _("Nothing yet")),
            *((code, ANSWERS[code]) for code in Answer if code is not Answer.OUT_OF_OFFICE),
        ],
    )
    until = DayField(label=_("Write again on"), required=False, help_text=_("If they said when."))
    field_order = ("answer", "at", "until", "text")


class CallForm(ChanceForm):
    answer = forms.ChoiceField(label=_("What they said"), required=False, choices=[("", _("Nobody picked up")), *SAID])


class ScheduleForm(forms.Form):
    meets_at = MomentField(label=_("When you meet"))
    by = forms.ChoiceField(label=_("How"), choices=[(way, WAYS[way]) for way in MeetingBy])
    text = forms.CharField(label=_("Where, or the link"), required=False, max_length=500)


class MetForm(LogForm):
    by = forms.ChoiceField(label=_("How"), choices=[(way, WAYS[way]) for way in MeetingBy])
    field_order = ("at", "by", "text")


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Note"), max_length=MOST, widget=forms.Textarea(attrs={"rows": 3}))


def channel_of(form: forms.Form) -> Channel:
    return Channel(form.cleaned_data["channel"])
