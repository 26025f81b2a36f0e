"""One conversation."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.outreach.actions import entries
from askwell.outreach.actions import threads as actions
from askwell.outreach.actions.errors import DraftInTheWayError, HasLeftError, NotTheLastError
from askwell.outreach.choices import MessageKind
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries import thread_page
from askwell.outreach.queries.duties import OF_AGREED
from askwell.outreach.queries.mail.letters import letters_behind, letters_of
from askwell.outreach.queries.rows import stage_code
from askwell.outreach.queries.thread import ThreadPage, second_persons
from askwell.outreach.queries.values import Duty, Turn
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.outreach.web.log import TITLES, form_of
from askwell.outreach.web.words.duties import duty_button, duty_url, duty_why
from askwell.outreach.web.words.stages import DOORS, RESPONDERS, STAGES
from askwell.ui.say import say


@require_safe
def thread(request: HttpRequest, thread_id: UUID) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        page = thread_page(workspace, thread_id, now)
    except Thread.DoesNotExist:
        raise Http404 from None
    letters = letters_of(workspace, thread_id, now)
    behind = letters_behind(workspace, [entry.id for entry in page.entries])
    code = stage_code(page.state, page.outcome or "")
    is_open = any(letter.proposal.moves for letter in letters)
    duties = [duty for duty in page.duties if not (is_open and duty.kind in OF_AGREED)]
    context = {
        "page": page,
        "letters": letters,
        "turn": Turn.YOURS if letters else page.turn,
        "entries": [(entry, behind.get(entry.id)) for entry in page.entries],
        "next": _next(page, duties),
        "later": [(duty, duty_why(duty, page.who)) for duty in _to_come(duties, now)],
        "logs": [(what, TITLES[what], form_of(what, now, by=page.meets_by)) for what in _what_fits(page)],
        "door": DOORS.get(code, "shut"),
        "state_word": _("Agreed time in question") if is_open else STAGES[code],
        "responder_word": RESPONDERS[page.responder] if page.responder else "",
        "can_rest": MessageKind.RESTED in page.offers,
    }
    return render(request, "outreach/thread.html", context)


def _to_come(duties: Sequence[Duty], now: datetime) -> list[Duty]:
    """What cannot be done yet, in the order in which it can."""
    return sorted((duty for duty in duties if not duty.is_open(now)), key=lambda duty: duty.opens_at)


def _next(page: ThreadPage, duties: Sequence[Duty]) -> list[dict[str, object]]:
    """What can be done now: why, the button and where it leads."""
    now = timezone.now()
    return [
        {
            "duty": duty,
            "why": duty_why(duty, page.who),
            "button": duty_button(duty),
            "url": duty_url(duty, page.who, page.thread_id),
        }
        for duty in duties
        if duty.is_open(now) and not page.do_not_contact
    ]


def _what_fits(page: ThreadPage) -> list[str]:
    """The likeliest things to log, by what the thread allows."""
    fits = {
        "answer": any(code in page.offers for code in ("accepts", "asks", "defers", "declines", "refers")),
        "schedule": "scheduled" in page.offers,
        "met": "met" in page.offers,
        "cancel": "cancelled" in page.offers,
        "away": "out_of_office" in page.offers,
        "call": "call" in page.offers,
        "chance": "chance_meeting" in page.offers,
        "note": True,
    }
    first = ("met", "cancel", "schedule") if page.meets_at else ("answer", "schedule")
    return [what for what in dict.fromkeys((*first, *fits)) if fits[what]]


@require_safe
def second(request: HttpRequest, thread_id: UUID) -> HttpResponse:
    """Who else at that employer could be asked."""
    workspace, now = workspace_of(request.user), timezone.now()
    try:
        page = second_persons(workspace, thread_id, now)
    except Thread.DoesNotExist:
        raise Http404 from None
    return render(request, "outreach/second.html", {"page": page})


@require_POST
def rest(request: HttpRequest, thread_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        entry = entries.let_rest(workspace=workspace, thread_id=thread_id, now=timezone.now())
    except (Thread.DoesNotExist, ImpossibleMove):
        raise Http404 from None
    say(request, _("It rests. A late answer opens it again."), undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("outreach:thread", thread_id)


@require_POST
def undo(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """Take the last entry back; a sent message is a draft again."""
    workspace = workspace_of(request.user)
    try:
        entry = Message.objects.of(workspace).get(pk=message_id)
        left = actions.undo_entry(workspace=workspace, message_id=message_id, now=timezone.now())
    except Message.DoesNotExist:
        raise Http404 from None
    except NotTheLastError:
        say(request, _("Something was logged after it. Take that back first."))
        return redirect("outreach:thread", entry.thread_id)
    except HasLeftError:
        say(request, _("It has left as a mail, and cannot be taken back."))
        return redirect("outreach:thread", entry.thread_id)
    except DraftInTheWayError:
        say(request, _("You have begun a newer draft. Discard it first."))
        return redirect("outreach:thread", entry.thread_id)
    return redirect("outreach:thread", left.pk) if left else redirect("outreach:threads")
