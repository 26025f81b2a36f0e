"""Rows of the People list and options of its filters, written in Python: a template's row costs five times as much.

A row whose values did not change is drawn once a process: everything it depends on is an argument, the language too.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from askwell.lib import names
from askwell.outreach.queries.values import Last
from askwell.people.queries import PersonRow
from askwell.ui.rooms import address
from askwell.ui.templatetags import ui
from askwell.ui.written import marked, who, zh

ROW = (
    '<tr><td class="select-cell"><input type="checkbox" name="id" value="{id}" aria-label="{select}"></td>'
    '<td><div class="who">{face}<div><h3><a href="{address}">{name}</a></h3><p>{work}</p></div></div></td>'
    '<td data-label="{tie_label}">{tie} {known}<p>{met}</p></td>'
    '<td data-label="{last_label}">{last}</td><td>{stands}</td><td class="next">{button}</td></tr>'
)


def person_row(person: PersonRow, query: str, tie: str, last: str, stands: str, button: str) -> SafeString:
    """One row of the list; the last four are HTML already: how they are known, the last contact, where it stands,
    and the next step."""
    latin = names.latin_name(person.given, person.family, person.native)
    row = ROW.format(
        id=person.id,
        select=escape(_("Select %(name)s") % {"name": latin or person.native}),
        face=ui.face(names.face(person.given, person.family, person.native), "", latin),
        address=address("desk:person", person.id),
        name=who(latin, person.native),
        work=_work(person, query),
        tie_label=_("Tie"),
        tie=ui.tie(person.strength),
        known=_known(person, tie),
        met=zh(person.how_met) if person.how_met else "",
        last_label=_("Last contact"),
        last=last,
        stands=stands,
        button=button,
    )
    return mark_safe(row)  # noqa: S308  # every part is escaped above or HTML by its maker


def _work(person: PersonRow, query: str) -> str:
    parts = [marked(part, query) for part in (person.title, person.organisation) if part]
    return _(", ").join(parts)


def _known(person: PersonRow, tie: str) -> str:
    if person.introducer_name:
        in_chinese = (get_language() or "").startswith("zh") and person.introducer_native
        return escape(_("Introduced by %(name)s") % {"name": in_chinese or person.introducer_name})
    return escape(tie)


def unwritten_row(person: PersonRow, query: str, tie: str) -> SafeString:
    """The row of somebody to whom nothing was ever written: most of a big address book."""
    return _unwritten(person, query, tie, get_language())


@lru_cache(maxsize=4096)
def _unwritten(person: PersonRow, query: str, tie: str, language: str) -> SafeString:
    if person.do_not_contact:
        return person_row(person, query, tie, _("Never"), stopped(), "")
    word, button = _("Not written yet"), _("Draft a message")
    stands = f'<span class="stage">{ui.doorlet("shut")} {word}</span>'
    link = f'<a class="button small" href="{address("outreach:write", person.id)}">{button}</a>'
    return person_row(person, query, tie, _("Never"), stands, link)


def written_row(
    person: PersonRow,
    query: str,
    tie: str,
    what: str,
    door: str,
    word: str,
    due: str,
    why: str,
    url: str,
    button: str,
    *,
    last: Last | None,
) -> SafeString:
    """The row of somebody with a conversation; `what` the last contact was, then the words of where it stands."""
    contact = f"{ui.day(last.at)}<p>{escape(what)}</p>" if last else _("Never")
    return _written(person, query, tie, contact, door, word, due, why, url, button, get_language())


@lru_cache(maxsize=1024)
def _written(
    person: PersonRow,
    query: str,
    tie: str,
    contact: str,
    door: str,
    word: str,
    due: str,
    why: str,
    url: str,
    button: str,
    language: str,
) -> SafeString:
    if person.do_not_contact:
        return person_row(person, query, tie, contact, stopped(), "")
    tag = f'<span class="tag due">{escape(due)}</span> ' if due else ""
    stands = f'<span class="stage">{ui.doorlet(door)} {escape(word)}</span><p>{tag}{escape(why)}</p>'
    link = f'<a class="button small" href="{escape(url)}">{escape(button)}</a>'
    return person_row(person, query, tie, contact, stands, link)


def stopped() -> str:
    words, why = _("Asked not to be contacted"), _("kept so that no one writes again")
    return f'<span class="stage">{words}</span><p>{why}</p>'


def options(choices: Iterable[tuple[object, object]], chosen: object) -> SafeString:
    """Options of a select: (value, words); the chosen one is selected."""
    return _options(tuple(choices), chosen)


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[object, object], ...], chosen: object) -> SafeString:
    lines = (
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(str(words))}</option>'
        for value, words in choices  # values are ids or codes of ours
    )
    return mark_safe("".join(lines))  # noqa: S308  # values and words are escaped above
