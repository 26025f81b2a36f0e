"""Throwing decisions, options, wishes and evidence away, with an undo."""

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
from askwell.decisions.models import Criterion, Decision, Evidence, Option
from askwell.ui.say import say


@require_POST
def decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    _throw(request, Decision, decision_id)
    say(request, _("The decision is deleted."), undo=reverse("decisions:bring_back_decision", args=[decision_id]))
    return redirect("decisions:home")


@require_POST
def bring_back_decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    _bring_back(request, Decision, decision_id)
    return redirect("decisions:decision", decision_id)


@require_POST
def option(request: HttpRequest, option_id: UUID) -> HttpResponse:
    _throw(request, Option, option_id)
    say(request, _("The option is taken away."), undo=reverse("decisions:bring_back_option", args=[option_id]))
    return redirect("decisions:decision", _decision_of(request, Option, option_id))


@require_POST
def bring_back_option(request: HttpRequest, option_id: UUID) -> HttpResponse:
    _bring_back(request, Option, option_id)
    return redirect("decisions:decision", _decision_of(request, Option, option_id))


@require_POST
def wish(request: HttpRequest, criterion_id: UUID) -> HttpResponse:
    _throw(request, Criterion, criterion_id)
    say(request, _("The wish is taken away."), undo=reverse("decisions:bring_back_wish", args=[criterion_id]))
    return redirect("decisions:decision", _decision_of(request, Criterion, criterion_id))


@require_POST
def bring_back_wish(request: HttpRequest, criterion_id: UUID) -> HttpResponse:
    _bring_back(request, Criterion, criterion_id)
    return redirect("decisions:decision", _decision_of(request, Criterion, criterion_id))


@require_POST
def evidence(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    _throw(request, Evidence, evidence_id)
    say(request, _("It counts no more."), undo=reverse("decisions:bring_back_evidence", args=[evidence_id]))
    return _to_field(request, evidence_id)


@require_POST
def bring_back_evidence(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    _bring_back(request, Evidence, evidence_id)
    return _to_field(request, evidence_id)


def _to_field(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    row = Evidence.objects.of(workspace_of(request.user)).get(pk=evidence_id)
    return redirect("decisions:field", row.option_id, row.criterion_id)


def _decision_of(request: HttpRequest, kind: type[Option] | type[Criterion], key: UUID) -> UUID:
    return kind.objects.of(workspace_of(request.user)).get(pk=key).decision_id


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
