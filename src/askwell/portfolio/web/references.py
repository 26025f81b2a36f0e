"""References: added, edited; nobody is named anywhere before they agreed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.references import add_reference, change_reference
from askwell.portfolio.models import Chapter, Reference
from askwell.portfolio.queries.telling import said
from askwell.portfolio.rules.order import newest_first
from askwell.portfolio.web.forms import ReferenceForm
from askwell.portfolio.web.keeping import attempt, back, form_page, found, told_in
from askwell.ui.say import say

COLUMNS = (
    "name", "role", "organisation", "email", "phone", "chapter_id", "attests", "words", "asked_on", "agreed_on",
    "declined_on", "refreshed_on",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    workspace, language = workspace_of(request.user), told_in(request)
    posted = request.POST if request.method == "POST" else None
    form = ReferenceForm(posted, chapters=_chapters(workspace, language), language=language)
    if form.is_valid() and (kept := attempt(form, lambda: _added(workspace, form))):
        say(request, _("Kept."), undo=reverse("portfolio:remove_reference", args=[kept.pk]))
        return redirect(back(request, "references"))
    return form_page(request, form, title=_("Add a reference"), anchor="references")


def _added(workspace: Workspace, form: ReferenceForm) -> Reference:
    return add_reference(workspace=workspace, language=form.told, **form.facts())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, reference_id: UUID) -> HttpResponse:
    reference = found(request, Reference, reference_id)
    form = ReferenceForm(
        request.POST if request.method == "POST" else None, language=reference.language, version=reference.version,
        chapters=_chapters(reference.workspace, reference.language),
        initial={name: getattr(reference, name) for name in COLUMNS},
    )  # fmt: skip
    if form.is_valid() and attempt(form, lambda: _changed(reference, form)):
        say(request, _("Kept."))
        return redirect(back(request, "references"))
    return form_page(request, form, title=reference.name, row=reference, name="reference", anchor="references")


def _changed(reference: Reference, form: ReferenceForm) -> Reference:
    return change_reference(
        workspace=reference.workspace, reference_id=reference.pk, version=form.over, **form.facts()
    )  # fmt: skip


def _chapters(workspace: Workspace, language: str) -> list[tuple[str, str]]:
    rows = newest_first(Chapter.kept(workspace).order_by("id"))
    return [
        (str(row.pk), ", ".join(filter(None, (said(row, "title", language), said(row, "organisation", language)))))
        for row in rows
    ]
