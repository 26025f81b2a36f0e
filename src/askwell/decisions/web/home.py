"""The list of decisions, a new one, and the question in other words."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.laying import begin_decision, put_otherwise
from askwell.decisions.models import Decision
from askwell.decisions.queries.listing import decisions
from askwell.decisions.web.forming import attempt, form_page
from askwell.decisions.web.forms import QuestionForm


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The decisions; a POST begins one."""
    workspace, form = workspace_of(request.user), QuestionForm(request.POST or None)
    if form.is_valid():
        question = form.cleaned_data["question"]
        if made := attempt(form, lambda: begin_decision(workspace=workspace, question=question, now=timezone.now())):
            return redirect("decisions:decision", made.pk)
    context = {"rows": decisions(workspace), "form": form, "today": timezone.localdate()}
    return render(request, "decisions/home.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """The question in other words."""
    workspace = workspace_of(request.user)
    row = Decision.kept(workspace).filter(pk=decision_id).first()
    if row is None:
        raise Http404
    form = QuestionForm(request.POST or None, initial={"question": row.question})
    if form.is_valid():
        words, now = form.cleaned_data["question"], timezone.now()
        if attempt(form, lambda: put_otherwise(workspace=workspace, decision_id=row.pk, question=words, now=now)):
            return redirect("decisions:decision", row.pk)
    return form_page(
        request, form, title=_("The question"), back=reverse("decisions:decision", args=[row.pk]),
        back_words=row.question, remove=reverse("decisions:remove_decision", args=[row.pk]),
    )  # fmt: skip
