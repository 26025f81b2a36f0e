"""Hours in a volunteer role: logged, changed, what was learned told in the story."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.growth.actions.errors import HoursError, NothingSaidError, NotYetError
from askwell.growth.actions.hours import (
    DayFacts,
    change_hours,
    log_hours,
    take_day_back,
    take_line_back,
    tell_learned,
    told_line,
)
from askwell.growth.models import Hours
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.growth.web.forming import attempt, form_page, refusal
from askwell.growth.web.forms import HoursForm
from askwell.growth.web.step import shown
from askwell.ui.say import say


@require_POST
def add(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    workspace, form = workspace_of(request.user), HoursForm(request.POST)
    made = _logged(workspace, plan_step_id, form) if form.is_valid() else None
    if made is None:
        return shown(request, plan_step_id, form=form)
    say(request, _("The hours are noted."), undo=reverse("growth:remove_hours", args=[made.pk]))
    return redirect(f"{reverse('growth:step', args=[plan_step_id])}#log")


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    row = _row(request, hours_id)
    told = {name: getattr(row, name) for name in ("on", "hours", "did", "learned")}
    form = HoursForm(request.POST or None, initial=told)
    learned = row.learned
    if form.is_valid() and (made := _changed(form, row)):
        line = told_line(made) if made.learned != learned else None
        words = _("The day is changed. Your story still tells it as it was.") if line else _("The day is changed.")
        see = reverse("portfolio:line", args=[line.pk]) if line else ""
        say(request, words, undo=reverse("growth:hours_back", args=[row.pk]), see=see)
        return redirect(f"{reverse('growth:step', args=[row.step_id])}#log")
    return form_page(
        request, form, title=_("A day in the role"), back=reverse("growth:step", args=[row.step_id]),
        back_words=row.step.title, remove=reverse("growth:remove_hours", args=[row.pk]),
    )  # fmt: skip


@require_POST
def back(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    """The day says again what it said before."""
    row = _row(request, hours_id)
    try:
        take_day_back(workspace=row.workspace, hours_id=row.pk, now=timezone.now())
    except NothingToTakeBackError:
        say(request, _("There is nothing to take back."))
    except (HoursError, NotYetError) as error:
        say(request, refusal(error)[1])
    else:
        say(request, _("Taken back."), undo=reverse("growth:hours_back", args=[row.pk]))
    return redirect(f"{reverse('growth:step', args=[row.step_id])}#log")


@require_POST
def line(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    """What was learned becomes a line of the story."""
    row, workspace = _row(request, hours_id), workspace_of(request.user)
    language = translation.get_language() or "en"
    try:
        tell_learned(workspace=workspace, hours_id=row.pk, language=language, now=timezone.now())
    except NothingSaidError:
        say(request, _("There is nothing to tell, or your story tells it already."))
    else:
        say(request, _("Your story tells it now."), undo=reverse("growth:line_back", args=[row.pk]))
    return redirect(f"{reverse('growth:step', args=[row.step_id])}#log")


@require_POST
def line_back(request: HttpRequest, hours_id: UUID) -> HttpResponse:
    row = _row(request, hours_id)
    try:
        take_line_back(workspace=workspace_of(request.user), hours_id=row.pk, now=timezone.now())
    except NothingSaidError:
        say(request, _("There is nothing to take back."))
    else:
        say(request, _("Taken back."))
    return redirect(f"{reverse('growth:step', args=[row.step_id])}#log")


def _logged(workspace: Workspace, step_id: UUID, form: HoursForm) -> Hours | None:
    facts, now = _facts(form), timezone.now()
    return attempt(form, lambda: log_hours(workspace=workspace, step_id=step_id, facts=facts, now=now))


def _changed(form: HoursForm, row: Hours) -> Hours | None:
    facts, now = _facts(form), timezone.now()
    return attempt(form, lambda: change_hours(workspace=row.workspace, hours_id=row.pk, facts=facts, now=now))


def _facts(form: HoursForm) -> DayFacts:
    return DayFacts(**form.cleaned_data)


def _row(request: HttpRequest, hours_id: UUID) -> Hours:
    mine = Hours.kept(workspace_of(request.user)).filter(step__removed_at=None, step__plan__removed_at=None)
    row = mine.select_related("step").filter(pk=hours_id).first()
    if row is None:
        raise Http404
    return row
