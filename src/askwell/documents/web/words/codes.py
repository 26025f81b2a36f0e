"""Codes in words."""

from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.documents.choices import Form, LetterKind, Way
from askwell.protocols.papers import Template

LANGUAGES = {"en": "English", "zh-Hans": "中文", "fr": "Français"}
TEMPLATES = {
    Template.CLASSIC: (_("Classic"), _("a serif name, coloured heads")),
    Template.PLAIN: (_("Plain"), _("one column, for screening software")),
    Template.CHINESE: (_("Chinese style"), _("a 中文简历: employer before role")),
    Template.FRENCH: (_("Québec style"), _("a curriculum vitæ of Québec")),
    Template.ACADEMIC: (_("Academic"), _("publications and teaching")),
}
PAPERS = {"letter": pgettext_lazy("paper", "Letter"), "a4": pgettext_lazy("paper", "A4")}
FORMS = {Form.PDF: _("PDF"), Form.WORD: _("Word"), Form.TEXT: _("plain text"), Form.JSON: _("JSON Resume")}
WAYS = {
    Way.MAIL: _("by e-mail"),
    Way.SITE: _("on their site"),
    Way.BY_HAND: _("handed over"),
    Way.POST: _("by post"),
    Way.OTHER: _("another way"),
}
REACH = {
    "phone": _("Phone"),
    "email": _("E-mail"),
    "place": _("Where you live"),
    "links": _("Addresses on the web"),
    "native_name": _("Name in its own script"),
}
SECTIONS = {
    "education": _("Education"),
    "certificates": _("Courses and certificates"),
    "projects": _("Projects"),
    "awards": _("Awards"),
    "publications": _("Publications"),
}
PAUSE = _("A pause")
LETTERS = {
    LetterKind.COVER: (_("Cover letter"), _("goes with a resume; may carry what an insider told you")),
    LetterKind.ENQUIRY: (_("Enquiry"), _("one question to somebody you do not know")),
    LetterKind.THANK_YOU: (_("Thank-you"), _("within a day, with one thing they said")),
    LetterKind.REFERENCE_REQUEST: (_("Reference request"), _("may they be called, and about what")),
    LetterKind.REFERENCE_THANKS: (_("Thanks for a reference"), _("and how it went")),
    LetterKind.ACCEPTANCE: (_("Acceptance"), _("yes, and what was agreed")),
    LetterKind.DECLINE: (_("Polite decline"), _("no, and the door stays open")),
    LetterKind.NEGOTIATION: (_("Negotiation"), _("one point before you sign")),
    LetterKind.RESIGNATION: (_("Resignation"), _("the last day, and what you hand over")),
    LetterKind.INTRODUCTION: (_("Introduction"), _("two people who should meet")),
}
FIELDS = {
    "reader": (_("Whom you write to"), _("Ms. Zhou")),
    "job": (_("The position"), _("demand planner")),
    "employer": (_("The employer"), ""),
    "fit": (_("Your strongest result for it"), _("In Chengdu I cut late deliveries from 18 % to 6 % in a year.")),
    "insight": (_("What an insider told you, as the letter says it"), _("a forecast is judged by what is thrown away")),
    "insider": (_("Who told you"), _("only where they allowed it")),
    "answer": (_("What of yours answers that"), _("I did exactly this in a course project for a bakery.")),
    "reason": (_("Why there"), _("your planners sit with the buyers")),
    "start": (_("When you can start"), _("in January")),
    "about_me": (_("Who you are, in one sentence"), _("I planned purchases for a factory in Chengdu for six years.")),
    "noticed": (_("What you noticed about them"), _("Your shelves are full on Monday mornings.")),
    "question": (_("Your question"), _("Who decides how much bread is baked on a holiday?")),
    "day": (_("The day you met"), _("Tuesday")),
    "said": (_("One thing they said"), _("A forecast is a promise to the warehouse.")),
    "next": (_("What you do next, or what would help too"), _("I rebuilt my bakery forecast by weekday.")),
    "witnessed": (_("What they saw you do"), _("how I reordered the shelves of the food bank")),
    "call": (_("When one can call"), _("next week")),
    "remind": (_("What they may remember"), _("the crates that were thrown away fell from nine a week to three")),
    "outcome": (_("How it went"), _("I begin on 4 January.")),
    "pay": (_("Pay and hours"), _("$31 an hour, 37.5 hours a week")),
    "point": (_("What you would like to change"), _("the pay")),
    "grounds": (_("What supports it"), _("Three postings for the same work here pay $34.")),
    "wish": (_("What you ask for"), _("$33 an hour")),
    "last_day": (_("Your last day"), _("18 December")),
    "handover": (_("What you hand over"), _("the order sheets are written down, and Sam knows them.")),
    "thanks": (_("What you are thankful for"), _("two years in which I learned the trade")),
    "person": (_("Whom you introduce"), ""),
    "who": (_("Who they are"), _("a former colleague who planned rail freight")),
    "why": (_("Why these two"), _("Both of you plan by weather.")),
    "reach": (_("How to reach them"), _("at 604-555-0142")),
}
"""What a field asks, and an example."""


def language(code: str) -> str:
    return LANGUAGES.get(code, code)


def way(code: str) -> str:
    return str(WAYS[Way(code)]) if code in set(Way) else ""


def form(code: str) -> str:
    return str(FORMS[Form(code)]) if code in set(Form) else code


def letter(kind: str, language: str = "") -> str:
    """The name of a kind of letter; in a language, or in the reader's."""
    with override(language.lower() or get_language()):
        return str(LETTERS[LetterKind(kind)][0]) if kind in set(LetterKind) else kind


def template(code: str) -> str:
    return str(TEMPLATES[Template(code)][0]) if code in set(Template) else code


def field(name: str, language: str) -> tuple[str, str]:
    """What a field of a letter asks, and an example in the letter's language."""
    label, example = FIELDS[name]
    with override(language.lower()):
        said = str(example)
    return str(label), said
