"""Times as they are typed: on the clock of the one who types them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from askwell.interviews.actions.meeting import MOST_TIMES
from askwell.interviews.web.words.states import WAYS
from askwell.lib.numbers import whole_number
from askwell.outreach.choices import MeetingBy

MOMENT = "%Y-%m-%dT%H:%M"
LENGTHS = (15, 20, 25, 30)
USUAL = 20


class MomentField(forms.DateTimeField):
    """A moment on the viewer's clock. A time that a clock change skips or shows twice is refused."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    input_formats = (MOMENT, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M")
    default_error_messages = {"invalid": _("This is no day and time.")}

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            if error.code == "ambiguous_timezone":
                words = _("Clocks change then: this time does not exist, or comes twice. Take another hour.")
                raise forms.ValidationError(words, code="clocks_change") from error
            raise


class Meeting(forms.Form):
    """How long and how. `now` tells what is past."""

    minutes = forms.TypedChoiceField(
        label=_("How long"),
        coerce=int,
        choices=lambda: [(length, gettext("%(count)s minutes") % {"count": length}) for length in LENGTHS],
    )
    by = forms.ChoiceField(label=_("How"), choices=[(way, WAYS[way]) for way in MeetingBy])

    def __init__(self, data: Any = None, *, now: datetime, **options: Any) -> None:
        self.now = now
        super().__init__(data, **options)

    @property
    def length(self) -> int:
        """The length as it stands in the form, for showing when a time would end."""
        asked = self.data.get("minutes") or self.initial.get("minutes") or USUAL
        return whole_number(str(asked), USUAL)

    def _refuse_past(self, field: str, moment: datetime | None) -> None:
        if moment and moment <= self.now:
            self.add_error(field, _("This time has passed."))


class OfferForm(Meeting):
    """Up to six times: some ticked (`good`, moments in ISO 8601), others typed; with a page to pick one on, or not."""

    page = forms.BooleanField(label=_("With a page to pick a time, without an account"), required=False)

    def __init__(self, data: Any = None, *, typed: Sequence[datetime] = (), **options: Any) -> None:
        super().__init__(data, **options)
        for number in range(MOST_TIMES):
            initial = timezone.localtime(typed[number]) if number < len(typed) else None
            label = gettext("Time %(number)s") % {"number": number + 1}
            self.fields[f"time{number}"] = MomentField(label=label, required=False, initial=initial)

    @property
    def typed(self) -> list[forms.BoundField]:
        return [self[f"time{number}"] for number in range(MOST_TIMES)]

    def ticked(self) -> list[datetime]:
        posted: Iterable[str] = self.data.getlist("good") if isinstance(self.data, QueryDict) else ()
        return [moment for moment in map(moment_of, posted) if moment]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed = {name: cleaned.get(name) for name in self.fields if name.startswith("time")}
        for name, moment in typed.items():
            self._refuse_past(name, moment)
        times = {*self.ticked(), *(moment for moment in typed.values() if moment)}
        if not times and not self.errors:
            self.add_error(None, _("Offer at least one time that is still to come."))
        if len(times) > MOST_TIMES:
            self.add_error(None, _("At most six: more is harder to answer, not easier."))
        return {**cleaned, "times": sorted(times)}


class PageForm(forms.Form):
    """What the page says to the insider, and in which language."""

    why = forms.CharField(
        label=_("Why this person"), help_text=_("One line, in their language."), required=False, max_length=300
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=(("en", "English"), ("zh-Hans", "中文"), ("fr", "Français"))
    )
    asks = forms.CharField(
        label=_("What they may answer in writing instead"),
        help_text=_("Up to three questions, one a line. Only what you save here is shown to them."),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CounterForm(forms.Form):
    """Another time than the one they invited to."""

    at = MomentField(label=_("When would suit you"), error_messages={"required": _("Say when.")})

    def __init__(self, data: Any = None, *, now: datetime) -> None:
        super().__init__(data)
        self.now = now

    def clean_at(self) -> datetime:
        moment: datetime = self.cleaned_data["at"]
        if moment <= self.now:
            raise forms.ValidationError(_("This time has passed."))
        return moment


class AgreeForm(Meeting):
    """The time that is agreed: one of the offered (`offered`, a moment in ISO 8601), or another."""

    starts_at = MomentField(label=_("When you meet"), error_messages={"required": _("Say when.")})
    place = forms.CharField(label=_("Link, number or address"), required=False, max_length=300)
    field_order = ("starts_at", "minutes", "by", "place")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.pressed = moment_of(self.data.get("offered", ""))
        self.fields["starts_at"].required = self.pressed is None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.pressed:
            return {**cleaned, "starts_at": self.pressed}
        self._refuse_past("starts_at", cleaned.get("starts_at"))
        return cleaned


def moment_of(text: str) -> datetime | None:
    """The moment (UTC) that a button or a box carries; None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
