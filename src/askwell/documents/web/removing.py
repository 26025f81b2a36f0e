"""Throwing resumes, letters and versions away, with an undo."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Removable
from askwell.accounts.queries import workspace_of
from askwell.documents.models import Letter, Resume, Version
from askwell.ui.say import say


@require_POST
def resume(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    _throw(request, Resume, resume_id)
    say(request, _("The resume is deleted. What was taken out of it is kept."), undo=_undo("resume", resume_id))
    return redirect("documents:resumes")


@require_POST
def bring_back_resume(request: HttpRequest, resume_id: UUID) -> HttpResponse:
    _bring_back(request, Resume, resume_id)
    return redirect("documents:resume", resume_id)


@require_POST
def letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    _throw(request, Letter, letter_id)
    say(request, _("The letter is deleted. What was taken out of it is kept."), undo=_undo("letter", letter_id))
    return redirect("documents:letters")


@require_POST
def bring_back_letter(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    _bring_back(request, Letter, letter_id)
    return redirect("documents:letter", letter_id)


@require_POST
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    _throw(request, Version, version_id)
    say(request, _("The version is deleted."), undo=_undo("version", version_id))
    return redirect("documents:versions")


@require_POST
def bring_back_version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    _bring_back(request, Version, version_id)
    return redirect("documents:version", version_id)


def _undo(name: str, key: UUID) -> str:
    return reverse(f"documents:bring_back_{name}", args=[key])


def _throw(request: HttpRequest, kind: type[Removable], key: UUID) -> None:
    try:
        throw_away(kind, workspace=workspace_of(request.user), key=key, now=timezone.now())
    except kind.DoesNotExist:
        raise Http404 from None


def _bring_back(request: HttpRequest, kind: type[Removable], key: UUID) -> None:
    try:
        bring_back(kind, workspace=workspace_of(request.user), key=key)
    except kind.DoesNotExist:
        raise Http404 from None
