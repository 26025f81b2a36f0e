"""Where practice begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.practice.queries import home as reads
from askwell.practice.queries.modelling import goes_to
from askwell.practice.web.others import others
from askwell.practice.web.pictures import trend_picture


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    page, trend = reads.home(workspace, now), reads.trend(workspace, now)
    context = {"page": page, "trend": trend, "picture": trend_picture(trend), **others(request)}
    context["goes_to"] = goes_to(workspace)
    return render(request, "practice/home.html", context)
