"""Where practice begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.practice.web.others import others


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "practice/home.html", others(request))
