"""The list of rounds, and how one begins."""

from datetime import date, timedelta
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.models import Cohort, Round
from askwell.programmes.queries import board
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.tasks import queue_round
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.round_forms import RoundForm

PAGE = 50


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    at = staff(request)
    page = Paginator(board.rounds(at.workspace), PAGE).get_page(request.GET.get("page"))
    return render(request, "programmes/rounds.html", {"at": at, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """A name, who takes part, which week; then it is matched."""
    at = leads(request)
    usual = {"week": _next_monday(timezone.localdate()), "cohort": request.GET.get("cohort", "")}
    form = RoundForm(request.POST or None, cohorts=kept_cohorts(at.workspace), initial=usual)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "programmes/round_new.html", {"at": at, "form": form}, status=status)
    told = form.cleaned_data
    cohort_id = UUID(told["cohort"]) if told["cohort"] else None
    try:
        row = begin_round(
            workspace=at.workspace, name=told["name"], cohort_id=cohort_id, week=told["week"], now=timezone.now()
        )
    except Cohort.DoesNotExist:
        raise Http404 from None
    queue_round(at.workspace.pk, row.pk)
    return redirect("programmes:round", row.pk)


def round_at(at: At, round_id: UUID) -> Round:
    """Raises Http404."""
    row = board.round_of(at.workspace, round_id)
    if row is None:
        raise Http404("no such round")
    return row


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
