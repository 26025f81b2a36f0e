"""The page of insights."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import learning
from askwell.interviews.actions.errors import EmptyTextError
from askwell.interviews.choices import SubjectKind
from askwell.interviews.queries.insights import insiders_met, insights_page, subjects_named
from askwell.interviews.web.words.insights import KINDS, rating_of
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.ui.rooms import address
from askwell.ui.say import say

WHERE = ("about", "only", "page")
"""What the address says of the part that is shown."""


def insights(request: HttpRequest) -> HttpResponse:
    """Claims by subject; `about` (kind:key) shows one subject alone, `only=useful` those rated so, `change` (an id)
    opens one claim to be put otherwise."""
    return _page(request, workspace_of(request.user), changing=id_of(request.GET.get("change", "")))


def _page(
    request: HttpRequest, workspace: Workspace, *, changing: UUID | None, trouble: str = "", status: int = 200
) -> HttpResponse:
    about = request.GET.get("about", "")
    kind, _colon, key = about.partition(":")
    only_useful = request.GET.get("only") == "useful"
    page = insights_page(
        workspace,
        timezone.now(),
        subject=(kind, key) if kind in set(SubjectKind) else None,
        only_useful=only_useful,
        number=whole_number(request.GET.get("page", ""), 1),
    )
    where = _where(request)
    context = {
        "page": page,
        "about": about,
        "only_useful": only_useful,
        "where": where,
        "change_at": f"{where}&change=" if where else "?change=",
        "changing": changing,
        "trouble": trouble,
    }
    if changing:
        context |= {"insiders": insiders_met(workspace), "names": subjects_named(workspace), "kinds": KINDS.items()}
    return render(request, "interviews/insights.html", context, status=status)


def _where(request: HttpRequest) -> str:
    """The address's query again, as far as it says which part is shown."""
    said = {name: request.GET[name] for name in WHERE if request.GET.get(name)}
    return f"?{urlencode(said)}" if said else ""


def _back(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    return redirect(f"{address('interviews:insights')}{_where(request)}#c-{insight_id}")


@require_POST
def change(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    """Rate a claim, put it otherwise, hear another insider on it, set it aside or take it up again (`do`)."""
    workspace = workspace_of(request.user)
    try:
        _change(request, workspace, insight_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    except EmptyTextError:
        return _page(request, workspace, changing=insight_id, trouble=_("A claim needs words."), status=422)
    return _back(request, insight_id)


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
            say(request, _("Set aside."), undo=f"{address('interviews:insight', insight_id)}?do=take_up")
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
    person = id_of(posted.get("person", ""))
    if person is None:
        raise Http404
    return person


@require_POST
def unhear(request: HttpRequest, voice_id: UUID) -> HttpResponse:
    """Take a voice back."""
    try:
        insight_id = learning.unhear(workspace=workspace_of(request.user), voice_id=voice_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    return _back(request, insight_id)
