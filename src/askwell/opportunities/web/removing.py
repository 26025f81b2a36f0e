"""An opening is thrown away and brought back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.queries import workspace_of
from askwell.opportunities.models import Opportunity
from askwell.opportunities.queries.doors import has_applied
from askwell.opportunities.web.opening import posted
from askwell.ui.say import say


@posted
def remove(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    applied = has_applied(workspace_of(request.user), opportunity_id)
    try:
        throw_away(Opportunity, workspace=workspace_of(request.user), key=opportunity_id, now=timezone.now())
    except Opportunity.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:restore", args=[opportunity_id])
    words = _("The opening is deleted, with its steps and notes.")
    if applied:
        words = _("The opening is deleted. Your application for it no longer counts in what opened doors.")
    say(request, words, undo=undo)
    return redirect("opportunities:board")


@require_POST
def restore(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    try:
        bring_back(Opportunity, workspace=workspace_of(request.user), key=opportunity_id)
    except Opportunity.DoesNotExist:
        raise Http404 from None
    return redirect("opportunities:opening", opportunity_id)
