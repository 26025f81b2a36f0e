"""An option that another page brings: into which decision?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.laying import begin_decision
from askwell.decisions.queries.listing import decisions
from askwell.decisions.web.forming import attempt
from askwell.decisions.web.forms import QuestionForm


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Lead on to the form of an option, filled in from the address: of the only open decision, of the one that is
    chosen, or of a new one."""
    workspace, form = workspace_of(request.user), QuestionForm(request.POST or None)
    if form.is_valid():
        question = form.cleaned_data["question"]
        if made := attempt(form, lambda: begin_decision(workspace=workspace, question=question, now=timezone.now())):
            return _on(request, made.pk)
    rows = [one for one in decisions(workspace) if one.is_open]
    if len(rows) == 1 and request.method != "POST":
        return _on(request, rows[0].id)
    context = {"rows": rows, "form": form, "title": request.GET.get("title", ""), "told": request.GET.urlencode()}
    return render(request, "decisions/bring.html", context, status=422 if form.errors else 200)


def _on(request: HttpRequest, decision_id: UUID) -> HttpResponseRedirect:
    return redirect(f"{reverse('decisions:add_option', args=[decision_id])}?{request.GET.urlencode()}")
