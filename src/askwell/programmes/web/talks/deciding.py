"""What staff puts down of a talk by hand: called off, held, missed; and one more reminder."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.choices import Deed
from askwell.lib.text import clean
from askwell.programmes.actions import calling_off, feedback, waiting
from askwell.programmes.actions.errors import NotOpenError, NotYetError
from askwell.programmes.actions.noting import note_two
from askwell.programmes.choices import Side
from askwell.programmes.models import Match
from askwell.programmes.queries.sending import mail_leaves
from askwell.programmes.queries.theirs import seen
from askwell.programmes.web.acting import done
from askwell.programmes.web.doors import At, leads, staff
from askwell.ui.say import say

LATE = (NotOpenError, NotYetError)


@require_POST
def off(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at, reason = leads(request), clean(request.POST.get("reason", ""), limit=300)

    def act() -> Match:
        told: dict[str, Any] = {"workspace": at.workspace, "match_id": match_id}
        match = calling_off.call_talk_off(reason=reason, now=timezone.now(), **told)
        both = {"participant_id": match.participant_id, "insider_id": match.insider_id}
        note_two(Deed.TALK_CALLED_OFF, at.workspace, at.user, **both)
        return match

    told = _("Called off. Both are told in five minutes; until then you can undo it.")
    by_hand = _("Called off. No mail can say so: pass it on yourself. Until then you can undo it.")
    words = told if mail_leaves(at.workspace) else by_hand
    return _done(request, match_id, act, words, "programmes:talk_off_back")


@require_POST
def off_back(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = leads(request)
    return _done(
        request,
        match_id,
        lambda: calling_off.restore_talk(workspace=at.workspace, match_id=match_id, now=timezone.now()),
        _("Taken back: the talk stands."),
    )


@require_POST
def held(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = _at(request, match_id)
    return _done(
        request,
        match_id,
        lambda: feedback.mark_held(workspace=at.workspace, match_id=match_id, now=timezone.now()),
        _("Put down as held."),
        "programmes:unmark_talk",
    )


@require_POST
def missed(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = _at(request, match_id)
    if request.POST.get("by") not in set(Side):
        raise Http404
    by = Side(request.POST["by"])
    return _done(
        request,
        match_id,
        lambda: feedback.mark_missed(workspace=at.workspace, match_id=match_id, by=by, now=timezone.now()),
        _("Put down as missed."),
        "programmes:unmark_talk",
    )


@require_POST
def unmark(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = _at(request, match_id)
    return _done(
        request, match_id, lambda: feedback.unmark(workspace=at.workspace, match_id=match_id), _("Taken back.")
    )


@require_POST
def remind(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = leads(request)
    try:
        left = waiting.remind_now(workspace=at.workspace, match_id=match_id, now=timezone.now())
    except (Match.DoesNotExist, NotOpenError):
        raise Http404 from None
    say(request, _("The reminder leaves now.") if left else _("No mail can leave from here: copy the letter instead."))
    return redirect("programmes:talk", match_id)


def _at(request: HttpRequest, match_id: UUID) -> At:
    """Raises Http404 where the talk's seeker is not theirs."""
    at = staff(request)
    if not seen(Match.objects.of(at.workspace), at.only, "participant__").filter(pk=match_id).exists():
        raise Http404
    return at


def _done(request: HttpRequest, match_id: UUID, act: Callable[[], Match], words: str, undo: str = "") -> HttpResponse:
    back = reverse(undo, args=[match_id]) if undo else ""
    try:
        return done(request, act, words, "programmes:talk", match_id, undo=back)
    except LATE:
        say(request, _("That does not fit any more. Here is how it stands."))
        return redirect("programmes:talk", match_id)
