"""Answers about oneself can be deleted, with an undo."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.actions import throw_away
from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.reflecting import bring_back_reflection
from askwell.portfolio.models import Reflection
from askwell.ui.say import say


@require_POST
def remove(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    try:
        throw_away(Reflection, workspace=workspace_of(request.user), key=reflection_id, now=timezone.now())
    except Reflection.DoesNotExist:
        raise Http404 from None
    say(request, _("Your answers are deleted."), undo=reverse("portfolio:bring_back_reflection", args=[reflection_id]))
    return redirect("portfolio:knowing")


@require_POST
def bring_back(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        instead = bring_back_reflection(workspace=workspace, key=reflection_id, now=timezone.now())
    except Reflection.DoesNotExist:
        raise Http404 from None
    if instead:
        undo = reverse("portfolio:bring_back_reflection", args=[instead])
        say(request, _("Your earlier answers are back, those you began meanwhile are deleted."), undo=undo)
    return redirect("portfolio:knowing")
