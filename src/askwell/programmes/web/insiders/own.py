"""An insider's own page, by its link alone: what they offer, a pause, what became of their talks, and the way out.
Looking at it writes nothing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.lib.times import zone
from askwell.programmes.actions.errors import ChangedMeanwhileError, NotNowError
from askwell.programmes.actions.insiders import standing
from askwell.programmes.actions.insiders.telling import change_insider
from askwell.programmes.choices import Audience, InsiderState
from askwell.programmes.models import Insider, Programme
from askwell.programmes.queries.insiders.doors import insider_of, programme_of_insider
from askwell.programmes.queries.insiders.outcomes import outcomes_of
from askwell.programmes.queries.insiders.standing import standing_of, talks_of
from askwell.programmes.queries.intake import known_topics, questions
from askwell.programmes.rules.facts import InsiderFacts
from askwell.programmes.web.forming import point
from askwell.programmes.web.insiders.forms import OwnForm, told_of
from askwell.programmes.web.insiders.moving import day_of
from askwell.programmes.web.versions import changed_meanwhile
from askwell.programmes.web.visitors import ended, in_own_language, languages
from askwell.ui.doorstep import doorstep


@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, token: str) -> HttpResponse:
    """The page; a POST does one thing (`do`)."""
    insider = insider_of(token)
    if insider is None:
        return ended(request, "unknown")
    with in_own_language(request, insider.page_language):
        programme = programme_of_insider(insider.workspace)
        if request.method == "POST" and request.POST.get("do") != "save":
            return _moved(request, token, insider)
        form = _form(request, programme, insider, request.POST if request.method == "POST" else None)
        is_sent = request.method == "POST" and insider.state != InsiderState.LEFT
        if is_sent and form.is_valid() and _saved(form, insider):
            return _again(request, "saved")
        return _page(request, token, programme, insider, form)


def _form(request: HttpRequest, programme: Programme, insider: Insider, sent: QueryDict | None) -> OwnForm:
    asked = questions(insider.workspace, Audience.INSIDERS, request.LANGUAGE_CODE, programme.language)
    topics = known_topics(insider.workspace, request.LANGUAGE_CODE, insider.field)
    return OwnForm(sent, initial=dict(told_of(insider)), questions=asked, topics=topics)


def _saved(form: OwnForm, insider: Insider) -> bool:
    """What they do not see on the page stays as it was."""
    kept = {"email": insider.email, "obtained": insider.obtained, "note": insider.note}
    facts = InsiderFacts(**{**vars(form.facts), **kept})
    version = form.cleaned_data["version"] or 0
    try:
        change_insider(
            workspace=insider.workspace, insider_id=insider.pk, version=version, facts=facts, by_self=True,
            now=timezone.now(),
        )  # fmt: skip
    except ChangedMeanwhileError:
        changed_meanwhile(form, insider.version)
        return False
    return True


def _again(request: HttpRequest, done: str) -> HttpResponse:
    return redirect(f"{request.path}?language={request.LANGUAGE_CODE}&done={done}")


def _page(
    request: HttpRequest, token: str, programme: Programme, insider: Insider, form: OwnForm, refusal: str = ""
) -> HttpResponse:
    now = timezone.now()
    point(form)
    talks = talks_of(insider.workspace, [insider.pk], now).get(insider.pk)
    rules = {"rest_days": programme.rest_days, "most_missed": programme.most_missed}
    context = {
        "programme": programme,
        "insider": insider,
        "standing": standing_of(insider, talks, **rules, now=now),
        "outcomes": outcomes_of(insider.workspace, insider.pk),
        "form": form,
        "token": token,
        "languages": languages(),
        "language": request.LANGUAGE_CODE,
        "leaving": "leave" in request.GET and request.method != "POST",
        "erasing": False,
        "done": request.GET.get("done", "") if request.method != "POST" else "",
        "refusal": refusal,
        "today": now.astimezone(zone(insider.zone)).date(),
    }
    page = "programmes/insiders/leave.html" if context["leaving"] else "programmes/insiders/own.html"
    if insider.state == InsiderState.LEFT:
        page = "programmes/insiders/left.html"
    with timezone.override(zone(insider.zone)):
        wrong = refusal or form.errors
        return render(request, page, context, status=422 if wrong else 200)


def _moved(request: HttpRequest, token: str, insider: Insider) -> HttpResponse:
    do = MOVES.get(request.POST.get("do", ""))
    if do is None:
        raise Http404
    try:
        do(insider, request.POST)
    except NotNowError:
        return _again(request, "stale")
    except EmptyDayError:
        programme = programme_of_insider(insider.workspace)
        form = _form(request, programme, insider, None)
        return _page(request, token, programme, insider, form, _("Choose a day to come, or leave the field empty."))
    return _again(request, request.POST["do"])


class EmptyDayError(Exception):
    """The day of a pause is none, or past."""


def _pause(insider: Insider, said: QueryDict) -> None:
    until = day_of(said.get("until", ""))
    today = timezone.now().astimezone(zone(insider.zone)).date()
    if said.get("until") and (until is None or until <= today):
        raise EmptyDayError
    standing.pause(workspace=insider.workspace, insider_id=insider.pk, until=until, now=timezone.now())


def _resume(insider: Insider, _said: QueryDict) -> None:
    standing.resume(workspace=insider.workspace, insider_id=insider.pk)


def _leave(insider: Insider, _said: QueryDict) -> None:
    standing.leave(workspace=insider.workspace, insider_id=insider.pk, is_own_wish=True, now=timezone.now())


def _stay(insider: Insider, _said: QueryDict) -> None:
    standing.stay(workspace=insider.workspace, insider_id=insider.pk, is_own_wish=True)


MOVES: dict[str, Callable[[Insider, QueryDict], None]] = {
    "pause": _pause,
    "resume": _resume,
    "leave": _leave,
    "stay": _stay,
}
