"""Where the options stand, in words: no verdict, only what follows from numbers and weights."""

from collections import Counter, defaultdict
from fractions import Fraction
from math import ceil, floor

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.decisions.choices import DecisionState, OptionKind
from askwell.decisions.queries.values import Board, Field, FieldRow
from askwell.decisions.rules.cells import Basis
from askwell.decisions.rules.tipping import Tip
from askwell.decisions.rules.weighing import overlapping
from askwell.decisions.web.words import figures

KINDS = {
    OptionKind.OCCUPATION: gettext_lazy("an occupation"),
    OptionKind.EMPLOYER: gettext_lazy("an employer"),
    OptionKind.OFFER: gettext_lazy("an offer"),
    OptionKind.COURSE: gettext_lazy("a course"),
    OptionKind.OTHER: gettext_lazy("something else"),
}
WAYS = {
    2: gettext_lazy("Two ways on, not yet one answer"),
    3: gettext_lazy("Three ways on, not yet one answer"),
    4: gettext_lazy("Four ways on, not yet one answer"),
    5: gettext_lazy("Five ways on, not yet one answer"),
    6: gettext_lazy("Six ways on, not yet one answer"),
    7: gettext_lazy("Seven ways on, not yet one answer"),
    8: gettext_lazy("Eight ways on, not yet one answer"),
}
SMALL, LARGE = Fraction(1, 10), Fraction(1, 4)
"""Steps of a share, from which a tip is near, or far."""


def headline(board: Board) -> str:
    """The page's title."""
    if board.state is DecisionState.DECIDED and board.choices:
        return _("Decided: %(title)s") % {"title": board.choices[0].title}
    count = len(board.options)
    if not count:
        return _("No ways on named yet")
    if count == 1:
        return _("One way on so far")
    return str(WAYS.get(count, _("%(n)s ways on, not yet one answer") % {"n": count}))


def told_by(board: Board) -> str:
    """How many have spoken on it."""
    insiders = board.insiders
    if not insiders:
        return _("What you find out, laid beside what you want.")
    return ngettext(
        "What %(n)s insider told you, laid beside what you want.",
        "What %(n)s insiders told you, laid beside what you want.",
        insiders,
    ) % {"n": insiders}


def lead(board: Board) -> str:
    """Who leads, and how surely."""
    if not board.standings:
        return _("it needs an option and a wish")
    if len(board.standings) == 1:
        return _("one option stands alone: name another to compare it with")
    if not board.has_numbers:
        return _("give numbers first")
    first = board.first
    title = board.option(first[0].option).title
    if not board.leader and not all(board.is_told(one.option) for one in first):
        return _("not every option has a number yet")
    if len(first) == len(board.standings):
        return _("all of them stand level")
    if len(first) > 1:
        return _("%(first)s and %(second)s stand level") % {
            "first": title, "second": board.option(first[1].option).title,
        }  # fmt: skip
    if overlapping(board.standings):
        return _("%(title)s leads, but the ranges overlap") % {"title": title}
    return _("%(title)s leads, and no other range reaches it") % {"title": title}


def cautions(board: Board) -> list[str]:
    """What one should know before reading the picture."""
    said = []
    if board.wishes and not sum(board.table.weights):
        said.append(_("All weights are zero, so every wish counts the same."))
    for one in board.first:
        if one.misses:
            titles = {"title": board.option(one.option).title, "must": board.wish(one.misses[0]).words}
            said.append(_("%(title)s falls short of a must: %(must)s.") % titles)
    said += alike(board)
    unsaid = sum(one.cell.basis is Basis.UNSAID for one in board.fields.values())
    if unsaid:
        said.append(
            ngettext(
                "%(n)s field has no number from you yet: it may be anything from 0 to 10.",
                "%(n)s fields have no number from you yet: they may be anything from 0 to 10.",
                unsaid,
            )
            % {"n": unsaid}
        )
    return said


def alike(board: Board) -> list[str]:
    """Options between which nothing tells: called the same, or with the same number for every wish."""
    said = [
        _("%(n)s options are called “%(title)s”: give one of them another name.") % {"n": count, "title": title}
        for title, count in Counter(one.title for one in board.options).items()
        if count > 1
    ]
    same = defaultdict(list)
    for option in board.options:
        numbers = tuple(board.fields[option.id, wish.id].points for wish in board.wishes)
        if numbers and None not in numbers:
            same[numbers].append(option.title)
    for titles in same.values():
        if len(titles) > 1:
            told = {"first": titles[0], "second": titles[1]}
            said.append(
                _("%(first)s and %(second)s have the same number for every wish: ask what sets them apart.") % told
            )
    return said


def tip(found: Tip | None, now: Fraction) -> str:
    """The share at which another option would lead."""
    if found is None:
        return _("never")
    return _("at once") if found.at == now else figures.percent(found.at, now)


def tips_at(found: Tip | None, now: Fraction) -> str:
    """The same as words that stand alone."""
    if found is None:
        return ""
    return _("tips at once") if found.at == now else _("tips at %(at)s") % {"at": figures.percent(found.at, now)}


def weight_to_type(found: Tip | None, weights: tuple[int, ...], wish: int) -> int | None:
    """The first whole weight with which the other leads, the other weights as they are; None where there is none."""
    rest = sum(weights) - weights[wish]
    if found is None or not rest or found.at == 1:
        return None
    exact = found.at * rest / (1 - found.at)
    near = floor(exact) + 1 if found.is_up else ceil(exact) - 1
    return near if 0 <= near <= 100 else None


def step(found: Tip, now: Fraction) -> str:
    """How far the tip is."""
    distance = abs(found.at - now)
    if distance <= SMALL:
        return _("That is a small step: think about this one before the others.")
    if distance <= LARGE:
        return _("That is a fair step: it would take another view of what you want.")
    return _("That is a long way: this wish is unlikely to change who leads.")


def width(field: FieldRow) -> str:
    """Where the ± of a field comes from."""
    basis = field.cell.basis
    if basis is Basis.UNSAID:
        return _("no number yet")
    if basis is Basis.OWN and not field.cell.half:
        return _("certain, as you gave it")
    if basis is Basis.OWN:
        return _("± as you gave it")
    if basis is Basis.GUESS:
        return _("your guess") if field.employers else _("nobody asked; your guess")
    return _("± from what was said")


def independence(field: FieldRow) -> str:
    """How much several voices are worth."""
    people = len(field.speakers) + sum(one.who is None for one in field.said)
    if not people:
        return _("Nobody was asked yet.")
    if people == 1:
        return _("One insider’s word is one data point.")
    if people > field.employers:
        return _("They are %(people)s, but colleagues or one source count as one: worth %(n)s.") % {
            "people": people, "n": field.employers,
        }  # fmt: skip
    return _("They come from %(n)s places, so each counts for itself.") % {"n": people}


def named(board: Board, field: Field) -> str:
    """What a field is called: the option and the wish."""
    option, wish = board.option(field[0]), board.wish(field[1])
    return _("%(option)s: %(wish)s") % {"option": option.title, "wish": wish.words}
