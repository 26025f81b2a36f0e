"""Names, addresses and sources of people, as words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from urllib.parse import quote
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from askwell.desk.queries.erasing import Hanging
from askwell.lib import names
from askwell.people.choices import ContactKind, Obtained
from askwell.people.queries.card import PersonCard, PointRow
from askwell.ui.words import SPOKEN, known_language, spoken_word

SOURCES = {
    Obtained.BY_HAND: gettext_lazy("written down by you"),
    Obtained.CARD: gettext_lazy("their card"),
    Obtained.PUBLISHED: gettext_lazy("published"),
    Obtained.REFERRED: gettext_lazy("given by who introduced you"),
    Obtained.REPLIED: gettext_lazy("they wrote to you"),
    Obtained.PROGRAMME: gettext_lazy("your programme"),
    Obtained.LINKEDIN: gettext_lazy("LinkedIn"),
    Obtained.GOOGLE: gettext_lazy("Google Contacts"),
    Obtained.OUTLOOK: gettext_lazy("Outlook"),
    Obtained.VCARD: gettext_lazy("vCard"),
    Obtained.SPREADSHEET: gettext_lazy("a spreadsheet"),
    Obtained.PASTED: gettext_lazy("a pasted table"),
    Obtained.CSV: gettext_lazy("a table"),
    Obtained.PAGE: gettext_lazy("given by them, on the page to pick a time"),
}
LABELS = {
    ContactKind.EMAIL: gettext_lazy("E-mail"),
    ContactKind.PHONE: gettext_lazy("Phone"),
    ContactKind.LINK: gettext_lazy("Profile"),
    ContactKind.WECHAT: gettext_lazy("WeChat"),
}


class Named(Protocol):
    """Anything that names a person."""

    @property
    def given(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def native(self) -> str: ...


def latin(who: Named) -> str:
    return names.latin_name(who.given, who.family, who.native)


def letters(who: Named) -> str:
    """What stands in the round face."""
    return names.face(who.given, who.family, who.native)


def spoken(codes: str) -> str:
    """English, Mandarin; a code that has no word here stays as it is."""
    return pgettext("list", ", ").join(map(spoken_word, codes.split()))


def language_choices(codes: Iterable[str]) -> list[tuple[str, str]]:
    """For a filter: code and word, in the order of the words' table, then those that only others have words for.
    What is no language is left out."""
    wanted = set(codes)
    named = [(code, known_language(code)) for code in (*SPOKEN, *sorted(wanted - set(SPOKEN))) if code in wanted]
    return [(code, word) for code, word in named if word]


def source_word(code: str) -> str:
    """How an address or a person came to the seeker."""
    return str(SOURCES.get(Obtained(code), code)) if code in set(Obtained) else code


@dataclass(frozen=True, slots=True)
class Address:
    """One way to reach somebody, as the page shows it; `href` is empty where nothing opens it, or nobody is reached
    there (since `dead_at`)."""

    id: UUID
    label: str
    value: str
    href: str
    outside: bool
    source: str
    on: date | None
    dead_at: datetime | None


def addresses(card: PersonCard) -> list[Address]:
    """Every address with how, when and from whom it was obtained; the label stands once before each kind."""
    shown, before = [], ""
    for point in card.points:
        shown.append(_address(point, "" if point.kind == before else str(LABELS.get(ContactKind(point.kind), ""))))
        before = point.kind
    return shown


def _address(point: PointRow, label: str) -> Address:
    source = source_word(point.obtained)
    if point.filename:
        source = _("%(source)s (%(file)s)") % {"source": source, "file": point.filename}
    if point.obtained_from:
        source = _("%(source)s, from %(who)s") % {"source": source, "who": point.obtained_from}
    is_link, shown = point.kind == ContactKind.LINK, _shown(point)
    return Address(point.id, label, shown, _href(point), is_link, source, point.obtained_on, point.dead_at)


def _shown(point: PointRow) -> str:
    if point.kind == ContactKind.LINK:
        return point.value.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return point.value


def _href(point: PointRow) -> str:
    if point.dead_at:
        return ""
    if point.kind == ContactKind.EMAIL:
        return f"mailto:{quote(point.value, safe='@+.')}"
    if point.kind == ContactKind.PHONE:
        return f"tel:{point.value}"
    if point.kind == ContactKind.LINK and point.value.startswith(("https://", "http://")):
        return point.value
    return ""


def hanging_lines(hanging: Hanging) -> list[str]:
    """What hangs on a person, in words; nothing that is not there."""
    counted = (
        (hanging.addresses, ngettext("%(n)s address", "%(n)s addresses", hanging.addresses)),
        (hanging.roles, ngettext("%(n)s role", "%(n)s roles", hanging.roles)),
        (hanging.notes, ngettext("%(n)s note", "%(n)s notes", hanging.notes)),
        (hanging.introductions, ngettext("%(n)s introduction", "%(n)s introductions", hanging.introductions)),
        (hanging.conversations, ngettext("%(n)s conversation", "%(n)s conversations", hanging.conversations)),
        (hanging.messages, ngettext("%(n)s message or entry", "%(n)s messages and entries", hanging.messages)),
        (hanging.follow_ups, ngettext("%(n)s duty", "%(n)s duties", hanging.follow_ups)),
        (hanging.cards, ngettext("%(n)s business card", "%(n)s business cards", hanging.cards)),
        (hanging.import_rows, ngettext("%(n)s row of a file", "%(n)s rows of files", hanging.import_rows)),
    )
    return [words % {"n": count} for count, words in counted if count]


def table_lines(counts: Iterable[tuple[str, int]]) -> list[str]:
    """How much there is of each thing that people would ask about."""
    words: dict[str, Callable[[int], str]] = {
        "people.Person": lambda n: ngettext("%(n)s person", "%(n)s people", n),
        "people.Organisation": lambda n: ngettext("%(n)s organisation", "%(n)s organisations", n),
        "people.Note": lambda n: ngettext("%(n)s note", "%(n)s notes", n),
        "people.Tag": lambda n: ngettext("%(n)s tag", "%(n)s tags", n),
        "people.Event": lambda n: ngettext("%(n)s event", "%(n)s events", n),
        "people.CardScan": lambda n: ngettext("%(n)s business card", "%(n)s business cards", n),
        "people.Import": lambda n: ngettext("%(n)s imported file", "%(n)s imported files", n),
        "outreach.Target": lambda n: ngettext("%(n)s target", "%(n)s targets", n),
        "outreach.Thread": lambda n: ngettext("%(n)s conversation", "%(n)s conversations", n),
        "outreach.Message": lambda n: ngettext("%(n)s message or entry", "%(n)s messages and entries", n),
        "outreach.FollowUp": lambda n: ngettext("%(n)s duty", "%(n)s duties", n),
        "practice.Rehearsal": lambda n: ngettext("%(n)s rehearsal", "%(n)s rehearsals", n),
    }
    return [words[label](count) % {"n": count} for label, count in counts if label in words]
