"""A coordinator sends: a round, one pair, a letter by hand; closes a round and begins the next."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.choices import Deed
from askwell.programmes.actions import closing, feedback, sending
from askwell.programmes.actions.errors import RoundOpenError, RoundOverError
from askwell.programmes.actions.noting import note_round
from askwell.programmes.choices import NotSent
from askwell.programmes.models import Match, Round
from askwell.programmes.queries.sending import plan_of_sending
from askwell.programmes.tasks import queue_round, queue_sending
from askwell.programmes.web.acting import done
from askwell.programmes.web.doors import leads
from askwell.programmes.web.rounds import round_at
from askwell.programmes.web.words.talks import NOT_SENT
from askwell.ui.say import refuse, say


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """What would happen; a POST leaves it to a worker."""
    at = leads(request)
    row = round_at(at, round_id)
    if request.method != "POST":
        plan = plan_of_sending(at.programme, row)
        return render(request, "programmes/send_round.html", {"at": at, "row": row, "plan": plan})
    try:
        marked = sending.mark_to_send(workspace=at.workspace, round_id=round_id, now=timezone.now())
    except RoundOverError:
        say(request, _("This round is closed. Open it again, or send from the next one."))
        return redirect("programmes:talks", round_id)
    if marked:
        note_round(Deed.ROUND_SENT, round_at(at, round_id), at.user)
        queue_sending(at.workspace.pk, round_id)
    else:
        say(request, _("There was nothing to send."))
    return redirect("programmes:talks", round_id)


@require_POST
def send_one(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = leads(request)
    try:
        outcome = sending.send_match(workspace=at.workspace, match_id=match_id, now=timezone.now())
        match = Match.objects.of(at.workspace).get(pk=match_id)
    except Match.DoesNotExist:
        raise Http404 from None
    if isinstance(outcome, NotSent):
        say(request, str(NOT_SENT[outcome]))
    elif match.state == "asked" and match.asked_at is None:
        say(request, _("The letter is ready: send it yourself, and tick it off."))
    else:
        say(request, _("Sent."))
    return redirect("programmes:talk", match_id)


@require_POST
def asked(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The letter was sent by hand."""
    at = leads(request)
    try:
        match = sending.mark_asked(workspace=at.workspace, match_id=match_id, now=timezone.now())
    except Match.DoesNotExist:
        raise Http404 from None
    say(request, _("Ticked off: the insider is asked."), undo=reverse("programmes:talk_asked_back", args=[match_id]))
    return redirect("programmes:talks", match.round_id)


@require_POST
def asked_back(request: HttpRequest, match_id: UUID) -> HttpResponse:
    at = leads(request)

    def act() -> object:
        return sending.unmark_asked(workspace=at.workspace, match_id=match_id)

    return done(request, act, _("Taken back."), "programmes:talk", match_id)


@require_POST
def thanked(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The thank-you was sent by hand."""
    return _thanked(request, match_id, _("Ticked off: the insider is thanked."), timezone.now(), "talk_thanked_back")


@require_POST
def thanked_back(request: HttpRequest, match_id: UUID) -> HttpResponse:
    return _thanked(request, match_id, _("Taken back."), None)


def _thanked(request: HttpRequest, match_id: UUID, words: str, now: datetime | None, undo: str = "") -> HttpResponse:
    at, back = leads(request), reverse(f"programmes:{undo}", args=[match_id]) if undo else ""

    def act() -> object:
        return feedback.mark_thanked(workspace=at.workspace, match_id=match_id, now=now)

    return done(request, act, words, "programmes:talk", match_id, undo=back)


@require_POST
def close(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = leads(request)
    try:
        takes_back = bool(request.POST.get("takes_back"))
        told: dict[str, Any] = {"workspace": at.workspace, "round_id": round_id, "now": timezone.now()}
        left = closing.close_round(takes_back=takes_back, **told)
    except (Round.DoesNotExist, RoundOverError):
        raise Http404 from None
    still = ngettext(
        "The round is closed. %(count)s talk goes on: asked, agreed, or waiting for its seeker to join.",
        "The round is closed. %(count)s talks go on: asked, agreed, or waiting for their seekers to join.",
        left,
    )
    words = still % {"count": left} if left else _("The round is closed.")
    say(request, words, undo=reverse("programmes:reopen_round", args=[round_id]))
    return redirect("programmes:talks", round_id)


@require_POST
def reopen(request: HttpRequest, round_id: UUID) -> HttpResponse:
    at = leads(request)

    def act() -> object:
        return closing.open_again(workspace=at.workspace, round_id=round_id)

    try:
        return done(request, act, _("The round is open again."), "programmes:talks", round_id)
    except RoundOpenError:
        return _one_is_open(request)


@require_POST
def following(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """The next round, with the same people."""
    at = leads(request)
    try:
        begun = closing.next_round(workspace=at.workspace, round_id=round_id, now=timezone.now())
    except Round.DoesNotExist:
        raise Http404 from None
    except RoundOpenError:
        return _one_is_open(request)
    note_round(Deed.ROUND_BEGUN, begun, at.user)
    queue_round(at.workspace.pk, begun.pk)
    say(request, _("The next round is begun: who met already does not meet again."))
    return redirect("programmes:round", begun.pk)


def _one_is_open(request: HttpRequest) -> HttpResponse:
    refuse(request, _("A round of the same seekers is open. Close it first: its talks go on."))
    return redirect("programmes:rounds")
