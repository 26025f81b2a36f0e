"""What is asked of an insider, by staff and by themselves."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from askwell.lib.emails import normalise_email
from askwell.programmes.models import Insider
from askwell.programmes.queries.wording import MINUTES
from askwell.programmes.rules.facts import MOST_TALKS_A_MONTH, InsiderFacts
from askwell.programmes.web.forming import (
    AskingForm,
    LevelField,
    SpokenField,
    TopicsField,
    WindowsField,
)
from askwell.programmes.web.versions import version_field
from askwell.ui.zones import ZoneField

EACH = {"rows": 2}
PLAIN = (
    "name", "native_name", "email", "organisation", "title", "field", "level", "a_month", "zone", "page_language",
    "obtained", "note",
)  # fmt: skip
LISTED = ("topics", "languages", "not_employers", "not_people")


class LinesField(forms.Field):
    """Names, one a line or with semicolons between: a firm's name may have a comma."""

    widget = forms.Textarea(attrs=EACH)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:
        return [line.strip() for line in re.split(r"[;；\n]", value or "") if line.strip()]


class MailField(forms.CharField):
    """An e-mail address, as the programme's lists keep it."""

    default_error_messages = {  # as Django's own
        "none": _("That is no e-mail address. Leave it empty if there is none."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "email"})
        super().__init__(max_length=254, widget=widget, **options)

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if text and not normalise_email(text):
            raise forms.ValidationError(self.error_messages["none"], "none")
        return normalise_email(text) or ""


class InsiderForm(AskingForm):
    """All that an insider tells of themselves. What they tell is no fact about anybody else."""

    name = forms.CharField(label=_("Name"), max_length=120)
    native_name = forms.CharField(label=_("Name in Chinese characters"), max_length=60, required=False)
    email = MailField(label=_("E-mail"), required=False)
    organisation = forms.CharField(label=_("Employer"), max_length=200, required=False)
    title = forms.CharField(label=_("Role"), max_length=200, required=False)
    field = forms.CharField(
        label=pgettext_lazy("line of work", "Field"),
        max_length=120,
        required=False,
        help_text=_("For example accounting."),
    )
    topics = TopicsField(
        label=_("What can be asked about"),
        required=False,
        help_text=_("One a line: the work itself, the way into it, licences, a tool, a kind of firm."),
    )
    languages = SpokenField(label=_("Languages for a talk"))
    level = LevelField(label=_("How far along"))
    a_month = forms.IntegerField(
        label=_("Talks a month"),
        min_value=1,
        max_value=MOST_TALKS_A_MONTH,
        initial=1,
        error_messages={
            "min_value": _("At least one. To take none for a while, pause instead."),
            "max_value": _("At most one a day: %(limit_value)s a month."),
        },
        help_text=format_lazy(_("Each takes {minutes} minutes."), minutes=MINUTES),
    )
    windows = WindowsField(label=_("Hours of the week that may suit"), required=False)
    zone = ZoneField(label=_("On the clock of"), initial="America/Vancouver")
    not_employers = LinesField(
        label=_("Not with people who work at"), required=False, help_text=_("Employers, one a line.")
    )
    not_people = LinesField(
        label=_("Not with"), required=False, help_text=_("Names or e-mail addresses, one a line. Nobody is told.")
    )
    page_language = forms.ChoiceField(label=_("Letters come in"), choices=settings.LANGUAGES)
    version = version_field()

    @property
    def facts(self) -> InsiderFacts:
        told = self.cleaned_data
        plain: dict[str, Any] = {name: told[name] for name in PLAIN if name in told}
        listed: dict[str, Any] = {name: tuple(told.get(name) or ()) for name in LISTED}
        windows = tuple((day, start, end) for day, start, end in told["windows"])
        return InsiderFacts(**plain, **listed, windows=windows, answers=self.answers)


class StaffForm(InsiderForm):
    """As staff fills it in: also where the address is from, and the programme's own note."""

    obtained = forms.CharField(
        label=_("Where the address comes from"),
        max_length=200,
        required=False,
        help_text=_("For example: card handed over, alumni office, published on their page, referred by whom."),
    )
    note = forms.CharField(
        label=_("Own note"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only for people who work in the programme."),
    )


class OwnForm(InsiderForm):
    """As they fill it in themselves: an address is changed by the programme, since it is where the link goes."""

    ABOUT = ("name", "native_name", "organisation", "title", "level", "page_language")
    AGAINST = ("not_employers", "not_people")
    field_order = ("a_month", "windows", "zone", "languages", "field", "topics", *ABOUT, *AGAINST)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["email"]
        self.fields["windows"].required = True

    @property
    def first(self) -> list[forms.BoundField]:
        """What matters for a talk, and the programme's own questions; in sight at once."""
        return [field for field in self.visible_fields() if field.name not in (*self.ABOUT, *self.AGAINST)]

    @property
    def about(self) -> list[forms.BoundField]:
        return [self[name] for name in self.ABOUT]

    @property
    def against(self) -> list[forms.BoundField]:
        return [self[name] for name in self.AGAINST]

    @property
    def is_rest_wrong(self) -> bool:
        return any(name in self.errors for name in (*self.ABOUT, *self.AGAINST))


class VolunteerForm(InsiderForm):
    """On the open page."""

    was_seeker = forms.BooleanField(label=_("I once looked for work with this programme"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].required = True
        self.fields["windows"].required = True


def told_of(insider: Insider) -> Mapping[str, Any]:
    """What a form begins with."""
    names = (*InsiderForm.base_fields, "obtained", "note", "answers", "version")
    return {name: getattr(insider, name) for name in names}
