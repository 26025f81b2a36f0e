"""How far it is: the forecast and the other pictures, and the goal itself."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from askwell.accounts.actions import set_goal
from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.interviews.queries import progress as reads
from askwell.interviews.web.pictures import effort_picture, forecast_picture, funnel_picture
from askwell.interviews.web.words import forecast as words
from askwell.interviews.web.words.opened import remark, ways
from askwell.lib.numbers import whole_number
from askwell.ui.say import say


def progress(request: HttpRequest) -> HttpResponse:
    """The pictures; a POST sets the goal and its date."""
    workspace = workspace_of(request.user)
    if request.method == "POST":
        return _set(request, workspace)
    return _page(request, workspace)


def _page(request: HttpRequest, workspace: Workspace, *, status: int = 200, trouble: str = "") -> HttpResponse:
    page, language = reads.progress(workspace, timezone.now()), translation.get_language() or "en"
    context = {
        "page": page,
        "trouble": trouble,
        "sentence": words.sentence(page.forecast, page.goal, page.today, language),
        "further": [
            text
            for text in (
                words.faster(page.forecast, page.today, language),
                words.contacts(page.forecast),
                words.by_date(page.forecast, page.goal_on, page.today, language),
            )
            if text
        ],
        "climb": forecast_picture(page, language),
        "funnel": funnel_picture(page.funnel) if page.funnel else "",
        "effort": effort_picture(page.weeks, language),
        "ways": ways(page.opened),
        "remark": remark(page.opened),
        "rates": [(words.group(rate), rate) for rate in page.forecast.groups],
    }
    return render(request, "interviews/progress.html", context, status=status)


def _set(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    try:
        goal_on = date.fromisoformat(text) if (text := request.POST.get("goal_on", "")) else None
        set_goal(workspace=workspace, goal=whole_number(request.POST.get("goal", ""), 0), goal_on=goal_on)
    except ValueError:
        return _page(
            request, workspace, status=422, trouble=_("A goal is 1 to 50 interviews, and a day of the calendar.")
        )
    say(request, _("Your goal is set."))
    return redirect("interviews:progress")
