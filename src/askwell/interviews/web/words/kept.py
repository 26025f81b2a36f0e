"""The words with which an insider is told what is kept about them, and where it came from."""

from datetime import date
from typing import Protocol

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from askwell.people.choices import ContactKind, Obtained
from askwell.ui import moments

REACHED = {
    ContactKind.EMAIL: gettext_lazy("E-mail"),
    ContactKind.PHONE: gettext_lazy("Phone"),
    ContactKind.LINK: gettext_lazy("Profile"),
    ContactKind.WECHAT: gettext_lazy("WeChat"),
}
CAME_FROM = {
    Obtained.BY_HAND: gettext_lazy("written down by hand"),
    Obtained.CARD: gettext_lazy("your business card"),
    Obtained.PUBLISHED: gettext_lazy("published"),
    Obtained.REFERRED: gettext_lazy("given by somebody who named you"),
    Obtained.REPLIED: gettext_lazy("you wrote from it"),
    Obtained.PROGRAMME: gettext_lazy("a programme for job seekers"),
    Obtained.LINKEDIN: gettext_lazy("LinkedIn"),
    Obtained.GOOGLE: gettext_lazy("Google Contacts"),
    Obtained.OUTLOOK: gettext_lazy("Outlook"),
    Obtained.VCARD: gettext_lazy("vCard"),
    Obtained.SPREADSHEET: gettext_lazy("a spreadsheet"),
    Obtained.PASTED: gettext_lazy("a pasted table"),
    Obtained.CSV: gettext_lazy("a table"),
    Obtained.PAGE: gettext_lazy("you gave it on this page"),
}


class Obtainable(Protocol):
    """Something that came from somewhere."""

    @property
    def obtained(self) -> str: ...


def way_to_reach(kind: str) -> str:
    return str(REACHED.get(ContactKind(kind), kind)) if kind in set(ContactKind) else kind


def came_from(one: Obtainable) -> str:
    """From where, from whom and when, as far as that is known."""
    code = one.obtained
    where = str(CAME_FROM[Obtained(code)]) if code in set(Obtained) else ""
    on: date | None = getattr(one, "on", None) or getattr(one, "since", None)
    day = moments.day(on, timezone.localdate(), translation.get_language() or "en", "full") if on else ""
    parts = [where, getattr(one, "source", ""), _("on %(day)s") % {"day": day} if day else ""]
    return pgettext("list", ", ").join(part for part in parts if part)
