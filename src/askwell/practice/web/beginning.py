"""Choosing an insider, and sitting down with them."""

import secrets
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.interviews.models import Interview
from askwell.practice.actions import rehearsing
from askwell.practice.actions.errors import NoSuchInsiderError
from askwell.practice.choices import MINUTES, Lesson
from askwell.practice.models import Rehearsal
from askwell.practice.queries.beginning import ForWhom, for_whom, guess
from askwell.practice.queries.modelling import goes_to
from askwell.practice.queries.talks import rehearsal_of
from askwell.practice.rules.trades import found
from askwell.practice.web.forms import BeginForm
from askwell.practice.web.words.drills import KINDS
from askwell.practice.web.words.insiders import LANGUAGES, MOODS, by_family
from askwell.ui.rooms import bcp47
from askwell.ui.say import say as tell

SEEDS = 2**31
USUAL = {"mood": "friendly", "minutes": "10", "language": "en"}


def begin(request: HttpRequest, interview_id: UUID | None = None) -> HttpResponse:
    """The choices, with a brief the likeliest ones made already; a POST sits down. `q` searches the trades."""
    try:
        whom = _whom(request, interview_id)
    except Interview.DoesNotExist:
        raise Http404 from None
    if request.method != "POST":
        return _choices(request, whom, BeginForm())
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _choices(request, whom, form)
    rehearsal = rehearsing.begin(
        workspace=workspace_of(request.user), interview_id=interview_id, seed=secrets.randbelow(SEEDS),
        now=timezone.now(), **form.cleaned_data,
    )  # fmt: skip
    return redirect("practice:room", rehearsal.pk)


@require_POST
def again(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """Sit down with somebody of the same kind once more, for one thing (`aim`) and for a short while. Where Askwell
    knows nobody of that trade any more, with the choices instead."""
    try:
        one = rehearsal_of(workspace_of(request.user), rehearsal_id)
    except Rehearsal.DoesNotExist:
        raise Http404 from None
    aim = request.POST.get("aim", "")
    try:
        rehearsal = rehearsing.begin(
            workspace=one.workspace, interview_id=one.interview_id, trade=one.trade, mood=one.mood,
            language=one.language, minutes=MINUTES[0] if aim in set(Lesson) else one.minutes, aim=aim,
            seed=secrets.randbelow(SEEDS), now=timezone.now(),
        )  # fmt: skip
    except NoSuchInsiderError:
        tell(request, _("Askwell knows nobody of that trade any more. Choose another."))
        return redirect("practice:begin")
    return redirect("practice:room", rehearsal.pk)


def _whom(request: HttpRequest, interview_id: UUID | None) -> ForWhom | None:
    if interview_id is None:
        return None
    viewer = bcp47(translation.get_language() or "en")
    return for_whom(workspace_of(request.user), interview_id, language=viewer)


def _choices(request: HttpRequest, whom: ForWhom | None, form: BeginForm) -> HttpResponse:
    guessed = guess(workspace_of(request.user), whom.who.title if whom else "")
    language = whom.language if whom and whom.language in LANGUAGES else USUAL["language"]
    chosen = {**USUAL, "trade": guessed.trade, "language": language}
    for name in chosen:
        chosen[name] = form.data.get(name) or request.GET.get(name) or chosen[name]
    query = request.GET.get("q", "").strip()[:100]
    context = {
        "form": form,
        "whom": whom,
        "guessed": guessed if guessed.trade == chosen["trade"] else None,
        "chosen": chosen,
        "query": query,
        "families": by_family(found(query)),
        "moods": [(mood.value, *words) for mood, words in MOODS.items()],
        "minutes": [str(minutes) for minutes in MINUTES],
        "languages": LANGUAGES.items(),
        "goes_to": goes_to(workspace_of(request.user)),
        "drills": [(kind.value, title) for kind, (title, _task) in KINDS.items()],
    }
    return render(request, "practice/begin.html", context, status=422 if form.errors else 200)
