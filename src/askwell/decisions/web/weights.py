"""Other weights: kept with an undo, or tried in the address."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.errors import ChangedSinceError, OutOfRangeError
from askwell.decisions.actions.laying import MOST_WEIGHT, Changed, unweigh, weigh
from askwell.decisions.models import Decision
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.ui.say import say

PREFIX, BEFORE = "w-", "before-"


def tried(sent: QueryDict, prefix: str = PREFIX) -> dict[UUID, int]:
    """The weights that a form or an address names; what is no weight from 0 to 100 is left out."""
    found = {}
    for name, text in sent.items():
        wish, weight = id_of(name.removeprefix(prefix)), whole_number(str(text), MOST_WEIGHT + 1)
        if name.startswith(prefix) and wish and weight <= MOST_WEIGHT:
            found[wish] = weight
    return found


@require_POST
def keep(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Keep them. The address of the undo says what changed, so that it takes back this change and no other."""
    workspace, weights = workspace_of(request.user), tried(request.POST)
    try:
        changed = weigh(workspace=workspace, decision_id=decision_id, weights=weights, now=timezone.now())
    except Decision.DoesNotExist:
        raise Http404 from None
    say(request, _("The weights are kept."), undo=_undo(decision_id, changed))
    return redirect("decisions:decision", decision_id)


@require_POST
def back(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """Undo of `keep`."""
    workspace, before, after = workspace_of(request.user), tried(request.GET, BEFORE), tried(request.GET)
    changed = {wish: (before[wish], after[wish]) for wish in before.keys() & after.keys()}
    try:
        unweigh(workspace=workspace, decision_id=decision_id, changed=changed, now=timezone.now())
    except ChangedSinceError:
        say(request, _("The weights were changed again since: they stay as they are."), level=messages.INFO)
    except (Decision.DoesNotExist, OutOfRangeError):
        raise Http404 from None
    return redirect("decisions:decision", decision_id)


def _undo(decision_id: UUID, changed: Changed) -> str:
    if not changed:
        return ""
    told = {f"{PREFIX}{wish}": after for wish, (_before, after) in changed.items()}
    told |= {f"{BEFORE}{wish}": before for wish, (before, _after) in changed.items()}
    return f"{reverse('decisions:weights_back', args=[decision_id])}?{urlencode(told)}"
