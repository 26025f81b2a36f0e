"""Throwing away what was practised, with an undo."""

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
from askwell.practice.models import DrillTry, JobInterview, Rehearsal
from askwell.ui.say import say


@require_POST
def rehearsal(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    _throw(request, Rehearsal, rehearsal_id)
    say(request, _("The rehearsal is deleted."), undo=reverse("practice:bring_back_rehearsal", args=[rehearsal_id]))
    return redirect("practice:home")


@require_POST
def bring_back_rehearsal(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    _bring_back(request, Rehearsal, rehearsal_id)
    return redirect("practice:home")


@require_POST
def job_interview(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    _throw(request, JobInterview, job_interview_id)
    back = reverse("practice:bring_back_job_interview", args=[job_interview_id])
    say(request, _("The mock job interview is deleted, with its answers."), undo=back)
    return redirect("practice:job_interviews")


@require_POST
def bring_back_job_interview(request: HttpRequest, job_interview_id: UUID) -> HttpResponse:
    _bring_back(request, JobInterview, job_interview_id)
    return redirect("practice:job_interviews")


@require_POST
def drill_try(request: HttpRequest, drill_try_id: UUID) -> HttpResponse:
    _throw(request, DrillTry, drill_try_id)
    say(request, _("What you said is deleted."), undo=reverse("practice:bring_back_drill_try", args=[drill_try_id]))
    return redirect("practice:drills")


@require_POST
def bring_back_drill_try(request: HttpRequest, drill_try_id: UUID) -> HttpResponse:
    _bring_back(request, DrillTry, drill_try_id)
    return redirect("practice:drill_try", drill_try_id)


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
