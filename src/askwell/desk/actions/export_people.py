"""Persons as a file for an address book or a spreadsheet, sent while it is written."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from askwell.accounts.models import Workspace
from askwell.desk.queries.cards import Kept, asked_among, card, kept, own_text
from askwell.people.choices import ContactKind, TieKind
from askwell.protocols.csv_out import csv_lines
from askwell.protocols.vcard_out import card_lines
from askwell.ui.words import tie_word

SEVERAL = " ; "


def vcards(*, workspace: Workspace, ids: Sequence[UUID], whole: bool) -> Iterator[bytes]:
    """vCard 4.0. `whole`: with notes, tags and what Askwell takes back; else as it may be handed on."""
    asked = _("Asked not to be contacted.")  # while the language is active
    return card_lines(card(one, whole=whole, asked=asked) for one in kept(workspace, ids))


def table(*, workspace: Workspace, ids: Sequence[UUID], whole: bool) -> Iterator[bytes]:
    """CSV in the active language, which need not be active any more when the rows are read."""
    marked = not whole and bool(asked_among(workspace, ids))
    return table_of(kept(workspace, ids), whole=whole, marked=marked)


def table_of(persons: Iterable[Kept], *, whole: bool = True, marked: bool = False) -> Iterator[bytes]:
    """The same of persons at hand. `marked`: one to hand on says also who asked not to be contacted."""
    headings = [
        _("Given name"), _("Family name"), _("Name in Chinese"), _("Nickname"), _("Letters after the name"),
        _("Title"), _("Organisation"), _("E-mail"), _("Phone"), _("Profile"), _("WeChat"), _("Languages"),
        pgettext("heading of a table", "Place"),
    ]  # fmt: skip
    own = [
        _("Earlier roles"), _("How you know them"), _("Tags"), _("Known since"), _("Do not contact since"), _("Notes"),
        "Askwell",
    ]  # fmt: skip
    words = {kind.value: str(tie_word(kind.value)) for kind in TieKind}  # while the language is active
    if whole:
        return csv_lines([*headings, *own], ([*_shared(one), *_own(one, words)] for one in persons))
    if marked:
        since = _("Do not contact since")
        return csv_lines([*headings, since], ([*_shared(one), _stopped(one)] for one in persons))
    return csv_lines(headings, map(_shared, persons))


def _shared(one: Kept) -> list[str]:
    row, hung = one.row, one.hung
    return [
        row["given_name"], row["family_name"], row["native_name"], row["nickname"], row["credentials"], *hung.role,
        *(SEVERAL.join(hung.of(kind)) for kind in ContactKind), SEVERAL.join(row["languages"].split()), row["place"],
    ]  # fmt: skip


def _own(one: Kept, words: dict[str, str]) -> list[str]:
    row, hung = one.row, one.hung
    return [
        "\n".join(_said(*role) for role in hung.past),
        SEVERAL.join(words.get(kind, kind) for kind, _strength, _met in hung.ties),
        SEVERAL.join(hung.tags), str(row["known_since"] or ""), _stopped(one),
        "\n\n".join(text for text, _at in hung.notes), own_text(one),
    ]  # fmt: skip


def _stopped(one: Kept) -> str:
    stopped = one.row["do_not_contact_at"]
    return stopped.date().isoformat() if stopped else ""


def _said(title: str, organisation: str, started: str, ended: str, _is_current: bool) -> str:
    """Analyst, Cedar Foods (2019-03-01 – 2021-05-31)"""
    dates = f" ({started} – {ended})" if started or ended else ""
    return ", ".join(filter(None, (title, organisation))) + dates
