"""The People page."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.desk.queries import people as reads
from askwell.desk.web.finder import kept_parameters, narrowed_by, page_number
from askwell.desk.web.three import RECALL
from askwell.desk.web.words.people import language_choices
from askwell.outreach.queries.values import StageCode
from askwell.people.choices import TieKind
from askwell.people.queries import PeopleFilter

LISTING = "listing"
"""The id of the part that htmx swaps while the seeker types."""


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    narrowed = narrowed_by(request.GET)
    page = reads.people(workspace, now, narrowed, number=page_number(request.GET))
    context = {"page": page, "narrowed": narrowed, "now": now, "kept": kept_parameters(request.GET)}
    if request.headers.get("HX-Target") == LISTING:
        return render(request, "desk/people_list.html", context)
    if not page.rows and not narrowed and not reads.has_anyone(workspace):
        return render(request, "desk/people_empty.html", {"recall": RECALL})
    return render(request, "desk/people.html", context | _around(workspace, now, narrowed.people))


def _around(workspace: Workspace, now: datetime, chosen: PeopleFilter) -> dict[str, Any]:
    """What stands above the list: counts, and what can be chosen in the filters, what is chosen included."""
    above = reads.around(workspace, now)
    return {
        "head": above.head,
        "organisations": [(key, name) for key, name, _known in above.options.organisations],
        "tags": above.options.tags,
        "ties": [kind for kind in TieKind if kind in above.options.ties or kind == chosen.tie],
        "stages": StageCode,
        "languages": language_choices(filter(None, (*above.options.languages, chosen.language))),
    }
