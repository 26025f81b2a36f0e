"""Throwing plans and their parts away, with an undo."""

from typing import TypeVar
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
from askwell.growth.actions.hours import told_line
from askwell.growth.models import Gap, Hours, Plan, PlanStep, Worth
from askwell.lib.ids import id_of
from askwell.ui.say import say

Owned = TypeVar("Owned", Gap, PlanStep, Hours, Worth)


@require_POST
def plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    _throw(request, Plan, plan_id)
    steps = PlanStep.kept(workspace_of(request.user)).filter(plan=plan_id)
    is_told = steps.exclude(chapter=None).filter(chapter__removed_at=None).exists()
    stays = _("The plan is deleted. What your story tells of its steps stays.")
    say(
        request, stays if is_told else _("The plan is deleted."), undo=reverse("growth:bring_back_plan", args=[plan_id])
    )
    return redirect("growth:home")


@require_POST
def bring_back_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    _bring_back(request, Plan, plan_id)
    say(request, _("Taken back."))
    return redirect("growth:plan", plan_id)


@require_POST
def gap(request: HttpRequest, gap_id: UUID) -> HttpResponse:
    _throw(request, Gap, gap_id)
    say(request, _("The gap is taken out."), undo=reverse("growth:bring_back_gap", args=[gap_id]))
    return redirect("growth:plan", _owner(request, Gap, gap_id).plan_id)


@require_POST
def gaps(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Several at once, named by `gap` in the address: undo of taking them in."""
    there = Gap.kept(workspace_of(request.user)).filter(plan=plan_id, plan__removed_at=None)
    chosen = [key for one in request.GET.getlist("gap") if (key := id_of(one))]
    found = list(there.filter(pk__in=chosen).values_list("pk", flat=True))
    if not found:
        raise Http404
    for key in found:
        _throw(request, Gap, key)
    say(request, _("Taken back."))
    return redirect("growth:plan", plan_id)


@require_POST
def bring_back_gap(request: HttpRequest, gap_id: UUID) -> HttpResponse:
    _bring_back(request, Gap, gap_id)
    say(request, _("Taken back."))
    return redirect("growth:plan", _owner(request, Gap, gap_id).plan_id)


@require_POST
def step(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    _throw(request, PlanStep, plan_step_id)
    row = _owner(request, PlanStep, plan_step_id)
    chapter = row.chapter if row.chapter and not row.chapter.removed_at else None
    words = _("The step is taken out. Its chapter in your story stays.") if chapter else _("The step is taken out.")
    see = reverse("portfolio:chapter", args=[chapter.pk]) if chapter else ""
    say(request, words, undo=reverse("growth:bring_back_step", args=[plan_step_id]), see=see)
    return redirect("growth:plan", row.plan_id)


@require_POST
def bring_back_step(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    _bring_back(request, PlanStep, plan_step_id)
    say(request, _("Taken back."))
    return redirect("growth:step", plan_step_id)


@require_POST
def hours(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    _throw(request, Hours, hours_id)
    row = _owner(request, Hours, hours_id)
    line = told_line(row)
    stays = _("The day is taken out. Your story still tells what you learned.")
    see = reverse("portfolio:line", args=[line.pk]) if line else ""
    undo = reverse("growth:bring_back_hours", args=[hours_id])
    say(request, stays if line else _("The day is taken out."), undo=undo, see=see)
    return redirect("growth:step", row.step_id)


@require_POST
def bring_back_hours(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    _bring_back(request, Hours, hours_id)
    say(request, _("Taken back."))
    return redirect("growth:step", _owner(request, Hours, hours_id).step_id)


@require_POST
def worth(request: HttpRequest, worth_id: UUID) -> HttpResponse:
    _throw(request, Worth, worth_id)
    say(request, _("It no longer stands with the step."), undo=reverse("growth:bring_back_worth", args=[worth_id]))
    return redirect("growth:step", _owner(request, Worth, worth_id).step_id)


@require_POST
def bring_back_worth(request: HttpRequest, worth_id: UUID) -> HttpResponse:
    _bring_back(request, Worth, worth_id)
    say(request, _("Taken back."))
    return redirect("growth:step", _owner(request, Worth, worth_id).step_id)


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


def _owner(request: HttpRequest, kind: type[Owned], key: UUID) -> Owned:
    """The row, thrown away or not."""
    return kind.objects.of(workspace_of(request.user)).get(pk=key)
