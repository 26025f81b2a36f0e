"""What the seeker keeps about the insider, shown to the insider; and the way to have it erased, in two steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from askwell.interviews.queries.kept import kept_about
from askwell.interviews.queries.visiting import booking_of, is_theirs, living, visit
from askwell.interviews.rules.booking import ERASE_WITHIN
from askwell.interviews.web.visiting.booking import spoken
from askwell.interviews.web.words.visiting import languages, sender_name
from askwell.lib.times import zone
from askwell.ui.doorstep import doorstep


@doorstep
@require_safe
def kept(request: HttpRequest, token: str) -> HttpResponse:
    """The facts; with `erase` what would happen, and the button that does it. Only while the link is theirs."""
    now, booking = timezone.now(), booking_of(token)
    if booking is None:
        return render(request, "visiting/ended.html", {"why": "unknown"}, status=404)
    with spoken(request, booking):
        thread = living(booking)
        if thread is None or not is_theirs(booking, token, now):
            return render(request, "visiting/ended.html", {"why": "over"}, status=410)
        page = visit(booking, thread, now)
        language = translation.get_language() or "en"
        context = {
            "page": page,
            "sender": sender_name(page),
            "keeper": page.programme or sender_name(page),
            "languages": languages(language),
            "language": language,
            "theirs": page.theirs,
            "back": reverse("visiting:meet", args=[token]),
            "erased_on": now + ERASE_WITHIN,
        }
        with timezone.override(zone(page.theirs)):
            if "erase" in request.GET:
                return render(request, "visiting/erase.html", {**context, "erasing": True})
            return render(request, "visiting/kept.html", {**context, "kept": kept_about(thread.person)})
