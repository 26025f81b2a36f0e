"""What was put into a field, said with the undo that belongs to it."""

from typing import Any
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
from askwell.decisions.actions.errors import ChangedSinceError
from askwell.decisions.actions.weighing_up import Borne, Side, stand_as_before
from askwell.decisions.choices import Strength
from askwell.decisions.models import Evidence
from askwell.lib.numbers import whole_number
from askwell.ui.say import say


def side_of(told: dict[str, Any]) -> Side:
    """As a form has it."""
    return Side(told["side"] == "for", Strength(told["strength"]))


def say_borne(request: HttpRequest, borne: Borne, after: Side) -> None:
    """What is new is taken out again by the undo; what stood there already stands again as it did."""
    if borne.before is None:
        say(request, _("It counts from now on."), undo=reverse("decisions:remove_evidence", args=[borne.id]))
    elif borne.before == after:
        say(request, _("It counted like that already."))
    else:
        told = urlencode({**_told("before", borne.before), **_told("after", after)})
        undo = f"{reverse('decisions:evidence_back', args=[borne.id])}?{told}"
        say(request, _("It was there already; now it counts as you say."), undo=undo)


@require_POST
def back(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """Undo where a claim that was there already was put otherwise. Evidence and its field are of one workspace."""
    workspace, told = workspace_of(request.user), request.GET
    row = Evidence.kept(workspace).filter(pk=evidence_id).first()
    if row is None:
        raise Http404
    try:
        before, after = _side(told, "before"), _side(told, "after")
        stand_as_before(workspace=workspace, evidence_id=row.pk, before=before, after=after, now=timezone.now())
    except ChangedSinceError:
        say(request, _("It was changed again since: it stays as it is."), level=messages.INFO)
    return redirect("decisions:field", row.option_id, row.criterion_id)


def _told(name: str, side: Side) -> dict[str, str]:
    return {name: "for" if side.speaks_for else "against", f"{name}-strength": str(int(side.strength))}


def _side(told: QueryDict, name: str) -> Side:
    strength = whole_number(told.get(f"{name}-strength", ""), 0)
    return Side(told.get(name) == "for", Strength(strength) if strength in set(Strength) else Strength.CLEAR)
