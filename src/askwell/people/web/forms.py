"""Forms of people."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.phones import normalise_phone
from askwell.people.actions import FirstFacts, PersonDetails
from askwell.people.choices import ContactKind, Obtained, Strength, TieKind
from askwell.people.models import Person
from askwell.people.web.words.basics import BY_HAND, KINDS, SOURCES, STRENGTHS, UNREADABLE
from askwell.ui.words import SPOKEN, USUAL, spoken_word
from askwell.ui.words import TIES as SAID

NORMALISE: dict[ContactKind, Callable[[str], str | None]] = {
    ContactKind.EMAIL: normalise_email,
    ContactKind.PHONE: normalise_phone,
    ContactKind.LINK: normalise_link,
    ContactKind.WECHAT: lambda text: text.strip() or None,
}
LONGEST_NOTE = 20_000


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AddressesField(forms.CharField):
    """Addresses of one kind, one a line; each is checked and the first that is none is named."""

    def __init__(self, kind: ContactKind, **options: Any) -> None:
        rows = {"rows": 1, "spellcheck": "false", "autocapitalize": "off"}
        super().__init__(required=False, max_length=2000, widget=forms.Textarea(attrs=rows), **options)
        self.kind = kind

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in (super().clean(value) or "").replace(";", "\n").splitlines()]
        for line in filter(None, lines):
            if NORMALISE[self.kind](line) is None:
                raise ValidationError(UNREADABLE[self.kind] % {"text": line[:80]})
        return [line for line in lines if line]


def choices_of(words: dict[Any, Any], values: Iterable[Any] | None = None) -> list[tuple[str, Any]]:
    return [(str(value.value), words[value]) for value in (values or words)]


TIES = [(kind.value, SAID[kind.value]) for kind in TieKind]


class PersonForm(forms.Form):
    """What a person record itself holds."""

    given = forms.CharField(label=_("Given name"), required=False, max_length=120)
    family = forms.CharField(label=_("Family name"), required=False, max_length=120)
    native = forms.CharField(
        label=_("Name in Chinese characters"), required=False, max_length=60,
        widget=forms.TextInput(attrs={"lang": "zh-Hans"}), help_text=_("The reading is added by itself."),
    )  # fmt: skip
    nickname = forms.CharField(label=_("Nickname"), required=False, max_length=60)
    credentials = forms.CharField(label=_("Letters after the name"), required=False, max_length=120)
    languages = forms.MultipleChoiceField(
        label=_("Speaks"),
        required=False,
        choices=[(code, SPOKEN[code]) for code in USUAL],
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=120)
    known_since = DayField(label=_("Known since"), required=False)
    keeps_lunar_new_year = forms.BooleanField(
        label=_("Keeps the Lunar New Year: no follow-up falls on it"), required=False
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        """Whatever else a person speaks already stays to be ticked."""
        super().__init__(data, **options)
        field = self.fields["languages"]
        assert isinstance(field, forms.MultipleChoiceField)
        kept = [*self.initial.get("languages", ()), *(data.getlist("languages") if data else ())]
        offered = dict.fromkeys((*USUAL, *(code for code in kept if code in SPOKEN)))
        field.choices = [(code, spoken_word(code)) for code in offered]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(str(cleaned.get(name, "")).strip() for name in ("given", "family", "native")):
            raise ValidationError(_("A name is needed: given, family or in Chinese characters."))
        return cleaned

    def details(self, *, time_zone: str = "") -> PersonDetails:
        """The cleaned form as the actions take it."""
        data = {name: value for name, value in self.cleaned_data.items() if name in PersonForm.base_fields}
        return PersonDetails(**{**data, "languages": " ".join(data["languages"])}, time_zone=time_zone)

    @staticmethod
    def initial_of(person: Person) -> dict[str, Any]:
        """The form's values as a person has them."""
        return {
            "given": person.given_name, "family": person.family_name, "native": person.native_name,
            "nickname": person.nickname, "credentials": person.credentials, "languages": person.languages.split(),
            "place": person.place, "known_since": person.known_since,
            "keeps_lunar_new_year": person.keeps_lunar_new_year,
        }  # fmt: skip


class AddForm(PersonForm):
    """A new person, with what is known from the start."""

    title = forms.CharField(label=_("Role"), required=False, max_length=200)
    organisation = forms.CharField(label=_("Employer, school or body"), required=False, max_length=200)
    tie_kind = forms.ChoiceField(label=_("How you know them"), choices=TIES, initial=TieKind.NONE.value)
    strength = forms.TypedChoiceField(
        label=_("How well"), choices=choices_of(STRENGTHS), coerce=int, initial=Strength.SLIGHT.value
    )
    how_met = forms.CharField(label=_("Where you met, or through whom"), required=False, max_length=200)
    emails = AddressesField(ContactKind.EMAIL, label=_("E-mail"))
    phones = AddressesField(ContactKind.PHONE, label=_("Phone"))
    links = AddressesField(ContactKind.LINK, label=_("Profile or web page"))
    wechat = forms.CharField(label=_("WeChat"), required=False, max_length=60)
    obtained = forms.ChoiceField(
        label=_("How you got their address"), choices=choices_of(BY_HAND), initial=Obtained.BY_HAND.value
    )
    obtained_from = forms.CharField(
        label=_("From whom"), required=False, max_length=120, help_text=_("A person, or where you read it.")
    )
    tags = forms.CharField(label=_("Tags"), required=False, max_length=300, help_text=_("Separated by commas."))
    note = forms.CharField(
        label=_("Note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = forms.Form.clean(self) or {}
        known = ("given", "family", "native", "emails", "phones", "links", "wechat")
        if not self.errors and not any(cleaned.get(name) for name in known):
            raise ValidationError(_("A name or an address is needed."))
        return cleaned

    def first_facts(self) -> FirstFacts:
        """The cleaned form as `add_person` takes it."""
        names = FirstFacts.__dataclass_fields__
        data = {name: value for name, value in self.cleaned_data.items() if name in names}
        return FirstFacts(**{**data, "tags": split_tags(data["tags"])})


class ObtainedForm(forms.Form):
    """How, when and from whom an address came."""

    obtained = forms.ChoiceField(label=_("How you got it"), choices=choices_of(BY_HAND))
    obtained_on = DayField(label=_("When"), required=False)
    obtained_from = forms.CharField(
        label=_("From whom"), required=False, max_length=120, help_text=_("A person, or where you read it.")
    )

    def __init__(self, data: Any = None, *, keeps: str = "", **options: Any) -> None:
        """`keeps`: the source that it has now, which stays to be chosen: a file that was imported."""
        super().__init__(data, **options)
        field = self.fields["obtained"]
        assert isinstance(field, forms.ChoiceField)
        if keeps and keeps not in BY_HAND:
            field.choices = [*choices_of(BY_HAND), (keeps, SOURCES[Obtained(keeps)])]


class PointForm(ObtainedForm):
    """One more way to reach them."""

    kind = forms.ChoiceField(label=_("Kind"), choices=choices_of(KINDS))
    value = forms.CharField(label=_("Address"), max_length=320)
    field_order = ("kind", "value", "obtained", "obtained_on", "obtained_from")


class RoleForm(forms.Form):
    """What they do or did."""

    title = forms.CharField(label=_("Role"), required=False, max_length=200)
    organisation = forms.CharField(label=_("Employer, school or body"), required=False, max_length=200)
    started_on = DayField(label=_("From"), required=False)
    ended_on = DayField(label=_("Until"), required=False)
    is_current = forms.BooleanField(label=_("They do this now"), required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        started, ended = cleaned.get("started_on"), cleaned.get("ended_on")
        if started and ended and ended < started:
            raise ValidationError(_("It cannot end before it begins."))
        return cleaned


class TieForm(forms.Form):
    """How the seeker knows them."""

    kind = forms.ChoiceField(label=_("How you know them"), choices=TIES)
    strength = forms.TypedChoiceField(label=_("How well"), choices=choices_of(STRENGTHS), coerce=int)
    how_met = forms.CharField(label=_("Where you met, or through whom"), required=False, max_length=200)


class IntroductionForm(forms.Form):
    """Who led to them, or to whom they led. The name is looked up among the seeker's people."""

    who = forms.CharField(label=_("Name"), max_length=120)
    direction = forms.ChoiceField(
        label=_("What happened"), choices=[("by", _("introduced them to me")), ("to", _("was named to me by them"))]
    )
    on = DayField(label=_("When"))
    note = forms.CharField(label=_("In their words"), required=False, max_length=300)


class TagsForm(forms.Form):
    tags = forms.CharField(label=_("Tags"), required=False, max_length=300, help_text=_("Separated by commas."))


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3}), strip=True
    )


class StopForm(forms.Form):
    why = forms.CharField(label=_("What they said"), required=False, max_length=200)


def split_tags(text: str) -> list[str]:
    return [tag.strip() for tag in text.replace("，", ",").replace("、", ",").split(",") if tag.strip()]
