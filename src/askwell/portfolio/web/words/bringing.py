"""What is said of a resume that was brought: why it was refused, what was not understood, where what belongs."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext, pgettext_lazy

from askwell.portfolio.actions.errors import EndsBeforeStartError, NothingToldError, PortfolioError, UnreadableError
from askwell.portfolio.choices import ChapterKind, FileState
from askwell.portfolio.web.words.refusals import NOT_A_DATE

KINDS: Mapping[str, Promise] = {
    ChapterKind.WORK: lazy("Work"),
    ChapterKind.VOLUNTEERING: lazy("Volunteering"),
    ChapterKind.EDUCATION: lazy("Education"),
    ChapterKind.COURSE: lazy("Courses"),
    ChapterKind.CERTIFICATE: lazy("Certificates"),
    ChapterKind.PROJECT: lazy("Projects"),
    ChapterKind.AWARD: lazy("Awards"),
    ChapterKind.PUBLICATION: lazy("Publications"),
}
STATES = {
    FileState.READING.value: lazy("Being read"),
    FileState.READY.value: lazy("Waits for you to look it through"),
    FileState.KEPT.value: lazy("Kept in your story"),
    FileState.REFUSED.value: lazy("Could not be read"),
}
FILES = {
    "json": lazy("A JSON Resume"),
    "linkedin": lazy("LinkedIn’s export of your data"),
    "docx": lazy("A Word document"),
    "pdf": lazy("A PDF"),
}
HEAD = {
    "name": lazy("Name"),
    "native_name": lazy("Name in its own script"),
    "email": lazy("E-mail"),
    "phone": lazy("Phone"),
    "place": pgettext_lazy("where one lives", "Town"),
    "region": lazy("Province or state"),
    "country": lazy("Country"),
    "headline": lazy("Headline"),
    "summary": lazy("About you"),
}
REFUSALS = {
    "empty": lazy("The file is empty."),
    "unknown_kind": lazy(
        "This is neither a JSON Resume nor LinkedIn’s zip nor a Word document nor a PDF. Save your resume as one of"
        " these and try that file."
    ),
    "old_word": lazy("This is an old Word file (.doc). Open it, save it as .docx or PDF, and try that file."),
    "picture": lazy("This is a picture: its letters cannot be read. Bring the document that it was made of."),
    "damaged": lazy("The file is damaged or was cut off on its way. Download it again."),
    "encrypted": lazy("The file is locked with a password. Save it without one and try again."),
    "unsafe": lazy("The file holds instructions that could harm your computer, so it was not opened."),
    "too_large": lazy("The file unpacks to far more than a resume holds, so it was not read."),
    "too_deep": lazy("The file is nested deeper than any resume is, so it was not read."),
    "not_a_resume": lazy("This JSON is no JSON Resume: it has neither basics nor work nor education."),
    "no_resume_in_zip": lazy(
        "There is no resume in this zip. LinkedIn’s has Profile.csv and Positions.csv: ask for the larger archive, not"
        " for your connections only."
    ),
    "no_text": lazy(
        "This PDF is made of pictures: there are no letters in it. Bring the document that it was made of, or print it"
        " to PDF anew."
    ),
    "too_many_bytes": lazy("The file is larger than 20 MB. Leave its pictures out and try again."),
    "too_much_memory": lazy("The file needs far more room than a resume does. Save it anew as .docx and try that."),
    "too_slow": lazy(
        "Reading the file took longer than half a minute. Save only the pages of the resume, and try that."
    ),
    "crashed": lazy(
        "The file could not be read: the program that reads it gave up. Save it anew as .docx and try that."
    ),
    "unexpected": lazy(
        "Something went wrong that we did not expect. Try the file once more; if it happens again, save it anew as"
        " .docx and try that."
    ),
}
REMARKS = {
    "unknown_field": lazy("Askwell has no place for this"),
    "wrong_type": lazy("Not of the kind that belongs here"),
    "date_unreadable": lazy("This date was not understood"),
    "address_unreadable": lazy("This is no web address"),
    "file_not_read": lazy("This file of the zip was not read"),
    "pages_not_read": lazy("These pages were not read"),
    "list_cut": lazy("Too many: the rest was left out"),
}


def refusal(code: str) -> str:
    """Why a file was not read, and what to do."""
    return str(REFUSALS.get(code) or _("The file could not be read."))


def remark(code: str) -> str:
    return str(REMARKS.get(code) or _("This was not understood"))


def trouble(error: PortfolioError) -> str:
    """Why the story refuses an entry."""
    if isinstance(error, UnreadableError) and error.column in ("start", "end"):
        return str(NOT_A_DATE) % {"text": error.text[:80]}
    if isinstance(error, EndsBeforeStartError):
        return _("It cannot end before it begins.")
    if isinstance(error, NothingToldError):
        return _("Say what it was, or where.")
    return _("The story cannot take this as it is.")


def made(name: str, count: int) -> str:
    """What keeping a file brought to the story."""
    forms = {
        "Chapter": ngettext("%(count)s chapter", "%(count)s chapters", count),
        "Accomplishment": ngettext("%(count)s line", "%(count)s lines", count),
        "Skill": ngettext("%(count)s skill", "%(count)s skills", count),
        "SpokenLanguage": ngettext("%(count)s language", "%(count)s languages", count),
        "Reference": ngettext("%(count)s reference", "%(count)s references", count),
        "head": ngettext("%(count)s fact about you", "%(count)s facts about you", count),
    }
    return forms[name] % {"count": count}
