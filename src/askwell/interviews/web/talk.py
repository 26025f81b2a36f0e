"""The live page: the clock, the questions with their notes, and what is caught on the way."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import holding
from askwell.interviews.actions.errors import EmptyTextError, StaleNoteError
from askwell.interviews.choices import Caught
from askwell.interviews.models import Interview
from askwell.interviews.queries.talk import talk_page, with_person
from askwell.interviews.web.words.caught import CAUGHT
from askwell.interviews.web.words.prepare import labels
from askwell.interviews.web.words.states import call_name
from askwell.lib.ids import id_of, uuid7
from askwell.lib.numbers import whole_number
from askwell.ui.say import say

CUE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Clash:
    """A note written on two devices: what stands, and what this one wrote."""

    theirs: str
    mine: str


def talk(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """The page; a POST starts or stops the clock, or (without a script) saves all notes."""
    workspace = workspace_of(request.user)
    if request.method != "POST":
        return _page(request, workspace, interview_id)
    try:
        with_person(workspace, interview_id)
        clashes = _save(workspace, interview_id, request.POST)
        match request.POST.get("do"):
            case "start":
                holding.begin_talk(workspace=workspace, interview_id=interview_id, now=timezone.now())
            case "stop":
                holding.end_talk(workspace=workspace, interview_id=interview_id, now=timezone.now())
    except Interview.DoesNotExist:
        raise Http404 from None
    if clashes:
        return _page(request, workspace, interview_id, clashes=clashes, status=422)
    return redirect("interviews:talk", interview_id)


def _page(
    request: HttpRequest,
    workspace: Workspace,
    interview_id: UUID,
    *,
    clashes: dict[str, Clash] | None = None,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    try:
        page = talk_page(workspace, interview_id, now)
    except Interview.DoesNotExist:
        raise Http404 from None
    one, clashes, language = page.interview, clashes or {}, get_language() or "en"
    context = {
        "page": page,
        "one": one,
        "name": call_name(page.who),
        "questions": [
            (question, clashes.get(str(question.id)), labels(question.number, language)) for question in page.questions
        ],
        "clash": clashes.get(""),
        "ends_at": one.began_at + timedelta(minutes=one.minutes) if one.began_at else None,
        "is_running": one.began_at is not None and one.ended_at is None,
        "now": now,
        "keys": " ".join(_keys(f"{request.user.pk} {one.id}")),
        "cue_seconds": int(CUE.total_seconds()),
        "kinds": [(kind, words, [row for row in page.caught if row.kind is kind]) for kind, words in CAUGHT.items()],
    }
    return render(request, "interviews/talk.html", context, status=status)


def _keys(whose: str) -> Iterator[str]:
    """What the page seals with (the first) and opens with what waits in the browser: for this user and interview."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        key = salted_hmac("askwell.interviews.talk", whose, secret=secret, algorithm="sha256")
        yield base64.b64encode(key.digest()).decode()


def _save(workspace: Workspace, interview_id: UUID, posted: QueryDict) -> dict[str, Clash]:
    """Save every note of the form; returns those that were written elsewhere meanwhile."""
    clashes = {}
    for name in posted:
        prefix, _dash, field = name.partition("-")
        if prefix != "note":
            continue
        text, version = posted.get(name, ""), whole_number(posted.get(f"version-{field}", ""), 0)
        try:
            holding.save_note(
                workspace=workspace, interview_id=interview_id, question_id=id_of(field), text=text, version=version
            )
        except StaleNoteError as error:
            clashes[field] = Clash(error.text, text)
    return clashes


@require_POST
def note(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Keep one note as it is typed: {"version": n}; 409 with {"text", "version"} when another device wrote it."""
    try:
        version = holding.save_note(
            workspace=workspace_of(request.user),
            interview_id=interview_id,
            question_id=id_of(request.POST.get("field", "")),
            text=request.POST.get("text", ""),
            version=whole_number(request.POST.get("version", ""), 0),
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    except StaleNoteError as error:
        return JsonResponse({"text": error.text, "version": error.version}, status=409)
    return JsonResponse({"version": version})


@require_POST
def catch(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Keep something caught on the way; sent again with the same key it is kept once."""
    kind = _kind(request.POST.get("kind", ""))
    try:
        key = holding.catch(
            workspace=workspace_of(request.user),
            interview_id=interview_id,
            kind=kind,
            text=request.POST.get("text", ""),
            key=id_of(request.POST.get("key", "")) or uuid7(),
            now=timezone.now(),
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    except EmptyTextError:
        if _wants_json(request):
            return JsonResponse({}, status=422)
        say(request, _("There was nothing to keep."))
        return redirect("interviews:talk", interview_id)
    if _wants_json(request):
        return JsonResponse({"id": str(key)})
    return redirect("interviews:talk", interview_id)


@require_POST
def let_go(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Take one caught thing away; the undo catches it again."""
    kind, key = _kind(request.POST.get("kind", "")), id_of(request.POST.get("key", ""))
    if key is None:
        raise Http404
    workspace = workspace_of(request.user)
    try:
        text = holding.let_go(workspace=workspace, interview_id=interview_id, kind=kind, key=key, now=timezone.now())
    except ObjectDoesNotExist:
        raise Http404 from None
    request.session[_gone(interview_id)] = [*request.session.get(_gone(interview_id), []), [kind, text, str(key)]]
    say(request, _("Taken off."), undo=reverse("interviews:catch_again", args=[interview_id]))
    return redirect("interviews:talk", interview_id)


@require_POST
def catch_again(request: HttpRequest, interview_id: UUID) -> HttpResponse:
    """Undo of the last `let_go`, in the same session."""
    gone = request.session.get(_gone(interview_id), [])
    if not gone:
        raise Http404
    kind, text, key = gone.pop()
    request.session[_gone(interview_id)] = gone
    try:
        holding.catch(
            workspace=workspace_of(request.user),
            interview_id=interview_id,
            kind=Caught(kind),
            text=text,
            key=UUID(key),
            now=timezone.now(),
        )
    except Interview.DoesNotExist:
        raise Http404 from None
    return redirect("interviews:talk", interview_id)


def _gone(interview_id: UUID) -> str:
    return f"let-go-{interview_id}"


def _kind(code: str) -> Caught:
    if code not in set(Caught):
        raise Http404
    return Caught(code)


def _wants_json(request: HttpRequest) -> bool:
    return request.accepts("application/json") and not request.accepts("text/html")
