"""Three ways to think about oneself, and where each stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.portfolio.choices import ReflectionKind
from askwell.portfolio.queries.reflecting import Way, ways
from askwell.portfolio.web.words.knowing import KINDS


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    every = ways(workspace_of(request.user))
    rows = [(way, *KINDS[way.kind], _address(way), _result(way)) for way in every]
    open_ones = [way for way in every if not way.is_finished]
    first = min(open_ones, key=lambda way: not way.is_begun, default=None)
    return render(request, "portfolio/knowing/home.html", {"rows": rows, "first": first})


def _address(way: Way) -> str:
    values = way.kind == ReflectionKind.VALUES
    return reverse("portfolio:values") if values else reverse("portfolio:statements", args=[way.kind])


def _result(way: Way) -> str:
    """Where what was said can be looked at; nowhere before anything was."""
    if way.kind == ReflectionKind.VALUES:
        return reverse("portfolio:values_order") if way.is_finished else ""
    return reverse("portfolio:profile", args=[way.kind]) if way.done else ""
