"""Openings are brought: pasted, as a file, by their address, from the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.queries import workspace_of
from askwell.opportunities.actions.errors import (
    NoLinkError,
    NothingBroughtError,
    OpportunityError,
    TooLargeError,
    TooManyWaitingError,
)
from askwell.opportunities.actions.intakes import receive
from askwell.opportunities.choices import Brought
from askwell.opportunities.queries.intakes import intakes_open
from askwell.opportunities.tasks import queue_intake
from askwell.opportunities.web.words.bookmark import bookmark
from askwell.opportunities.web.words.refusals import refusal
from askwell.protocols.postings import MOST_BYTES


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The ways in; a POST takes one of them (`how`)."""
    if request.method != "POST":
        return _page(request)
    try:
        return _receive(request)
    except OpportunityError as error:
        return _page(request, trouble=trouble_of(error))


@require_safe
def clip(request: HttpRequest) -> HttpResponse:
    """The window that the bookmark opens. What it took from the page stands in the address behind #, which no server
    sees; the page's script puts it into the form."""
    return render(request, "opportunities/clip.html")


def _receive(request: HttpRequest) -> HttpResponse:
    how = request.POST.get("how", "")
    text, address = request.POST.get("text", ""), request.POST.get("address", "")
    told: dict[str, object] = {"brought": Brought.PASTED, "data": text.encode(), "address": address}
    upload = request.FILES.get("file")
    if how == Brought.LINK:
        told = {"brought": Brought.LINK, "address": address}
    elif how == Brought.FILE:
        data = upload.read(MOST_BYTES + 1) if upload else b""
        told = {"brought": Brought.FILE, "data": data, "name": upload.name if upload else ""}
    elif how == Brought.BOOKMARK:
        told |= {"brought": Brought.BOOKMARK, "name": request.POST.get("title", "")}
    row = receive(workspace=workspace_of(request.user), now=timezone.now(), **told)  # type: ignore[arg-type]
    queue_intake(row.workspace_id, row.pk, row.brought)
    return redirect("opportunities:intake", row.pk)


def trouble_of(error: OpportunityError) -> str:
    match error:
        case NoLinkError():
            return refusal("no_link")
        case TooLargeError():
            return refusal("too_many_bytes")
        case TooManyWaitingError():
            return _("Five are being read already. Wait until one is done.")
        case NothingBroughtError():
            return _("Nothing came: paste a text, choose a file or name an address.")
    raise error


def _page(request: HttpRequest, *, trouble: str = "") -> HttpResponse:
    """What was typed stands there still."""
    context = {
        "trouble": trouble, "text": request.POST.get("text", ""), "address": request.POST.get("address", ""),
        "intakes": intakes_open(workspace_of(request.user)),
        "bookmark": bookmark(request.build_absolute_uri(reverse("opportunities:clip"))),
    }  # fmt: skip
    return render(request, "opportunities/add.html", context, status=422 if trouble else 200)
