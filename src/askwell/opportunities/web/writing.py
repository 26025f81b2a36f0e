"""An opportunity written down by hand, and changed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.opportunities.actions.openings import Found, change_opportunity, note_opportunity
from askwell.opportunities.choices import Brought, Source
from askwell.opportunities.models import Opportunity
from askwell.opportunities.queries.intakes import intake_waiting
from askwell.opportunities.queries.openings import application_of, opportunity_row
from askwell.opportunities.queries.values import Known
from askwell.opportunities.web.forms import OpportunityForm, told
from askwell.opportunities.web.people import known, name_of, person_named
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A form; `?told_by=<id>` comes with who told of it, `?from=<intake>` with a text that could not be read."""
    workspace = workspace_of(request.user)
    person = known(workspace, request.GET.get("told_by", ""))
    begun = {"source": Source.NETWORKING, "told_by": name_of(person)} if person else _unread(request)
    form = OpportunityForm(request.POST or None, initial=begun)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    by = person_named(workspace, form, person)
    if form.errors:
        return _page(request, form)
    row = note_opportunity(
        workspace=workspace, facts=form.facts, found=Found(form.cleaned_data["source"], by), now=timezone.now(),
        notes=form.cleaned_data["notes"],
    )  # fmt: skip
    if row.same_as:
        undo = reverse("opportunities:remove", args=[row.pk])
        say(request, _("You have this one already: it is noted that you saw it here too."), undo=undo)
    return redirect("opportunities:opening", row.same_as_id or row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, opportunity_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        row = opportunity_row(workspace, opportunity_id)
    except Opportunity.DoesNotExist:
        raise Http404 from None
    person, begun = _told_by(row), told(row, application_of(row))
    form = OpportunityForm(request.POST or None, initial=begun | {"told_by": name_of(person) if person else ""})
    if request.method != "POST" or not form.is_valid():
        return _page(request, form, row)
    by = person_named(workspace, form, person)
    if form.errors:
        return _page(request, form, row)
    found = Found(form.cleaned_data["source"], by, row.lead_id, row.found_on)
    change_opportunity(
        workspace=workspace, opportunity_id=row.pk, facts=form.facts, found=found, now=timezone.now(),
        notes=form.cleaned_data["notes"],
    )  # fmt: skip
    return redirect("opportunities:opening", row.pk)


def _unread(request: HttpRequest) -> dict[str, str]:
    """What was pasted and not understood: its first line for a title, all of it for the text."""
    key = id_of(request.GET.get("from", ""))
    row = intake_waiting(workspace_of(request.user), key) if key else None
    if row is None:
        return {}
    text = bytes(row.data).decode(errors="replace") if row.brought == Brought.PASTED else ""
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    is_page = title.startswith("<")
    return {"title": "" if is_page else title[:200], "text": "" if is_page else text, "url": row.address}


def _told_by(row: Opportunity) -> Known | None:
    person = row.told_by
    return Known(person.pk, person.given_name, person.family_name, person.native_name) if person else None


def _page(request: HttpRequest, form: OpportunityForm, row: Opportunity | None = None) -> HttpResponse:
    context = {"form": form, "row": row}
    return render(request, "opportunities/form.html", context, status=422 if form.errors else 200)
