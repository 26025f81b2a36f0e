"""Who supervises a volunteer role, or whom a conversation is with: somebody who is known, or somebody new."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.queries import workspace_of
from askwell.growth.actions.supervising import NAMING, Newcomer, name_person, take_naming_back
from askwell.growth.choices import StepKind
from askwell.growth.models import PlanStep
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.growth.web.forming import attempt
from askwell.growth.web.forms import NewcomerForm
from askwell.lib.ids import id_of
from askwell.people.queries import search
from askwell.ui.say import say

MOST_HITS = 6


@require_http_methods(["GET", "HEAD", "POST"])
def supervisor(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """`q` in the address looks among the people; a POST names one of them (`person`) or somebody new."""
    workspace = workspace_of(request.user)
    row = PlanStep.kept(workspace).filter(pk=plan_step_id, plan__removed_at=None, kind__in=NAMING).first()
    if row is None:
        raise Http404
    key, query = id_of(request.POST.get("person", "")), request.GET.get("q", "").strip()[:100]
    form = NewcomerForm(request.POST if request.method == "POST" and key is None else None, initial={"name": query})
    if key or form.is_valid():
        who: Any = key or Newcomer(**form.cleaned_data)
        if attempt(form, lambda: _named(request, row, who)):
            return redirect("growth:step", row.pk)
    hits = search(workspace, query or row.provider, limit=MOST_HITS) if query or row.provider else []
    context = {"row": row, "form": form, "query": query, "hits": hits, **_heading(row)}
    return render(request, "growth/supervisor.html", context, status=422 if form.errors else 200)


def _heading(row: PlanStep) -> dict[str, str]:
    if row.kind == StepKind.VOLUNTEER:
        lead = _("They become one of your people, with the tie of somebody you work with.")
        return {"title": _("Who supervises you?"), "lead": lead}
    return {"title": _("Whom to ask?"), "lead": _("Somebody new becomes one of your people.")}


def _named(request: HttpRequest, row: PlanStep, who: UUID | Newcomer) -> bool:
    met = _("supervises me as a volunteer: %(title)s") % {"title": row.title}
    named = name_person(workspace=row.workspace, step_id=row.pk, who=who, how_met=met, now=timezone.now())
    is_role, person = row.kind == StepKind.VOLUNTEER, named.person
    words = _("%(name)s supervises you now.") if is_role else _("The question is for %(name)s.")
    told = {"name": person and (person.given_name or person.native_name)}
    is_other = named.person_id != row.person_id
    say(request, words % told, undo=reverse("growth:supervisor_back", args=[row.pk]) if is_other else "")
    return True


@require_POST
def back(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """Who was named before is named again."""
    try:
        take_naming_back(workspace=workspace_of(request.user), step_id=plan_step_id, now=timezone.now())
    except PlanStep.DoesNotExist:
        raise Http404 from None
    except NothingToTakeBackError:
        say(request, _("There is nothing to take back."))
    else:
        say(request, _("Taken back."))
    return redirect("growth:step", plan_step_id)
