"""Find an occupation, and look at one beside one's own story."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.occupations.queries.matching import Match, match
from askwell.occupations.queries.search import search
from askwell.occupations.queries.telling import Told, loaded, our_own, tell
from askwell.occupations.rules.interests import KINDS
from askwell.occupations.rules.matching import Held
from askwell.occupations.web import words
from askwell.occupations.web.drawing import drawn

MOST_HITS = 20


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    query, language = request.GET.get("q", "").strip()[:100], translation.get_language() or "en"
    hits = search(query, language, MOST_HITS) if query else []
    context = {
        "query": query,
        "hits": [(hit, words.why_found(hit), words.SOURCES[hit.source]) for hit in hits],
        "ours": our_own(language) if not hits else [],
        "sources": [(words.SOURCES[source], version) for source, version in loaded() if source != "own"],
    }
    return render(request, "occupations/search.html", context)


@require_safe
def occupation_page(request: HttpRequest, occupation_id: UUID) -> HttpResponse:
    workspace, language = workspace_of(request.user), translation.get_language() or "en"
    told = tell(occupation_id, language)
    if told is None:
        raise Http404
    found = match(workspace, told, language)
    context = {
        "told": told,
        "match": found,
        "held": [(one, _proof(one)) for one in found.held],
        "education": words.EDUCATION.get(told.education, ""),
        "source": words.SOURCES[told.source],
        "facts_from": words.SOURCES[told.facts_from] if told.facts_from else "",
        **_interests(told, found),
    }
    return render(request, "occupations/occupation.html", context)


def _proof(held: Held) -> str:
    """Where what shows a skill can be looked at."""
    page = {"skill": "portfolio:skill", "line": "portfolio:line", "part": "portfolio:chapter"}[held.told.kind]
    return reverse(page, args=[held.told.id])


def _interests(told: Told, found: Match) -> dict[str, object]:
    if found.interests is None:
        return {"drawing": None}
    named = zip(KINDS, found.interests.work, found.interests.mine, strict=True)
    return {
        "drawing": drawn(told.interests, found.interests.mine),
        "interests": words.of_interests(found.interests),
        "scales": [(words.INTERESTS[kind][0], work, mine) for kind, work, mine in named],
        "is_known": found.interests.is_known,
    }
