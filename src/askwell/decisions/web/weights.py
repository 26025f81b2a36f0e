"""Other weights: kept with an undo, or tried in the address."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.errors import OutOfRangeError
from askwell.decisions.actions.laying import MOST_WEIGHT, weigh
from askwell.decisions.models import Decision
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.ui.say import say

PREFIX = "w-"


def tried(sent: QueryDict) -> dict[UUID, int]:
    """The weights that a form or an address names; what is no weight from 0 to 100 is left out."""
    found = {}
    for name, text in sent.items():
        wish, weight = id_of(name.removeprefix(PREFIX)), whole_number(str(text), MOST_WEIGHT + 1)
        if name.startswith(PREFIX) and wish and weight <= MOST_WEIGHT:
            found[wish] = weight
    return found


@require_POST
def keep(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Keep them; those before wait in the session for an undo."""
    before = _weigh(request, decision_id, tried(request.POST))
    request.session[_kept(decision_id)] = {str(wish): weight for wish, weight in before.items()}
    say(request, _("The weights are kept."), undo=reverse("decisions:weights_back", args=[decision_id]))
    return redirect("decisions:decision", decision_id)


@require_POST
def back(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Undo of `keep`, in the same session."""
    before = request.session.pop(_kept(decision_id), None)
    if before is None:
        raise Http404
    _weigh(request, decision_id, {UUID(wish): weight for wish, weight in before.items()})
    return redirect("decisions:decision", decision_id)


def _kept(decision_id: UUID) -> str:
    return f"weights-{decision_id}"


def _weigh(request: HttpRequest, decision_id: UUID, weights: dict[UUID, int]) -> dict[UUID, int]:
    try:
        return weigh(
            workspace=workspace_of(request.user), decision_id=decision_id, weights=weights, now=timezone.now()
        )  # fmt: skip
    except (Decision.DoesNotExist, OutOfRangeError):
        raise Http404 from None
