"""What the import says: fields, reasons, states, refusals."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from askwell.people.choices import Decision, ImportState
from askwell.ui.templatetags.ui import count

FIELDS = {
    "": gettext_lazy("Leave out"),
    "full_name": gettext_lazy("Full name"),
    "given": gettext_lazy("Given name"),
    "family": gettext_lazy("Family name"),
    "middle": gettext_lazy("Middle name"),
    "native_name": gettext_lazy("Name in Chinese characters"),
    "nickname": gettext_lazy("Nickname"),
    "prefix": gettext_lazy("Courtesy title"),
    "suffix": gettext_lazy("Letters after the name"),
    "organisation": gettext_lazy("Employer"),
    "title": gettext_lazy("Role"),
    "department": gettext_lazy("Department"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Phone"),
    "link": gettext_lazy("Profile or web page"),
    "wechat": gettext_lazy("WeChat"),
    "place": gettext_lazy("Place"),
    "note": gettext_lazy("Note"),
    "known_since": gettext_lazy("Known since"),
    "language": gettext_lazy("Languages"),
    "tag": gettext_lazy("Tag"),
    "own": gettext_lazy("What Askwell wrote for itself"),
}
WHY = {
    "known_heading": gettext_lazy("A heading that exporters use."),
    "values_look_like": gettext_lazy("Its values look like it."),
    "not_kept": gettext_lazy("A known heading, but nothing that is kept of a person."),
    "unknown": gettext_lazy("We could not tell: say what it is, or leave it out."),
    "chosen": gettext_lazy("Your choice."),
}
STATES = {
    ImportState.READING: gettext_lazy("being read"),
    ImportState.READY: gettext_lazy("waits for your yes"),
    ImportState.APPLYING: gettext_lazy("being brought in"),
    ImportState.DONE: gettext_lazy("brought in"),
    ImportState.UNDOING: gettext_lazy("being taken back"),
    ImportState.UNDONE: gettext_lazy("taken back"),
    ImportState.REFUSED: gettext_lazy("could not be read"),
    ImportState.FAILED: gettext_lazy("stopped half-way"),
}
REASONS = {
    "email_same": gettext_lazy("the same e-mail"),
    "email_shared": gettext_lazy("the same e-mail, a shared one"),
    "email_alike": gettext_lazy("nearly the same e-mail"),
    "phone_same": gettext_lazy("the same telephone number"),
    "phone_shared": gettext_lazy("the same telephone number, a shared one"),
    "profile_same": gettext_lazy("the same LinkedIn profile"),
    "name_same": gettext_lazy("the same name"),
    "name_close": gettext_lazy("a similar name"),
    "name_initials": gettext_lazy("initials that fit the name"),
    "given_name_only": gettext_lazy("the same given name"),
    "family_name_only": gettext_lazy("the same family name"),
    "employer_same": gettext_lazy("the same employer"),
    "employer_former": gettext_lazy("the other one’s former employer"),
    "employer_alike": gettext_lazy("a similar employer"),
    "title_same": gettext_lazy("the same role"),
    "title_alike": gettext_lazy("a similar role"),
    "identical": gettext_lazy("the same name, employer and role"),
    "asked_before": gettext_lazy("a pair that waits for your answer since an earlier import"),
    "answered_before": gettext_lazy("as you decided in an earlier import"),
    "came_back": gettext_lazy("from an export of this Askwell"),
    "row_twice": gettext_lazy("the same row stands in the file before"),
    "do_not_contact": gettext_lazy("asked not to be contacted"),
    "no_name_nor_address": gettext_lazy("no name and nothing to reach them by"),
    "not_a_person": gettext_lazy("no person: a firm, a service or a list"),
    "group_card": gettext_lazy("a group, not a person"),
    "unreadable_card": gettext_lazy("a card that cannot be read"),
    "cut_off": gettext_lazy("the file ends in the middle of this card"),
    "too_many_cells": gettext_lazy("more cells than the heading has columns: a quotation mark or comma is astray"),
}
FACTS = {
    "name": gettext_lazy("Name"),
    "employer": gettext_lazy("Employer"),
    "role": gettext_lazy("Role"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Phone"),
    "link": gettext_lazy("Profile"),
    "known_since": gettext_lazy("Known since"),
}
SIDES = {"for": gettext_lazy("For."), "against": gettext_lazy("Against."), "neutral": ""}
SIGNS = {
    "the_same": gettext_lazy("The same."),
    "one_the_same": gettext_lazy("One is the same."),
    "one_sided": gettext_lazy("Known of one only."),
    "may_change": gettext_lazy("Says little: roles change."),
    "several_addresses": gettext_lazy("Says little: many have several."),
    "says_little": gettext_lazy("Says little."),
}
DOUBTS = {
    "name_trimmed": gettext_lazy("the name was too long and is cut"),
    "note_trimmed": gettext_lazy("the note was too long and is cut"),
    "email_unreadable": gettext_lazy("an e-mail could not be read"),
    "phone_unreadable": gettext_lazy("a telephone number could not be read"),
    "date_unreadable": gettext_lazy("the date could not be read"),
    "cells_rejoined": gettext_lazy("cells torn apart by a comma were joined again"),
}
REFUSALS = {
    "empty": gettext_lazy("The file is empty."),
    "picture": gettext_lazy(
        "This is a picture, whatever its name says. Export your contacts as CSV or vCard and try that file."
    ),
    "pdf": gettext_lazy("This is a PDF. Export your contacts as CSV or vCard and try that file."),
    "document": gettext_lazy("This is a text document. Save its table as CSV, or copy the table and paste it here."),
    "encrypted": gettext_lazy("The file is locked with a password. Save it without one and try again."),
    "old_excel": gettext_lazy("This is an old Excel file (.xls). Open it and save it as .xlsx or CSV."),
    "other_spreadsheet": gettext_lazy("This spreadsheet format cannot be read. Save it as .xlsx or CSV."),
    "too_large": gettext_lazy("The file unpacks to far more than an address book holds."),
    "too_slow": gettext_lazy("Reading the file took too long. Save its table as CSV and try that."),
    "unsafe": gettext_lazy("The file holds instructions that could harm your computer, so it was not opened."),
    "damaged": gettext_lazy("The file is damaged or was cut off on its way. Download it again."),
    "no_contacts_in_zip": gettext_lazy("There is no address book in this zip. LinkedIn’s is called Connections.csv."),
    "web_page": gettext_lazy("This is a web page. Open it, copy the table and paste it here."),
    "binary": gettext_lazy("This is no text, so no address book either."),
    "not_a_table": gettext_lazy("We found no table in it: no heading, and no rows with the same columns."),
    "no_records": gettext_lazy("There is a heading, but no rows below it."),
    "unexpected": gettext_lazy(
        "Something went wrong that we did not expect. Try the file once more; if it happens again, save its table anew"
        " as CSV and try that."
    ),
}  # fmt: skip
FAILURES = {
    "applying": gettext_lazy(
        "Something went wrong that we did not expect, and the rest of the file did not come in. Take back what came,"
        " then try the file once more."
    ),
    "undoing": gettext_lazy(
        "Something went wrong that we did not expect, and not everything is taken back yet. Try it once more."
    ),
}  # fmt: skip


def refusal(code: str) -> str:
    """Why a file was not read, or not brought in to its end, as a sentence."""
    return str(REFUSALS.get(code) or FAILURES.get(code) or _("The file could not be read."))


def reason(code: str, facts: Mapping[str, object] | None = None) -> str:
    """Why a row is what it is; with the row it goes with, if there is one."""
    words = str(REASONS.get(code, code))
    row = (facts or {}).get("row")
    return _("%(reason)s as row %(row)s") % {"reason": words, "row": row} if row and code != "row_twice" else words


def source_sentence(source: str, encoding: str, skipped: int) -> str:
    """A LinkedIn export: we skipped its 3 lines of notes and read it as UTF-8."""
    names = {
        "linkedin": _("A LinkedIn export"),
        "google": _("A Google Contacts export"),
        "outlook": _("An Outlook export"),
        "vcard": _("A vCard file"),
        "spreadsheet": _("A spreadsheet"),
        "pasted": _("A pasted table"),
        "csv": _("A table"),
    }
    parts = {"source": names.get(source, _("A table")), "encoding": (encoding or "utf-8").upper().removesuffix("-SIG")}
    if skipped and source in ("linkedin", "csv", "pasted"):
        said = ngettext(
            "%(source)s: we skipped %(count)s line above the heading and read it as %(encoding)s.",
            "%(source)s: we skipped %(count)s lines above the heading and read it as %(encoding)s.",
            skipped,
        )
        return said % {**parts, "count": skipped}
    if source == "spreadsheet":
        return parts["source"] + _(".")
    return _("%(source)s, read as %(encoding)s.") % parts


def aside_sentence(reasons: Mapping[str, int]) -> str:
    """No name and nothing to reach them by (4); the same row (3) …"""
    said = [(count, reason(code.partition(":")[2])) for code, count in reasons.items() if code.startswith("aside:")]
    return _("; ").join(_("%(reason)s (%(count)s)") % {"count": count, "reason": words} for count, words in said)


def answered_sentence(answers: Mapping[str, int]) -> str:
    """Of the likely pairs: 3 became one person, 2 are two people, 1 waits for you."""
    words: tuple[tuple[Decision, Callable[[int], str]], ...] = (
        (Decision.SAME, lambda n: ngettext("%(n)s became one person", "%(n)s became one person each", n)),
        (Decision.DIFFERENT, lambda n: ngettext("%(n)s is two people", "%(n)s are two people each", n)),
        (Decision.OPEN, lambda n: ngettext("%(n)s waits for you", "%(n)s wait for you", n)),
    )
    said = [say(answers[kind]) % {"n": count(answers[kind])} for kind, say in words if answers.get(kind)]
    return pgettext("list", ", ").join(said) + _(".") if said else ""
