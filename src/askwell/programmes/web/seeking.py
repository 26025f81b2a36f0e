"""The form of a seeker: what they tell a programme."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise as StrPromise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.programmes.actions.errors import ChangedMeanwhileError, NoNameError
from askwell.programmes.actions.joining import SeekerFacts, tell
from askwell.programmes.models import Participant
from askwell.programmes.queries.wording import MINUTES
from askwell.programmes.rules.people import MOST_TALKS
from askwell.programmes.web.forming import (
    AskingForm,
    GoalsField,
    LevelField,
    SpokenField,
    WindowsField,
)
from askwell.programmes.web.versions import changed_meanwhile, version_of
from askwell.ui.zones import ZoneField

GROUPS = [
    (_("Who you are"), "name native_name email phone"),
    (_("What you want to hear about"), "field goals level employer"),
    (_("When and in which language"), "languages windows zone wanted page_language"),
]
COLUMNS = " ".join(names for _title, names in GROUPS).split()


class SeekerForm(AskingForm):
    """As a seeker fills it in."""

    titles: Sequence[StrPromise] = [title for title, _names in GROUPS]

    name = forms.CharField(label=_("Your name"), max_length=120)
    native_name = forms.CharField(label=_("Your name in Chinese, if you have one"), max_length=60, required=False)
    email = forms.EmailField(label=_("Your e-mail address"))
    phone = forms.CharField(label=_("Your phone number"), max_length=40, required=False)
    field = forms.CharField(
        label=_("The field you aim at"), max_length=120, help_text=_("For example accounting, nursing, carpentry.")
    )
    goals = GoalsField(
        label=_("What you want to hear about"),
        help_text=_("A few words each: month-end close, licensing. You are matched with somebody who knows about it."),
    )
    level = LevelField(label=_("How far you are in this field"))
    employer = forms.CharField(
        label=_("Where you work now"),
        max_length=200,
        required=False,
        help_text=_("So that you are not matched with a colleague."),
    )
    languages = SpokenField(label=_("Languages you can hold a talk in"))
    windows = WindowsField(
        label=_("When you are usually free"),
        help_text=format_lazy(
            _("A talk takes {minutes} minutes; a free hour or longer is easier to match."), minutes=MINUTES
        ),
    )
    zone = ZoneField(label=_("Your time zone"))
    wanted = forms.TypedChoiceField(
        label=_("How many talks you would like"), coerce=int, choices=[(n, str(n)) for n in range(1, MOST_TALKS + 1)]
    )
    page_language = forms.ChoiceField(label=_("Language in which we write to you"), choices=settings.LANGUAGES)

    @property
    def facts(self) -> SeekerFacts:
        told = {name: self.cleaned_data[name] for name in COLUMNS}
        return SeekerFacts(**told, answers=self.answers)

    def groups(self) -> Sequence[tuple[StrPromise, list[forms.BoundField]]]:
        """The page's sections: a heading and its fields."""
        found = [
            (title, [self[name] for name in names.split()])
            for title, (_title, names) in zip(self.titles, GROUPS, strict=True)
        ]
        own = [self[name] for name in self.fields if name.startswith("asked-")]
        return found + ([(pgettext_lazy("form", "What else we ask"), own)] if own else [])


class StaffSeekerForm(SeekerForm):
    """As staff fills it in for somebody: only the name has to be there."""

    titles = (_("Who they are"), _("What they want to hear about"), _("When and in which language"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            field.required = name in ("name", "zone", "level", "wanted", "page_language")
        for name, label in STAFF_LABELS.items():
            self.fields[name].label = label


STAFF_LABELS = {
    "name": _("Name"),
    "native_name": _("Name in Chinese"),
    "email": _("E-mail address"),
    "phone": _("Phone number"),
    "field": _("The field they aim at"),
    "goals": _("What they want to hear about"),
    "level": _("How far they are in this field"),
    "employer": _("Where they work now"),
    "languages": _("Languages they can hold a talk in"),
    "windows": _("When they are usually free"),
    "zone": _("Their time zone"),
    "wanted": _("How many talks they would like"),
    "page_language": _("Language in which we write to them"),
}


def told_by(participant: Participant) -> dict[str, Any]:
    """A form's values as they stand."""
    return {name: getattr(participant, name) for name in (*COLUMNS, "answers")}


def kept(request: HttpRequest, form: SeekerForm, participant: Participant) -> bool:
    """Whether what a valid form tells is kept; if not, the form says why."""
    try:
        tell(participant=participant, facts=form.facts, version=version_of(request))
    except ChangedMeanwhileError:
        changed_meanwhile(form, participant.version)
    except NoNameError:
        form.add_error("name", _("It needs words."))
    return form.is_valid()
