"""The form beside a card's picture: what was read, and how and where you met."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from askwell.people.actions import FirstFacts, PersonDetails
from askwell.people.choices import ContactKind, Handed, Strength, TieKind
from askwell.people.queries.scans import Match
from askwell.people.rules.cards import Reading
from askwell.people.rules.cards.proposing import Proposal
from askwell.people.web.forms import LONGEST_NOTE, NORMALISE, TIES, DayField
from askwell.people.web.words.basics import UNREADABLE
from askwell.people.web.words.cards import HANDED

MANY = (("email", ContactKind.EMAIL), ("phone", ContactKind.PHONE), ("link", ContactKind.LINK))
LABELS = {ContactKind.EMAIL: _("E-mail"), ContactKind.PHONE: _("Phone"), ContactKind.LINK: _("Web page")}
SINGLE = (
    ("native", _("Name, Chinese"), 60),
    ("given", _("Given name"), 120),
    ("family", _("Family name"), 120),
    ("title", _("Title"), 140),
    ("title_zh", _("Title, Chinese"), 58),
    ("organisation", _("Organisation"), 140),
    ("organisation_zh", _("Organisation, Chinese"), 58),
)
ONLY_WITH_LATIN = ("title_zh", "organisation_zh")
"""Fields that are there only for a card that has both scripts."""
AT_MOST = 12
"""Addresses of one kind; a card with more is no card."""


class AddressField(forms.CharField):
    """One address of a kind, or nothing."""

    def __init__(self, kind: ContactKind) -> None:
        kinds = {ContactKind.EMAIL: "email", ContactKind.PHONE: "tel"}
        attributes = {"type": kinds.get(kind, "text"), "spellcheck": "false", "autocapitalize": "off"}
        super().__init__(label=LABELS[kind], required=False, max_length=320, widget=forms.TextInput(attrs=attributes))
        self.kind = kind

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and NORMALISE[self.kind](text) is None:
            raise ValidationError(UNREADABLE[self.kind] % {"text": text[:80]})
        return text


class CardForm(forms.Form):
    """As many fields as the card has addresses. `readings` names the reading behind each field that has one."""

    place = forms.CharField(label=_("Place"), required=False, max_length=120)
    wechat = forms.CharField(label=_("WeChat"), required=False, max_length=60)
    credentials = forms.CharField(label=_("Letters after the name"), required=False, max_length=120)
    rest = forms.CharField(
        label=_("Also on the card, kept as a note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea,
    )  # fmt: skip
    person = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    handed = forms.ChoiceField(initial=Handed.BY_THEM.value, choices=[(how.value, HANDED[how][0]) for how in Handed])
    event = forms.ChoiceField(label=_("At which event"), required=False)
    how_met = forms.CharField(label=_("Where you met, or through whom"), required=False, max_length=200)
    met_on = DayField(label=_("When"), required=False)
    tie_kind = forms.ChoiceField(label=_("How you know them"), choices=TIES, initial=TieKind.NONE.value)
    said = forms.CharField(
        label=_("One thing they said. You will be glad of it when you write."), required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": _("Their words, not yours")}),
    )  # fmt: skip

    def __init__(
        self, data: Any, proposal: Proposal, matches: Iterable[Match], events: Iterable[tuple[UUID, str, date]],
        initial: dict[str, Any],
    ) -> None:  # fmt: skip
        self.readings: dict[str, Reading] = {}
        super().__init__(data, initial=initial)
        for name, label, longest in SINGLE:
            if name not in ONLY_WITH_LATIN or getattr(proposal, name):
                self._single(name, label, longest, getattr(proposal, name))
        for name, kind in MANY:
            self._many(name, kind, getattr(proposal, f"{name}s"))
        for name in ("place", "wechat"):
            self._remember(name, getattr(proposal, name))
        rest = {"credentials": proposal.credentials, "rest": "\n".join(proposal.rest)}
        self.initial = {**rest, **self.initial}
        self.fields["rest"].widget.attrs["rows"] = min(max(len(proposal.rest), 2), 6)
        self._choices("person", [("", ""), *((str(match.id), match.latin) for match in matches)])
        self._choices("event", [("", say("No event")), *((str(key), name) for key, name, _day in events)])
        self.order_fields([*(name for name, _, _ in SINGLE), *(name for name in self.fields if "_" in name)])

    def _single(self, name: str, label: Any, longest: int, reading: Reading | None) -> None:
        self.fields[name] = forms.CharField(label=label, required=False, max_length=longest)
        self._remember(name, reading)

    def _many(self, name: str, kind: ContactKind, readings: tuple[Reading, ...]) -> None:
        least = 0 if kind is ContactKind.LINK else 1
        for number in range(max(least, len(readings[:AT_MOST]))):
            self.fields[f"{name}_{number}"] = AddressField(kind)
            self._remember(f"{name}_{number}", readings[number] if readings else None)

    def _remember(self, name: str, reading: Reading | None) -> None:
        if reading:
            self.readings[name] = reading
            self.initial.setdefault(name, reading.value)

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_met_on(self) -> date | None:
        day: date | None = self.cleaned_data["met_on"]
        if day and day > timezone.localdate():
            raise ValidationError(say("That day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        known = ("given", "family", "native", "wechat", *self._names("email"), *self._names("phone"))
        if not self.errors and not any(cleaned.get(name) for name in known):
            raise ValidationError(say("A name or an address is needed."))
        return cleaned

    def _names(self, kind: str) -> list[str]:
        return [name for name in self.fields if name.startswith(f"{kind}_")]

    def _values(self, kind: str) -> list[str]:
        return [value for name in self._names(kind) if (value := self.cleaned_data.get(name))]

    def _both(self, name: str) -> str:
        """In both scripts, as a card with two sides has it: "Buyer 采购员"."""
        return " ".join(filter(None, (self.cleaned_data[name], self.cleaned_data.get(f"{name}_zh", ""))))

    def details(self) -> PersonDetails:
        """The cleaned form as `confirm_card` takes it."""
        data = self.cleaned_data
        names = {name: data[name] for name in ("given", "family", "native", "credentials", "place")}
        return PersonDetails(**names, known_since=data["met_on"])

    def facts(self) -> FirstFacts:
        """The rest of it; a tie is as close as a first meeting makes it."""
        data = self.cleaned_data
        new = data["tie_kind"] in (TieKind.NONE, TieKind.MET_AT_EVENT)
        note = "\n\n".join(text for text in (data["said"].strip(), data["rest"].strip()) if text)
        return FirstFacts(
            title=self._both("title"), organisation=self._both("organisation"), tie_kind=data["tie_kind"],
            strength=(Strength.SLIGHT if new else Strength.GOOD).value, how_met=data["how_met"],
            emails=self._values("email"), phones=self._values("phone"), links=self._values("link"),
            wechat=data["wechat"], note=note, obtained=data["handed"],
        )  # fmt: skip

    def chosen(self, name: str) -> UUID | None:
        """Which person or event was chosen."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data.get(name) else None
