"""A file is looked through: what in it is new, what the story has, what was not understood."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.bringing import KeepError
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile
from askwell.portfolio.queries.bringing import brought, file_of, made_of
from askwell.portfolio.rules.bringing.picking import Picked
from askwell.portfolio.web.bringing.rows import rows_of
from askwell.portfolio.web.bringing.steps import steps
from askwell.portfolio.web.words import bringing as words


@require_safe
def file(request: HttpRequest, story_file_id: UUID) -> HttpResponse:
    row = file_or_404(request, story_file_id)
    if row.state == FileState.READY:
        return check(request, row)
    context = {"file": row, "steps": steps(row)}
    if row.state == FileState.READING:
        return render(request, "portfolio/bringing/reading.html", context)
    if row.state == FileState.REFUSED:
        return render(request, "portfolio/bringing/refused.html", {**context, "why": words.refusal(row.code)})
    made = [(words.made(name, count)) for name, count in made_of(row).items()]
    return render(request, "portfolio/bringing/kept.html", {**context, "made": made})


@require_safe
def progress(request: HttpRequest, story_file_id: UUID) -> HttpResponse:
    """Nothing new (204) while it is read; the whole page once it is over."""
    row = file_or_404(request, story_file_id)
    return HttpResponse(status=204) if row.state == FileState.READING else HttpResponseClientRefresh()


def check(
    request: HttpRequest, row: StoryFile, picked: Picked | None = None, refused: KeepError | None = None
) -> HttpResponse:
    """The page of what was found, with what was ticked and typed; before anything was, with all that is new ticked."""
    page = brought(row, spoken())
    context = {
        "file": row,
        "steps": steps(row),
        "kind": words.FILES.get(row.kind, ""),
        "page": page,
        "trouble": words.trouble(refused.why) if refused else "",
        "remarks": [(words.remark(one["code"]), one) for one in row.remarks if one.get("code") != "unread"],
        "unread": [one["text"] for one in row.remarks if one.get("code") == "unread"],
        **rows_of(page, picked, refused),
    }
    return render(request, "portfolio/bringing/check.html", context, status=422 if refused else 200)


def file_or_404(request: HttpRequest, story_file_id: UUID) -> StoryFile:
    try:
        return file_of(workspace_of(request.user), story_file_id)
    except StoryFile.DoesNotExist:
        raise Http404 from None


def spoken() -> str:
    """The page's language as settings spell it: the story's where a resume does not say which it is in."""
    return get_language() or "en"
