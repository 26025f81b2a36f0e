"""Spoken languages: added, edited."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.languages import add_language, change_language
from askwell.portfolio.models import SpokenLanguage
from askwell.portfolio.web.forms import LanguageForm
from askwell.portfolio.web.keeping import attempt, back, form_page, found, told_in
from askwell.ui.say import say

COLUMNS = ("name", "level", "listening", "speaking", "reading", "writing", "tested_on", "note")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = LanguageForm(request.POST if request.method == "POST" else None, language=told_in(request))
    if form.is_valid() and (kept := attempt(form, lambda: _added(request, form))):
        say(request, _("Kept."), undo=reverse("portfolio:remove_language", args=[kept.pk]))
        return redirect(back(request, "tongues"))
    return form_page(request, form, title=_("Add a language"), anchor="tongues")


def _added(request: HttpRequest, form: LanguageForm) -> SpokenLanguage:
    return add_language(workspace=workspace_of(request.user), language=form.told, **form.facts())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, spoken_language_id: UUID) -> HttpResponse:
    spoken = found(request, SpokenLanguage, spoken_language_id)
    form = LanguageForm(
        request.POST if request.method == "POST" else None, language=spoken.language, version=spoken.version,
        initial={name: getattr(spoken, name) for name in COLUMNS},
    )  # fmt: skip
    if form.is_valid() and attempt(form, lambda: _changed(spoken, form)):
        say(request, _("Kept."))
        return redirect(back(request, "tongues"))
    return form_page(request, form, title=spoken.name, row=spoken, name="language", anchor="tongues")


def _changed(spoken: SpokenLanguage, form: LanguageForm) -> SpokenLanguage:
    return change_language(
        workspace=spoken.workspace, spoken_language_id=spoken.pk, version=form.over, **form.facts()
    )  # fmt: skip
