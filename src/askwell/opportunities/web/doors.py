"""What opened doors, and throwing openings away."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.queries import workspace_of
from askwell.opportunities.models import Opportunity
from askwell.opportunities.queries.doors import what_opened_doors
from askwell.opportunities.web.pictures import ranges_picture
from askwell.opportunities.web.words.doors import remark
from askwell.ui.say import say


@require_safe
def doors(request: HttpRequest) -> HttpResponse:
    compared = what_opened_doors(workspace_of(request.user), timezone.now())
    context = {"compared": compared, "remark": remark(compared), "picture": ranges_picture(compared)}
    return render(request, "opportunities/doors.html", context)


@require_POST
def remove(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    try:
        throw_away(Opportunity, workspace=workspace_of(request.user), key=opportunity_id, now=timezone.now())
    except Opportunity.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:restore", args=[opportunity_id])
    say(request, _("The opening is deleted, with its steps and notes."), undo=undo)
    return redirect("opportunities:board")


@require_POST
def restore(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    try:
        bring_back(Opportunity, workspace=workspace_of(request.user), key=opportunity_id)
    except Opportunity.DoesNotExist:
        raise Http404 from None
    return redirect("opportunities:opening", opportunity_id)
