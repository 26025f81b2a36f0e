"""Pictures of cards come in; how far the reading is; the pictures themselves."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.people.actions.scans import (
    LARGEST_TOGETHER,
    MOST_PICTURES,
    WAIT_WEEKS,
    NoPictureError,
    PicturesTooLargeError,
    TooManyPicturesError,
    receive_cards,
)
from askwell.people.choices import ScanState
from askwell.people.models import CardPicture, CardScan, Event
from askwell.people.queries.events import event_choices
from askwell.people.queries.scans import CardLine, batch_of, card_scan, picture_data, waiting_cards
from askwell.people.tasks import queue_cards
from askwell.people.web.words.cards import STATES, refusal
from askwell.protocols.pictures import MOST_BYTES, text_is_readable
from askwell.ui.installing import install_command

MEGABYTE = 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: HttpRequest) -> HttpResponse:
    """Choose pictures, and see what waits. A POST takes pictures in and leads to the first of their cards."""
    workspace = workspace_of(request.user)
    if request.method != "POST":
        return chooser(request, workspace)
    files = [file for file in request.FILES.getlist("pictures") if file]
    try:
        scans = receive_cards(
            workspace=workspace,
            uploads=uploads(files),
            paired="paired" in request.POST,
            event_id=chosen_event(request.POST.get("event", "")),
            now=timezone.now(),
        )
    except (NoPictureError, TooManyPicturesError, PicturesTooLargeError) as error:
        return chooser(request, workspace, error=trouble(error, files))
    except Event.DoesNotExist:
        raise Http404 from None
    queue_cards(workspace.pk, scans[0].batch)
    return redirect("people:card", scans[0].pk)


def uploads(files: "list[UploadedFile[Any]]") -> list[tuple[str, bytes]]:
    """Names and bytes; of more than is taken at once only so much is read that it shows."""
    if len(files) > MOST_PICTURES:
        raise TooManyPicturesError
    if sum(file.size or 0 for file in files) > LARGEST_TOGETHER:
        raise PicturesTooLargeError
    return [(file.name or "", file.read(MOST_BYTES + 1)) for file in files]


def chosen_event(typed: str) -> UUID | None:
    """The event's id; raises Event.DoesNotExist for what is none."""
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise Event.DoesNotExist from None


def trouble(error: Exception, files: "list[UploadedFile[Any]]") -> str:
    """What to do about pictures that were not taken."""
    if isinstance(error, TooManyPicturesError):
        words = _("You chose %(count)s pictures; %(most)s can be read at a time. Bring in the others afterwards.")
        return words % {"count": len(files), "most": MOST_PICTURES}
    if isinstance(error, PicturesTooLargeError):
        words = _("The pictures have %(size)s MB together; at most %(most)s MB can come at a time. Choose fewer.")
        size = -(-sum(file.size or 0 for file in files) // MEGABYTE)
        return words % {"size": size, "most": LARGEST_TOGETHER // MEGABYTE}
    return _("Take a photo, or choose at least one picture.")


def chooser(request: HttpRequest, workspace: Workspace, *, error: str = "") -> HttpResponse:
    context = {
        "error": error,
        "lines": [shown_line(line) for line in waiting_cards(workspace)],
        "wait_weeks": WAIT_WEEKS,
        "events": event_choices(workspace),
        "event": request.POST.get("event", "") or request.GET.get("event", ""),
        "most": MOST_PICTURES,
        "limit": MOST_BYTES // MEGABYTE,
        "text_is_readable": text_is_readable(),
        "hosted": settings.HOSTED,
        "install": "" if settings.HOSTED else install_command("cards"),
    }
    return render(request, "people/cards.html", context, status=422 if error else 200)


def shown_line(line: CardLine) -> dict[str, object]:
    """A card in a list: its state and, where it was not read, why."""
    why = refusal(line.error) if line.error else ""
    return {"card": line, "state": STATES[ScanState(line.state)], "why": why}


@require_safe
def progress(request: HttpRequest, card_scan_id: UUID) -> HttpResponse:
    """How far the reading is, asked for while this card waits; the whole page once it is read."""
    workspace = workspace_of(request.user)
    scan = scan_or_404(workspace, card_scan_id)
    if scan.state != ScanState.READING:
        return HttpResponseClientRefresh()
    return render(request, "people/card_bar.html", bar(workspace, scan))


def bar(workspace: Workspace, scan: CardScan) -> dict[str, object]:
    """The cards of a batch that are read, of all."""
    together = batch_of(workspace, scan.batch)
    done = sum(line.state != ScanState.READING for line in together)
    words = ngettext("%(done)s of %(total)s card is read", "%(done)s of %(total)s cards are read", len(together))
    said = words % {"done": done, "total": len(together)}
    return {"scan": scan, "done": done, "total": len(together), "words": said}


@require_safe
def picture(request: HttpRequest, card_picture_id: UUID) -> HttpResponse:
    """A cleaned picture, as we wrote it ourselves; for its owner only, and kept by no browser."""
    try:
        data = picture_data(workspace_of(request.user), card_picture_id)
    except CardPicture.DoesNotExist:
        raise Http404 from None
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"}
    return HttpResponse(data, content_type="image/jpeg", headers=headers)


def scan_or_404(workspace: Workspace, card_scan_id: UUID) -> CardScan:
    try:
        return card_scan(workspace, card_scan_id)
    except CardScan.DoesNotExist:
        raise Http404 from None
