"""Options: added and put otherwise."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.decisions.actions.laying import OptionFacts, add_option, change_option
from askwell.decisions.models import Decision, Option
from askwell.decisions.web.forming import attempt, form_page
from askwell.decisions.web.forms import OptionForm
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """`title`, `kind`, `employer` and `reference` in the address fill the form in, so that other pages may send an
    option here."""
    workspace = workspace_of(request.user)
    decision = Decision.kept(workspace).filter(pk=decision_id).first()
    if decision is None:
        raise Http404
    told: dict[str, Any] = {name: request.GET.get(name, "") for name in OptionForm.base_fields if name in request.GET}
    form = OptionForm(request.POST or None, initial=told)
    if form.is_valid() and (
        made := attempt(
            form,
            lambda: add_option(workspace=workspace, decision_id=decision_id, facts=_facts(form), now=timezone.now()),
        )
    ):
        say(request, _("The option is added."), undo=reverse("decisions:remove_option", args=[made.pk]))
        return redirect("decisions:decision", decision_id)
    return _page(request, form, decision, title=_("Add an option"))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, option_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    rows = Option.kept(workspace).filter(decision__removed_at=None).select_related("decision", "organisation")
    row = rows.filter(pk=option_id).first()
    if row is None:
        raise Http404
    told = {name: getattr(row, name) for name in ("title", "about", "kind", "reference")}
    employer = row.organisation.name if row.organisation else ""
    form = OptionForm(request.POST or None, initial={**told, "employer": employer})
    if (
        form.is_valid()
        and attempt(
            form, lambda: change_option(workspace=workspace, option_id=row.pk, facts=_facts(form), now=timezone.now())
        )
        is not None
    ):
        return redirect("decisions:decision", row.decision_id)
    remove = reverse("decisions:remove_option", args=[row.pk])
    return _page(request, form, row.decision, title=row.title, remove=remove)


def _facts(form: OptionForm) -> OptionFacts:
    return OptionFacts(**form.facts)


def _page(request: HttpRequest, form: OptionForm, decision: Decision, **context: str) -> HttpResponse:
    back = reverse("decisions:decision", args=[decision.pk])
    return form_page(request, form, back=back, back_words=decision.question, **context)
