"""What matters, two things at a time; then the order, and what a job must have."""

from collections.abc import Sequence
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach.self_reflection import values
from askwell.portfolio.actions.reflecting import (
    MOST_MUSTS,
    NothingToTakeBackError,
    StaleChoiceError,
    TooManyMustsError,
    name_musts,
    take_back_choice,
)
from askwell.portfolio.actions.reflecting import choose as keep_choice
from askwell.portfolio.queries.reflecting import Ranked, about_values, choices_of, musts_of, ranking, stands
from askwell.portfolio.rules.pairs import Outcome, most
from askwell.portfolio.web.spoken import of_page
from askwell.ui.say import say

OUTCOMES = ("first", "second", "equal")


@require_safe
def pair(request: HttpRequest) -> HttpResponse:
    """The next two, or the order where nothing is left to choose."""
    row = about_values(workspace_of(request.user))
    asked = stands(row).next
    if asked is None:
        return redirect("portfolio:values_order")
    language, done = of_page(), len(choices_of(row))
    shown = [
        (key, outcome, values()[key].name[language], values()[key].clause[language])
        for key, outcome in zip(asked, OUTCOMES, strict=False)
    ]
    context = {"asked": shown, "first": asked[0], "second": asked[1], "done": done, "most": most(len(values()))}
    return render(request, "portfolio/knowing/pair.html", context)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    outcome = request.POST.get("outcome")
    if outcome not in OUTCOMES:
        return redirect("portfolio:values")
    first, second = request.POST.get("first", ""), request.POST.get("second", "")
    workspace = workspace_of(request.user)
    try:
        keep_choice(
            workspace=workspace, first=first, second=second, outcome=cast(Outcome, outcome), now=timezone.now()
        )  # fmt: skip
    except StaleChoiceError:
        say(request, _("That pair was answered already; here is the next."))
    return redirect("portfolio:values")


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    try:
        take_back_choice(workspace=workspace_of(request.user), now=timezone.now())
    except NothingToTakeBackError:
        say(request, _("There is nothing to take back."))
    return redirect("portfolio:values")


@require_safe
def order(request: HttpRequest) -> HttpResponse:
    return _order(request)


def _order(request: HttpRequest, *, ticked: Sequence[str] | None = None, trouble: str = "") -> HttpResponse:
    row = about_values(workspace_of(request.user))
    ranked = ranking(row)
    if not ranked:
        return redirect("portfolio:values")
    language = of_page()
    musts = musts_of(row) if ticked is None else ticked
    context = {
        "row": row,
        "rows": [_told(one, language, one.id in musts) for one in ranked],
        "most": MOST_MUSTS,
        "trouble": trouble,
        "musts": [(values()[key].name[language], [values()[key].ask[language]]) for key in musts_of(row)],
    }
    return render(request, "portfolio/knowing/order.html", context, status=422 if trouble else 200)


def _told(one: Ranked, language: str, is_must: bool) -> dict[str, object]:
    value = values()[one.id]
    stood = {name: _names(getattr(one, name), language) for name in ("over", "under", "equal")}
    return {
        "id": one.id,
        "place": one.place,
        "name": value.name[language],
        "clause": value.clause[language],
        "is_must": is_must,
        **stood,
    }


def _names(keys: Sequence[str], language: str) -> str:
    return pgettext("list", ", ").join(values()[key].name[language] for key in keys if key in values())


@require_POST
def musts(request: HttpRequest) -> HttpResponse:
    ticked = request.POST.getlist("must")
    try:
        name_musts(workspace=workspace_of(request.user), musts=ticked, now=timezone.now())
    except ValueError:
        raise Http404 from None
    except TooManyMustsError:
        trouble = _("More than %(most)s: then hardly any job is left. Untick what you could do without.")
        return _order(request, ticked=ticked, trouble=trouble % {"most": MOST_MUSTS})
    say(request, _("Kept."))
    return redirect("portfolio:values_order")
