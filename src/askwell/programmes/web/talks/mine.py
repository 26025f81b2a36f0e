"""A seeker's talks that their programmes arranged, and how each of them was."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.queries import workspace_of
from askwell.programmes.actions.errors import NotOpenError, NotYetError
from askwell.programmes.actions.feedback import Said, give_feedback
from askwell.programmes.choices import Side
from askwell.programmes.models import Match
from askwell.programmes.queries import my_talks as queries
from askwell.programmes.web.talks.forms import said_of
from askwell.ui.say import say


@require_safe
def my_talks(request: HttpRequest) -> HttpResponse:
    rows = queries.my_talks(workspace_of(request.user), get_language() or "en", timezone.now())
    return render(request, "programmes/my_talks.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def my_talk(request: HttpRequest, match_id: UUID) -> HttpResponse:
    now, code = timezone.now(), get_language() or "en"
    try:
        match, row = queries.my_talk(workspace_of(request.user), match_id, code, now)
    except Match.DoesNotExist:
        raise Http404 from None
    trouble = ""
    if request.method == "POST":
        said = said_of(request.POST)
        if said is not None:
            return _saved(request, match, said)
        trouble = "came"
    told = {"row": row, "said": row.said, "trouble": trouble}
    return render(request, "programmes/my_talk.html", told, status=422 if trouble else 200)


def _saved(request: HttpRequest, match: Match, said: Said) -> HttpResponse:
    try:
        give_feedback(workspace=match.workspace, match_id=match.pk, side=Side.SEEKER, said=said, now=timezone.now())
    except (NotOpenError, NotYetError):
        say(request, _("That does not fit any more. Here is how it stands."))
    else:
        say(request, _("Thank you. The programme is told."))
    return redirect("programmes:my_talks")
