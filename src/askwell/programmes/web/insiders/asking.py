"""Insiders on the list are asked by mail."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from askwell.lib.ids import id_of
from askwell.programmes.actions.insiders.inviting import NO_MAIL, Invited, invite
from askwell.programmes.web.doors import leads
from askwell.programmes.web.linking import link_to
from askwell.ui.say import refuse, say


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Those whose ids are in `insider`, all who were not asked yet with none. Twice asks nobody twice."""
    at = leads(request)
    chosen = [key for text in request.POST.getlist("insider") if (key := id_of(text))] or None
    try:
        done = invite(
            programme=at.programme, insiders=chosen, link=lambda one: link_to(request, one), now=timezone.now()
        )
    except NO_MAIL:
        refuse(request, _("No mail can leave: connect a mailbox, or pass the letters on yourself."))
    else:
        say(request, _told(done))
    return _back(chosen)


def _back(chosen: Sequence[UUID] | None) -> HttpResponse:
    return redirect("programmes:insider", chosen[0]) if chosen and len(chosen) == 1 else redirect("programmes:insiders")


def _told(done: Invited) -> str:
    sent = len(done.sent)
    words = [ngettext("%(n)s invitation leaves.", "%(n)s invitations leave.", sent) % {"n": sent}]
    if done.stopped:
        said = ngettext("%(n)s asked for no mail.", "%(n)s asked for no mail.", len(done.stopped))
        words.append(said % {"n": len(done.stopped)})
    if done.unreachable:
        said = ngettext("%(n)s has no address that works.", "%(n)s have no address that works.", len(done.unreachable))
        words.append(said % {"n": len(done.unreachable)})
    return " ".join(words)
