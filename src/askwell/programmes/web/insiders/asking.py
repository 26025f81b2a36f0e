"""Insiders on the list are asked: by mail, or by letters to copy."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from askwell.lib.ids import id_of
from askwell.programmes.actions.insiders.inviting import NO_MAIL, Invited, invite
from askwell.programmes.models import Insider
from askwell.programmes.queries.insiders.inviting import to_invite
from askwell.programmes.rules.inviting import Letter
from askwell.programmes.web.doors import leads
from askwell.programmes.web.insiders.one import letter_to, link_to
from askwell.protocols.csv_out import write_csv
from askwell.ui.say import say


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
        say(request, _("No mail can leave: connect a mailbox, or copy the letters below and send them yourself."))
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


@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """A table of everybody to be asked yet with link and letter, for whoever sends them by other means."""
    at = leads(request)
    headings = [_("Number"), _("Name"), _("E-mail"), _("Link"), _("Subject"), _("Letter")]
    rows = [_row(request, one, letter_to(request, at, one)) for one in to_invite(at.workspace)]
    answer = HttpResponse(write_csv(headings, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="insiders-letters.csv"'
    return answer


def _row(request: HttpRequest, insider: Insider, told: Letter) -> list[str]:
    return [f"I-{insider.number:03}", insider.name, insider.email, link_to(request, insider), told.subject, told.body]
