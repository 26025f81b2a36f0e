"""The room in which one rehearses: the page, and everything that is done on it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.interviews.choices import TIARA
from askwell.lib.numbers import whole_number
from askwell.practice.actions import errors, rehearsing
from askwell.practice.models import Rehearsal
from askwell.practice.queries.modelling import goes_to
from askwell.practice.queries.room import room as read_room
from askwell.practice.rules.record import SHARE
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
    typed = request.POST.get("text", "")
    return _did(request, rehearsal_id, lambda **where: rehearsing.say(text=typed, **where), typed)


@require_POST
def take_back(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """Unsay the last turn; it stands in the field again, to be said better."""
    unsaid: list[str] = []
    answer = _did(request, rehearsal_id, lambda **where: unsaid.append(rehearsing.take_back(**where)))
    return _shown(request, rehearsal_id, Aside(typed=unsaid[0])) if unsaid else answer


@require_POST
def pause(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    return _did(request, rehearsal_id, rehearsing.pause)


@require_POST
def go_on(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    return _did(request, rehearsal_id, rehearsing.go_on)


@require_POST
def tick(request: HttpRequest, rehearsal_id: UUID, question_id: UUID) -> HttpResponse:
    """A question of the brief was asked, or was not after all."""
    workspace = workspace_of(request.user)
    try:
        rehearsing.tick(workspace=workspace, rehearsal_id=rehearsal_id, question_id=question_id)
    except (Rehearsal.DoesNotExist, errors.OverError):
        raise Http404 from None
    return _shown(request, rehearsal_id) if request.htmx else redirect("practice:room", rehearsal_id)  # type: ignore[attr-defined]


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


def _did(request: HttpRequest, rehearsal_id: UUID, act: Callable[..., object], typed: str = "") -> HttpResponse:
    """Do it to the talk as the page had it (`version`), and show the talk as it stands then."""
    version = whole_number(request.POST.get("version", ""), 0)
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
    context = {"page": page, "one": page.rehearsal, "aside": aside, "limit": SHARE, "topics": TIARA}
    context["goes_to"] = goes_to(page.rehearsal.workspace)
    return render(request, "practice/room.html", context, status=status)
