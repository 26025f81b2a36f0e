"""Whom to write to next, and whom not."""

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.outreach.actions import passes
from askwell.outreach.queries import warnings, whom_next
from askwell.people.models import Person
from askwell.ui.say import say

SHOWN = 12
NOT_NOW = timedelta(days=30)


@require_safe
def whom(request: HttpRequest) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    page = {"suggestions": whom_next(workspace, now, SHOWN), "warnings": warnings(workspace)}
    return render(request, "outreach/next.html", page)


@require_POST
def pass_over(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Not for a month, or never."""
    never = request.POST.get("until") == "never"
    until = None if never else timezone.now() + NOT_NOW
    try:
        passed = passes.pass_over(workspace=workspace_of(request.user), person_id=person_id, until=until)
    except Person.DoesNotExist:
        raise Http404 from None
    words = _("Not suggested again.") if never else _("Not suggested for a month.")
    say(request, words, undo=reverse("outreach:undo_pass", args=[passed.person_id]))
    return redirect("outreach:next")


@require_POST
def undo_pass(request: HttpRequest, person_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    if not Person.objects.of(workspace).filter(pk=person_id).exists():
        raise Http404
    passes.take_back_pass(workspace=workspace, person_id=person_id)
    return redirect("outreach:next")
