"""What is said of a resume that was brought: why it was refused, what was not understood, where what belongs."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from askwell.portfolio.actions.errors import EndsBeforeStartError, NothingToldError, PortfolioError, UnreadableError
from askwell.portfolio.choices import ChapterKind, FileState
from askwell.portfolio.web.words.refusals import NOT_A_DATE

KINDS: Mapping[str, Promise] = {
    ChapterKind.WORK: pgettext_lazy("chapter", "Work"),
    ChapterKind.VOLUNTEERING: _("Volunteering"),
    ChapterKind.EDUCATION: pgettext_lazy("chapter", "Education"),
    ChapterKind.COURSE: _("Courses"),
    ChapterKind.CERTIFICATE: _("Certificates"),
    ChapterKind.PROJECT: _("Projects"),
    ChapterKind.AWARD: _("Awards"),
    ChapterKind.PUBLICATION: _("Publications"),
}
LANGUAGES = {"en": _("English"), "zh-hans": _("Chinese"), "fr": _("French")}
"""Named inside a sentence."""
STATES = {
    FileState.READING.value: _("Being read"),
    FileState.READY.value: _("Waits for you to look it through"),
    FileState.KEPT.value: _("Kept in your story"),
    FileState.REFUSED.value: _("Could not be read"),
}
FILES = {
    "json": _("A JSON Resume"),
    "linkedin": _("LinkedIn’s export of your data"),
    "docx": _("A Word document"),
    "pdf": _("A PDF"),
}
HEAD = {
    "name": _("Name"),
    "native_name": _("Name in its own script"),
    "email": _("E-mail"),
    "phone": _("Phone"),
    "place": pgettext_lazy("where one lives", "Town"),
    "region": _("Province or state"),
    "country": _("Country"),
    "headline": _("Headline"),
    "summary": _("About you"),
}
REFUSALS = {
    "empty": _("The file is empty."),
    "unknown_kind": _(
        "This is neither a JSON Resume nor LinkedIn’s zip nor a Word document nor a PDF. Save your resume as one of"
        " these and try that file."
    ),
    "old_word": _("This is an old Word file (.doc). Open it, save it as .docx or PDF, and try that file."),
    "picture": _("This is a picture: its letters cannot be read. Bring the document that it was made of."),
    "damaged": _("The file is damaged or was cut off on its way. Download it again."),
    "encrypted": _("The file is locked with a password. Save it without one and try again."),
    "unsafe": _("The file holds instructions that could harm your computer, so it was not opened."),
    "too_large": _("The file unpacks to far more than a resume holds, so it was not read."),
    "too_deep": _("The file is nested deeper than any resume is, so it was not read."),
    "not_a_resume": _("This JSON is no JSON Resume: it has neither basics nor work nor education."),
    "no_resume_in_zip": _(
        "There is no resume in this zip. LinkedIn’s has Profile.csv and Positions.csv: ask for the larger archive, not"
        " for your connections only."
    ),
    "no_text": _(
        "This PDF is made of pictures: there are no letters in it. Bring the document that it was made of, or print it"
        " to PDF anew."
    ),
    "too_many_bytes": _("The file is larger than 20 MB. Leave its pictures out and try again."),
    "too_much_memory": _("The file needs far more room than a resume does. Save it anew as .docx and try that."),
    "too_slow": _("Reading the file took longer than half a minute. Save only the pages of the resume, and try that."),
    "crashed": _("The file could not be read: the program that reads it gave up. Save it anew as .docx and try that."),
    "unexpected": _(
        "Something went wrong that we did not expect. Try the file once more; if it happens again, save it anew as"
        " .docx and try that."
    ),
}
REMARKS = {
    "unknown_field": _("Askwell has no place for this"),
    "wrong_type": _("Not of the kind that belongs here"),
    "date_unreadable": _("This date was not understood"),
    "address_unreadable": _("This is no web address"),
    "file_not_read": _("This file of the zip was not read"),
    "pages_not_read": _("These pages were not read"),
    "list_cut": _("Too many: the rest was left out"),
}


def refusal(code: str) -> str:
    """Why a file was not read, and what to do."""
    return str(REFUSALS.get(code) or gettext("The file could not be read."))


def remark(code: str) -> str:
    return str(REMARKS.get(code) or gettext("This was not understood"))


def trouble(error: PortfolioError) -> str:
    """Why the story refuses an entry."""
    if isinstance(error, UnreadableError) and error.column in ("start", "end"):
        return str(NOT_A_DATE) % {"text": error.text[:80]}
    if isinstance(error, EndsBeforeStartError):
        return gettext("It cannot end before it begins.")
    if isinstance(error, NothingToldError):
        return gettext("Say what it was, or where.")
    return gettext("The story cannot take this as it is.")


def made(name: str, count: int) -> str:
    """What keeping a file brought to the story."""
    forms = {
        "Chapter": ngettext("%(count)s chapter", "%(count)s chapters", count),
        "Accomplishment": ngettext("%(count)s line", "%(count)s lines", count),
        "Skill": ngettext("%(count)s skill", "%(count)s skills", count),
        "SpokenLanguage": ngettext("%(count)s language", "%(count)s languages", count),
        "Reference": ngettext("%(count)s reference", "%(count)s references", count),
        "said": ngettext("%(count)s part in another language", "%(count)s parts in another language", count),
        "head": ngettext("%(count)s fact about you", "%(count)s facts about you", count),
    }
    return forms[name] % {"count": count}
