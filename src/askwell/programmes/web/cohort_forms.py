"""The forms of cohorts, sessions and outcomes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.lib.times import at_local, zone
from askwell.lib.zones import city
from askwell.programmes.actions.cohorts import CohortFacts
from askwell.programmes.actions.outcomes import OutcomeFacts
from askwell.programmes.actions.sessions import SessionFacts
from askwell.programmes.choices import OutcomeKind
from askwell.programmes.models import Session
from askwell.programmes.web.versions import version_field
from askwell.programmes.web.words.numbers import OUTCOMES


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CohortForm(forms.Form):
    """A cohort."""

    version = version_field()
    name = forms.CharField(label=_("Name of the cohort"), max_length=120)
    starts_on = DayField(label=_("Begins"), required=False)
    ends_on = DayField(label=_("Ends"), required=False)
    funder = forms.CharField(
        label=_("Who pays for it"), max_length=200, required=False, help_text=_("It stands on the report.")
    )

    @property
    def facts(self) -> CohortFacts:
        """Of a valid form."""
        return CohortFacts(**{name: told for name, told in self.cleaned_data.items() if name != "version"})


class SessionForm(forms.Form):
    """A session or workshop; its day and hour are on the programme's clock."""

    version = version_field()
    title = forms.CharField(label=pgettext_lazy("session", "What it is"), max_length=200)
    cohort = forms.ChoiceField(label=_("For whom"), required=False)
    day = DayField(label=_("Day"))
    at = forms.TimeField(label=_("Begins at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=1440, initial=90)
    place = forms.CharField(
        label=pgettext_lazy("session", "Where"),
        max_length=300,
        required=False,
        help_text=_("An address, or the link of a video call."),
    )
    about = forms.CharField(
        label=_("What about"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, cohorts: list[tuple[UUID, str]], zone_name: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        every = [("", _("Everybody in the programme"))]
        self.fields["cohort"].choices = [*every, *((str(key), name) for key, name in cohorts)]  # type: ignore[attr-defined]  # a choice field
        self.fields["at"].help_text = _("By the programme’s clock: %(zone)s.") % {
            "zone": city(zone_name, get_language() or "en")
        }
        self.zone_name = zone_name

    @property
    def facts(self) -> SessionFacts:
        """Of a valid form."""
        told = self.cleaned_data
        starts = at_local(told["day"], told["at"].hour, told["at"].minute, self.zone_name)
        return SessionFacts(
            title=told["title"], starts_at=starts, minutes=told["minutes"], place=told["place"], about=told["about"],
            cohort_id=UUID(told["cohort"]) if told["cohort"] else None,
        )  # fmt: skip


def as_told(row: Session, zone_name: str) -> dict[str, Any]:
    """What the form of a session begins with."""
    starts: datetime = row.starts_at.astimezone(zone(zone_name))
    return {
        "title": row.title, "cohort": str(row.cohort_id or ""), "day": starts.date(), "at": starts.time(),
        "minutes": row.minutes, "place": row.place, "about": row.about, "version": row.version,
    }  # fmt: skip


class OutcomeForm(forms.Form):
    """What came of it."""

    kind = forms.ChoiceField(label=_("What was found"), choices=list(OUTCOMES.items()), initial=OutcomeKind.JOB)
    field = forms.CharField(label=_("In which field"), max_length=120, required=False)
    happened_on = DayField(label=_("Since when"))

    @property
    def facts(self) -> OutcomeFacts:
        """Of a valid form."""
        told = self.cleaned_data
        return OutcomeFacts(kind=OutcomeKind(told["kind"]), field=told["field"], happened_on=told["happened_on"])
