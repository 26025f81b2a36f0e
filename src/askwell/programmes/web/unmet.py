"""Seekers without a talk: of a round, with why and who could help; of the whole programme, by how long they wait; and
what is to be mended."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.programmes.queries import board as query
from askwell.programmes.queries.board import Names
from askwell.programmes.rules.reasons import UnmetReason
from askwell.programmes.rules.summing import Opening
from askwell.programmes.rules.written import problem_of, unmet_of
from askwell.programmes.web.doors import leads, staff
from askwell.programmes.web.rounds import round_at
from askwell.programmes.web.words import reasons
from askwell.programmes.web.words.faults import mend

PAGE = 50
MOST_OPENINGS = 8


@require_safe
def unmatched(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = staff(request)
    row = round_at(at, round_id)
    told = {name: request.GET.get(name, "")[:120] for name in ("q", "field")}
    page = Paginator(query.unmatched(row, at.only, **told), PAGE).get_page(request.GET.get("page"))
    found = [(one.participant, unmet_of(one.reason)) for one in page.object_list]
    openings = [Opening(*one) for one in row.summary.get("openings", [])][:MOST_OPENINGS]
    names = query.names(at.workspace, [*_helpers(found), *(one.insider for one in openings)])
    now, insiders = timezone.now(), row.summary.get("insiders", 0)
    rows: list[dict[str, Any]] = [
        {
            "seeker": seeker,
            "lines": reasons.unmet_lines(reason, insiders, seeker.languages, has_hours=bool(seeker.windows)),
            "helpers": _known(reason, names),
            "days": query.days_since(seeker.active_at, now),
        }
        for seeker, reason in found
    ]
    context = {
        "at": at, "row": row, "page": page, "rows": rows, "fields": query.fields(row, at.only), **told,
        "openings": [(names.insiders[one.insider], one.seekers) for one in openings if one.insider in names.insiders],
    }  # fmt: skip
    return render(request, "programmes/unmatched.html", context)


def _helpers(found: list[tuple[Any, UnmetReason]]) -> list[str]:
    return [helper.insider for _seeker, reason in found for helper in reason.helpers]


def _known(reason: UnmetReason, names: Names) -> list[Any]:
    return [names.insiders[one.insider] for one in reason.helpers if one.insider in names.insiders]


@require_safe
def problems(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """For who leads: it names seekers of everybody's."""
    at = leads(request)
    row = round_at(at, round_id)
    page = Paginator(row.problems, PAGE).get_page(request.GET.get("page"))
    told = [problem_of(one) for one in page.object_list]
    names = query.names(at.workspace, (key for one in told for key in one.who))
    context = {"at": at, "row": row, "page": page, "rows": [mend(one, names) for one in told]}
    return render(request, "programmes/round_problems.html", context)


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    at, now = staff(request), timezone.now()
    page = Paginator(query.waiting(at.workspace, at.only), PAGE).get_page(request.GET.get("page"))
    rows = [(one, query.days_since(one.active_at, now)) for one in page.object_list]
    return render(request, "programmes/waiting.html", {"at": at, "page": page, "rows": rows})
