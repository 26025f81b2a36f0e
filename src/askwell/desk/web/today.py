"""Today: the ten doors, what to do next, this week, what opened doors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.desk.actions.demo import NoDemo, empty_demo
from askwell.desk.queries import today as reads
from askwell.desk.web.words.counts import do_next_words, doors_heading, effort_words
from askwell.ui.say import say


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    page = reads.today(workspace, now)
    return render(
        request,
        "desk/today.html",
        {
            "page": page,
            "now": now,
            "is_demo": workspace.is_demo,
            "heading": doors_heading(page.doors.opened, page.goal),
            "effort": effort_words(page),
            "total": do_next_words(page.next),
        },
    )


@require_POST
def empty(request: HttpRequest) -> HttpResponse:
    """Start with one's own people: the demo's are gone."""
    try:
        empty_demo(workspace=workspace_of(request.user))
    except NoDemo:
        say(request, _("This is no demo: nothing was emptied."))
    else:
        say(request, _("The demo is gone. This is yours now."))
    return redirect("desk:people")
