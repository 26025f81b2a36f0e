"""Kinds of chapters and the names of their columns, which differ from kind to kind."""

from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.lanes import Lane
from askwell.portfolio.rules.telling import Part

Words = tuple[Promise, Promise]

KINDS: dict[str, Words] = {
    ChapterKind.WORK: (pgettext_lazy("chapter", "Work"), _("paid, full time or part time, also your own business")),
    ChapterKind.VOLUNTEERING: (_("Volunteering"), _("local experience, and people who saw you at work")),
    ChapterKind.EDUCATION: (pgettext_lazy("chapter", "Education"), _("a degree or diploma, also from abroad")),
    ChapterKind.COURSE: (_("Course"), _("an evening, a month, online")),
    ChapterKind.CERTIFICATE: (_("Certificate"), _("a certificate or a licence")),
    ChapterKind.PROJECT: (_("Project"), _("something you made or ran, alone or with others")),
    ChapterKind.AWARD: (_("Award"), _("a prize, a scholarship, a word of thanks in public")),
    ChapterKind.PUBLICATION: (_("Publication"), _("an article, a paper, a book, a talk")),
    ChapterKind.PAUSE: (pgettext_lazy("chapter", "Pause"), _("care, illness, a move: you owe nobody more than a line")),
}
TAGS: dict[str, Promise] = {
    ChapterKind.WORK: pgettext_lazy("tag", "work"),
    ChapterKind.VOLUNTEERING: pgettext_lazy("tag", "volunteering"),
    ChapterKind.EDUCATION: pgettext_lazy("tag", "education"),
    ChapterKind.COURSE: pgettext_lazy("tag", "course"),
    ChapterKind.CERTIFICATE: pgettext_lazy("tag", "certificate"),
    ChapterKind.PROJECT: pgettext_lazy("tag", "project"),
    ChapterKind.AWARD: pgettext_lazy("tag", "award"),
    ChapterKind.PUBLICATION: pgettext_lazy("tag", "publication"),
}
CLASSES: dict[str, tuple[str, str]] = {
    ChapterKind.WORK: ("work", "good"),
    ChapterKind.PROJECT: ("work", "good"),
    ChapterKind.VOLUNTEERING: ("give", "door"),
    ChapterKind.EDUCATION: ("study", "due"),
    ChapterKind.COURSE: ("study", "due"),
    ChapterKind.CERTIFICATE: ("study", "due"),
    ChapterKind.AWARD: ("study", ""),
    ChapterKind.PUBLICATION: ("study", ""),
    ChapterKind.PAUSE: ("care", ""),
}
"""How a kind is coloured on the timeline and in the lanes, and as a tag."""
LANES: dict[str, Promise] = {
    Lane.EDUCATION: pgettext_lazy("chapter", "Education"),
    Lane.WORK: pgettext_lazy("chapter", "Work"),
    Lane.VOLUNTEERING: _("Volunteering"),
}
COLUMNS: dict[str, Promise] = {
    "headline": _("Headline"),
    "summary": _("Summary"),
    "organisation": _("Employer, school or body"),
    "about": _("What they are"),
    "field": _("Field of study"),
    "place": _("Place"),
    "note": _("One more thing"),
    "assessed_as": _("Comparable to"),
    "assessor": _("Assessed by"),
    "text": _("How it reads"),
    "name": _("As it is called"),
    "group": _("Group"),
    "level": _("Level"),
    "role": _("Role"),
    "attests": _("What they saw and can say"),
    "words": _("What they wrote"),
}
_TITLES: dict[str, Promise] = {
    ChapterKind.WORK: _("Role"),
    ChapterKind.VOLUNTEERING: _("Role"),
    ChapterKind.EDUCATION: _("Degree or diploma"),
    ChapterKind.COURSE: _("Course"),
    ChapterKind.CERTIFICATE: _("Certificate"),
    ChapterKind.PROJECT: _("Name of the project"),
    ChapterKind.AWARD: _("Award"),
    ChapterKind.PUBLICATION: _("What the text is called"),
    ChapterKind.PAUSE: _("What it was for"),
}
_ORGANISATIONS: dict[str, Promise] = {
    ChapterKind.WORK: _("Employer"),
    ChapterKind.VOLUNTEERING: _("Organisation"),
    ChapterKind.EDUCATION: _("School"),
    ChapterKind.COURSE: _("Given by"),
    ChapterKind.CERTIFICATE: _("Given by"),
    ChapterKind.PROJECT: _("For whom"),
    ChapterKind.AWARD: _("Given by"),
    ChapterKind.PUBLICATION: _("Where it appeared"),
}


def column_word(column: str, kind: str = "") -> str:
    """The name of a column, in a chapter of this kind."""
    special = {"title": _TITLES, "organisation": _ORGANISATIONS}.get(column, {})
    return str(special[kind] if kind in special else COLUMNS[column])


def kind_word(kind: str) -> str:
    return str(KINDS[kind][0])


def tag_word(kind: str) -> str:
    """As a tag; a pause has none."""
    return str(TAGS.get(kind, ""))


def kind_class(kind: str) -> str:
    return CLASSES[kind][0]


def tag_class(kind: str) -> str:
    return CLASSES[kind][1]


def credential_line(part: Part) -> str:
    """How a foreign degree is written so that readers here need not wonder, in the language it is told in."""
    title = f"{part.title} ({part.field})" if part.field else part.title or part.organisation
    with override(part.language):
        return gettext("%(title)s, assessed as comparable to %(as)s") % {"title": title, "as": part.assessed_as}
