"""The list of interviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.queries.listing import InterviewRow, Listing, interviews_page
from askwell.lib.numbers import whole_number


@require_safe
def interviews(request: HttpRequest) -> HttpResponse:
    number = whole_number(request.GET.get("page", ""), 1)
    page = interviews_page(workspace_of(request.user), timezone.now(), number=number)
    return render(request, "interviews/list.html", {"page": page, "first": _first(page)})


def _first(page: Listing) -> InterviewRow | None:
    """The row whose button is the page's primary one: a talk about to begin, else what waits longest."""
    now = timezone.now()
    near = [row for row in page.coming if row.is_near(now)]
    return next(iter((*near, *page.to_write, *page.coming, *page.proposed)), None)
