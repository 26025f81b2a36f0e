"""What staff decides about an insider, each with a way back."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.programmes.actions.errors import NotNowError
from askwell.programmes.actions.insiders import inviting, standing
from askwell.programmes.actions.insiders.welcoming import write_welcome
from askwell.programmes.actions.talking import talked
from askwell.programmes.models import Insider
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.insiders.one import row_of
from askwell.programmes.web.linking import link_to
from askwell.ui.say import refuse, say

Doing = Callable[[HttpRequest, Workspace, UUID, datetime], object]


class Move(NamedTuple):
    """What a button does, what is said then, and which move takes it back."""

    do: Doing
    said: object
    back: str = ""
    for_all: bool = False


def day_of(text: str) -> date | None:
    """The day that a date field sent; None for none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _pause(request: HttpRequest, workspace: Workspace, key: UUID, now: datetime) -> Insider:
    until = day_of(request.POST.get("until", ""))
    return standing.pause(workspace=workspace, insider_id=key, until=until, now=now)


MOVES = {
    "approve": Move(
        lambda _r, space, key, now: standing.approve(workspace=space, insider_id=key, now=now),
        "", "disapprove",
    ),
    "disapprove": Move(
        lambda _r, space, key, _n: standing.take_approval_back(workspace=space, insider_id=key), _("Taken back."),
    ),
    "pause": Move(_pause, _("They get no new talks now."), "resume"),
    "resume": Move(lambda _r, space, key, _n: standing.resume(workspace=space, insider_id=key), _("Back again.")),
    "remove": Move(
        lambda _r, space, key, now: standing.leave(workspace=space, insider_id=key, is_own_wish=False, now=now),
        _("Removed. In a week everything about them is erased; until then you can take it back."), "stay",
    ),
    "stay": Move(
        lambda _r, space, key, _n: standing.stay(workspace=space, insider_id=key, is_own_wish=False), _("Taken back."),
    ),
    "renew": Move(
        lambda _r, space, key, _n: standing.renew_link(workspace=space, insider_id=key),
        _("Their page has a new link. The one before leads nowhere now."),
    ),
    "asked": Move(
        lambda _r, space, key, now: inviting.mark_asked(workspace=space, insider_id=key, asked=True, now=now),
        _("Noted: you asked them."), "unasked",
    ),
    "unasked": Move(
        lambda _r, space, key, now: inviting.mark_asked(workspace=space, insider_id=key, asked=False, now=now),
        _("Taken back."),
    ),
    "talked": Move(
        lambda _r, space, key, now: talked(Insider, workspace=space, key=key, now=now),
        _("Noted. What they missed before counts no more."), "untalked", for_all=True,
    ),
    "untalked": Move(
        lambda _r, space, key, _n: talked(Insider, workspace=space, key=key, now=None), _("Taken back."),
        for_all=True,
    ),
}  # fmt: skip


def _welcomed(request: HttpRequest, at: At, insider_id: UUID) -> str:
    """They get the link to their page; what is said of it."""
    insider = row_of(at, insider_id)
    link = link_to(request, insider)
    if write_welcome(programme=at.programme, insider=insider, link=link, now=timezone.now()):
        return str(_("In. The next round can match them, and a mail brings them the link to their page."))
    return str(_("In. No mail can leave: please send them the link to their page, which stands here."))


@require_POST
def move(request: HttpRequest, insider_id: UUID, step: str) -> HttpResponse:
    """One of MOVES; most are for owners and coordinators."""
    chosen = MOVES.get(step)
    at = staff(request) if chosen and chosen.for_all else leads(request)
    if chosen is None:
        raise Http404
    row_of(at, insider_id)
    try:
        chosen.do(request, at.workspace, insider_id, timezone.now())
    except NotNowError:
        refuse(request, str(_("That does not fit any more. Here is how it stands.")))
    else:
        undo = reverse("programmes:insider_move", args=[insider_id, chosen.back]) if chosen.back else ""
        said = _welcomed(request, at, insider_id) if step == "approve" else str(chosen.said)
        say(request, said, undo=undo)
    return redirect("programmes:insider", insider_id)
