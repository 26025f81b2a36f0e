"""The rules of a round: weights, and the pairs that the coordinator pinned or ruled out."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from askwell.programmes.actions.errors import BadWeightsError
from askwell.programmes.actions.rounds import weigh
from askwell.programmes.queries import board as query
from askwell.programmes.rules.written import weights_json, weights_of
from askwell.programmes.web.board import changed
from askwell.programmes.web.doors import leads
from askwell.programmes.web.round_forms import WeightsForm
from askwell.programmes.web.rounds import round_at

PAGE = 50
REFUSALS = {
    "negative": _("Points cannot be fewer than 0."),
    "too_much": _(
        "Topics, two languages and the step ahead make more than 100 points together. With more, a better fit could "
        "cost somebody their first talk."
    ),
    "nothing": _("At least one of them has to count."),
    "decay": _("Choose one of these."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def weights(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = leads(request)
    row = round_at(at, round_id)
    told = weights_of(row.weights)
    usual: dict[str, Any] = weights_json(told) | {"decay": str(told.decay)}
    form = WeightsForm(request.POST or None, initial=usual)
    if form.is_valid():
        try:
            act = form.weights()
            return changed(request, row.pk, lambda: weigh(workspace=at.workspace, round_id=row.pk, weights=act))
        except BadWeightsError as error:
            form.add_error("decay" if error.code == "decay" else None, str(REFUSALS[error.code]))
    page = Paginator(query.wishes(row), PAGE).get_page(request.GET.get("page"))
    context = {"at": at, "row": row, "form": form, "page": page}
    return render(request, "programmes/round_rules.html", context, status=422 if request.method == "POST" else 200)
