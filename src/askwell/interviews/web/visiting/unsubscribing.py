"""No more mail of a programme: by a button on a page, or by the mail program itself (RFC 8058, one click)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.outreach.queries.mail.unsubscribing import read_unsubscribe
from askwell.people.actions.stopping import stop_address
from askwell.people.choices import UNSUBSCRIBED
from askwell.ui.doorstep import doorstep


@csrf_exempt  # a mail program's POST has no cookie; the link's signature says more than a token could
@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A GET only asks: programs that look at links before people do must not unsubscribe them."""
    told = read_unsubscribe(token)
    workspace = Workspace.objects.filter(pk=told[0]).first() if told else None
    if told is None or workspace is None:
        return render(request, "visiting/ended.html", {"why": "unknown"}, status=404)
    is_done = request.method == "POST"
    if is_done:
        stop_address(workspace=workspace, email=told[1], why=UNSUBSCRIBED, now=timezone.now())
    return render(request, "visiting/unsubscribe.html", {"is_done": is_done, "address": told[1]})
