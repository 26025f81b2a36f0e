"""The list of interviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.queries.listing import InterviewRow, Listing, Section, interviews_page
from askwell.lib.numbers import whole_number

TITLES = {
    Section.COMING: _("To come"),
    Section.TO_WRITE: _("To write down"),
    Section.PROPOSED: _("Looking for a time"),
    Section.PAST: _("Past"),
}


@require_safe
def interviews(request: HttpRequest) -> HttpResponse:
    """All of them, or with `only` (a section) one part alone; `page` turns the pages of the last part."""
    asked, number = request.GET.get("only", ""), whole_number(request.GET.get("page", ""), 1)
    only = Section(asked) if asked in set(Section) else None
    page = interviews_page(workspace_of(request.user), timezone.now(), only=only, number=number)
    parts = [(part, TITLES[part.section]) for part in page.parts if part.rows]
    return render(request, "interviews/list.html", {"page": page, "parts": parts, "only": only, "first": _first(page)})


def _first(page: Listing) -> InterviewRow | None:
    """The row whose button is the page's primary one: a talk about to begin, else what waits longest."""
    now, coming = timezone.now(), page.rows(Section.COMING)
    near = [row for row in coming if row.is_near(now)]
    waiting = (*near, *page.rows(Section.TO_WRITE), *coming, *page.rows(Section.PROPOSED))
    return next(iter(waiting), None)
