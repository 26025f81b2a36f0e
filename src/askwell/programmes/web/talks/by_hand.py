"""Letters about a talk that no mail took along: shown to be copied, and ticked off."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.programmes.actions import waiting
from askwell.programmes.choices import Side
from askwell.programmes.models import Match
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.by_hand import STANDS, left_over
from askwell.programmes.queries.talks import page_of_insider
from askwell.programmes.rules.letters import Kind, Words
from askwell.programmes.web.doors import At, leads
from askwell.ui.reach import whole
from askwell.ui.say import say


@dataclass(frozen=True, slots=True)
class ByHand:
    """A letter to pass on; `words` are None where it cannot be written any more: one of the two is `gone`, or the page
    that it leads to has ended."""

    kind: Kind
    to: str
    words: Words | None
    gone: Side | None


def passing_on(request: HttpRequest, at: At, match: Match) -> list[ByHand]:
    """Those of this talk, for who decides."""
    gone = Side.SEEKER if match.participant is None else Side.INSIDER if match.insider is None else None
    return [ByHand(kind, _reader(match, kind), _written(request, at, match, kind), gone) for kind in left_over(match)]


def _reader(match: Match, kind: Kind) -> str:
    one = match.insider if _side(match, kind) is Side.INSIDER else match.participant
    return f"{one.name} {one.email}".strip() if one else ""


def _side(match: Match, kind: Kind) -> Side:
    if kind in (Kind.MISSED, Kind.PAUSED):
        return Side(match.missed_by or Side.SEEKER)
    return Side.INSIDER if kind in (Kind.REMIND, Kind.HOW_INSIDER, Kind.OFF_INSIDER) else Side.SEEKER


def _written(request: HttpRequest, at: At, match: Match, kind: Kind) -> Words | None:
    if match.participant is None or match.insider is None:
        return None
    side, programme = _side(match, kind), at.programme
    write: dict[Kind, Callable[[], Words | None]] = {
        Kind.REMIND: lambda: _reminder(request, at, match),
        Kind.HOW_INSIDER: lambda: letters.how(programme, match, side, address=lambda path: whole(request, path)),
        Kind.HOW_SEEKER: lambda: letters.how(programme, match, side, address=lambda path: whole(request, path)),
        Kind.OFF_INSIDER: lambda: letters.called_off(programme, match, side, match.starts_at, match.answer),
        Kind.OFF_SEEKER: lambda: letters.called_off(programme, match, side, match.starts_at, match.answer),
        Kind.MISSED: lambda: letters.missed(programme, match, side, match.starts_at, again=False),
        Kind.PAUSED: lambda: letters.missed(programme, match, side, match.starts_at, again=True),
    }
    words = write[kind]()
    return wording.passed_on(programme, words, letters.language(match, side)) if words else None


def _reminder(request: HttpRequest, at: At, match: Match) -> Words | None:
    there = page_of_insider(match)
    if there is None or match.insider is None or match.asked_at is None:
        return None
    own = wording.own_page(match.insider) if settings.SITE else ""
    return letters.reminding(at.programme, match, link=whole(request, letters.meet_path(there[0])), own_page=own)


@require_POST
def passed_on(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """A letter was sent by hand; with `back` in the address it was not."""
    at, back = leads(request), request.GET.get("back", "")
    kind = next((one for one in STANDS if one == (back or request.POST.get("kind"))), None)
    if kind is None:
        raise Http404
    try:
        if back:
            waiting.not_passed_on(workspace=at.workspace, match_id=match_id, kind=kind)
        else:
            waiting.passed_on(workspace=at.workspace, match_id=match_id, kind=kind, now=timezone.now())
    except Match.DoesNotExist:
        raise Http404 from None
    undo = "" if back else f"{reverse('programmes:talk_passed_on', args=[match_id])}?back={kind}"
    say(request, _("Taken back.") if back else _("Ticked off: the letter is passed on."), undo=undo)
    return redirect("programmes:talk", match_id)
