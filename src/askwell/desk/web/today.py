"""Today: the ten doors, what to do next, this week, what opened doors."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.desk.actions.demo import NoDemo, empty_demo, fill_demo
from askwell.desk.queries import today as reads
from askwell.desk.queries.erasing import everything
from askwell.desk.web.words.counts import do_next_words, doors_heading, effort_words
from askwell.desk.web.words.people import table_lines
from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.outreach.queries.mail.outbox import outbox
from askwell.ui.say import say

REHEARSED_WITHIN = timedelta(days=2)
"""So near a talk is, a rehearsal is proposed."""


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
            "today": timezone.localdate(now),
            "soon": now + REHEARSED_WITHIN,
            "is_demo": workspace.is_demo,
            "heading": doors_heading(page.doors.opened, page.goal),
            "effort": effort_words(page),
            "total": do_next_words(page.next),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def empty(request: HttpRequest) -> HttpResponse:
    """Start with one's own people: shows what goes and what stays; a POST does it."""
    if request.method != "POST":
        return _before_emptying(request)
    try:
        empty_demo(
            workspace=workspace_of(request.user), now=timezone.now(), time_zone=request.POST.get("time_zone", "")
        )
    except NoDemo:
        say(request, _("This is no demo: nothing was emptied."))
    else:
        say(request, _("The demo is gone. This is yours now."), undo=reverse("desk:refill_demo"))
    return redirect("desk:people")


def _before_emptying(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    if not workspace.is_demo:
        raise Http404
    context = {
        "lines": table_lines(everything(workspace)),
        "mailbox": usual_mailbox(workspace),
        "waiting": len(outbox(workspace).waits),
    }
    return render(request, "desk/empty_demo.html", context)


@require_POST
def refill(request: HttpRequest) -> HttpResponse:
    """Undo of `empty`: the demo is told anew, while nothing of one's own is there."""
    if not fill_demo(workspace=workspace_of(request.user), now=timezone.now()):
        say(request, _("There is something of your own here by now, so the demo stays away."))
        return redirect("desk:people")
    return redirect("desk:today")
