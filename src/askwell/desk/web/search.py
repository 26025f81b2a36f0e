"""Find anything: a list under the top bar's box while typing, a page on Enter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.desk.queries.search import Found, find, find_quickly
from askwell.lib.names import face, latin_name

AT_A_GLANCE = 8
LONGEST = 100
Hit = tuple[str, str, str, str, str]
"""Address, letters of the face, Latin name, native name, the line below."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    workspace, text = workspace_of(request.user), request.GET.get("q", "").strip()[:LONGEST]
    if request.headers.get("HX-Target") == "found":
        found = find_quickly(workspace, text, limit=AT_A_GLANCE)
        return render(request, "ui/parts/found.html", {"query": text, "hits": hits(found), "more": 0})
    return render(request, "desk/search.html", {"query": text, "found": find(workspace, text)})


def hits(found: Found) -> list[Hit]:
    """Persons first, then where they work and what is aimed at."""
    people = [
        (
            reverse("desk:person", args=[one.id]),
            face(one.given, one.family, one.native),
            latin_name(one.given, one.family, one.native),
            one.native,
            _(", ").join(filter(None, (one.title, one.organisation))),
        )
        for one in found.persons
    ]
    places = [
        (reverse("desk:organisation", args=[one.id]), one.name[:1], one.name, "", people_there(one.known))
        for one in found.organisations
    ]
    targets = [(reverse("outreach:targets"), one.name[:1], one.name, "", _("target")) for one in found.targets]
    return [*people, *places, *targets]


def people_there(count: int) -> str:
    return ngettext("%(count)s person there", "%(count)s people there", count) % {"count": count}
