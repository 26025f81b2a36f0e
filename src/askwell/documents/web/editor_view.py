"""What the page of a resume shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.coach import meaning
from askwell.documents.choices import LONG_PAGES, PAGES, Form
from askwell.documents.models import Resume
from askwell.documents.queries.resumes import Opened, resumes
from askwell.documents.rules.choosing import REACH, words_in
from askwell.documents.rules.selecting import ChosenLine, ChosenPart, has_agreed, has_evidence
from askwell.documents.rules.standing import under
from askwell.documents.web.pictures import pictured, shown
from askwell.documents.web.words import codes
from askwell.documents.web.words.remarks import Remark, remark_on
from askwell.interviews.queries.doors import this_week
from askwell.lib.text import HAN
from askwell.portfolio.rules.telling import Ability, Tongue
from askwell.portfolio.rules.words import Term, said_in
from askwell.protocols.papers import Template, templates_for
from askwell.ui.rooms import bcp47

ALONE = ("experience", "volunteering")
"""Sections of which each part stands by itself; of the others all stand together."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line with what the coach says of it, and the posting's words that ticking it would add."""

    line: ChosenLine
    remark: Remark | None
    would_add: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A part with its lines; it can be moved among those of its section. `is_untold`: the story does not tell it in the
    language of the page."""

    part: ChosenPart
    rows: tuple[Row, ...]
    can_rise: bool
    can_fall: bool
    is_untold: bool


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
    made, allowed = pictured(opened.resume, opened.layout()), pages_of(row)
    return {
        "row": row,
        **named(opened),
        "groups": opened.groups,
        "head_is_untold": head_is_untold(opened),
        "head_language": bcp47(opened.telling.head_language),
        "untold": untold_in(opened),
        "is_mixed": is_mixed(opened),
        "asks_for_remarks": not can_remark(),
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
        "allowed": allowed,
        "forms": [(form.value, codes.FORMS[form]) for form in Form if form is not Form.PDF],
        **words_of(opened, now),
        **shown(
            made, row.pages, [f"page/{number}/?v={row.version}" for number in range(1, made.pages + 1)], max(allowed)
        ),
    }


def named(opened: Opened) -> dict[str, Any]:
    """What every part of the page needs."""
    return {"opened": opened, "page_language": codes.language(opened.row.language)}


def pages_of(row: Resume) -> list[int]:
    """How many pages may be allowed."""
    return sorted(LONG_PAGES if row.template == Template.ACADEMIC else {*PAGES, row.pages})


def head_is_untold(opened: Opened) -> bool:
    """Whether headline or summary stand there as they were told, in another language than the page's."""
    telling, choice = opened.telling, opened.choice
    told = ((choice.headline, telling.headline), (choice.summary, telling.summary))
    there = any(text and not words_in(own, telling.language) for own, text in told)
    return there and telling.head_language != telling.language


def is_mixed(opened: Opened) -> bool:
    """Whether anything on the page is in another language than the page."""
    on = [part for part in opened.selected.parts if part.on]
    parts = any(part.it.language != opened.telling.language for part in on)
    lines = any(line.is_untold for part in on for line in part.used)
    return parts or lines or head_is_untold(opened) or bool(untold_in(opened))


def untold_in(opened: Opened) -> list[tuple[str, UUID, str]]:
    """What of the short lists stands there so: the name of its page in the story, its id, how it reads."""
    selected = opened.selected
    skills = [("portfolio:say_skill", one.it) for one in selected.skills if one.on]
    tongues = [("portfolio:say_language", one.it) for one in selected.languages if one.on]
    return [*_untold(skills, opened), *_untold(tongues, opened)]


def _untold(rows: Sequence[tuple[str, Ability | Tongue]], opened: Opened) -> Iterator[tuple[str, UUID, str]]:
    here = opened.telling.language
    yield from ((address, it.id, it.name) for address, it in rows if it.language != here)


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
    uncovered = [found.term for found in opened.coverage.in_story]
    for head in ALONE:
        for part, one in _stood(head, opened, uncovered):
            name = part.it.organisation or part.it.title or str(codes.PAUSE)
            yield Section(part.id, name, _used(part), (one,))
    for head, title in codes.SECTIONS.items():
        stood = list(_stood(head, opened, uncovered))
        if stood:
            some, rows = zip(*stood, strict=True)
            yield Section(head, str(title), _entries(some), rows, _why(some))


def _stood(head: str, opened: Opened, uncovered: Sequence[Term]) -> Iterator[tuple[ChosenPart, Shown]]:
    """The parts of a section of the page in its order."""
    some = under(head, opened.selected)
    group = [part.id for part in some]
    yield from ((part, _shown(part, group, opened, uncovered)) for part in some)


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
    place, is_untold = group.index(part.id), part.it.language != opened.telling.language
    rows = tuple(row_of(line, opened, uncovered) for line in part.lines)
    return Shown(part, rows, place > 0, place < len(group) - 1, is_untold)


def row_of(line: ChosenLine, opened: Opened, uncovered: Sequence[Term]) -> Row:
    if line.on:
        return Row(line, remark_on(line.text, language_of(line, opened), opened.terms) if can_remark() else None)
    return Row(line, None, said_in(f"{line.text}\n{line.it.others}", uncovered))


def can_remark() -> bool:
    """Whether the coach answers at once. Where not, the page stands first, and then asks for the remarks."""
    return meaning.is_warm()


def language_of(line: ChosenLine, opened: Opened) -> str:
    """The language in which a line reads, as the coach spells it."""
    return bcp47(line.it.language if line.is_untold else opened.telling.language)
