"""The page of insights."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import learning
from askwell.interviews.actions.errors import EmptyTextError
from askwell.interviews.choices import SubjectKind
from askwell.interviews.queries.insights import insights_page, subjects_named
from askwell.interviews.web.words.insights import KINDS, RATINGS, rating_of
from askwell.lib.numbers import whole_number
from askwell.ui.say import say


def insights(request: HttpRequest) -> HttpResponse:
    """Claims by subject; `about` (kind:key) shows one subject alone, `only=useful` those rated so."""
    return _page(request, workspace_of(request.user))


def _page(request: HttpRequest, workspace: Workspace, *, status: int = 200, **trouble: object) -> HttpResponse:
    about = request.GET.get("about", "")
    kind, _colon, key = about.partition(":")
    only_useful = request.GET.get("only") == "useful"
    page = insights_page(
        workspace,
        subject=(kind, key) if kind in set(SubjectKind) else None,
        only_useful=only_useful,
        number=whole_number(request.GET.get("page", ""), 1),
    )
    context = {
        "page": page,
        "about": about,
        "only_useful": only_useful,
        "names": subjects_named(workspace),
        "kinds": KINDS.items(),
        "ratings": RATINGS,
        **trouble,
    }
    return render(request, "interviews/insights.html", context, status=status)


@require_POST
def change(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    """Rate a claim, put it otherwise, hear another insider on it, set it aside or take it up again (`do`)."""
    workspace = workspace_of(request.user)
    try:
        _change(request, workspace, insight_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    except EmptyTextError:
        return _page(request, workspace, status=422, trouble=_("A claim needs words."), troubled=insight_id)
    return redirect(f"{reverse('interviews:insights')}#c-{insight_id}")


def _change(request: HttpRequest, workspace: Workspace, insight_id: UUID) -> None:
    posted, now = request.POST, timezone.now()
    match posted.get("do", ""):
        case "rate":
            learning.rate(workspace=workspace, insight_id=insight_id, rating=rating_of(posted), now=now)
        case "agrees" | "disagrees" as verdict:
            person = _person(posted)
            learning.hear(
                workspace=workspace, insight_id=insight_id, person_id=person, agrees=verdict == "agrees", now=now
            )
        case "set_aside":
            learning.set_aside(workspace=workspace, insight_id=insight_id, now=now)
            say(request, _("Set aside."), undo=f"{reverse('interviews:insight', args=[insight_id])}?do=take_up")
        case "edit":
            learning.edit_insight(workspace=workspace, insight_id=insight_id, claim=_claim(posted), now=now)
        case _ if request.GET.get("do") == "take_up":
            learning.take_up_again(workspace=workspace, insight_id=insight_id, now=now)
        case _:
            raise Http404


def _claim(posted: QueryDict) -> learning.Claim:
    kind = posted.get("kind", "")
    return learning.Claim(
        text=posted.get("text", ""),
        kind=SubjectKind(kind) if kind in set(SubjectKind) else SubjectKind.FIELD,
        subject=posted.get("subject", ""),
        rating=rating_of(posted),
    )


def _person(posted: QueryDict) -> UUID:
    try:
        return UUID(posted.get("person", ""))
    except ValueError:
        raise Http404 from None


@require_POST
def unhear(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Take a voice back."""
    try:
        insight_id = learning.unhear(workspace=workspace_of(request.user), voice_id=voice_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    return redirect(f"{reverse('interviews:insights')}#c-{insight_id}")
