"""The seeker's side of an insider's page: its link, what it says, renewed or withdrawn; what was answered there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.interviews.actions import pages
from askwell.interviews.models import Booking, Notice
from askwell.interviews.queries.pages import Page
from askwell.interviews.web.forms import PageForm
from askwell.ui.reach import opens_elsewhere, whole
from askwell.ui.say import say


def link_of(request: HttpRequest, token: str) -> str:
    """The whole address of an insider's page."""
    return whole(request, reverse("visiting:meet", args=[token]))


def page_context(request: HttpRequest, page: Page | None) -> dict[str, object]:
    """What the section about the page shows. `is_far`: whether others can open the link at all."""
    is_far = opens_elsewhere(request)
    if page is None:
        return {"is_far": is_far}
    form = PageForm(initial={"why": page.why, "language": page.language, "asks": page.asks or page.suggested})
    return {
        "booking": page,
        "page_form": form,
        "link": link_of(request, page.token),
        "is_far": is_far,
    }


@require_POST
def change(request: HttpRequest, booking_id: UUID) -> HttpResponse:
    """Why this person, and the language."""
    booking, form = _booking(request, booking_id), PageForm(request.POST)
    if not form.is_valid():
        raise Http404
    said = form.cleaned_data
    pages.change_page(
        workspace=booking.workspace, booking_id=booking_id, why=said["why"], language=said["language"],
        asks=said["asks"],
    )  # fmt: skip
    say(request, _("Saved."))
    return _back(booking)


@require_POST
def renew(request: HttpRequest, booking_id: UUID) -> HttpResponse:
    booking = _booking(request, booking_id)
    pages.renew_link(workspace=booking.workspace, booking_id=booking_id, now=timezone.now())
    say(request, _("There is a new link. The one before leads nowhere now."))
    return _back(booking)


@require_POST
def withdraw(request: HttpRequest, booking_id: UUID) -> HttpResponse:
    booking = _booking(request, booking_id)
    pages.withdraw_link(workspace=booking.workspace, booking_id=booking_id, now=timezone.now())
    say(request, _("The page is shut."), undo=reverse("interviews:open_page", args=[booking_id]))
    return _back(booking)


@require_POST
def restore(request: HttpRequest, booking_id: UUID) -> HttpResponse:
    """Undo of `withdraw`."""
    booking = _booking(request, booking_id)
    pages.restore_link(workspace=booking.workspace, booking_id=booking_id)
    return _back(booking)


@require_POST
def see(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Off Today."""
    try:
        pages.see_notice(workspace=workspace_of(request.user), notice_id=notice_id, now=timezone.now())
    except Notice.DoesNotExist:
        raise Http404 from None
    say(request, _("Off the list."), undo=reverse("interviews:unsee", args=[notice_id]))
    return redirect("desk:today")


@require_POST
def unsee(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    """Undo of `see`."""
    try:
        pages.unsee_notice(workspace=workspace_of(request.user), notice_id=notice_id)
    except Notice.DoesNotExist:
        raise Http404 from None
    return redirect("desk:today")


def _booking(request: HttpRequest, booking_id: UUID) -> Booking:
    rows = Booking.objects.of(workspace_of(request.user)).select_related("thread", "workspace")
    booking = rows.filter(pk=booking_id).first()
    if booking is None:
        raise Http404
    return booking


def _back(booking: Booking) -> HttpResponse:
    return redirect("interviews:offer", booking.thread.person_id)
