"""Something of another page becomes an option: of which decision?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.laying import begin_decision
from askwell.decisions.queries.listing import decisions
from askwell.decisions.web.forming import attempt
from askwell.decisions.web.forms import OptionForm, QuestionForm


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest) -> HttpResponse:
    """What the address says of the option (`title`, `kind`, `employer`, `reference`) goes on to the form of the
    decision that is chosen, or begun by a POST."""
    workspace, form = workspace_of(request.user), QuestionForm(request.POST or None)
    asked = request.GET.copy()
    for name in set(asked) - set(OptionForm.base_fields):
        del asked[name]
    if form.is_valid():
        question = form.cleaned_data["question"]
        if made := attempt(form, lambda: begin_decision(workspace=workspace, question=question, now=timezone.now())):
            return redirect(reverse("decisions:add_option", args=[made.pk]) + "?" + asked.urlencode())
    rows = [row for row in decisions(workspace) if row.is_open]
    context = {"rows": rows, "form": form, "asked": asked.urlencode(), "title": asked.get("title", "")}
    return render(request, "decisions/offered.html", context, status=422 if form.errors else 200)
