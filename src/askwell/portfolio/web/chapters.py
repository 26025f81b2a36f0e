"""Chapters: which kind, added, edited."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.chapters import add_chapter, change_chapter
from askwell.portfolio.models import Chapter
from askwell.portfolio.web.forms import ChapterForm
from askwell.portfolio.web.keeping import attempt, back, form_page, found, told_in
from askwell.portfolio.web.words.kinds import KINDS, kind_word
from askwell.ui.say import say


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """What kind of chapter it is to be."""
    kinds = [
        (back(request, address=reverse("portfolio:add_chapter", args=[kind])), *said) for kind, said in KINDS.items()
    ]
    return render(request, "portfolio/choose.html", {"kinds": kinds, "back": back(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    form = ChapterForm(request.POST if request.method == "POST" else None, kind=kind, language=told_in(request))
    if form.is_valid() and (kept := attempt(form, lambda: _added(request, kind, form))):
        undo = reverse("portfolio:remove_chapter", args=[kept.pk])
        say(request, _("It is in your story. Now tell what you did there, a line at a time."), undo=undo)
        return redirect(back(request, f"c-{kept.pk}"))
    return form_page(request, form, title=kind_word(kind), crumb="portfolio:choose")


def _added(request: HttpRequest, kind: str, form: ChapterForm) -> Chapter:
    return add_chapter(workspace=workspace_of(request.user), kind=kind, language=form.told, **form.facts())


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, chapter_id: UUID) -> HttpResponse:
    chapter = found(request, Chapter, chapter_id)
    form = ChapterForm(
        request.POST if request.method == "POST" else None, kind=chapter.kind, language=chapter.language,
        version=chapter.version, initial=_initial(chapter),
    )  # fmt: skip
    if form.is_valid() and attempt(form, lambda: _changed(chapter, form)):
        say(request, _("Kept."))
        return redirect(back(request, f"c-{chapter_id}"))
    title = chapter.title or chapter.organisation
    return form_page(request, form, title=title, row=chapter, name="chapter", anchor=f"c-{chapter_id}")


def _changed(chapter: Chapter, form: ChapterForm) -> Chapter:
    return change_chapter(workspace=chapter.workspace, chapter_id=chapter.pk, version=form.over, **form.facts())


def _initial(chapter: Chapter) -> dict[str, Any]:
    names = set(ChapterForm.base_fields) - {"current", "told_in", "version"}
    return {name: getattr(chapter, name) for name in names} | {"current": bool(chapter.start and not chapter.end)}
