"""What the page of a resume shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.documents.choices import LONG_PAGES, PAGES, Form
from askwell.documents.queries.resumes import Opened, resumes
from askwell.documents.rules.choosing import REACH
from askwell.documents.rules.selecting import ChosenLine, ChosenPart, has_agreed, has_evidence
from askwell.documents.web.pictures import pictured, shown
from askwell.documents.web.words import codes
from askwell.documents.web.words.remarks import Remark, remark_on
from askwell.interviews.queries.doors import this_week
from askwell.lib.text import HAN
from askwell.portfolio.rules.words import Term, said_in
from askwell.protocols.papers import Template, templates_for

ALONE = ("work", "volunteering")
"""Kinds of which each part stands by itself; of the others all of a kind stand together."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with what the coach says of it, and the posting's words that ticking it would add."""

    line: ChosenLine
    remark: Remark | None
    would_add: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A part with its lines; it can be moved among those of its kind."""

    part: ChosenPart
    rows: tuple[Row, ...]
    can_rise: bool
    can_fall: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under one head. `small` counts what is used."""

    key: str
    title: str
    small: str
    parts: tuple[Shown, ...]
    why: str = ""


def context_of(opened: Opened, now: datetime, open_at: str) -> dict[str, Any]:
    row = opened.row
    made = pictured(opened.resume, opened.layout())
    return {
        "row": row,
        "opened": opened,
        "sections": list(sections(opened)),
        "open_at": open_at,
        "reach": [(name, codes.REACH[name], name not in opened.choice.left_out) for name in reach_of(opened)],
        "summary_size": size_of(opened.selected.summary),
        "skills": [(one, has_evidence(one.it)) for one in opened.selected.skills],
        "references": [(one, has_agreed(one.it)) for one in opened.selected.references],
        "variants": resumes(row.workspace)[:6],
        "languages": codes.LANGUAGES.items(),
        "templates": [(one.value, *codes.TEMPLATES[one]) for one in templates_of(row.language, row.template)],
        "papers": codes.PAPERS.items(),
        "allowed": LONG_PAGES if row.template == Template.ACADEMIC else sorted({*PAGES, row.pages}),
        "forms": [(form.value, codes.FORMS[form]) for form in Form if form is not Form.PDF],
        **words_of(opened, now),
        **shown(made, row.pages, [f"page/{number}/?v={row.version}" for number in range(1, made.pages + 1)]),
    }


def words_of(opened: Opened, now: datetime) -> dict[str, Any]:
    """What the panel of the posting's words needs."""
    coming = this_week(opened.row.workspace, now) if opened.coverage.missing else []
    return {"row": opened.row, "coverage": opened.coverage, "coming": coming[0] if coming else None}


def size_of(text: str) -> str:
    """How long a text is: in characters where it is Chinese, else in words."""
    han = len(re.findall(f"[{HAN}]", text))
    if 2 * han > len(text):
        return ngettext("%(n)s character", "%(n)s characters", han) % {"n": han}
    words = len(text.split())
    return ngettext("%(n)s word", "%(n)s words", words) % {"n": words}


def templates_of(language: str, chosen: str) -> list[Template]:
    """Those that suit the language, and the chosen one."""
    fitting = templates_for(language)
    return [one for one in Template if one in fitting or one.value == chosen]


def reach_of(opened: Opened) -> list[str]:
    """Of the top of the page, what there is."""
    return [name for name in REACH if getattr(opened.telling, name)]


def sections(opened: Opened) -> Iterator[Section]:
    """Each job by itself, then schooling, certificates and so on, each kind together."""
    parts = opened.selected.parts
    uncovered = [found.term for found in opened.coverage.in_story]
    for part in parts:
        if part.it.kind in ALONE:
            group = [one.id for one in parts if one.it.kind == part.it.kind]
            told = part.it
            yield Section(
                part.id, told.organisation or told.title, _used(part), (_shown(part, group, opened, uncovered),)
            )
    for kind, title in codes.SECTIONS.items():
        some = [one for one in parts if one.it.kind in (kind, "course" if kind == "certificate" else kind)]
        if some:
            group = [one.id for one in some]
            rows = tuple(_shown(one, group, opened, uncovered) for one in some)
            yield Section(kind, str(title), _entries(some), rows, _why(some))


def _used(part: ChosenPart) -> str:
    if not part.on:
        return _("left out")
    if not part.lines:
        return _("no lines yet")
    return ngettext("%(used)s of %(n)s line used", "%(used)s of %(n)s lines used", len(part.lines)) % {
        "used": len(part.used), "n": len(part.lines),
    }  # fmt: skip


def _entries(some: Sequence[ChosenPart]) -> str:
    on = [one for one in some if one.on]
    said = ngettext("%(n)s entry", "%(n)s entries", len(on)) % {"n": len(on)}
    assessed = sum(bool(one.it.assessed_as) for one in on)
    return _("%(entries)s, %(n)s assessed") % {"entries": said, "n": assessed} if assessed else said


def _why(some: Sequence[ChosenPart]) -> str:
    return _("The assessment is part of the line.") if any(one.it.assessed_as for one in some) else ""


def _shown(part: ChosenPart, group: Sequence[str], opened: Opened, uncovered: Sequence[Term]) -> Shown:
    place, beside = group.index(part.id), opened.choice.beside and part.it.kind in ALONE
    rows = tuple(row_of(line, opened, uncovered) for line in part.lines)
    return Shown(part, rows, place > 0 and not beside, place < len(group) - 1 and not beside)


def row_of(line: ChosenLine, opened: Opened, uncovered: Sequence[Term]) -> Row:
    if line.on:
        return Row(line, remark_on(line.text, opened.row.language, opened.terms))
    return Row(line, None, said_in(line.text, uncovered))
