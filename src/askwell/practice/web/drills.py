"""The drills: one exercise a page, what the coach says, again or the next."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.coach.drills import LANGUAGES as CODES
from askwell.coach.drills import Item, Kind, items
from askwell.practice.actions import drills as actions
from askwell.practice.actions.errors import ConcernError, EmptyAnswerError, LongAnswerError, NoSuchExerciseError
from askwell.practice.models import DrillTry
from askwell.practice.queries.drills import Drills
from askwell.practice.queries.drills import drills as read
from askwell.practice.rules.drilling import judged
from askwell.practice.web.drilling import way_back
from askwell.practice.web.spoken import of_page
from askwell.practice.web.words import drills as words
from askwell.practice.web.words.insiders import LANGUAGES

KEPT = "drills"
"""Under which the session keeps the language."""


@require_safe
def drills(request: HttpRequest) -> HttpResponse:
    """All drills, how far one is with each, and which comes next."""
    page = drills_of(request)
    rows = [(one, *words.KINDS[one.kind]) for one in page.drills]
    context = {"page": page, "rows": rows, "next_words": words.KINDS[page.next.kind], **_languages(request)}
    return render(request, "practice/drills.html", context)


def drills_of(request: HttpRequest) -> Drills:
    """The viewer's drills in their language."""
    return read(workspace_of(request.user), _language(request))


def _language(request: HttpRequest) -> str:
    """That of the address, else the one that was chosen, else the page's."""
    chosen = request.GET.get("language") or request.session.get(KEPT)
    return chosen if chosen in CODES else of_page()


def _languages(request: HttpRequest) -> dict[str, object]:
    return {"language": _language(request), "languages": LANGUAGES.items()}


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """The language of the drills, kept as long as the viewer is signed in."""
    language = request.POST.get("language", "")
    request.session[KEPT] = language if language in CODES else ""
    return redirect("practice:drills")


@require_safe
def drill(request: HttpRequest, kind: str) -> HttpResponse:
    """The next exercise of a drill; `back` leads to where it was asked for."""
    if kind not in set(Kind):
        raise Http404
    return _asking(request, drills_of(request).of(Kind(kind)).next)


@require_POST
def attempt(request: HttpRequest) -> HttpResponse:
    exercise, typed = request.POST.get("exercise", ""), request.POST.get("text", "")
    try:
        done = actions.attempt(
            workspace=workspace_of(request.user), exercise=exercise, text=typed, now=timezone.now()
        )  # fmt: skip
    except NoSuchExerciseError:
        raise Http404 from None
    except EmptyAnswerError:
        return _asking(request, items()[exercise], _("Say something first: one sentence is a beginning."))
    except LongAnswerError:
        return _asking(request, items()[exercise], _("That is too long to say in one go."), typed)
    except ConcernError as error:
        return _asking(request, items()[exercise], concern=error.concern)
    back = way_back(request)
    to = reverse("practice:drill_try", args=[done.pk])
    return redirect(f"{to}?{urlencode({'back': back.address})}" if back else to)


def _asking(request: HttpRequest, item: Item, trouble: str = "", typed: str = "", concern: str = "") -> HttpResponse:
    context = {
        "item": item,
        "drill": read(workspace_of(request.user), item.language).of(item.kind),
        "trouble": trouble,
        "typed": typed,
        "concern": concern,
        "back": way_back(request),
        **words.told(item),
    }
    return render(request, "practice/drill.html", context, status=422 if trouble or concern else 200)


@require_safe
def drill_try(request: HttpRequest, drill_try_id: UUID) -> HttpResponse:
    """What the coach says of one try, and how it was meant."""
    try:
        done = DrillTry.kept(workspace_of(request.user)).get(pk=drill_try_id)
    except DrillTry.DoesNotExist:
        raise Http404 from None
    item = items().get(done.exercise)
    if item is None:
        raise Http404
    page = read(done.workspace, item.language)
    context = {
        "item": item,
        "done": done,
        "back": way_back(request),
        "drill": page.of(item.kind),
        "said": words.said(item, judged(item, done.text)),
        **words.told(item),
    }
    return render(request, "practice/drill_try.html", context)
