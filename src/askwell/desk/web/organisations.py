"""Organisations: the list, and one of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.desk.queries import organisations as reads
from askwell.desk.queries.ways import organisation_goal, ways_to
from askwell.desk.web.finder import page_number
from askwell.desk.web.words import network as words
from askwell.people.models import Organisation

WAYS = 3


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:100]
    page = reads.organisations(workspace_of(request.user), text, number=page_number(request.GET))
    return render(request, "desk/organisations.html", {"page": page, "query": text})


@require_safe
def organisation(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        page = reads.organisation_page(workspace, organisation_id, now)
    except Organisation.DoesNotExist:
        raise Http404 from None
    routes = ways_to(workspace, organisation_goal(workspace, organisation_id), now)[:WAYS]
    ways = [(route, words.why(route), words.button(route), words.url(route)) for route in routes]
    return render(
        request, "desk/organisation.html", {"page": page, "one": page.row, "ways": ways, "most": reads.PEOPLE}
    )
