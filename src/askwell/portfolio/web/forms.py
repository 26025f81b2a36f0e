"""Forms of the story. Each carries the version that was seen; `over` writes over a newer one."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from askwell.lib.numbers import whole_number
from askwell.portfolio.actions.keeping import LONGEST
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Chapter
from askwell.portfolio.web.words.kinds import KINDS, column_word
from askwell.portfolio.web.words.people import LEVELS
from askwell.protocols.resumes import Link
from askwell.ui.rooms import bcp47


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def short(label: Any, length: int = 200, help_text: Any = "", **options: Any) -> forms.CharField:
    """A line that may stay empty."""
    return forms.CharField(label=label, required=False, max_length=length, help_text=help_text, **options)


def long(label: Any, rows: int = 3, help_text: Any = "") -> forms.CharField:
    return short(label, LONGEST, help_text, widget=forms.Textarea(attrs={"rows": rows}))


class ThingForm(forms.Form):
    """A part of the story. `told_in` is asked for when it is new: the language that its words are in."""

    IN_A_LANGUAGE: ClassVar[tuple[str, ...]] = ()

    told_in = forms.ChoiceField(label=_("The language of what you type"), choices=settings.LANGUAGES)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, language: str, version: int | None = None, **options: Any) -> None:
        """`version` is None for what is new, else the one that is shown, in `language`."""
        initial = {"told_in": language, "version": version, **options.pop("initial", {})}
        super().__init__(data, initial=initial, **options)
        self.seen, self.elsewhere = version, 0
        if version is None:
            self.order_fields([*(name for name in self.fields if name != "told_in"), "told_in"])
        else:
            del self.fields["told_in"]
            self._spoken(bcp47(language))

    def _spoken(self, language: str) -> None:
        for name in self.IN_A_LANGUAGE:
            if name in self.fields:
                self.fields[name].widget.attrs["lang"] = language

    @property
    def over(self) -> int:
        """The version that may be written over."""
        seen = self.cleaned_data.get("version") or 0
        return whole_number(self.data.get("over", ""), seen)

    def facts(self) -> dict[str, Any]:
        """The cleaned form as the actions take it."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("told_in", "version")}

    @property
    def status(self) -> int:
        """With which the page that shows this form is answered."""
        return 422 if self.elsewhere or self.errors else 200

    @property
    def theirs(self) -> list[tuple[Any, Any]]:
        """What was kept elsewhere since, where it is not what is typed here: label and value."""
        names = [name for name in self.initial if name in self.fields and name not in ("version", "told_in")]
        kept = ((name, self.initial[name] or "") for name in names)
        return [(self.fields[name].label, value) for name, value in kept if str(value) != str(self.data.get(name, ""))]

    @property
    def told(self) -> str:
        return str(self.cleaned_data["told_in"])


DATED = ("start", "end", "current")
FIELDS: dict[str, tuple[str, ...]] = {
    ChapterKind.WORK: ("title", "organisation", "about", "place", *DATED, "note", "summary"),
    ChapterKind.VOLUNTEERING: ("title", "organisation", "about", "place", *DATED, "note", "summary"),
    ChapterKind.EDUCATION: (
        "title", "field", "organisation", "place", *DATED, "note", "summary", "assessed_as", "assessor", "assessed_on",
        "valid_until", "url",
    ),
    ChapterKind.COURSE: ("title", "organisation", "place", *DATED, "note", "summary", "url"),
    ChapterKind.CERTIFICATE: ("title", "organisation", "end", "valid_until", "note", "url"),
    ChapterKind.PROJECT: ("title", "organisation", *DATED, "note", "summary", "url"),
    ChapterKind.AWARD: ("title", "organisation", "end", "summary"),
    ChapterKind.PUBLICATION: ("title", "organisation", "end", "summary", "url"),
    ChapterKind.PAUSE: ("title", "place", *DATED, "note"),
}  # fmt: skip


class ChapterForm(ThingForm):
    """A chapter; which fields it has follows from its kind."""

    IN_A_LANGUAGE = Chapter.TOLD

    kind = forms.ChoiceField(label=_("Kind of chapter"), choices=[(kind, said[0]) for kind, said in KINDS.items()])
    title = short(_("Role"))
    field = short(_("Field of study"), help_text=_("As it is called here: Logistics, Nursing."))
    organisation = short(_("Employer, school or body"))
    about = short(
        _("What they are"), help_text=_("For readers who don’t know the name: “home appliances, 1,200 people”.")
    )
    place = short(_("Place"), 120)
    start = short(_("From"), 40, _("A year or a month is enough: 2021-03, March 2021, 2021年3月."))
    end = short(_("Until"), 40)
    current = forms.BooleanField(label=_("Still there"), required=False)
    note = short(_("One more thing"), 300, _("One clause: Saturdays; first as a cashier."))
    summary = long(_("Summary"), help_text=_("Only what no line says: most chapters need none."))
    assessed_as = short(
        _("Comparable to"), 300, _("From abroad and assessed? As the report says it: “a Canadian four-year degree”.")
    )
    assessor = short(_("Assessed by"))
    assessed_on = DayField(label=_("Report of"), required=False)
    valid_until = DayField(label=_("Valid until"), required=False)
    url = short(_("Web page"), 500, widget=forms.TextInput(attrs={"inputmode": "url"}))

    def __init__(self, data: Any = None, *, kind: str, **options: Any) -> None:
        super().__init__(data, **options)
        self.initial["kind"] = kind
        wanted = (*FIELDS[kind], "told_in" if self.seen is None else "kind", "version")
        for name in set(self.fields) - set(wanted):
            del self.fields[name]
        self.order_fields(wanted)
        for name in ("title", "organisation"):
            if name in self.fields:
                self.fields[name].label = column_word(name, kind)
        self.fields["title"].required = kind == ChapterKind.PAUSE
        if "current" not in self.fields:
            self.fields["end"].label = _("When")
            self.fields["end"].help_text = self.base_fields["start"].help_text
        if kind == ChapterKind.EDUCATION:
            self.fields["url"].label = _("Where the report can be seen")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        current = cleaned.pop("current", False)
        if current and cleaned.get("end"):
            self.add_error("end", _("Either an end or “still there”, not both."))
        elif "start" in self.fields and cleaned.get("start") and not cleaned.get("end") and not current:
            self.add_error("end", _("Until when? Tick “still there” if it goes on."))
        return cleaned


class HeadForm(ThingForm):
    """Who this is, how to reach them, and what stands above everything."""

    IN_A_LANGUAGE = ("headline", "summary")

    name = short(_("Name"), 120)
    native_name = short(_("Name in Chinese characters"), 60)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = short(_("Phone"), 40)
    place = short(_("Town"), 120)
    region = short(_("Province"), 80)
    country = short(_("Country"), 80)
    landed = short(
        _("When you came to this country"), 40, _("2023-03, March 2023, 2023年3月. For your eyes, not for resumes.")
    )
    headline = short(_("Headline"), help_text=_("What you are, in the words of the work you aim at: “Supply planner”."))
    summary = long(_("Summary"), 4, _("Two or three sentences: what you bring, with one proof."))
    links = forms.CharField(
        label=_("Web pages"), required=False, max_length=2000, help_text=_("One a line: LinkedIn, a page of your own."),
        widget=forms.Textarea(attrs={"rows": 2, "spellcheck": "false", "autocapitalize": "off"}),
    )  # fmt: skip

    def facts(self) -> dict[str, Any]:
        lines = self.cleaned_data["links"].splitlines()
        return super().facts() | {"links": [Link(line.strip()) for line in lines if line.strip()]}


class LineForm(ThingForm):
    """A new line of a chapter."""

    IN_A_LANGUAGE = ("text",)

    text = forms.CharField(
        label=_("What did you do?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As it comes. It can be made an accomplishment afterwards."),
    )  # fmt: skip


class SkillForm(ThingForm):
    """A skill, and what shows it."""

    IN_A_LANGUAGE = ("name", "group", "level")

    name = forms.CharField(
        label=_("Skill"), max_length=120, help_text=_("In the words of the postings you aim at, not of your last job.")
    )
    group = short(_("Group"), 80, _("Skills of one group stand on one line of a resume: Planning, Tools."))
    level = short(_("Level"), 80)
    proofs = forms.MultipleChoiceField(
        label=_("What shows it"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("A line that tells how you used it weighs most."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, proofs: list[Any], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["proofs"].choices = proofs  # type: ignore[attr-defined]


class LanguageForm(ThingForm):
    """A spoken language: a level, or benchmarks from a test."""

    IN_A_LANGUAGE = ("name", "note")

    name = forms.CharField(label=_("Language"), max_length=80)
    level = forms.ChoiceField(
        label=_("How well you speak it"), required=False, choices=[("", _("no level")), *LEVELS.items()]
    )  # fmt: skip
    listening, speaking, reading, writing = (
        forms.IntegerField(label=label, required=False, widget=forms.NumberInput(attrs={"min": 1, "max": 12}))
        for label in (_("CLB listening"), _("CLB speaking"), _("CLB reading"), _("CLB writing"))
    )
    tested_on = DayField(label=_("Day of the test"), required=False)
    note = short(_("One more thing"), 120, _("At home, in meetings."))


class ReferenceForm(ThingForm):
    """Who can attest what, and how far the asking is."""

    IN_A_LANGUAGE = ("role", "organisation", "attests", "words")

    name = forms.CharField(label=_("Name"), max_length=120)
    role = short(_("Role"))
    organisation = short(_("Employer, school or body"))
    chapter_id = forms.TypedChoiceField(
        label=_("Where they saw you at work"), required=False, coerce=str, empty_value=None
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = short(_("Phone"), 40)
    attests = long(_("What they saw and can say"), 2, _("You may remind them of it when you ask."))
    asked_on = DayField(label=_("Asked on"), required=False)
    agreed_on = DayField(label=_("Agreed on"), required=False)
    declined_on = DayField(label=_("Declined on"), required=False)
    refreshed_on = DayField(
        label=_("Last heard from you on"), required=False,
        help_text=_("Tell them what you apply for: every six months, and before each job interview."),
    )  # fmt: skip
    words = long(_("What they wrote"), 2, _("A sentence of a letter or on LinkedIn, with their leave."))

    def __init__(self, data: Any = None, *, chapters: list[Any], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["chapter_id"].choices = [("", _("nowhere in the story")), *chapters]  # type: ignore[attr-defined]
