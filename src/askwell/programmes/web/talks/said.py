"""The insider's page after a talk, by its link alone: how it was, or that the other did not come."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_http_methods

from askwell.interviews.queries.tokens import read_token
from askwell.lib.times import zone
from askwell.programmes.actions.errors import NotOpenError, NotYetError
from askwell.programmes.actions.feedback import give_feedback
from askwell.programmes.choices import Side
from askwell.programmes.models import Feedback, Match
from askwell.programmes.queries import letters
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.talks import kept_path
from askwell.programmes.queries.wording import TALK, seeker_name
from askwell.programmes.web.talks.forms import said_of
from askwell.ui.doorstep import doorstep
from askwell.ui.rooms import bcp47


@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def talk_said(request: HttpRequest, token: str) -> HttpResponse:
    match = _match_of(token)
    if match is None or match.insider is None or match.participant is None:
        return render(request, "visiting/ended.html", {"why": "unknown"}, status=404)
    asked = request.POST.get("language") or request.GET.get("language") or match.insider.page_language
    code = {"zh": "zh-hans", "fr": "fr"}.get(asked.lower()[:2], "en")
    with translation.override(code), timezone.override(zone(letters.zone_of(match.insider))):
        request.LANGUAGE_CODE = code
        return _saved(request, token, match) if request.method == "POST" else _page(request, match)


def _page(request: HttpRequest, match: Match, trouble: str = "", status: int = 200) -> HttpResponse:
    code = translation.get_language() or "en"
    said = Feedback.objects.of(match.workspace).filter(match=match, side=Side.INSIDER).first()
    told = {
        "programme": programme_of(match.workspace),
        "match": match,
        "kept": kept_path(match),
        "seeker": seeker_name(match.participant, code),
        "said": said,
        "is_over": bool(match.starts_at and match.starts_at <= timezone.now()),
        "trouble": trouble,
        "languages": [(other, bcp47(other), name) for other, name in settings.LANGUAGES if other != code],
        "language": code,
    }
    return render(request, "programmes/talk_said.html", told, status=status)


def _saved(request: HttpRequest, token: str, match: Match) -> HttpResponse:
    said = said_of(request.POST)
    if said is None:
        return _page(request, match, "came", status=422)
    try:
        give_feedback(workspace=match.workspace, match_id=match.pk, side=Side.INSIDER, said=said, now=timezone.now())
    except (NotOpenError, NotYetError):
        return _page(request, match, status=409)
    except Match.DoesNotExist:
        raise Http404 from None
    return redirect(f"{request.path}?language={translation.get_language()}")


def _match_of(token: str) -> Match | None:
    told = read_token(TALK, token)
    rows = Match._base_manager.select_related("workspace", "insider", "participant")  # the link says whose
    return rows.filter(**told.row).first() if told else None
