"""The page of a decision."""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.decisions.models import Decision
from askwell.decisions.queries import boards
from askwell.decisions.queries.asking import asks
from askwell.decisions.queries.values import Board, Field, FieldRow, OptionRow, Wish
from askwell.decisions.rules.weighing import Standing
from askwell.decisions.web import pictures
from askwell.decisions.web.weights import PREFIX, tried
from askwell.decisions.web.words import figures, standing, unknown
from askwell.lib.ids import id_of

CHOSEN = ("weigh", "tip", "cell")
"""What an address of the page may choose."""


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish with its share, where it tips (short, and in words), and the weight to type for that."""

    wish: Wish
    share: str
    length: str
    tip: str
    tips_at: str
    tips: bool
    type: int | None
    is_drawn: bool
    fields: tuple[tuple[OptionRow, FieldRow, bool], ...]


@require_safe
def board(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Where the options stand, what would tip it, what to ask, and who said what. `cell` (option:wish) opens a field,
    `tip` (a wish) is the weight that is drawn, `w-…` tries weights without keeping them, `weigh` opens the weights."""
    workspace = workspace_of(request.user)
    found = found_board(workspace, decision_id, request.GET)
    context = {
        "board": found,
        "headline": standing.headline(found),
        "told_by": standing.told_by(found),
        "lead": standing.lead(found),
        "cautions": standing.cautions(found),
        "leader": found.leader.option if found.leader else None,
        "totals": _totals(found) if found.has_numbers else (),
        "weighs": "weigh" in request.GET,
        "asked": {name: beside(request.GET, name) for name in (*CHOSEN, "weights")},
        **_pictured(found, request.GET),
        **_opened(found, request.GET.get("cell", "")),
        "asks": _asks(workspace, found),
    }
    return render(request, "decisions/decision.html", context)


def _totals(found: Board) -> list[tuple[OptionRow, Standing, bool]]:
    """Where each option stands, in the order of the table, and whether it has a number yet."""
    by_option = {one.option: one for one in found.standings}
    return [(one, by_option[one.id], found.is_told(one.id)) for one in found.options]


def _asks(workspace: Workspace, found: Board) -> list[unknown.AskLine]:
    word = partial(unknown.question, found)
    return [unknown.line(found, one) for one in asks(workspace, found, word, timezone.now())]


def beside(asked: QueryDict, name: str) -> dict[str, str]:
    """What a link that chooses another `name` carries along: what else is chosen, and the weights that are tried, which
    the form of the `weights` has itself."""
    chosen = {other: str(asked[other]) for other in CHOSEN if other != name and other in asked}
    return (
        chosen
        if name == "weights"
        else chosen | {f"{PREFIX}{wish}": str(weight) for wish, weight in tried(asked).items()}
    )


def found_board(workspace: Workspace, decision_id: UUID, asked: QueryDict | None = None) -> Board:
    """Raises Http404."""
    try:
        return boards.board(workspace, decision_id, weights=tried(asked) if asked else None)
    except Decision.DoesNotExist:
        raise Http404 from None


def _pictured(found: Board, asked: QueryDict) -> dict[str, Any]:
    """The pictures, and the wishes with what is drawn marked."""
    number = _drawn(found, id_of(asked.get("tip", "")))
    lines = [_line(found, place, place == number) for place in range(len(found.wishes))]
    pictured: dict[str, Any] = {"lines": lines, "ranges": pictures.ranges(found) if found.has_numbers else None}
    if number is None:
        return pictured
    tip, share = found.tips[number], found.shares[number]
    pictured |= {"chart": pictures.chart(found, number), "drawn": found.wishes[number], "tip": tip}
    pictured |= {"tip_words": standing.tip(tip, share), "share_now": figures.percent(share)}
    if tip:
        pictured |= {
            "tips_to": found.option(tip.option).title,
            "step": standing.step(tip, share),
            "tips_now": tip.at == share,
        }
    return pictured


def _drawn(found: Board, wanted: UUID | None) -> int | None:
    """Which weight is drawn: the one that was chosen, else the one nearest to tipping, else the heaviest; none where a
    number is still to come from whoever would lead."""
    if len(found.options) < 2 or not found.wishes or not all(found.is_told(one.option) for one in found.first):
        return None
    for number, wish in enumerate(found.wishes):
        if wish.id == wanted:
            return number
    near = [(abs(tip.at - found.shares[number]), number) for number, tip in enumerate(found.tips) if tip]
    return min(near)[1] if near else max(range(len(found.wishes)), key=lambda number: found.shares[number])


def _line(found: Board, number: int, is_drawn: bool) -> WishLine:
    wish, share, tip = found.wishes[number], found.shares[number], found.tips[number]
    return WishLine(
        wish=wish,
        share=figures.percent(share),
        length=_length(share, found.shares),
        tip=standing.tip(tip, share),
        tips_at=standing.tips_at(tip, share),
        tips=tip is not None,
        type=standing.weight_to_type(tip, found.table.weights, number),
        is_drawn=is_drawn,
        fields=tuple(
            (option, found.fields[option.id, wish.id], _misses(found, option.id, wish.id)) for option in found.options
        ),
    )


def _length(share: Fraction, shares: tuple[Fraction, ...]) -> str:
    """How long the bar of a share is beside the longest."""
    return f"{float(share / max(shares)) * 100:.0f}%"


def _misses(found: Board, option_id: UUID, wish_id: UUID) -> bool:
    return any(one.option == option_id and wish_id in one.misses for one in found.standings)


def _opened(found: Board, cell: str) -> dict[str, Any]:
    """The field that was chosen, if it is one of this decision."""
    option, _colon, wish = cell.partition(":")
    option_id, wish_id = id_of(option), id_of(wish)
    if option_id is None or wish_id is None or (option_id, wish_id) not in found.fields:
        return {"opened": None}
    return {"opened": opened(found, (option_id, wish_id))}


def opened(found: Board, field: Field) -> dict[str, Any]:
    """A field with what was said of it, in words."""
    row = found.fields[field]
    return {
        "option": found.option(field[0]),
        "wish": found.wish(field[1]),
        "key": f"{field[0]}:{field[1]}",
        "name": standing.named(found, field),
        "row": row,
        "width": standing.width(row),
        "independence": standing.independence(row),
    }
