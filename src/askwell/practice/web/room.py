"""The room in which one rehearses: the page, and everything that is done on it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.coach.drills import Kind
from askwell.interviews.choices import TIARA
from askwell.lib.numbers import whole_number
from askwell.practice.actions import errors, rehearsing
from askwell.practice.models import Rehearsal
from askwell.practice.queries.modelling import named_model
from askwell.practice.queries.room import room as read_room
from askwell.practice.queries.talks import rehearsal_of
from askwell.practice.rules.record import SHARE
from askwell.practice.web.drilling import drill_address
from askwell.practice.web.words.modelling import trouble_words
from askwell.ui.say import say as tell


@dataclass(frozen=True, slots=True)
class Aside:
    """What the page says beside the talk: `words`, or a `concern` that it has an answer of its own for; `typed`
    stands in the field still."""

    words: str = ""
    concern: str = ""
    typed: str = ""


@require_safe
def room(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    return _shown(request, rehearsal_id)


@require_POST
def say(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """The seeker's turn; the insider's answer stands on the page that comes back."""
    return _did(
        request,
        rehearsal_id,
        partial(rehearsing.say, text=request.POST.get("text", ""), host=request.POST.get("goes_to", "")),
    )


@require_POST
def take_back(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """Unsay the last turn; it stands in the field again, to be said better."""
    return _did(request, rehearsal_id, _keeping(request, rehearsing.take_back))


@require_POST
def pause(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """Stop the clock; on to a drill where one is named (`drill`)."""
    answer = _did(request, rehearsal_id, _keeping(request, rehearsing.pause))
    kind = request.POST.get("drill", "")
    if kind not in set(Kind) or answer.status_code >= HTTPStatus.BAD_REQUEST:
        return answer
    language = rehearsal_of(workspace_of(request.user), rehearsal_id).language
    to = drill_address(kind, language, reverse("practice:room", args=[rehearsal_id]))
    return HttpResponseClientRedirect(to) if request.htmx else redirect(to)  # type: ignore[attr-defined]


@require_POST
def go_on(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    return _did(request, rehearsal_id, _keeping(request, rehearsing.go_on))


@require_POST
def ask_model_again(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """A language model that failed is asked again with the next turn."""
    return _did(request, rehearsal_id, _keeping(request, rehearsing.ask_model_again))


@require_POST
def tick(request: HttpRequest, rehearsal_id: UUID, question_id: UUID) -> HttpResponse:
    """A question of the brief was asked, or was not after all."""

    def act(workspace: Workspace, rehearsal_id: UUID, **_: object) -> None:
        typed = request.POST.get("text", "")
        rehearsing.tick(workspace=workspace, rehearsal_id=rehearsal_id, question_id=question_id, unsent=typed)

    return _did(request, rehearsal_id, act)


@require_POST
def end(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """To the report; a rehearsal in which nothing was said leaves no trace."""
    try:
        ended = rehearsing.end(workspace=workspace_of(request.user), rehearsal_id=rehearsal_id, now=timezone.now())
    except Rehearsal.DoesNotExist:
        raise Http404 from None
    if ended is None:
        tell(request, _("Nothing was said, so there is nothing to report."))
        return redirect("practice:home")
    return redirect("practice:report", rehearsal_id)


def _keeping(request: HttpRequest, act: Callable[..., object]) -> Callable[..., object]:
    """The same, and what is typed stays."""
    return partial(act, unsent=request.POST.get("text", ""))


def _did(request: HttpRequest, rehearsal_id: UUID, act: Callable[..., object]) -> HttpResponse:
    """Do it to the talk as the page had it (`version`), and show the talk as it stands then."""
    version, typed = whole_number(request.POST.get("version", ""), 0), request.POST.get("text", "")
    try:
        act(workspace=workspace_of(request.user), rehearsal_id=rehearsal_id, version=version, now=timezone.now())
    except Rehearsal.DoesNotExist:
        raise Http404 from None
    except errors.ConcernError as error:
        return _shown(request, rehearsal_id, Aside(concern=error.concern), 422)
    except errors.PracticeError as error:
        return _shown(request, rehearsal_id, Aside(_why(error), typed=typed[: rehearsing.MOST]), 422)
    return _shown(request, rehearsal_id) if request.htmx else redirect("practice:room", rehearsal_id)  # type: ignore[attr-defined]


def _why(error: errors.PracticeError) -> str:
    match error:
        case errors.EmptyTurnError():
            return _("Say something first: one question is enough.")
        case errors.LongTurnError():
            return _("Nobody could follow so much at once. Here is the beginning of it; make one question of it.")
        case errors.StaleTalkError():
            return _("The talk went on in another window. This is how it stands; what you typed is still here.")
        case _:
            return _("The talk is over.")


def _shown(request: HttpRequest, rehearsal_id: UUID, aside: Aside | None = None, status: int = 200) -> HttpResponse:
    try:
        page = read_room(workspace_of(request.user), rehearsal_id, timezone.now())
    except Rehearsal.DoesNotExist:
        raise Http404 from None
    model = named_model(page.rehearsal.workspace)
    context = {
        "page": page,
        "one": page.rehearsal,
        "aside": aside,
        "typed": aside.typed if aside else page.rehearsal.unsent,
        "limit": SHARE,
        "topics": TIARA,
        "goes_to": model.host if model and model.is_on else "",
        "resting": model if model and model.rests(timezone.now()) else None,
        "trouble": trouble_words(model.trouble) if model else "",
    }
    return render(request, "practice/room.html", context, status=status)
