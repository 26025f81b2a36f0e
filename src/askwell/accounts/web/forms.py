"""What the seeker says about themselves."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise as StrPromise
from django.utils.translation import gettext_lazy as _

from askwell.ui.zones import ZoneField


class LinesField(forms.CharField):
    """One entry a line; becomes a list without blanks and doubles."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = [line.strip()[:200] for line in (value or "").splitlines()]
        return list(dict.fromkeys(line for line in lines if line))


class PagesForm(forms.Form):
    """How pages are shown: all that somebody at work in a programme says here."""

    language = forms.ChoiceField(label=_("Language of these pages"), choices=settings.LANGUAGES)
    time_zone = ZoneField(label=_("Your time zone"))

    @property
    def facts(self) -> dict[str, object]:
        """What is said of oneself, as fields of Profile."""
        return {}

    def groups(self) -> list[tuple[StrPromise, list[forms.BoundField]]]:
        """The page's sections: a heading and its fields."""
        return [
            (title, fields)
            for title, names in GROUPS
            if (fields := [self[n] for n in names.split() if n in self.fields])
        ]


class ProfileForm(PagesForm):
    """How the seeker introduces themselves, and how pages are shown to them."""

    name = forms.CharField(label=_("Your name, as you sign"), max_length=120, required=False)
    native_name = forms.CharField(label=_("Your name in Chinese, if you have one"), max_length=60, required=False)
    email = forms.EmailField(label=_("Your e-mail address"), required=False)
    phone = forms.CharField(label=_("Your phone number"), max_length=40, required=False)
    place = forms.CharField(label=_("Where you live"), max_length=120, required=False)
    occupation = forms.CharField(
        label=_("The work you want to learn about"),
        max_length=120,
        required=False,
        help_text=_("For example supply planning, nursing, carpentry. Drafts name it."),
    )
    digital = forms.BooleanField(
        label=_("It is digital work (software, data, design, online marketing)"),
        required=False,
        help_text=_(
            "In digital fields acquaintances open more doors, elsewhere close ties do. It changes whom we suggest."
        ),
    )
    about = forms.CharField(
        label=_("About you in one clause, in English"),
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "en"}),
        required=False,
        help_text=_(
            "It follows “I”: bought packaging for six years in Suzhou. One clause is enough: the message is about them."
        ),
    )
    about_zh = forms.CharField(
        label=_("The same in Chinese"),
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "zh-Hans"}),
        required=False,
        help_text=_("It follows “我”: 在苏州做了六年包装采购."),
    )
    about_fr = forms.CharField(
        label=_("The same in French"),
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "fr"}),
        required=False,
        help_text=_("A whole clause with “je” or “j’ai”: j’ai acheté des emballages pendant six ans à Suzhou."),
    )
    past_employers = LinesField(
        label=_("Where you have worked"),
        required=False,
        help_text=_("One a line. Former colleagues answer far more often than strangers."),
    )
    schools = LinesField(label=_("Where you have studied"), required=False, help_text=_("One a line."))
    employer = forms.CharField(
        label=_("Where you work now"),
        max_length=200,
        required=False,
        help_text=_("For a promotion or a move inside your own company."),
    )
    spoken = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("en", _("English")), ("zh", _("Mandarin")), ("yue", _("Cantonese")), ("fr", _("French"))],
    )
    goal = forms.IntegerField(
        label=_("How many successful interviews you aim for"),
        min_value=1,
        max_value=50,
        help_text=_("Ten usually open the door to a job: a practitioner’s rule."),
    )

    @property
    def facts(self) -> dict[str, object]:
        told: dict[str, object] = {name: self.cleaned_data[name] for name in PROFILE_FIELDS}
        return told | {"languages": " ".join(self.cleaned_data["spoken"])}


GROUPS = [
    (_("How you introduce yourself"), "name native_name about about_zh about_fr occupation digital"),
    (_("Whom you may know"), "past_employers schools employer place spoken"),
    (_("Signature and goal"), "email phone goal"),
    (_("These pages"), "language time_zone"),
]

PROFILE_FIELDS = [
    "name", "native_name", "email", "phone", "place", "occupation", "digital", "about", "about_zh", "about_fr",
    "past_employers", "schools", "employer", "goal",
]  # fmt: skip
