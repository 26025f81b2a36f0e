"""The board of a round: what was matched and why, what a change cost, and the buttons that change it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.programmes.actions.errors import RoundStateError
from askwell.programmes.actions.rounds import match_again, take_unjoined, undo_change
from askwell.programmes.choices import MatchState, RoundState
from askwell.programmes.models import Round
from askwell.programmes.queries import board as query
from askwell.programmes.rules.written import difference_of, weights_of
from askwell.programmes.tasks import queue_round
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.rounds import round_at
from askwell.programmes.web.words import changes
from askwell.programmes.web.words import rounds as words
from askwell.programmes.web.words.rounds import MATCH_STATES, cards
from askwell.ui.installing import install_command
from askwell.ui.say import say

PAGE = 50


@require_safe
def board(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = staff(request)
    row = round_at(at, round_id)
    told: dict[str, Any] = {name: request.GET.get(name, "")[:120] for name in ("q", "field", "state")}
    told["state"] = told["state"] if told["state"] in MATCH_STATES else ""
    counts = query.counts(row, at.only)
    to_join = counts.get(MatchState.WAITING, 0)
    over = sum(counts.get(state, 0) for state in query.OVER)
    context = {
        "title": words.title(row, sum(counts.values()) - counts.get(MatchState.PROPOSED, 0) - to_join, to_join),
        "over": query.over(row, at.only) if over and not any(told.values()) else [],
        "over_count": over,
        "at": at, "row": row, "to_send": counts.get(MatchState.PROPOSED, 0),
        "page": _page(request, at, row, told), "is_narrowed": any(told.values()), "counts": counts,
        "cards": cards(row) if row.solved_version else None, "is_solving": is_solving(row),
        "change": change_of(row) if at.leads else None,
        "fields": query.fields(row, at.only),
        "states": [(code, MATCH_STATES[code]) for code in MatchState if counts.get(code)],
        "install": "" if settings.HOSTED else install_command("programmes"),
        "best": weights_of(row.summary.get("weights", {})).best_score, **told,
    }  # fmt: skip
    return render(request, "programmes/board.html", context)


@require_safe
def progress(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Nothing new (204) while it is solved; the whole page once it is over."""
    row = round_at(staff(request), round_id)
    return HttpResponse(status=204) if is_solving(row) else HttpResponseClientRefresh()


@require_POST
def again(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Match with the people as they are now."""
    at = leads(request)
    return changed(request, round_id, lambda: match_again(workspace=at.workspace, round_id=round_id))


@require_POST
def unjoined(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """`takes`: whether those who have not joined are matched too; empty for no."""
    at, takes = leads(request), bool(request.POST.get("takes"))
    return changed(request, round_id, lambda: take_unjoined(workspace=at.workspace, round_id=round_id, takes=takes))


@require_POST
def undo(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Take back the last change; `version` is the one that the page showed."""
    at, version = leads(request), request.POST.get("version", "")
    number = int(version) if version.isascii() and version.isdecimal() and len(version) < 10 else 0
    told: dict[str, Any] = {"workspace": at.workspace, "round_id": round_id, "by": at.user, "now": timezone.now()}
    return changed(request, round_id, lambda: undo_change(version=number, **told))


def changed(request: HttpRequest, round_id: UUID, act: Callable[[], None]) -> HttpResponse:
    """Do it, wake the worker, and back to the board."""
    at = leads(request)
    try:
        act()
    except Round.DoesNotExist:
        raise Http404 from None
    except RoundStateError:
        say(request, _("Nothing was changed: the round is closed, or somebody changed it meanwhile."))
        return redirect("programmes:round", round_id)
    queue_round(at.workspace.pk, round_id)
    return redirect("programmes:round", round_id)


def is_solving(row: Round) -> bool:
    return row.version > row.solved_version and not row.trouble and row.state != RoundState.CLOSED


def change_of(row: Round) -> dict[str, Any] | None:
    """What the last change cost whom; None while it is not known, and for the first solution."""
    if "shifts" not in row.change or is_solving(row):
        return None
    found = difference_of(row.change)
    names = query.names(row.workspace, changes.people_of(row.change, found))
    return {
        "steps": changes.step_lines(row.change, names),
        "headline": changes.headline(found),
        "points": changes.points(found),
        "moved": changes.moved_lines(found, names),
        "more": max(0, len(found.shifts) - changes.SHOWN),
        "may_undo": any("was" in step for step in row.change["steps"]),
    }


def _page(request: HttpRequest, at: At, row: Round, told: dict[str, Any]) -> Page[Any]:
    return Paginator(query.matches(row, at.only, **told), PAGE).get_page(request.GET.get("page"))
