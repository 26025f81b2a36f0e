"""The target list."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.outreach.actions import targets as actions
from askwell.outreach.choices import TargetKind
from askwell.outreach.models import Target
from askwell.outreach.queries import targets as reads
from askwell.outreach.queries import warnings
from askwell.ui.say import say

MOTIVATIONS = (
    ("None", gettext_lazy("not said")),
    ("0", gettext_lazy("0 not at all")),
    ("1", gettext_lazy("1 a little")),
    ("2", gettext_lazy("2 much")),
    ("3", gettext_lazy("3 very much")),
)
POSTINGS = (
    ("None", gettext_lazy("not looked")),
    ("1", gettext_lazy("1 none")),
    ("2", gettext_lazy("2 near it")),
    ("3", gettext_lazy("3 fitting")),
)


def targets(request: HttpRequest) -> HttpResponse:
    """The list; a POST adds to it."""
    workspace = workspace_of(request.user)
    if request.method == "POST":
        return _add(request, workspace)
    return _page(request, workspace)


def _page(request: HttpRequest, workspace: Workspace, *, error: str = "", status: int = 200) -> HttpResponse:
    page = {
        "list": reads(workspace),
        "warnings": warnings(workspace),
        "error": error,
        "motivations": MOTIVATIONS,
        "postings": POSTINGS,
    }
    return render(request, "outreach/targets.html", page, status=status)


def _add(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    kind = TargetKind.OCCUPATION if request.POST.get("kind") == TargetKind.OCCUPATION else TargetKind.EMPLOYER
    own, name = request.POST.get("own") == "on", request.POST.get("name", "")
    try:
        target, is_new = actions.add_target(
            workspace=workspace, name=name, kind=kind, is_own_company=own, now=timezone.now()
        )
    except actions.NamelessTargetError:
        return _page(request, workspace, error=_("Give it a name."), status=422)
    except actions.LongNameError:
        words = _("A name has %(most)s characters at most.") % {"most": actions.LONGEST_NAME}
        return _page(request, workspace, error=words, status=422)
    if is_new:
        words = _("%(name)s is on your list. How much do you want it?") % {"name": target.name}
    else:
        words = _("%(name)s is on your list already.") % {"name": target.name}
    say(request, words)
    return redirect(f"{reverse('outreach:targets')}#t-{target.pk}")


@require_POST
def change(request: HttpRequest, target_id: UUID) -> HttpResponse:
    """Rate it, take it up, put it back, mark it as one's own company, or take it off the list."""
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        match request.POST.get("do"):
            case "take_up":
                actions.take_up(workspace=workspace, target_id=target_id)
            case "put_back":
                actions.put_back(workspace=workspace, target_id=target_id)
            case "own" | "not_own" as choice:
                actions.mark_own_company(workspace=workspace, target_id=target_id, is_own=choice == "own")
            case "remove":
                gone = actions.remove_target(workspace=workspace, target_id=target_id, now=now)
                words = _("%(name)s is off the list.") % {"name": gone.name}
                say(request, words, undo=reverse("outreach:restore_target", args=[target_id]))
                return redirect("outreach:targets")
            case _:
                _rate(request, workspace, target_id)
    except Target.DoesNotExist:
        raise Http404 from None
    except actions.FiveAlreadyError:
        return _page(request, workspace, error=_("Five are enough at a time. Put one back first."), status=422)
    except actions.NotOnTheScaleError:
        return _page(request, workspace, error=_("That is not on the scale."), status=422)
    return redirect(f"{reverse('outreach:targets')}#t-{target_id}")


def _rate(request: HttpRequest, workspace: Workspace, target_id: UUID) -> None:
    actions.rate_target(
        workspace=workspace,
        target_id=target_id,
        motivation=_number(request.POST.get("motivation", "")),
        posting=_number(request.POST.get("posting", "")),
    )


def _number(text: str) -> int | None:
    if text in ("", "None"):
        return None
    return whole_number(text, -1)


@require_POST
def restore(request: HttpRequest, target_id: UUID) -> HttpResponse:
    try:
        actions.restore_target(workspace=workspace_of(request.user), target_id=target_id)
    except Target.DoesNotExist:
        raise Http404 from None
    return redirect(f"{reverse('outreach:targets')}#t-{target_id}")
