"""What is still unknown, and whom to ask, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from askwell.coach.self_reflection import values
from askwell.decisions.choices import OptionKind
from askwell.decisions.queries.asking import Ask, Insider, Way
from askwell.decisions.queries.values import Board, FieldRow, OptionRow, Wish
from askwell.decisions.rules.cells import Basis
from askwell.decisions.web.words import figures
from askwell.ui import moments
from askwell.ui.rooms import bcp47

LEAST_SHOWN = 0.05
"""Points of a total below which a move is not worth a figure."""


@dataclass(frozen=True, slots=True)
class AskLine:
    """One unknown on the page: what to ask, what is known of it by now, about whom, and what it may move."""

    ask: Ask
    known: str
    insider: str
    moves: str


def question(board: Board, option: OptionRow, wish: Wish, language: str = "") -> str:
    """In the seeker's own words where they gave some; else an open one about what is not known, or not agreed on. In
    `language`, as far as the words are ours: a wish that was taken over has its words in all of them."""
    language = language or translation.get_language() or "en"
    with translation.override(language.lower()):
        return _in_words(board, option, wish, bcp47(language.lower()))


@lru_cache(maxsize=1)
def _ours() -> dict[str, Mapping[str, str]]:
    """Our names of what may matter and our questions about it, each to the same in all languages."""
    every = [words for value in values().values() for words in (value.name, value.ask)]
    return {text: words for words in every for text in words.values()}


def _in_language(text: str, language: str) -> str:
    return _ours().get(text, {}).get(language, text)


def _in_words(board: Board, option: OptionRow, wish: Wish, language: str) -> str:
    if wish.ask:
        return _in_language(wish.ask, language)
    cell = board.fields[option.id, wish.id].cell
    said = {"option": option.title, "wish": _in_language(wish.words, language)}
    if cell.speak_for and cell.speak_against:
        return _("I hear different things about “%(wish)s” (%(option)s). What does it depend on?") % said
    if option.kind is OptionKind.EMPLOYER:
        return _("“%(wish)s”: how is that at %(option)s?") % said
    if option.kind is OptionKind.COURSE:
        return _("“%(wish)s”: how did that turn out for people who took %(option)s?") % said
    return _("“%(wish)s”: how is that in this work (%(option)s)?") % said


def line(board: Board, ask: Ask) -> AskLine:
    return AskLine(ask, known(ask.field), insider(ask.insider, ask.option), moves(ask))


def known(field: FieldRow) -> str:
    """What speaks for and against, and what the number is."""
    cell = field.cell
    if cell.speak_for and cell.speak_against:
        return _("%(yes)s for it, %(no)s against.") % {"yes": cell.speak_for, "no": cell.speak_against}
    if field.employers:
        count = field.employers
        if field.points is None:
            return ngettext(
                "%(n)s said something; you gave no number yet.", "%(n)s said something; you gave no number yet.", count
            ) % {"n": count}
        return ngettext("Only %(n)s has said anything.", "%(n)s have said something.", count) % {"n": count}
    if cell.basis is Basis.UNSAID:
        return _("Nobody has been asked, and there is no number yet.")
    if field.source and cell.basis is Basis.OWN:
        return _("Nobody has been asked; the number is yours.")
    return _("Nobody has been asked; the %(points)s is your guess.") % {"points": figures.points(cell.centre)}


def insider(one: Insider, option: OptionRow) -> str:
    """Who they are and when one meets."""
    if one.who is None:
        return _("You know no one there yet (%(option)s).") % {"option": option.title}
    who = one.who
    work = _("%(title)s, %(organisation)s") % {"title": who.title, "organisation": who.organisation}
    said = {"name": who.latin or who.native, "work": work if who.title and who.organisation else who.title}
    said["work"] = said["work"] or who.organisation or "–"
    said["at"] = _moment(one)
    if one.way is Way.MEETS and one.at:
        return _("%(name)s (%(work)s): you meet %(at)s.") % said
    if one.way in (Way.MEETS, Way.OFFERED):
        return _("%(name)s (%(work)s): you are finding a time.") % said
    if one.way is Way.MET:
        return _("%(name)s (%(work)s): you have talked before.") % said
    return _("%(name)s (%(work)s): you have not talked yet.") % said


def _moment(one: Insider) -> str:
    if one.at is None:
        return ""
    language = translation.get_language() or "en"
    return moments.moment(timezone.localtime(one.at), timezone.localdate(), language)


def moves(ask: Ask) -> str:
    """What an answer may change."""
    said = {"option": ask.option.title, "points": figures.total(ask.unknown.reach)}
    if ask.unknown.tips:
        return _("It may move %(option)s by up to %(points)s points, enough to change who leads.") % said
    if ask.unknown.reach >= LEAST_SHOWN:
        return _("It may move %(option)s by up to %(points)s points.") % said
    return ""
