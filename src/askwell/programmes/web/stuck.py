"""Who is stuck, and why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.lib.ids import id_of
from askwell.programmes.choices import Stuck
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.queries.stuck import stuck_list
from askwell.programmes.web.doors import staff
from askwell.programmes.web.words.stuck_words import NAMES

A_PAGE = 25


@require_safe
def stuck(request: HttpRequest) -> HttpResponse:
    """A caseworker sees their own seekers; who leads sees all, or with `mine` their own. `cohort` shows those of one
    cohort, `why` those with one reason."""
    at, now = staff(request), timezone.now()
    cohorts = list(kept_cohorts(at.workspace).values_list("id", "name"))
    chosen = next((key for key, _name in cohorts if key == id_of(request.GET.get("cohort", ""))), None)
    mine = not at.leads or request.GET.get("mine") == "1"
    found = stuck_list(at.programme, now, caseworker=at.user if mine else None, cohort_id=chosen)
    why = next((code for code in Stuck if code == request.GET.get("why")), None)
    rows = [row for row in found.rows if why is None or any(one.code == why for one in row.reasons)]
    told = {
        "at": at, "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")), "all": len(found.rows),
        "counts": [(code, NAMES[code], found.counts[code]) for code in Stuck if found.counts.get(code)],
        "cohorts": cohorts, "chosen": chosen, "mine": mine, "why": why,
    }  # fmt: skip
    return render(request, "programmes/stuck.html", told)
