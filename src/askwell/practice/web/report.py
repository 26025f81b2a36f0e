"""The report on a rehearsal."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.choices import TIARA
from askwell.practice.models import Rehearsal
from askwell.practice.queries.reporting import report_page
from askwell.practice.rules.record import SHARE
from askwell.practice.web.pictures import trend_picture
from askwell.practice.web.words import reports as words


@require_safe
def report(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    try:
        page = report_page(workspace_of(request.user), rehearsal_id)
    except Rehearsal.DoesNotExist:
        raise Http404 from None
    lesson = page.report.change[0].what if page.report.change else ""
    context = {
        "page": page,
        "one": page.rehearsal,
        "heading": words.heading(page),
        "well": [words.praise(page, one) for one in page.report.well],
        "change": [words.change(page, one) for one in page.report.change],
        "turnings": [words.turned(page, one) for one in page.report.turnings],
        "lesson": lesson,
        "back": request.path,
        "limit": SHARE,
        "topics": TIARA,
        "trend": page.trend,
        "picture": trend_picture(page.trend),
    }
    return render(request, "practice/report.html", context)
