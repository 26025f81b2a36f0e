"""A card is left out, taken back, turned, or photographed anew."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.people.actions import scans
from askwell.people.choices import ScanState
from askwell.people.models import CardPicture, CardScan
from askwell.people.queries.scans import sides_of
from askwell.people.tasks import queue_cards
from askwell.people.web.cards.confirming import redirect_to_next
from askwell.people.web.cards.receiving import scan_or_404, uploads
from askwell.people.web.words.cards import refusal
from askwell.ui.say import say

Act = Callable[[Workspace], CardScan]


@require_POST
def leave_out(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """Out of the stack, or off the person with whom it was kept."""
    workspace, before = workspace_of(request.user), scan_or_404(workspace_of(request.user), card_scan_id)
    scan = _done(request, lambda mine: scans.leave_out_card(workspace=mine, scan_id=card_scan_id, now=timezone.now()))
    if scan is None:
        return redirect("people:card", card_scan_id)
    words = _("The picture is off this page.") if scan.person_id else _("Left out.")
    say(request, words, undo=reverse("people:bring_back_card", args=[card_scan_id]))
    if before.person_id:
        return redirect("desk:person", before.person_id)
    return redirect_to_next(workspace, scan) or redirect("people:cards")


@require_POST
def bring_back(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    scan = _done(request, lambda mine: scans.bring_back_card(workspace=mine, scan_id=card_scan_id, now=timezone.now()))
    if scan and scan.state == ScanState.KEPT and scan.person_id:
        return redirect("desk:person", scan.person_id)
    return redirect("people:card", card_scan_id)


@require_POST
def take_back(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """A kept card waits again; the person whom it made is gone, or what it added."""
    try:
        scan = _done(
            request, lambda mine: scans.take_back_card(workspace=mine, scan_id=card_scan_id, now=timezone.now())
        )
    except scans.CardInUseError:
        say(request, _("You have changed them or written to them since, so they stay. The card stays with them."))
    else:
        if scan:
            say(request, _("Taken back. The card waits again."))
    return redirect("people:card", card_scan_id)


@require_POST
def turn(request: HttpRequest, card_picture_id: UUID) -> HttpResponse:
    """A quarter clockwise, and read again."""
    workspace = workspace_of(request.user)
    try:
        scan = scans.turn_picture(workspace=workspace, picture_id=card_picture_id, now=timezone.now())
    except CardPicture.DoesNotExist:
        raise Http404 from None
    except scans.CardStateError:
        say(request, _("This card was kept or left out already."))
        return redirect("people:card", _card_of(workspace, card_picture_id))
    queue_cards(workspace.pk, scan.batch)
    return redirect("people:card", scan.pk)


@require_POST
def again(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """Read once more."""
    try:
        scan = _done(request, lambda mine: scans.read_again(workspace=mine, scan_id=card_scan_id, now=timezone.now()))
    except scans.NoPictureError:
        return redirect("people:another_photo", card_scan_id)
    if scan:
        queue_cards(scan.workspace_id, scan.batch)
    return redirect("people:card", card_scan_id)


@require_http_methods(["GET", "HEAD", "POST"])
def another_photo(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """Another picture of the front, or one of the back."""
    workspace = workspace_of(request.user)
    scan = scan_or_404(workspace, card_scan_id)
    error = _replaced(request, workspace, scan) if request.method == "POST" else ""
    if request.method == "POST" and not error:
        return redirect("people:card", scan.pk)
    has_back = any(side.number for side in sides_of(workspace, scan.pk))
    context = {"scan": scan, "error": error, "has_back": has_back, "side": request.GET.get("side", "0")}
    return render(request, "people/card_photo.html", context, status=422 if error else 200)


def _replaced(request: HttpRequest, workspace: Workspace, scan: CardScan) -> str:
    """Why the picture was not taken; empty when it was."""
    files = request.FILES.getlist("pictures")[:1]
    side = 1 if request.POST.get("side") == "1" else 0
    try:
        upload = (uploads(files) or [("", b"")])[0]
        scans.replace_picture(workspace=workspace, scan_id=scan.pk, side=side, upload=upload, now=timezone.now())
    except scans.NoPictureError:
        return _("Take a photo, or choose at least one picture.")
    except scans.PicturesTooLargeError:
        return refusal("too_many_bytes")
    except scans.CardStateError:
        return _("This card was kept or left out already.")
    queue_cards(workspace.pk, scan.batch)
    return ""


def _done(request: HttpRequest, act: Act) -> CardScan | None:
    """What the action gave; None, and words for the viewer, when the card was in another state."""
    try:
        return act(workspace_of(request.user))
    except CardScan.DoesNotExist:
        raise Http404 from None
    except scans.CardStateError:
        say(request, _("This card is not where it was: look again."))
        return None


def _card_of(workspace: Workspace, picture_id: UUID) -> UUID:
    return CardPicture.objects.of(workspace).values_list("scan_id", flat=True).get(pk=picture_id)
