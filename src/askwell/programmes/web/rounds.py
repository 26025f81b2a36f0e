"""The list of rounds, and how one begins."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.choices import Deed
from askwell.lib.times import zone
from askwell.programmes.actions.errors import RoundOpenError
from askwell.programmes.actions.noting import note_round
from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.models import Cohort, Round
from askwell.programmes.queries import rounds as query
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.tasks import queue_round
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.round_forms import RoundForm

PAGE = 50
MOST_OPEN = 5


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    at = staff(request)
    page = Paginator(query.rounds(at.workspace), PAGE).get_page(request.GET.get("page"))
    return render(request, "programmes/rounds.html", {"at": at, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """A name, who takes part, which week; then it is matched."""
    at = leads(request)
    form = RoundForm(request.POST or None, cohorts=kept_cohorts(at.workspace), initial=_usual(request, at))
    if not form.is_valid():
        return _begin_page(request, at, form)
    told = form.cleaned_data
    cohort_id = UUID(told["cohort"]) if told["cohort"] else None
    facts = {"name": told["name"], "week": told["week"], "with_unjoined": told["with_unjoined"]}
    try:
        row = begin_round(workspace=at.workspace, cohort_id=cohort_id, now=timezone.now(), **facts)
    except Cohort.DoesNotExist:
        raise Http404 from None
    except RoundOpenError:
        form.add_error(None, _("A round of the same seekers is open. Close it first: its talks go on."))
        return _begin_page(request, at, form, query.open_beside(at.workspace, cohort_id)[:MOST_OPEN])
    note_round(Deed.ROUND_BEGUN, row, at.user)
    queue_round(at.workspace.pk, row.pk)
    return redirect("programmes:round", row.pk)


def _begin_page(request: HttpRequest, at: At, form: RoundForm, beside: Iterable[Round] = ()) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "programmes/round_new.html", {"at": at, "form": form, "beside": beside}, status=status)


def _usual(request: HttpRequest, at: At) -> dict[str, Any]:
    """The coming week on the programme's clock, and everybody."""
    return {
        "week": _next_monday(timezone.localdate(timezone=zone(at.programme.zone))),
        "cohort": request.GET.get("cohort", ""),
        "with_unjoined": True,
    }


def round_at(at: At, round_id: UUID) -> Round:
    """Raises Http404."""
    row = query.round_of(at.workspace, round_id)
    if row is None:
        raise Http404("no such round")
    return row


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())
