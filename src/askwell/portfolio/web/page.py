"""The story: a life in lanes, told latest first, with what shows each skill."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.queries import profile_of, workspace_of
from askwell.portfolio.queries.page import story_page
from askwell.portfolio.web.keeping import query, told_in
from askwell.portfolio.web.words.bringing import LANGUAGES
from askwell.portfolio.web.words.lanes import drawn


@require_safe
def story(request: HttpRequest) -> HttpResponse:
    workspace, language, today = workspace_of(request.user), told_in(request), timezone.localdate()
    page = story_page(workspace, language, today)
    context = {
        "page": page,
        "telling": page.telling,
        "drawing": drawn(page.lanes, page.telling.landed) if page.lanes else None,
        "language": language,
        "language_name": LANGUAGES[language],
        "languages": settings.LANGUAGES,
        "others": [(code, name) for code, name in settings.LANGUAGES if code != language],
        "occupation": profile_of(workspace).occupation,
        "query": query(request),
        "today": today,
    }
    return render(request, "portfolio/story.html", context)
