"""Stages of the seeker's own: the page on which they are made, named, put in order and thrown away."""

from collections import Counter
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.queries import workspace_of
from askwell.opportunities.actions import own_stages as actions
from askwell.opportunities.actions.errors import NoNameError, TooManyStagesError
from askwell.opportunities.models import OwnStage
from askwell.opportunities.queries.stages import own_stages
from askwell.opportunities.web.forms import StageForm
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def stages(request: HttpRequest) -> HttpResponse:
    """The list; a POST adds one."""
    form = StageForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, form)
    try:
        actions.add_stage(workspace=workspace_of(request.user), **form.cleaned_data)
    except NoNameError:
        form.add_error("name", _taken())
    except TooManyStagesError:
        form.add_error("name", _("A board has room for twelve of your own. Drop one first."))
    else:
        return redirect("opportunities:stages")
    return _page(request, form)


@require_POST
def change(request: HttpRequest, own_stage_id: UUID) -> HttpResponse:
    """`name`: another name; with `by`, one place up (-1) or down (1) instead."""
    told = {"workspace": workspace_of(request.user), "own_stage_id": own_stage_id}
    try:
        if by := {"-1": -1, "1": 1}.get(request.POST.get("by", "")):
            actions.shift_stage(**told, by=by)  # type: ignore[arg-type]
        else:
            actions.rename_stage(**told, name=request.POST.get("name", ""))  # type: ignore[arg-type]
    except OwnStage.DoesNotExist:
        raise Http404 from None
    except NoNameError:
        return _page(request, StageForm(), trouble=_taken())
    return redirect("opportunities:stages")


@require_POST
def drop(request: HttpRequest, own_stage_id: UUID) -> HttpResponse:
    try:
        actions.drop_stage(workspace=workspace_of(request.user), own_stage_id=own_stage_id, now=timezone.now())
    except OwnStage.DoesNotExist:
        raise Http404 from None
    undo = reverse("opportunities:restore_stage", args=[own_stage_id])
    say(request, _("The stage is gone. What stood in it stands in the stage it counts as."), undo=undo)
    return redirect("opportunities:stages")


@require_POST
def restore(request: HttpRequest, own_stage_id: UUID) -> HttpResponse:
    try:
        actions.restore_stage(workspace=workspace_of(request.user), own_stage_id=own_stage_id)
    except OwnStage.DoesNotExist:
        raise Http404 from None
    except NoNameError:
        say(request, _taken())
    return redirect("opportunities:stages")


def _page(request: HttpRequest, form: StageForm, *, trouble: str = "") -> HttpResponse:
    rows = own_stages(workspace_of(request.user))
    many = Counter(row.within for row in rows)
    movable = {place for place, row in enumerate(rows) if many[row.within] > 1}
    context = {"form": form, "rows": rows, "movable": movable, "trouble": trouble}
    return render(request, "opportunities/stages.html", context, status=422 if form.errors or trouble else 200)


def _taken() -> str:
    return _("A stage needs a name that no other of yours has.")
