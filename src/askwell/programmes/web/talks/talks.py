"""The talks of a round: how each stands, and what there is to do."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.lib.numbers import whole_number
from askwell.programmes.models import Round
from askwell.programmes.queries.talks import TalksPage, talks_page
from askwell.programmes.web.doors import At, staff


@require_safe
def talks(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = staff(request)
    return render(request, "programmes/talks.html", {"at": at, "talks": _page(request, at, round_id)})


@require_safe
def progress(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """How far the sending is; the whole page once it is over."""
    at = staff(request)
    page = _page(request, at, round_id)
    if not page.leaving:
        return HttpResponseClientRefresh()
    return render(request, "programmes/parts/leaving.html", {"at": at, "talks": page})


def _page(request: HttpRequest, at: At, round_id: UUID) -> TalksPage:
    """Raises Http404."""
    try:
        return talks_page(
            at.programme, round_id, at.only, state=request.GET.get("state", ""),
            number=whole_number(request.GET.get("page", ""), 1), code=get_language() or "en", now=timezone.now(),
        )  # fmt: skip
    except Round.DoesNotExist:
        raise Http404 from None
