"""Archive, do-not-contact, and the ways back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.people import actions
from askwell.people.models import Person
from askwell.people.web.forms import StopForm
from askwell.ui.say import say


@require_POST
def archive(request: HttpRequest, person_id: UUID) -> HttpResponse:
    try:
        actions.archive_person(workspace=workspace_of(request.user), person_id=person_id, now=timezone.now())
    except Person.DoesNotExist:
        raise Http404 from None
    say(request, _("Archived: out of the lists, nothing lost."), undo=reverse("people:restore", args=[person_id]))
    return redirect("desk:people")


@require_POST
def restore(request: HttpRequest, person_id: UUID) -> HttpResponse:
    try:
        actions.restore_person(workspace=workspace_of(request.user), person_id=person_id, now=timezone.now())
    except Person.DoesNotExist:
        raise Http404 from None
    say(request, _("Back in the lists."))
    return redirect("desk:person", person_id)


@require_POST
def do_not_contact(request: HttpRequest, person_id: UUID) -> HttpResponse:
    form = StopForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    try:
        actions.stop_contacting(workspace=workspace_of(request.user), person_id=person_id, why=why, now=timezone.now())
    except Person.DoesNotExist:
        raise Http404 from None
    say(
        request,
        _("Nobody will write to them again from here."),
        undo=reverse("people:allow_contact", args=[person_id]),
    )
    return redirect("desk:person", person_id)


@require_POST
def allow_contact(request: HttpRequest, person_id: UUID) -> HttpResponse:
    try:
        actions.allow_contacting(workspace=workspace_of(request.user), person_id=person_id, now=timezone.now())
    except Person.DoesNotExist:
        raise Http404 from None
    say(request, _("They can be written to again."))
    return redirect("desk:person", person_id)
